"""The map of the house against the house: every file that it names is there, every room may import what it says."""

from __future__ import annotations

import re

import pytest

from tests.docs.blocks import in_code, table
from tests.docs.transcripts import ROOT
from tests.test_layers import ROOMS

TEXT = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
ROWS = {in_code(row[0])[0]: row for row in table(TEXT, "room", "what goes on in it")}
FILE = re.compile(r"[a-z_0-9*/]+\.(py|lark|md|toml|sla|json)")
FILES = sorted({name for line in TEXT.splitlines() for name in in_code(line) if FILE.fullmatch(name)})


def rooms_named(cell: str) -> set[str]:
    if cell == "all of these":
        return set(ROOMS) - {"faces"}
    return set(re.findall("[a-z]+", re.sub(r"\(.*?\)", "", cell)))


def test_the_map_has_every_room() -> None:
    assert list(ROWS) == list(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_may_import_what_the_map_says(room: str) -> None:
    assert rooms_named(ROWS[room][2]) == ROOMS[room]


@pytest.mark.parametrize("room", ROOMS)
def test_the_files_that_the_map_names_are_in_the_room(room: str) -> None:
    named = [name for name in in_code(ROWS[room][1]) if FILE.fullmatch(name)]
    assert named
    assert [name for name in named if not list((ROOT / "sla_dsl" / room).glob(name))] == []


@pytest.mark.parametrize("name", FILES)
def test_every_file_that_is_named_is_there(name: str) -> None:
    assert [path for path in ROOT.glob(f"**/{name}") if ".venv" not in path.parts]
