"""The laws of the canonical layout, on policies of every form that are made at random.

SLA_POLICIES says on how many (200 if it does not).
"""

from __future__ import annotations

import os
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import seed as seed_of
from hypothesis import strategies as st

from sla_dsl.findings.source import Source
from sla_dsl.language import nodes as n
from sla_dsl.language.formatting import format_policy
from sla_dsl.language.parsing import parse
from tests.docs.grammars import rules, used
from tests.language.strategies import FORMS, examples, policies

POLICIES = int(os.environ.get("SLA_POLICIES", "200"))
lawful = settings(max_examples=POLICIES, deadline=None, suppress_health_check=list(HealthCheck))

_PIECES = re.compile('"[^"]*"|[^"]+')
_BLANKS = (" ", "  ", "\n", "\r\n", "\t", "\u00a0", "\n\n   ")


def read(text: str) -> n.PolicyFile:
    """The policy that is written there, without a mistake."""
    file, findings = parse(Source("", text))
    assert findings == []
    assert file is not None
    return file


@lawful
@given(policies)
def test_what_is_written_reads_as_what_was_meant_and_is_written_the_same_again(file: n.PolicyFile) -> None:
    text = format_policy(file)
    again = read(text)
    assert again == file
    assert format_policy(again) == text


@lawful
@given(policies, st.randoms(use_true_random=False))
def test_however_it_was_laid_out_the_same_is_written(file: n.PolicyFile, random: st.DataObject) -> None:
    text = format_policy(file)
    assert format_policy(read(laid_out_otherwise(text, random))) == text


def test_the_policies_that_are_made_use_every_rule_of_the_grammar() -> None:
    """Looked at form by form, in rounds, until every rule was met."""
    wanted = rules() - NOT_IN_SENTENCES
    for seed in range(20):
        for form in (*FORMS, examples, examples):
            wanted -= _used(form, seed)
        if not wanted:
            break
    assert wanted == set()


def _used(form: st.SearchStrategy[n.Body], seed: int) -> set[str]:
    found: set[str] = set()

    @seed_of(seed)
    @settings(lawful, max_examples=20, database=None)
    @given(form)
    def look(body: n.Body) -> None:
        sentence = n.Sentence(body, None, "x", "y", (n.Accepting("a", "b"),))
        found.update(used(format_policy(n.PolicyFile("x", None, 1, (n.Sentence(body), sentence), ()))))

    look()
    return found


NOT_IN_SENTENCES = {"in_force", "language_version", "clause", "place", "part", "part_word"}
"""What stands in the head (the version of the language only where it is not the first) and in headings."""


def laid_out_otherwise(text: str, random: st.DataObject) -> str:
    """The same policy with other blanks and line breaks, other quotes, `##` for `§`, small letters at the beginning."""
    pieces = [_otherwise(piece, random) for piece in _PIECES.findall(text)]
    return "".join(pieces).replace("Agreement", random.choice(["Agreement", "agreement"]), 1)  # type: ignore[attr-defined]


def _otherwise(piece: str, random: st.DataObject) -> str:
    blank = random.choice(_BLANKS)  # type: ignore[attr-defined]
    if not piece.startswith('"'):
        signs = piece.replace("§", "##") if blank == "\t" else piece
        return re.sub(r"\s+", blank, signs)
    inner = piece[1:-1].replace(" ", blank)
    return f"“{inner}”" if blank == "\n" else f'"{inner}"'
