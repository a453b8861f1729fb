"""Asking: what counts as an answer, and what becomes of the others."""

from __future__ import annotations

import pytest

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question, why_wrong
from tests.intake.trying import mapped

ZONE = Question(("zone",), "Which zone?", "zone", (), "a zone such as Europe/Brussels")
END = Question(("end",), "Which?", "order", (Choice("resolved_at"), Choice("monitoring_at")))
USE = Question(("impact", "minor"), "Does it count?", "choice", (Choice("counts"), Choice("leave out")))
SERVICE = Question(("service", "Web"), "Which?", "texts", (Choice("leave out"),), "a name")
UNTIL = Question(("as_of",), "Until when?", "instant", (Choice("closed"),), "a time")
CAUSE = Question(("cause", "(not said)"), "Which?", "text", (Choice("not known"),), "a name")
NUMBER = Question(("records",), "How many?", "number", (Choice("not known"),), "their number")


def asked(question: Question, answer: str, because: str = "so it is") -> tuple[object, list[str]]:
    asking = Asking(mapped({}))
    key = question.key
    text = (
        f'format = "sla-mapping/1"\n{".".join(repr(part) for part in key)} = {{ is = {answer}, because = "{because}" }}'
    )
    from sla_dsl.intake.answers.mapping import read_mapping

    asking = Asking(read_mapping(text, "m.toml")[0])
    return asking.ask(question), [finding.message for finding in asking.findings.values()]


@pytest.mark.parametrize(
    ("question", "answer", "given"),
    [
        (ZONE, '"Europe/Brussels"', ("Europe/Brussels",)),
        (END, '"monitoring_at"', ("monitoring_at",)),
        (END, '"monitoring_at, else resolved_at"', ("monitoring_at, else resolved_at",)),
        (USE, '"leave out"', ("leave out",)),
        (SERVICE, '"web"', ("web",)),
        (SERVICE, '["web", "mail"]', ("web", "mail")),
        (UNTIL, '"closed"', ("closed",)),
        (UNTIL, '"2026-04-01T00:00:00Z"', ("2026-04-01T00:00:00Z",)),
        (NUMBER, '"12"', ("12",)),
        (NUMBER, '"not known"', ("not known",)),
    ],
)
def test_answers_that_are_taken(question: Question, answer: str, given: tuple[str, ...]) -> None:
    assert asked(question, answer) == (given, [])


@pytest.mark.parametrize(
    ("question", "answer", "message"),
    [
        (ZONE, '"Europe/Brusels"', "There is no time zone 'Europe/Brusels'. Did you mean \"Europe/Brussels\"?"),
        (END, '"solved"', '"solved" is none of the answers. Did you mean "resolved_at"?'),
        (END, '["resolved_at", "monitoring_at"]', "One answer is needed here, not a list."),
        (USE, '"count"', '"count" is none of the answers. Did you mean "counts"?'),
        (USE, '"Counts"', '"Counts" is none of the answers. Did you mean "counts"?'),
        (SERVICE, '""', "An answer cannot be empty."),
        (UNTIL, '"2026-04-01"', None),
        (UNTIL, '"2026-04-01T00:00:00"', None),
        (NUMBER, '"0"', "A whole number is needed."),
        (NUMBER, '"0012"', "A whole number is needed."),
        (NUMBER, f'"{"9" * 5000}"', "A whole number is needed."),
        (CAUSE, '"leave out"', '"leave out" is none of the answers to this question.'),
        (SERVICE, '["web", "not known"]', '"not known" is none of the answers to this question.'),
        (NUMBER, '"1,000"', "A whole number is needed."),
        (NUMBER, '"١٢"', "A whole number is needed."),
    ],
)
def test_answers_that_are_not(question: Question, answer: str, message: str | None) -> None:
    given, told = asked(question, answer)
    assert (given, len(told)) == (None, 1)
    assert told[0] == message or message is None
    assert told[0][0].isupper() or told[0][0] == '"'


@pytest.mark.parametrize("because", ["", "  ", "?"])
def test_an_answer_needs_its_reason(because: str) -> None:
    assert asked(USE, '"counts"', because) == (None, ['The answer to impact."minor" has no reason.'])


@pytest.mark.parametrize("answers", [{}, {"zone": "?"}])
def test_what_is_not_answered_stays_open_once(answers: dict[str, str]) -> None:
    asking = Asking(mapped(answers))
    assert (asking.one(ZONE), asking.one(ZONE)) == (None, None)
    assert list(asking.questions) == [("zone",)]


def test_what_need_not_be_asked_is_not() -> None:
    asking = Asking(mapped({"zone": "UTC"}))
    assert (asking.volunteered(ZONE), asking.volunteered(END), asking.questions) == ("UTC", None, {})


def test_answers_that_nobody_asked_for_are_noted() -> None:
    asking = Asking(mapped({"zone": "UTC", 'impact."minr"': "counts", "end": "?"}))
    asking.one(ZONE)
    asking.one(END)
    assert [(finding.code, finding.severity) for finding in asking.unasked()] == [("answer-not-asked", "note")]


def test_with_a_policy_only_its_names_are_answers() -> None:
    names = {"service": ("web", "mail")}
    assert Asking(mapped({'service."Web"': "web"}), names).ask(SERVICE) == ("web",)
    assert Asking(mapped({'service."Web"': "leave out"}), names).ask(SERVICE) == ("leave out",)
    asking = Asking(mapped({'service."Web"': "wib"}), names)
    assert asking.ask(SERVICE) is None
    [finding] = asking.findings.values()
    assert finding.message == '"wib" is none of the answers. Did you mean "web"?'
    assert finding.repair == 'Write "leave out", "web", "mail", or a list of them.'


def test_a_policy_shuts_also_what_is_said_of_one_record() -> None:
    own = Question(("record", "I-1", "cause"), "What caused it?", "text", (Choice("not known"),), "a name")
    asking = Asking(mapped({'record."I-1".cause': "flood"}), {"cause": ("failure",)})
    assert asking.volunteered(own) is None
    assert [finding.code for finding in asking.findings.values()] == ["answer-wrong"]


def test_what_may_be_answered_is_told_in_words() -> None:
    assert END.allowed() == '"resolved_at", "monitoring_at"'
    assert UNTIL.allowed() == '"closed", or a time'
    assert ZONE.allowed() == "a zone such as Europe/Brussels"
    assert why_wrong(UNTIL, ("closed",)) == ""


def test_one_answer_may_stand_for_all_that_have_none_of_their_own() -> None:
    asking = Asking(mapped({'service."(all others)"': "leave out", 'service."Mail"': "mail"}))
    assert (asking.one(SERVICE), asking.because(SERVICE.key)) == ("leave out", "so it is")
    assert asking.one(SERVICE._replace(key=("service", "Mail"))) == "mail"
    assert list(asking.settled) == [("service", "(all others)"), ("service", "Mail")]
    assert (asking.questions, asking.unasked()) == ({}, [])


def test_an_answer_for_all_others_is_no_answer_for_single_records() -> None:
    asking = Asking(mapped({'record."(all others)"': "leave out", 'zone."(all others)"': "UTC"}))
    assert asking.one(Question(("record", "I-1", "end"), "When?", "instant")) is None
    assert asking.one(ZONE) is None
