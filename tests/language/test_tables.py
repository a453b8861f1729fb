"""The prepared tables: the same parser, used only where it was made from this grammar by this lark."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from sla_dsl.language import tables

GRAMMAR = tables.grammar_text()
SENTENCES = [
    "Rebate is a credit on Monthly Fee, by the last row that applies to Uptime: less than 99 % gives 5 %.",
    'Example_ "x" in 2026-03: given nothing; expect Uptime is met, Rebate is not eligible.'.replace(
        "Example_", "example"
    ),
    "Uptime means 100 % minus Downtime divided by 30 days but at least 0 % assuming “x”.",
]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "sla.tables.json"
    monkeypatch.setattr(tables, "tables_path", lambda: str(path))
    return path


@pytest.fixture
def written(path: Path) -> Path:
    tables.write(tables.build(GRAMMAR), GRAMMAR, str(path))
    return path


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_parser_from_tables_reads_as_the_one_from_the_grammar(sentence: str) -> None:
    loaded, built = tables.load(GRAMMAR), tables.build(GRAMMAR)
    assert loaded is not None
    assert loaded.parse(sentence, start="sentence") == built.parse(sentence, start="sentence")


@pytest.mark.usefixtures("written")
def test_it_has_the_same_states_the_same_words_and_the_same_positions() -> None:
    loaded, built = tables.load(GRAMMAR), tables.build(GRAMMAR)
    assert loaded is not None
    assert sorted(t.name for t in loaded.terminals) == sorted(t.name for t in built.terminals)
    assert len(loaded.rules) == len(built.rules)
    place = loaded.parse('§ 4.2 "x" item 2', start="place")
    assert (place.meta.start_pos, place.meta.end_pos) == (0, 16)
    text = "Über 5,5 %, „x“ … § #"
    assert [(t.type, str(t)) for t in loaded.lex(text)] == [(t.type, str(t)) for t in built.lex(text)]


@pytest.mark.usefixtures("path")
def test_without_tables_the_grammar_is_read() -> None:
    assert tables.load(GRAMMAR) is None


@pytest.mark.usefixtures("written")
def test_tables_of_another_grammar_are_not_used() -> None:
    assert tables.load(GRAMMAR + " ") is None


@pytest.mark.parametrize("key", [0, 1, 2])
def test_tables_of_another_version_are_not_used(written: Path, key: int) -> None:
    stored = json.loads(written.read_text("utf-8"))
    stored["made_from"][key] = "0"
    written.write_text(json.dumps(stored), "utf-8")
    assert tables.load(GRAMMAR) is None


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"made_from": []}', "\x00" * 50, "null"])
def test_damaged_tables_are_not_used(path: Path, damage: str) -> None:
    path.write_text(damage, "utf-8")
    assert tables.load(GRAMMAR) is None


@pytest.mark.parametrize("part", ["memo", "tokens", "states", "data"])
def test_tables_with_a_part_missing_are_not_used(written: Path, part: str) -> None:
    stored = json.loads(written.read_text("utf-8"))
    del stored[part]
    written.write_text(json.dumps(stored), "utf-8")
    assert tables.load(GRAMMAR) is None


@pytest.mark.parametrize("length", [10, 1_000, 20_000])
def test_cut_off_tables_are_not_used(written: Path, length: int) -> None:
    written.write_bytes(written.read_bytes()[:length])
    assert tables.load(GRAMMAR) is None


def test_tables_are_plain_data_and_small(written: Path) -> None:
    stored = json.loads(written.read_text("utf-8"))
    assert set(stored) == {"made_from", "memo", "tokens", "states", "data"}
    assert written.stat().st_size < 100_000


def test_tables_are_written_the_same_each_time(written: Path, tmp_path: Path) -> None:
    tables.write(tables.build(GRAMMAR), GRAMMAR, str(tmp_path / "again.json"))
    assert (tmp_path / "again.json").read_bytes() == written.read_bytes()


@pytest.mark.usefixtures("written")
def test_tables_load_many_times_faster_than_the_grammar() -> None:
    start = time.perf_counter()
    tables.build(GRAMMAR)
    built = time.perf_counter() - start
    loads = []
    for _ in range(5):
        start = time.perf_counter()
        assert tables.load(GRAMMAR)
        loads.append(time.perf_counter() - start)
    assert min(loads) * 5 < built


def test_the_tables_lie_next_to_the_grammar() -> None:
    assert Path(tables.tables_path()).parent == Path(tables.grammar_path()).parent
    assert Path(tables.tables_path()).name == "sla.tables.json"
    assert Path(tables.grammar_path()).name == "sla.lark"


def test_a_checkout_uses_its_own_grammar() -> None:
    assert Path(tables.grammar_path()).parts[-2] == "grammars"
