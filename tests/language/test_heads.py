"""First words that are not what they seem."""

from __future__ import annotations

import pytest

from sla_dsl.findings.source import Source
from sla_dsl.language import nodes as n
from sla_dsl.language.first_words import FIRST_WORDS
from sla_dsl.language.parsing import parse


def codes(text: str) -> list[str]:
    return [finding.code for finding in parse(Source("", text))[1]]


@pytest.mark.parametrize("word", ["Agrement", "agrrement", "Agreemnt", "AGREEMENT", "Agreements"])
def test_a_misspelt_head_is_a_head(word: str) -> None:
    file, findings = parse(Source("", f'{word} "Test" in force from 2026-01-02.'))
    assert [(finding.code, finding.span) for finding in findings] == [("unknown-word", (0, len(word)))]
    assert file is not None
    assert file.title == "Test"


def test_so_is_one_without_its_first_word() -> None:
    file, findings = parse(Source("", '"Test" in force from 2026-01-02.'))
    assert [finding.code for finding in findings] == ["no-head"]
    assert file is not None
    assert file.title == "Test"


def test_another_sentence_is_no_head() -> None:
    assert codes('Aa is a cause: "x".') == ["no-head"]
    assert codes("Foo bar.") == ["no-head", "unexpected-word"]


@pytest.mark.parametrize("word", [word for word in FIRST_WORDS if word not in ("Agreement",)])
@pytest.mark.parametrize("rest", [" Credit", ""])
def test_a_name_that_begins_with_such_a_word_is_read_as_a_name(word: str, rest: str) -> None:
    file, findings = parse(Source("", f'Agreement "Test". {word}{rest} is a cause: "x".'))
    assert findings == []
    assert file is not None
    assert file.sentences[0].body == n.Declaration("cause", n.Name(word + rest), "x")


def test_but_not_where_it_does_not_help() -> None:
    assert codes('Agreement "Test". The Foo is UTC.') == ["unknown-form"]
    assert codes('Agreement "Test". Time Credit foo.') == ["unknown-form"]
