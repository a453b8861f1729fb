"""Files that are looked at: what counts as a change, and what is waited for."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sla_dsl.faces import looking

Happening = Callable[[], object]


def _changes(paths: list[str], happenings: list[Happening], monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The number of looks at each change; one thing happens at each look, and after the last it ends."""
    looks = 0

    def sleep(seconds: float) -> None:
        nonlocal looks
        looks += 1
        if not happenings:
            raise KeyboardInterrupt
        happenings.pop(0)()

    monkeypatch.setattr(looking, "sleep", sleep)
    with contextlib.suppress(KeyboardInterrupt):
        for _ in looking.each_change(paths):
            yield looks


def _nothing() -> None:
    return None


def _written(path: Path, text: str) -> Happening:
    return lambda: path.write_text(text, "utf-8")


def test_once_at_the_beginning_and_once_for_each_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = tmp_path / "a.sla", tmp_path / "a.json"
    one.touch()
    other.touch()
    happenings: list[Happening] = [
        _nothing,
        _written(one, "x"),
        _nothing,
        _nothing,
        _nothing,
        _written(other, "y"),
        _nothing,
        _nothing,
    ]
    assert len(list(_changes([str(one), str(other)], happenings, monkeypatch))) == 3


def test_a_file_that_is_saved_by_renaming(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, new = tmp_path / "a.sla", tmp_path / "a.new"
    path.write_text("x", "utf-8")
    new.write_text("y", "utf-8")
    same = os.stat(path)
    os.utime(new, ns=(same.st_atime_ns, same.st_mtime_ns))
    happenings: list[Happening] = [
        path.unlink,
        _nothing,
        _nothing,
        lambda: new.rename(path),
        _nothing,
        _nothing,
        _nothing,
    ]
    seen = list(_changes([str(path)], happenings, monkeypatch))
    assert len(seen) == 2
    assert seen[1] > 4


def test_a_file_that_stays_away_counts_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.sla"
    path.touch()
    happenings: list[Happening] = [path.unlink, *[_nothing] * 60, _written(path, "back"), *[_nothing] * 4]
    assert len(list(_changes([str(path)], happenings, monkeypatch))) == 3


def test_a_file_that_is_being_written_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.sla"
    path.touch()
    happenings: list[Happening] = [_written(path, "x" * size) for size in range(1, 9)]
    assert list(_changes([str(path)], [*happenings, *[_nothing] * 3], monkeypatch)) == [0, 9]


def test_tables_in_a_folder(tmp_path: Path) -> None:
    table = tmp_path / "incidents.csv"
    before = looking.state_of([str(tmp_path)])
    table.write_text("id", "utf-8")
    with_one = looking.state_of([str(tmp_path)])
    table.write_text("id,start", "utf-8")
    changed = looking.state_of([str(tmp_path)])
    (tmp_path / ".incidents.csv.swp").touch()
    (tmp_path / "4913").touch()
    assert len({before, with_one, changed}) == 3
    assert looking.state_of([str(tmp_path)]) == changed
    table.unlink()
    assert looking.state_of([str(tmp_path)]) == before
    assert looking.state_of([str(tmp_path / "nix")]) == ()
