"""What a policy accepts of the findings about it, and what is said where it accepts nothing."""

from __future__ import annotations

import pytest

from sla_dsl.evaluation.compiling.reading import read
from sla_dsl.findings.finding import Finding, Related, Severity, Span
from sla_dsl.findings.source import Source
from sla_dsl.language import nodes as n
from sla_dsl.language.codes import CODES, NOTES
from sla_dsl.language.parsing import parse
from sla_dsl.language.silencing import accepted, silenced
from tests.language.programs import PRELUDES

BASE = f"{PRELUDES['credit']}The provider guarantees that Uptime is at least 99 %.\n"
SPARE = 'Spare is a charge: "x"'
UNREAD = 'accepting "unread-declaration", because "it is used next year"'
KNOWN = frozenset((*CODES, "credit-while-kept"))


def found(text: str, *analysed: Finding, complete: bool = True) -> list[Finding]:
    """The findings about a policy, with those of analyses, but without the notes on what it states."""
    reading = read(BASE + text, "sha256:0", "")
    told = silenced((*reading.findings, *analysed), reading.file, KNOWN, complete=complete)
    return [finding for finding in told if finding.code not in NOTES]


def words(text: str, finding: Finding) -> str:
    start, end = finding.span or (0, 0)
    return (BASE + text)[start:end]


def analysed(text: str, at: str, also: str = "", severity: Severity = "warning") -> Finding:
    """A finding of an analysis about words of the text, and other words that it speaks of."""
    whole = BASE + text
    places = [Span(whole.index(part), whole.index(part) + len(part)) for part in (at, also) if part]
    related = tuple(Related("see", place) for place in places[1:])
    return Finding("credit-while-kept", "It pays.", places[0], severity=severity, related=related)


# ---------------------------------------------------------------- what is accepted


def test_what_stands_in_the_sentence_is_accepted_with_the_reason() -> None:
    (finding,) = found(f"{SPARE} {UNREAD}.")
    assert (finding.code, finding.accepted) == ("unread-declaration", "it is used next year")


def test_reading_alone_marks_what_is_accepted() -> None:
    findings = read(f"{BASE}{SPARE} {UNREAD}.", "sha256:0", "").findings
    assert [finding.accepted for finding in findings] == ["it is used next year"]


def test_only_the_sentence_itself_is_meant() -> None:
    other = SPARE.replace("Spare", "Other")
    first, second = found(f"{SPARE} {UNREAD}. {other}.")
    assert (bool(first.accepted), second.accepted) == (True, "")


@pytest.mark.parametrize("severity", ["warning", "note"])
def test_findings_of_the_analyses_are_accepted_alike(severity: Severity) -> None:
    text = 'Bonus is a credit on Monthly Fee, of 1 % accepting "credit-while-kept", because "meant".'
    told = found(text, analysed(text, "Bonus is a credit", severity=severity))
    assert [(it.code, it.accepted) for it in told if it.severity != "error"] == [("credit-while-kept", "meant")]


def test_words_that_a_finding_also_speaks_of_are_enough() -> None:
    promise = "The provider guarantees as Other that Uptime is at least 98 %."
    text = f'Bonus means 5 % accepting "credit-while-kept", because "meant". {promise}'
    told = found(text, analysed(text, "The provider guarantees as", "Bonus means 5 %"))
    assert "meant" in [finding.accepted for finding in told]


def test_words_that_reach_into_another_sentence_are_not_in_this_one() -> None:
    text = 'Bonus means 5 % accepting "credit-while-kept", because "meant". Malus means 6 %.'
    told = found(text, analysed(text, '"meant". Malus'))
    assert {(it.code, it.accepted) for it in told if it.code != "unread-declaration"} == {
        ("credit-while-kept", ""),
        ("accepts-nothing", ""),
    }


def test_a_heading_belongs_to_the_first_sentence_below_it() -> None:
    ending = 'accepting "place-twice", because "the agreement repeats it"'
    text = f'§ "A" Downtime Two means 1 min. § "A" Downtime Three means 2 min {ending}. Downtime Four means 3 min.'
    twice = [it for it in found(text) if it.code in ("place-twice", "accepts-nothing")]
    assert [(it.code, it.accepted) for it in twice] == [("place-twice", "the agreement repeats it")]
    moved = text.replace(f" {ending}", "").replace("3 min", f"3 min {ending}")
    assert [(it.code, it.accepted) for it in found(moved) if it.code in ("place-twice", "accepts-nothing")] == [
        ("place-twice", ""),
        ("accepts-nothing", ""),
    ]


