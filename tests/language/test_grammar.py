"""The grammar itself, and the one parser that is made from it."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from sla_dsl.findings.source import Source
from sla_dsl.language.building import SentenceBuilder
from sla_dsl.language.grammar import keywords, parser
from sla_dsl.language.lexing import Words, lex
from sla_dsl.language.parsing import parse
from sla_dsl.language.tables import build, grammar_text


def test_the_grammar_has_no_conflict() -> None:
    build(grammar_text(), strict=True)


def test_it_is_the_whole_grammar_that_has_none() -> None:
    """The rule that describes a whole file, which the parser does without, is read by people."""
    from lark import Lark

    Lark(grammar_text(), parser="lalr", lexer="basic", start="start", maybe_placeholders=False, strict=True)


def test_there_is_one_parser_for_all_threads() -> None:
    with ThreadPoolExecutor(8) as pool:
        parsers = list(pool.map(lambda _: parser(), range(32)))
    assert len(set(map(id, parsers))) == 1


def test_threads_read_side_by_side() -> None:
    texts = [f'Agreement "{number}". Fee{number} is a charge: "x".' for number in range(64)]
    with ThreadPoolExecutor(8) as pool:
        files = list(pool.map(lambda text: parse(Source("", text))[0], texts))
    assert [file.title for file in files if file] == [str(number) for number in range(64)]


def test_lark_is_loaded_when_the_first_text_is_read_and_not_before() -> None:
    code = (
        "import sys; import sla_dsl.language.parsing, sla_dsl.language.formatting; assert 'lark' not in sys.modules;"
        "from sla_dsl.findings.source import Source; sla_dsl.language.parsing.parse(Source('', 'x'));"
        "assert 'lark' in sys.modules"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_each_rule_is_built_by_a_method_of_its_name() -> None:
    shown = {str(rule.alias or rule.origin.name) for rule in parser().rules if rule.alias or not rule.options.expand1}
    rules = {name for name in shown if not name.startswith("_")} - {"stray"}
    parts = [part for part in SentenceBuilder.__mro__ if part.__module__.startswith("sla_dsl")]
    methods = {name for part in parts for name in vars(part) if not name.startswith("_")}
    assert rules == methods


@pytest.mark.parametrize("word", sorted(keywords()))
def test_a_fixed_word_is_read_as_itself(word: str) -> None:
    found = lex(f"x {word} ")
    assert isinstance(found, Words)
    assert [(token.type, str(token)) for token in found.tokens[1:]] == [(keywords()[word], word)]


def test_a_word_that_only_begins_as_a_fixed_one_is_none() -> None:
    found = lex("orb iffy inform ands at\u00a0most")
    assert isinstance(found, Words)
    assert [token.type for token in found.tokens] == ["WORD"] * 4 + ["AT", "MOST"]


def test_no_name_can_be_a_word_of_the_language() -> None:
    assert all(re.fullmatch("[a-z]+|[.,:;%()]", word) for word in keywords())
