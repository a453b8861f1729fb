"""From the text of a policy to its words, with every mistake in its characters, quotes, numbers and signs.

Lark's lexer runs over the whole text and never fails: what is no word of the language comes as a word that no
sentence has.  A mistake that is told here is mended where it is plain what was meant, so that it costs nothing
else; `Words.findings` say where, and a sentence that holds one gives no further finding of its own.
"""

from __future__ import annotations

from itertools import groupby, islice, pairwise
from typing import TYPE_CHECKING

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import limits
from sla_dsl.language import word_mistakes as mistakes
from sla_dsl.language.characters import mend_characters
from sla_dsl.language.first_words import with_first_words
from sla_dsl.language.grammar import parser
from sla_dsl.language.quotes import mend_quotes
from sla_dsl.language.shapes import reread
from sla_dsl.language.single_words import mend_words
from sla_dsl.language.words import quoted_code, span_of, token, touch
from sla_dsl.records import NamedTuple
from sla_dsl.values.currencies import MINOR_DIGITS

if TYPE_CHECKING:
    from lark import Token

_ODD = frozenset({"NOT_A_WORD", "NOT_A_SIGN"})
_SIGNS = frozenset({"DOT", "COMMA", "COLON", "SEMICOLON", "PERCENT", "LPAR", "RPAR"})
_UNITS = frozenset({"%", "s", "min", "hour", "hours", "day", "days"})


class Words(NamedTuple):
    """The words of a text in order, and what is wrong with its characters and words."""

    tokens: list[Token]
    findings: list[Finding]


def lex(text: str) -> Words | Finding:
    """The words of a policy; a finding alone where the text is longer than can be read."""
    if len(text) > limits.TEXT:
        return mistakes.policy_too_long(limits.TEXT, "characters", Span(0, 0))
    paired = mend_quotes(text)
    plain = mend_characters(paired.text)
    tokens = list(islice(parser().lex(plain.text), limits.WORDS + 1))
    if len(tokens) > limits.WORDS:
        return mistakes.policy_too_long(limits.WORDS, "words and signs", span_of(tokens[-1]))
    runs = _mend_runs(tokens, plain.text)
    joined = _join_numbers(runs.tokens)
    mended, single = mend_words(joined.tokens)
    found = paired.findings + plain.findings + runs.findings + joined.findings + single + _beside_texts(tokens)
    return Words(with_first_words(mended), found)


def _mend_runs(tokens: list[Token], text: str) -> Words:
    """The same words; those that touch one another and look odd are read again."""
    words = Words([], [])
    start = 0
    for index in range(1, len(tokens) + 1):
        if index < len(tokens) and _go_together(tokens[index - 1], tokens[index]):
            continue
        run = tokens[start:index]
        if start and tokens[start - 1].type == "ACCEPTING" and (code := quoted_code(run)):
            words.findings.append(mistakes.code_without_quotes(code[1:-1], span_of(code)))
            run = [code, *(word for word in run if (word.start_pos or 0) >= (code.end_pos or 0))]
        elif _is_odd(run, tokens[index : index + 1]):
            run, found = reread(run, text)
            words.findings.extend(found or _further(run))
        words.tokens.extend(run)
        start = index
    return words


def _go_together(left: Token, right: Token) -> bool:
    return touch(left, right) and left.type != "STRING" and right.type != "STRING"


def _is_odd(run: list[Token], following: list[Token]) -> bool:
    """Whether words that touch hold more than a word and the signs that may stand beside it."""
    if run[0].type in _ODD or any(word.type not in _SIGNS for word in run[1:]):
        return True
    ends_in_point = len(run) > 1 and run[-1].type == "DOT" and run[-2].type == "NUMBER"
    return ends_in_point and bool(following) and _is_unit(following[0], run[-1])


def _is_unit(word: Token, point: Token) -> bool:
    """Whether a word after `5.` is its unit; a currency on the next line may begin a sentence."""
    return str(word) in _UNITS or (str(word) in MINOR_DIGITS and word.line == point.line)


def _further(run: list[Token]) -> list[Finding]:
    """What is wrong with words that touch, where no odd shape was found among them."""
    found = [mistakes.unknown_sign("".join(signs), _across(signs)) for signs in _side_by_side(run)]
    found += [mistakes.no_word(str(word), span_of(word)) for word in run if word.type == "NOT_A_WORD"]
    found += [
        mistakes.blank_missing_beside("the full stop", _across([left, right]))
        for left, right in pairwise(run)
        if left.type == "DOT" and right.type not in _SIGNS | _ODD
    ]
    return found


def _side_by_side(run: list[Token]) -> list[list[Token]]:
    """The signs that the language does not have, those side by side together."""
    groups = groupby(run, lambda word: word.type == "NOT_A_SIGN")
    return [list(group) for is_sign, group in groups if is_sign]


def _across(words: list[Token]) -> Span:
    return Span(words[0].start_pos or 0, words[-1].end_pos or 0)


def _join_numbers(tokens: list[Token]) -> Words:
    """The same words; numbers side by side, as in `1 000`, are one."""
    words = Words([], [])
    for is_number, group in groupby(tokens, lambda word: word.type == "NUMBER"):
        side_by_side = list(group)
        if is_number and len(side_by_side) > 1:
            joined = token("NUMBER", "".join(side_by_side).replace(".", ""), *_across(side_by_side))
            words.findings.append(mistakes.blanks_in_number(side_by_side, joined, span_of(joined)))
            side_by_side = [joined]
        words.tokens.extend(side_by_side)
    return words


def _beside_texts(tokens: list[Token]) -> list[Finding]:
    """A word may not touch a text in quotes."""
    return [
        mistakes.blank_missing_beside("the quote", _across([left, right]))
        for left, right in pairwise(tokens)
        if (left.type == "STRING") != (right.type == "STRING") and touch(left, right) and not _is_sign(left, right)
    ]


def _is_sign(left: Token, right: Token) -> bool:
    return left.type in _SIGNS or right.type in _SIGNS or left.type.startswith("SECTION")