def test_what_is_said_of_the_whole_policy_belongs_to_its_first_sentence() -> None:
    first = 'The time zone is UTC accepting "credit-while-kept", because "meant".'
    reading = read(f'Agreement "x". {first} The period is each calendar month.', "sha256:0", "")
    told = silenced([Finding("credit-while-kept", "It is.", severity="note")], reading.file, KNOWN, complete=True)
    assert [(it.code, it.accepted) for it in told] == [("credit-while-kept", "meant")]


def test_several_are_accepted_by_one_sentence() -> None:
    text = f'{SPARE} {UNREAD} assuming "y" accepting "credit-while-kept", because "meant".'
    told = found(text, analysed(text, "Spare is a charge"))
    assert {(it.code, it.accepted) for it in told} == {
        ("unread-declaration", "it is used next year"),
        ("credit-while-kept", "meant"),
    }


def test_without_a_policy_that_can_be_read_nothing_is_accepted() -> None:
    finding = Finding("credit-while-kept", "It is.")
    assert accepted([finding], None) == silenced([finding], None, KNOWN, complete=False) == (finding,)


# ---------------------------------------------------------------- what accepts nothing


def test_an_error_is_never_accepted() -> None:
    text = 'Bonus is a credit on Monthly Fee, of Bonus accepting "unknown-name", because "so".'
    text = text.replace("of Bonus", "of Bonuss")
    told = {it.code: it for it in found(text, complete=False) if it.code in ("unknown-name", "accepts-nothing")}
    assert told["unknown-name"].accepted == ""
    assert told["accepts-nothing"].message == (
        "The finding 'unknown-name' is an error here, and an error cannot be accepted."
    )
    assert told["accepts-nothing"].related[0].span == told["unknown-name"].span


@pytest.mark.parametrize("text", [f"Bonus means 5 % {UNREAD}. Malus means Bonus.", f"The time zone is UTC {UNREAD}."])
def test_what_accepts_nothing_is_told_with_its_words(text: str) -> None:
    (finding,) = [it for it in found(text) if it.code == "accepts-nothing"]
    assert (finding.severity, words(text, finding)) == ("warning", UNREAD)
    assert finding.message == "There is no finding 'unread-declaration' here that could be accepted."


def test_where_not_all_was_looked_for_nobody_knows_what_accepts_nothing() -> None:
    text = f"Bonus means 5 % {UNREAD}. Malus means Bonus."
    assert "accepts-nothing" not in [it.code for it in found(text, complete=False)]


def test_a_code_that_is_accepted_twice_is_told_once() -> None:
    text = f"{SPARE} {UNREAD} {UNREAD}."
    told = found(text)
    assert [it.code for it in told] == ["unread-declaration", "accepts-nothing"]
    assert told[1].message == "The finding 'unread-declaration' is accepted twice in this sentence."
    assert told[1].related[0].span.start < (told[1].span or (0, 0))[0]


@pytest.mark.parametrize("code", sorted(NOTES))
def test_what_the_policy_says_itself_needs_no_acceptance(code: str) -> None:
    told = found(f'Bonus means 5 % assuming "y" accepting "{code}", because "x". Malus means Bonus.')
    assert [it.message for it in told if it.code == "accepts-nothing"] == [
        f"What '{code}' tells, the policy says itself, so it need not be accepted."
    ]


@pytest.mark.parametrize("code", ["unknown-code", "accepts-nothing"])
def test_nobody_accepts_what_is_said_of_acceptances(code: str) -> None:
    told = found(f'Bonus means 5 % accepting "{code}", because "x". Malus means Bonus.')
    assert "accepts-nothing" in [it.code for it in told]
    assert not any(it.accepted for it in told)


