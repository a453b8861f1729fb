from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evaluation import weaving
from sla_dsl.evaluation.weaving import Thread, Unsure, weave
from sla_dsl.values.unknown import Between
from tests.evaluation.making import law


def written(threads: list[Thread], monkeypatch: pytest.MonkeyPatch) -> str:
    """The text that is compiled for the threads."""
    texts: list[str] = []

    def listening(source: str, *rest: Any) -> Any:
        texts.append(source)
        return compile(source, *rest)

    monkeypatch.setattr(weaving, "compile", listening, raising=False)
    weave(threads)
    (text,) = texts
    return text


def constant(value: object) -> Callable[..., object]:
    return lambda run: value


def add(run: object, *values: int) -> int:
    return sum(values)


def test_steps_are_worked_in_order_and_leave_their_answers() -> None:
    values: list[Any] = [None] * 4
    weave(
        [
            Thread(0, constant(3), (), False),
            Thread(1, constant(4), (), False),
            Thread(3, add, (0, 1), False),
            Thread(2, add, (3, 3, 0), False),
        ]
    )(values, None)
    assert values == [3, 4, 17, 7]


def test_inputs_that_are_there_already_are_read() -> None:
    values: list[Any] = [10, None, 5]
    weave([Thread(1, add, (0, 2, 0), False)])(values, None)
    assert values == [10, 25, 5]


def test_every_step_is_given_the_run() -> None:
    values: list[Any] = [None]
    weave([Thread(0, lambda run: run, (), False)])(values, "the run")
    assert values == ["the run"]


def test_nothing_to_do() -> None:
    values: list[Any] = [1]
    weave([])(values, None)
    assert values == [1]


def test_a_watched_answer_that_is_not_known_ends_the_work() -> None:
    maybe = Between(1, 2, ("x",))
    values: list[Any] = [None, None]
    woven = weave([Thread(0, constant(maybe), (), True), Thread(1, constant(5), (), False)])
    with pytest.raises(Unsure):
        woven(values, None)
    assert values == [maybe, None]


def test_an_answer_that_is_not_watched_may_be_anything() -> None:
    maybe = Between(1, 2, ("x",))
    values: list[Any] = [None]
    weave([Thread(0, constant(maybe), (), False)])(values, None)
    assert values == [maybe]


def test_what_a_step_raises_comes_through() -> None:
    def fails(run: object) -> object:
        raise ZeroDivisionError("here")

    with pytest.raises(ZeroDivisionError, match="here"):
        weave([Thread(0, fails, (), False)])([None], None)


def test_what_is_written_holds_only_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    text = written([Thread(7, constant(1), (), True), Thread(12, add, (7, 3), False)], monkeypatch)
    assert text.splitlines() == [
        "def woven(values, run, w7=w7, w12=w12):",
        "    v3 = values[3]",
        "    v7 = values[7] = w7(run)",
        "    if type(v7) is Between: raise Unsure",
        "    v12 = values[12] = w12(run, v7, v3)",
        "    return None",
    ]


WORDS = {"def", "woven", "values", "run", "if", "type", "is", "Between", "raise", "Unsure", "return", "None"}
tangles = st.lists(st.lists(st.integers(0, 9), max_size=3), max_size=6)


@given(tangles, st.booleans())
@law
def test_no_word_comes_from_outside(inputs: list[list[int]], watched: bool) -> None:
    threads = [Thread(10 + n, add, tuple(read), watched) for n, read in enumerate(inputs)]
    with pytest.MonkeyPatch.context() as patch:
        words = re.findall(r"[^\W\d]\w*", written(threads, patch))
    assert {w for w in words if not re.fullmatch(r"[vw]\d+", w)} <= WORDS
    values: list[Any] = [*range(10), *[None] * 6]
    weave(threads)(values, None)
    assert values[10 : 10 + len(inputs)] == [sum(read) for read in inputs]
