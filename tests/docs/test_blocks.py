"""The reader of documents itself: what it takes for a block, a section, a row, a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs import grammars
from tests.docs.blocks import FOLDER, blocks, blocks_of, cells, in_code, sections, table
from tests.docs.policies import told
from tests.docs.transcripts import as_printed, commands, lay_out, run
from tests.docs.tutorials import added

TEXT = """# Title

## First

```sla failing in=credit code=open-choice line=2 words="to the nearest minute"
One.
  Two.
```

| a | b |
|---|---|
| 1 | `x \\| y` |

## Second

```console
$ sla check a.sla
1 policy
$ sla limits
```
"""


def test_a_block_has_its_place_its_words_and_its_options() -> None:
    first, second = blocks_of("x.md", TEXT)
    assert (first.name, first.heading, first.language, first.words) == ("x.md:6", "First", "sla", ("failing",))
    assert first.options == {"in": "credit", "code": "open-choice", "line": "2", "words": "to the nearest minute"}
    assert first.text == "One.\n  Two.\n"
    assert (second.heading, second.language) == ("Second", "console")


def test_a_block_that_is_not_closed_is_a_mistake_of_the_document() -> None:
    with pytest.raises(ValueError, match="line 2 is not closed"):
        list(blocks_of("x.md", "```sla\nOne.\n"))


def test_sections_are_the_parts_under_headings_of_one_level() -> None:
    assert list(sections(TEXT, 2)) == ["First", "Second"]
    assert "Two." in sections(TEXT, 2)["First"]


def test_a_table_is_found_by_its_heading() -> None:
    assert table(TEXT, "a") == [("1", "`x | y`")]
    assert in_code("`a` and `b c`") == ["a", "b c"]
    assert cells("| a |  |") == ("a", "")
    with pytest.raises(ValueError, match="no table"):
        table(TEXT, "b")


def test_a_transcript_is_cut_into_commands() -> None:
    _, transcript = blocks_of("x.md", TEXT)
    assert list(commands(transcript)) == [("sla check a.sla", "1 policy\n"), ("sla limits", "")]


def test_a_last_line_of_dots_stands_for_what_follows() -> None:
    assert as_printed("a\nb\nc\n", "a\n…\n") == "a\n…\n"
    assert as_printed("a\nb\n", "b\n…\n") == "a\nb\n"
    assert as_printed("a\n…", "a\n") == "a\n…"


def test_a_command_is_run_where_the_files_of_the_document_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {"a.sla": 'Agreement "A".\n'})
    monkeypatch.chdir(tmp_path)
    assert "a.sla:1:1: error: " in run("sla check a.sla --format concise")
    assert (tmp_path / "policies" / "ezcnam.sla").exists()


def test_a_sentence_is_added_at_the_end_or_below_another() -> None:
    last, below = blocks_of("x.md", '```sla add\nC.\n```\n```sla add below="A"\nB.\n\n```\n')
    assert added("\nA.\n\nX.\n", last) == "\nA.\n\nX.\nC.\n"
    assert added("\nA.\n\nX.\n", below) == "\nA.\n\nB.\n\nX.\n"


@pytest.mark.parametrize("path", sorted((FOLDER / "preambles").glob("*.sla")), ids=lambda path: path.stem)
def test_a_preamble_is_a_policy_with_nothing_wrong_but_that_it_is_not_read(path: Path) -> None:
    assert {finding.code for finding in told(path.read_text("utf-8"))} <= {"no-rules"}


def test_the_grammar_gives_its_forms_and_what_a_policy_uses() -> None:
    assert grammars.sentence_forms()[0] == "time_zone"
    assert "example" in grammars.sentence_forms()
    text = 'Agreement "A". The time zone is UTC. ## "B" Nothing is computed here, because "c".'
    assert {"time_zone", "nothing", "place"} <= grammars.used(text) <= grammars.rules()
    assert grammars.used(text) == grammars.used_coming(text)


KINDS = {
    "field.md": {("sla", "today"), ("sla", "coming"), ("sla", "refused")},
    "tutorial.md": {("sla", "add"), ("sla", "try"), ("console", ""), ("json", "march.json")},
}


@pytest.mark.parametrize("name", KINDS)
def test_every_block_of_a_document_is_of_a_known_kind(name: str) -> None:
    assert {(block.language, "".join(block.words)) for block in blocks(name)} == KINDS[name]
