"""The five questions: which answers can be used, and what is said of the others."""

from __future__ import annotations

import pytest

from sla_dsl.faces.starting.questions import LONGEST, QUESTIONS, Refusal

READ = {question.key: question.read for question in QUESTIONS}


def refused(key: str, answer: str) -> Refusal:
    read = READ[key](answer)
    assert isinstance(read, Refusal)
    return read


def test_there_are_five_and_their_own_words_answer_them() -> None:
    assert list(READ) == ["name", "service", "zone", "uptime", "back"]
    for question in QUESTIONS:
        assert question.read(question.default) == question.default
        assert question.read(question.example) == question.example
        assert question.words.endswith("?")


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        ("Hosting", "Hosting"),
        ("  two \t words\u00a0here ", "two words here"),
        ('the "deluxe" plan', "the 'deluxe' plan"),
        ("“curly”", "'curly'"),
        ("Договор об уровне обслуживания", "Договор об уровне обслуживания"),
        ("Monday, credit and 99 %.", "Monday, credit and 99 %."),
        ("x" * LONGEST, "x" * LONGEST),
    ],
)
def test_texts(answer: str, read: str) -> None:
    assert READ["name"](answer) == read
    assert READ["service"](answer) == read


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("  ", "Write at least a word."),
        ("x" * (LONGEST + 1), "That has 201 characters; write at most 200."),
        ("§ 3", "A text in quotes cannot hold the sign §, which begins a clause. Write it without that."),
        ("a\u200bb", "An invisible character stands here (U+200B, zero width space). Write it without that."),
        ("\x1b[2J", "A control character stands here (U+001B). Write it without that."),
    ],
)
def test_texts_that_no_policy_can_hold(answer: str, why: str) -> None:
    assert refused("name", answer) == Refusal(why)


@pytest.mark.parametrize(
    ("answer", "zone"),
    [
        ("Europe/Brussels", "Europe/Brussels"),
        ("america/new york", "America/New_York"),
        (" utc ", "UTC"),
        ("CET", "CET"),
    ],
)
def test_zones(answer: str, zone: str) -> None:
    assert READ["zone"](answer) == zone


@pytest.mark.parametrize(
    ("answer", "meant"),
    [("Brussels", "Europe/Brussels"), ("Europe/Brussel", "Europe/Brussels"), ("New York", "America/New_York")],
)
def test_a_zone_that_is_nearly_one(answer: str, meant: str) -> None:
    found = refused("zone", answer)
    assert found.meant == meant
    assert found.sentence.endswith(f"Did you mean {meant!r}?")


@pytest.mark.parametrize("answer", ["", "Mars", "Factory", "GMT+2", "../../etc/passwd", '"', "Москва"])
def test_a_zone_that_is_none(answer: str) -> None:
    assert refused("zone", answer).meant == ""
    assert refused("zone", answer).sentence.endswith("such as Europe/Brussels, or UTC.")


@pytest.mark.parametrize(
    ("answer", "number"),
    [
        ("99.9", "99.9"),
        ("99,95", "99.95"),
        ("99.950 %", "99.95"),
        ("99.9%", "99.9"),
        ("99,9 percent", "99.9"),
        ("100 %", "100"),
        ("100.000", "100"),
        ("099", "99"),
        ("99.999999", "99.999999"),
        ("1.000001", "1.000001"),
    ],
)
def test_percentages(answer: str, number: str) -> None:
    assert READ["uptime"](answer) == number
    assert READ["back"](answer) == number


@pytest.mark.parametrize("answer", ["", "abc", "-3", "1e2", "100.1", "٩٩", "99.9999999", "99 , 9", "99.9.9", "½"])
def test_what_is_no_percentage(answer: str) -> None:
    for key in ("uptime", "back"):
        assert refused(key, answer).sentence.startswith(f"{answer!r} is no percentage up to 100")


def test_a_share_is_not_taken_for_a_percentage() -> None:
    assert refused("uptime", "0.999").sentence == "That is 1 % or less; write the percentage itself, for example 99.9."
    assert refused("uptime", "1").sentence == refused("uptime", "0,5").sentence
    assert READ["back"]("0.5") == "0.5"


def test_nothing_can_be_paid_back_but_not_promised() -> None:
    assert READ["back"]("0 %") == "0"
    assert "kept by a service that is never up" in refused("uptime", "0").sentence
