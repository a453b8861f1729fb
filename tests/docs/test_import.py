"""The page of imports against the program: every form of export has its section, and says what it needs."""

from __future__ import annotations

import re
import tomllib

import pytest

from sla_dsl.intake.answers.mapping import FORMAT
from sla_dsl.intake.listing import READERS
from sla_dsl.intake.reader import Reader
from tests.docs.blocks import FOLDER, blocks, document, sections

TEXT = document("import.md")
RESERVED = {
    *("account", "as_of", "records", "zone", "start", "end", "announced", "opened", "no_end", "planned"),
    *("planned_start", "planned_end", "service", "cause", "priority", "state", "step", "record", "format", "export"),
}
"""Names of questions that every form may ask."""


def _named(reader: Reader) -> str:
    return reader.name


def test_every_form_has_a_section_and_no_other_has() -> None:
    forms = sections(TEXT.split("\n## The forms\n")[1], 3)
    assert list(forms) == [reader.name for reader in READERS]


@pytest.mark.parametrize("reader", READERS, ids=_named)
def test_a_section_says_what_the_form_is_and_how_it_is_had(reader: Reader) -> None:
    text = sections(TEXT.split("\n## The forms\n")[1], 3)[reader.name]
    assert len(text) > 200
    assert not reader.extra or f"sla-dsl[{reader.extra}]" in text


@pytest.mark.parametrize("reader", READERS, ids=_named)
def test_a_form_has_a_name_and_topics_of_its_own(reader: Reader) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)*", reader.name)
    assert not RESERVED & set(reader.topics)
    assert all(topic.words.count("{}") == 1 and topic.words.endswith("?") for topic in reader.topics.values())
    assert reader.title[0].isupper() or reader.title[0] == "i"
    assert not reader.needs.endswith(".")
    assert not reader.gives.endswith(".")


def test_what_is_put_beside_an_export_is_the_file_that_the_page_shows() -> None:
    [shown] = [block.text for block in blocks("import.md") if block.language == "json"]
    assert shown == (FOLDER / "import" / "customer.json").read_text("utf-8")


def test_the_mapping_file_of_the_page_is_one() -> None:
    answers = tomllib.loads((FOLDER / "import" / "page.map.toml").read_text("utf-8"))
    assert (answers["format"], answers["export"]) == (FORMAT, "statuspage")


def test_the_lines_that_the_page_quotes_stand_in_its_files() -> None:
    mapping = (FOLDER / "import" / "page.map.toml").read_text("utf-8")
    for line in re.findall(r"(?m)^\S+ = \{ is = \"[^?].*$", TEXT):
        assert line in mapping
