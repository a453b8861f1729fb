"""The canonical layout; the laws of writing and reading are in `test_formatting_laws.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from sla_dsl.findings.source import Source
from sla_dsl.language import nodes as n
from sla_dsl.language.filling import WIDTH
from sla_dsl.language.formatting import format_policy, place_text
from sla_dsl.language.parsing import parse
from tests.language.test_building import CALENDARS, CONDITIONS, EXPECT, GIVEN, RULES, TIMES, VALUES

POLICIES = sorted((Path(__file__).parents[2] / "policies").glob("*.sla"))
HEAD = 'Agreement "Test".\n\n'


def file_of(text: str) -> n.PolicyFile:
    file, findings = parse(Source("", text))
    assert findings == []
    assert file is not None
    return file


def formatted(text: str) -> str:
    """The canonical text of one or more sentences."""
    return format_policy(file_of(HEAD + text)).removeprefix(HEAD)


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_the_shipped_policies_have_the_canonical_layout(path: Path) -> None:
    text = path.read_text("utf-8")
    assert format_policy(file_of(text)) == text


FORMS = [
    *(f"NnNn means {text}." for text, _ in [*VALUES, *TIMES, *CALENDARS]),
    *(f"NnNn means that {text}." for text, _ in CONDITIONS),
    *(f"{text}." for text, _ in RULES),
    *(f'Example "x" in 2026-03: given {text}; expect AaAa is met.' for text, _ in GIVEN),
    *(f'Example "x" in 2026-03: given nothing; expect {text}.' for text, _ in EXPECT),
]


@pytest.mark.parametrize("text", FORMS)
def test_each_form_is_written_as_it_is_read(text: str) -> None:
    file = file_of(HEAD + text)
    assert file_of(format_policy(file)) == file


@pytest.mark.parametrize("text", [form for form in FORMS if not form.startswith("Example")])
def test_a_form_that_is_short_is_written_word_for_word(text: str) -> None:
    again = " ".join(formatted(text).split())
    same = {"007": "7", "99.95%": "99.95 %", "((AaAa))": "AaAa", " on an BbBb ": " on a BbBb "}
    for written, canonical in same.items():
        text = text.replace(written, canonical)
    assert again == " ".join(text.split())


# ---------------------------------------------------------------- layout


def test_a_clause_stands_between_blank_lines_and_begins_with_its_sign() -> None:
    text = "Rebate is paid as Cash. ##  4.2 “Title”  paragraph 2 Rebate is paid as Cash. Fee is paid as Cash."
    assert formatted(text) == (
        'Rebate is paid as Cash.\n\n§ 4.2 "Title" paragraph 2\n\nRebate is paid as Cash.\n\nFee is paid as Cash.\n'
    )


def test_declarations_and_targets_stand_in_lists() -> None:
    text = 'aa_ is a cause: "x". Bb is a charge: "y". Fee is paid as Cash. Cc is a cause: "z".'.replace("aa_", "Aa")
    assert formatted(text) == (
        'Aa is a cause: "x".\nBb is a charge: "y".\n\nFee is paid as Cash.\n\nCc is a cause: "z".\n'
    )
    assert formatted('Aa is a cause: "x" assuming "y". Bb is a cause: "z".').count("\n\n") == 1


def test_a_sentence_begins_with_a_capital_in_column_one() -> None:
    text = (
        'the time zone is UTC. nothing is computed here, because "x". '
        'set aside, because "y": each outage of Aa is rounded up to the day.'
    )
    lines = formatted(text).splitlines()
    assert lines == [
        "The time zone is UTC.",
        "",
        'Nothing is computed here, because "x".',
        "",
        'Set aside, because "y":',
        "  each outage of Aa is rounded up to the day.",
    ]


def test_a_long_sentence_goes_on_two_blanks_in() -> None:
    text = "An incident because of Customer Code, Customer Configuration or Third Party does not count as Downtime."
    assert formatted(text) == (
        "An incident because of Customer Code, Customer Configuration or Third Party\n  does not count as Downtime.\n"
    )


def test_a_short_assumption_stays_on_its_line_and_a_long_one_has_its_own() -> None:
    assert formatted('The time zone is UTC assuming "the agreement names none".').count("\n") == 1
    assert formatted('The time zone is UTC assuming "the agreement names no zone for the month, nor any other".') == (
        'The time zone is UTC\n  assuming "the agreement names no zone for the month, nor any other".\n'
    )


def test_each_finding_that_is_accepted_has_a_line_after_the_assumption() -> None:
    text = (
        'The time zone is UTC accepting "a-code", because "it is meant" assuming "none is named" '
        'accepting "other", because "so too".'
    )
    assert formatted(text) == (
        'The time zone is UTC assuming "none is named"\n'
        '  accepting "a-code", because "it is meant"\n'
        '  accepting "other", because "so too".\n'
    )
    assert formatted('Aa is a cause: "x". Bb is a cause: "z" accepting "a", because "b".').count("\n\n") == 1


def test_a_table_has_a_row_a_line_and_its_ends_under_each_other() -> None:
    text = (
        "Rebate is a credit on Fee, by the last row that applies to Uptime: "
        "less than 100 % gives 5 %, less than 99 % gives 10 %, less than 9 % gives 100 %."
    )
    assert formatted(text) == (
        "Rebate is a credit on Fee, by the last row that applies to Uptime:\n"
        "  less than 100 % gives   5 %,\n"
        "  less than  99 % gives  10 %,\n"
        "  less than   9 % gives 100 %.\n"
    )


def test_rows_of_different_kinds_begin_under_each_other() -> None:
    text = (
        "Rebate is a credit on Fee, by the one row that applies to Downtime: "
        "at most 4 min gives 0 %, more than 4 min but at most 20 min gives 10 %, more than 20 min gives 20 %."
    )
    assert formatted(text) == (
        "Rebate is a credit on Fee, by the one row that applies to Downtime:\n"
        "  at most 4 min                      gives  0 %,\n"
        "  more than 4 min but at most 20 min gives 10 %,\n"
        "  more than 20 min                   gives 20 %.\n"
    )


def test_an_example_has_an_incident_a_line_and_short_facts_together() -> None:
    text = (
        'Example "x" in 2026-03: given Fee of 900 EUR, no list of claims, an incident from 2026-03-04 10:00 to '
        "2026-03-04 10:07, a breach from 2026-03-04 10:00 to 2026-03-05 10:00; expect Aa is met, Bb is 5 %."
    )
    assert formatted(text) == (
        'Example "x" in 2026-03:\n'
        "  given Fee of 900 EUR, no list of claims,\n"
        "        an incident from 2026-03-04 10:00 to 10:07,\n"
        "        a breach from 2026-03-04 10:00 to 2026-03-05 10:00;\n"
        "  expect Aa is met, Bb is 5 %.\n"
    )


def test_a_long_incident_goes_on_further_in() -> None:
    text = (
        'Example "x" in 2026-03: given an incident because of Provider Failure from 2026-03-04 10:00 to 10:07 '
        "reported at 2026-03-04 10:05 claimed at 2026-03-04 10:06; expect Aa is met."
    )
    assert formatted(text).splitlines()[1:3] == [
        "  given an incident because of Provider Failure from 2026-03-04 10:00 to 10:07",
        "          reported at 2026-03-04 10:05 claimed at 2026-03-04 10:06;",
    ]


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("from 2026-03-04 10:00:00 to 10:01:00", "from 2026-03-04 10:00 to 10:01"),
        ("from 2026-03-04 10:00 to 10:00:30", "from 2026-03-04 10:00:00 to 10:00:30"),
        ("from 2026-03-04 10:00 to 10:00:30.500000", "from 2026-03-04 10:00:00 to 10:00:30.5"),
        ("from 2026-03-04 10:00 UTC to 2026-03-04 11:00 UTC", "from 2026-03-04 10:00 UTC to 11:00"),
        ("from 2026-03-04 10:00 UTC to 2026-03-04 11:00", "from 2026-03-04 10:00 UTC to 2026-03-04 11:00"),
    ],
)
def test_times_beside_each_other_are_written_alike(written: str, canonical: str) -> None:
    text = formatted(f'Example "x" in 2026-03: given a breach {written}; expect Aa is met.')
    assert f"given a breach {canonical};" in text


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("10.1 EUR", "10.10 EUR"),
        ("10.00 EUR", "10 EUR"),
        ("0.125 EUR", "0.125 EUR"),
        ("10.5 JPY", "10.5 JPY"),
        ("99.90 %", "99.9 %"),
        ("0.50 min", "0.5 min"),
        ("1.5 Tokens", "1.5 Tokens"),
    ],
)
def test_numbers_are_written_with_the_digits_they_need(written: str, canonical: str) -> None:
    assert formatted(f"Aa means {written}.") == f"Aa means {canonical}.\n"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("(Aa plus Bb) plus Cc", "(Aa plus Bb) plus Cc"),
        ("(Aa times Bb) plus Cc", "Aa times Bb plus Cc"),
        ("(Aa) times ((Bb))", "Aa times Bb"),
        ("Aa divided by (Bb times Cc)", "Aa divided by (Bb times Cc)"),
        ("5 % of (Aa plus Bb)", "5 % of (Aa plus Bb)"),
        ("(Aa but at least 0) plus 1", "(Aa but at least 0) plus 1"),
        ("(Aa but at least 0) but at most 1", "Aa but at least 0 but at most 1"),
    ],
)
def test_brackets_stand_only_where_they_are_needed(written: str, canonical: str) -> None:
    assert formatted(f"Dd means {written}.") == f"Dd means {canonical}.\n"


def test_lines_are_not_longer_than_their_parts() -> None:
    chain = " plus ".join(f"Summand {number}".replace("0", "O") for number in range(1, 10))
    text = formatted(f"Total means {' plus '.join(['First Part', 'Second Part'] * 20)}.")
    assert all(len(line) <= WIDTH for line in text.splitlines())
    assert chain


def test_long_chains_of_every_kind_are_written() -> None:
    for joint in ("plus", "minus", "times", "divided by"):
        text = "Aa means " + f" {joint} ".join(["Bb"] * 1_000) + "."
        assert formatted(text).count(joint) == 999
    for joint in ("and", "or"):
        text = "Aa means that " + f" {joint} ".join(["Bb holds"] * 1_000) + "."
        assert formatted(text).count(joint) == 999
    assert formatted("Time within Aa does not count as " + "Bb, " * 998 + "Bb or Cc.").count("Bb") == 999


def test_a_clause_that_stands_twice_keeps_its_sentences() -> None:
    text = '§ "A"\n\nAa is paid as Cash.\n\n§ "A"\n\nBb is paid as Cash.\n'
    assert formatted(text) == text


def test_an_empty_clause_keeps_its_heading() -> None:
    place, other = n.Place("1", "", ()), n.Place("2", "", ())
    file = n.PolicyFile("x", None, 1, (n.Sentence(n.TimeZone("UTC"), other),), (place, other))
    assert format_policy(file) == 'Agreement "x".\n\n§ 1\n\n§ 2\n\nThe time zone is UTC.\n'


def test_a_place_is_written_in_full() -> None:
    assert place_text(n.Place("4.2(a)", "Title", (("paragraph", "2"), ("item", "1")))) == (
        '§ 4.2(a) "Title" paragraph 2 item 1'
    )
    assert place_text(n.Place("", "Title", ())) == '§ "Title"'


def test_a_head_is_written_with_what_it_says() -> None:
    text = 'Agreement "x" in force from 2026-01-02.\n'
    assert format_policy(file_of('agreement "x" in force from 2026-01-02, written in language 1.')) == text