@pytest.mark.parametrize(
    ("code", "repair"),
    [
        ("unread-declarations", "Did you mean 'unread-declaration'?"),
        ("credit-while-keep", "Did you mean 'credit-while-kept'?"),
        ("row-never", "Did you mean 'row-never-applies'?"),
        ("zzz", "Write the code that stands in square brackets after the finding."),
        ("", "Write the code that stands in square brackets after the finding."),
    ],
)
@pytest.mark.parametrize("complete", [True, False])
def test_a_code_that_nothing_has_is_told_with_the_nearest(code: str, repair: str, complete: bool) -> None:
    told = found(f'Bonus means 5 % accepting "{code}", because "x".', complete=complete)
    (finding,) = [it for it in told if it.code == "unknown-code"]
    assert (finding.repair, finding.severity) == (repair, "warning")
    assert finding.message == f"No finding has the code '{code}'."


def test_a_code_of_any_length_is_told_shortly() -> None:
    told = found(f'Bonus means 5 % accepting "{"x" * 4_000}", because "x".')
    assert max(len(finding.message) for finding in told) < 170


def test_a_sentence_set_aside_may_accept_what_is_not_found() -> None:
    assert [it.code for it in found(f'Set aside, because "later": Bonus means 5 % {UNREAD}.')] == []
    told = found('Set aside, because "later": Bonus means 5 % accepting "nope", because "x".')
    assert [it.code for it in told] == ["unknown-code"]


def test_many_acceptances_and_findings_take_no_time() -> None:
    text = "".join(f"Bonus{at} means 5 % {UNREAD}.\n" for at in range(1_500))
    told = found(text)
    assert sum(1 for it in told if it.accepted) == 1_500


# ---------------------------------------------------------------- how it is written


def parsed(ending: str) -> tuple[tuple[n.Accepting, ...], list[Finding]]:
    """What is accepted by a sentence with this ending, and what is wrong with it."""
    file, findings = parse(Source("", f'Agreement "x". The time zone is UTC {ending}.'))
    assert file is not None
    return tuple(it for sentence in file.sentences for it in sentence.accepting), findings


@pytest.mark.parametrize(
    "ending",
    [
        'accepting "a", because "b" accepting "c", because "d"',
        'assuming "e" accepting "a", because "b" accepting "c", because "d"',
        'accepting "a", because "b" assuming "e" accepting "c", because "d"',
        'accepting “a”,\nbecause  "b" accepting "c", because "d" assuming "e"',
    ],
)
def test_assuming_and_accepting_stand_in_any_order(ending: str) -> None:
    assert parsed(ending) == ((n.Accepting("a", "b"), n.Accepting("c", "d")), [])


@pytest.mark.parametrize(
    ("ending", "code", "repair"),
    [
        ('accepting "a" because "b"', "word-missing", "Put in a comma."),
        ('accepting "a"', "sentence-unfinished", "Go on with a comma."),
        ('accept "a", because "b"', "unknown-word", "Did you mean 'accepting'?"),
        (', accepting "a", because "b"', "word-too-many", "Take it out."),
        ('accepting a, because "b"', "unexpected-word", "A text in quotes can stand after 'accepting'."),
        ('assuming "a" assuming "b"', "unexpected-word", "If the sentence ends here, put a full stop."),
    ],
)
def test_what_is_not_written_so_is_told(ending: str, code: str, repair: str) -> None:
    _, findings = parsed(ending)
    assert [(it.code, it.repair) for it in findings] == [(code, repair)]


@pytest.mark.parametrize("code", ["row-never-applies", "is-a"])
def test_a_code_as_it_stands_in_square_brackets_lacks_its_quotes(code: str) -> None:
    endings, findings = parsed(f'accepting {code}, because "b"')
    assert endings == (n.Accepting(code, "b"),)
    assert [(it.code, it.message, it.repair) for it in findings] == [
        ("not-a-word", f"The code of a finding stands in quotes, and '{code}' has none.", f'Write "{code}".')
    ]


@pytest.mark.parametrize("ending", ['accepting row-, because "b"', 'accepting -row, because "b"', "a-b"])
def test_other_signs_are_not_taken_for_a_code(ending: str) -> None:
    _, findings = parsed(ending)
    assert [it.code for it in findings] == ["unknown-sign"]


# ---------------------------------------------------------------- the meaning stays


def test_accepting_changes_nothing_in_the_tree() -> None:
    plain = read(f"{BASE}{SPARE}.", "sha256:0", "").tree
    ending = read(f"{BASE}{SPARE} {UNREAD}.", "sha256:0", "").tree
    assert plain is not None
    assert plain == ending
