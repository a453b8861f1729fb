"""The mapping file that is written: each question once, with its answers, and a line that can be filled in."""

from __future__ import annotations

import pytest

from sla_dsl.intake.answers.mapping import read_mapping
from sla_dsl.intake.answers.mapping_text import extended, grouped, mapping_text, question_lines
from sla_dsl.intake.answers.questions import Choice, Question

ACCOUNT = Question(("account",), "Whose account is it?", "text", free="the customer's number")
SERVICES = [
    Question(
        ("service", name),
        f'Which service is "{name}"?',
        "texts",
        (Choice("leave out", "not ours"),),
        "a name",
        name,
        "Which service is each of these?",
    )
    for name in ("Web", "Mail")
]
END = Question(("end",), "Which time is the end?", "order", (Choice("resolved_at"), Choice("monitoring_at")))


def test_a_question_with_its_answers_and_its_line() -> None:
    assert list(question_lines([END])) == [
        "",
        "# Which time is the end?",
        '#   "resolved_at"',
        '#   "monitoring_at"',
        'end = { is = "?", because = "?" }',
    ]


def test_questions_that_are_alike_have_their_answers_once() -> None:
    assert list(question_lines([SERVICES[0], ACCOUNT, SERVICES[1]])) == [
        "",
        "# Which service is each of these?",
        '#   "leave out": not ours',
        "#   or a name",
        'service."Web" = { is = "?", because = "?" }  # Web',
        'service."Mail" = { is = "?", because = "?" }  # Mail',
        "",
        "# Whose account is it?",
        "#   the customer's number",
        'account = { is = "?", because = "?" }',
    ]


def test_the_file_is_read_back_with_every_question_open() -> None:
    text = mapping_text("statuspage", "Statuspage", ["a.json"], [ACCOUNT, *SERVICES, END])
    mapped, found = read_mapping(text, "x", "statuspage")
    assert (found, len(mapped.answers)) == ([], 4)
    assert {answer.given for answer in mapped.answers.values()} == {("?",)}
    assert max(map(len, text.splitlines())) <= 120


def test_names_in_the_export_cannot_write_answers() -> None:
    hostile = 'x"\naccount = { is = "mine", because = "y" }\n#\u202e'
    question = Question(("service", hostile), f"Which is {hostile}?", "text", (), hostile, hostile)
    text = mapping_text("statuspage", "Statuspage", [hostile], [question])
    mapped, found = read_mapping(text, "x", "statuspage")
    assert found == []
    assert list(mapped.answers) == [("service", hostile)]
    assert "\u202e" not in text


def test_further_questions_leave_the_rest_as_it_is() -> None:
    old = mapping_text("statuspage", "Statuspage", ["a.json"], [ACCOUNT]).replace('"?"', '"acme"')
    new = extended(old, [END])
    assert new.startswith(old.rstrip("\n"))
    mapped, _ = read_mapping(new, "x", "statuspage")
    assert [answer.given for answer in mapped.answers.values()] == [("acme",), ("?",)]


def test_further_questions_stand_before_groups() -> None:
    old = 'format = "sla-mapping/1"\nexport = "statuspage"\n\n[service]\n"Web" = { is = "web", because = "x" }\n'
    mapped, found = read_mapping(extended(old, [END]), "x", "statuspage")
    assert (found, sorted(mapped.answers)) == ([], [("end",), ("service", "Web")])


@pytest.mark.parametrize(
    "groups",
    [
        '[service]\n"Web" = { is = "web", because = "x" }\n',
        '[record."I-1"]\nend = { is = "x", because = "x" }\n[ service ] # ours\n"Web" = { is = "w", because = "x" }\n',
        '[service."Web"]\nis = "web"\nbecause = "x"\n[record."I-1"]\nend = { is = "x", because = "x" }',
        '[record."I-1"]\nend.is = "x"\nend.because = "x"\n',
    ],
)
def test_further_questions_stand_in_the_groups_that_there_are(groups: str) -> None:
    old = f'format = "sla-mapping/1"\nexport = "statuspage"\n\n{groups}'
    known, _ = read_mapping(old, "x", "statuspage")
    keys = [("service", "a.b"), ("service", "c"), ("record", "I-1", "start"), ("record", "I-2", "start"), ("end",)]
    text = extended(old, [Question(key, "Which?", "text") for key in keys])
    mapped, found = read_mapping(text, "x", "statuspage")
    assert (found, set(mapped.answers)) == ([], {*known.answers, *keys})
    assert all(mapped.answers[key].given == known.answers[key].given for key in known.answers)
    again, _ = read_mapping(extended(text, []), "x", "statuspage")
    assert again.answers.keys() == mapped.answers.keys()


def test_groups_keep_the_order_of_their_first() -> None:
    assert [[question.key[0] for question in group] for group in grouped([SERVICES[0], END, SERVICES[1]])] == [
        ["service", "service"],
        ["end"],
    ]


def test_long_questions_are_wrapped() -> None:
    lines = list(question_lines([END._replace(words="word " * 60)]))
    assert len(lines) > 5
    assert all(line.startswith("#") for line in lines[1:-1])


def test_where_there_are_many_one_answer_for_all_is_offered() -> None:
    many = [SERVICES[0]._replace(key=("service", str(number))) for number in range(6)]
    assert any('service."(all others)"' in line for line in question_lines(many))
    assert not any("others" in line for line in question_lines(many[:5]))
