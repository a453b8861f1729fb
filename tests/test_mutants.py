"""The list of surviving mutants speaks of the files as they are: a line that was changed must be looked at again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LIST = (ROOT / "tests/mutants.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+) \| `(\w+)` \| `(.+)` \| `(.+)` \| (.+) \|$", re.MULTILINE)
TOTAL = re.compile(r"^\| `(sla_dsl/[\w/]+\.py)` \| (\d+) \| (\d+) \| (\d+) \| [\d.]+ \|$", re.MULTILINE)


def sections() -> dict[str, list[tuple[str, ...]]]:
    parts = re.split(r"^## `(.+)`$", LIST, flags=re.MULTILINE)
    return {file: ROW.findall(text) for file, text in zip(parts[1::2], parts[2::2], strict=True)}


def test_each_file_of_the_settings_is_counted() -> None:
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    mutated = re.findall(r'^  "(sla_dsl/.+\.py)",$', settings.partition("only_mutate")[2], re.MULTILINE)
    assert [file for file, *_ in TOTAL.findall(LIST)] == mutated


@pytest.mark.parametrize("total", TOTAL.findall(LIST), ids=lambda total: total[0])
def test_every_survivor_is_listed(total: tuple[str, str, str, str]) -> None:
    file, made, killed, survived = total
    assert int(made) == int(killed) + int(survived)
    assert len(sections()[file]) == int(survived)


@pytest.mark.parametrize("file", sections())
def test_what_is_listed_is_what_the_file_says(file: str) -> None:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    for number, function, before, after, why in sections()[file]:
        assert lines[int(number) - 1].strip() == before, f"{file}:{number} is another line now: look at it again"
        assert any(f"def {function}(" in line for line in lines[: int(number)])
        assert before != after
        assert why.strip()
