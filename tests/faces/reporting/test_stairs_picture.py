"""The staircase: heights and places that say what the numbers say, and labels that have room."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from sla_dsl.faces.reporting.model import Here, Promise, Stair, Staircase
from sla_dsl.faces.reporting.stairs_picture import BOTTOM, TOP, StairsPicture, stairs_picture
from sla_dsl.values.elapsed import HOUR
from sla_dsl.values.exact import Exact
from tests.browser.months import MONTHS, month


def stair(start: int, end: int | None, paid: int, last: int | None = None) -> Stair:
    words = f"{start} hours"
    height = Fraction(paid, 100)
    top = Fraction(paid if last is None else last, 100)
    after = None if end is None else end * HOUR
    return Stair(start * HOUR, after, words, "", f"{paid} %", f"{paid}.00 EUR", "due", False, height, top)


def staircase(
    *steps: Stair, here: tuple[int, int] | None = None, limit: Exact | None = None, missed: int | None = None
) -> Staircase:
    lies = (
        None if here is None else Here(here[0] * HOUR, here[1] * HOUR, "x", Fraction(1, 2), Fraction(1, 2), "", "due")
    )
    kept = () if missed is None else (Promise("P", 0, "", "met"), Promise("P", missed * HOUR, "", "missed"))
    return Staircase(
        "c", "Credit", "about", "taken", "Downtime", "elapsed", steps, kept, limit, "limit", "100.00 EUR", lies, False
    )


def drawn(*steps: Stair, **more: object) -> StairsPicture:
    return stairs_picture("s", staircase(*steps, **more))  # type: ignore[arg-type]


THREE = (stair(0, 10, 0), stair(10, 20, 50), stair(20, None, 100))


def test_heights_are_shares_of_the_highest() -> None:
    runs = drawn(*THREE).runs
    assert [run.y1 for run in runs] == [BOTTOM, (BOTTOM + TOP) // 2, TOP]
    assert [run.y1 == run.y2 for run in runs] == [True] * 3


def test_runs_follow_one_another_across_the_whole_width() -> None:
    runs = drawn(*THREE).runs
    assert (runs[0].x1, runs[-1].x2) == ("0", "100")
    assert all(a.x2 == b.x1 for a, b in pairwise(runs))
    assert [run.x1 for run in drawn(*THREE).risers] == [run.x1 for run in runs[1:]]


def test_true_to_scale_where_the_steps_can_be_told_apart() -> None:
    picture = drawn(*THREE)
    assert not picture.even
    first, second, _ = (float(run.x2) for run in picture.runs)
    assert second == pytest.approx(2 * first, abs=0.02)


def test_crowded_steps_are_drawn_as_wide_as_each_other() -> None:
    picture = drawn(stair(0, 1, 0), stair(1, 2, 50), stair(2, 700, 75), stair(700, None, 100))
    assert picture.even
    assert [run.x1 for run in picture.runs] == ["0", "25", "50", "75"]


def test_a_period_beyond_the_last_step_is_still_in_the_picture() -> None:
    for steps in (THREE, (stair(0, 1, 0), stair(1, 2, 50), stair(2, None, 100))):
        here = drawn(*steps, here=(700, 700)).here
        assert here is not None
        assert here.exact
        assert float(here.at) <= 100


def test_the_period_lies_on_its_step() -> None:
    picture = drawn(stair(0, 1, 0), stair(1, 2, 50), stair(2, 700, 75), stair(700, None, 100), here=(351, 351))
    assert picture.here is not None
    assert float(picture.here.at) == pytest.approx(62.5, abs=0.1)
    assert picture.here.y == (BOTTOM + TOP) // 2


def test_a_period_that_is_not_known_lies_somewhere() -> None:
    here = drawn(*THREE, here=(5, 15)).here
    assert here is not None
    assert not here.exact
    assert float(here.left) < float(here.at) < float(here.left) + float(here.width)


def test_what_rises_is_a_slope() -> None:
    picture = drawn(stair(0, 10, 0), stair(10, None, 50, 100))
    assert [(run.y1, run.y2) for run in picture.runs] == [(BOTTOM, BOTTOM), ((BOTTOM + TOP) // 2, TOP)]


def test_a_limit_is_a_line_where_it_can_be_seen() -> None:
    assert drawn(*THREE, limit=Fraction(1, 2)).limit == (BOTTOM + TOP) // 2
    assert drawn(*THREE, limit=Fraction(5)).limit is None
    assert drawn(*THREE).limit is None


def test_a_promise_is_a_line_where_it_begins_to_be_missed() -> None:
    (run,) = drawn(*THREE, missed=10).promises
    assert run.x1 == run.x2 == drawn(*THREE).runs[1].x1
    assert drawn(*THREE, missed=0).promises == ()


def test_amounts_at_the_side_do_not_come_near_each_other() -> None:
    steps = [stair(n, n + 1, n) for n in range(100)]
    heights = [y for y, _ in drawn(*steps, stair(100, None, 100)).amounts]
    assert heights[0] == TOP
    assert heights[-1] == BOTTOM
    assert all(b - a >= 15 for a, b in pairwise(sorted(heights)))


def test_the_rate_keeps_clear_of_the_lines() -> None:
    labels = drawn(*THREE, here=(15, 15), missed=15).rates
    (middle,) = [label for label in labels if label.words == "50 %"]
    here = drawn(*THREE, here=(15, 15)).here
    assert here is not None
    assert abs(float(middle.at) - float(here.at)) > 5


def test_long_words_stand_in_two_lines() -> None:
    steps = (stair(0, 10, 0), stair(10, None, 100)._replace(start_words="10 hours 25 min"))
    words = [(label.words, label.y) for label in drawn(*steps).under]
    assert words[1:] == [("10 hours", BOTTOM + 17), ("25 min", BOTTOM + 31)]


@pytest.mark.parametrize("name", [name for name in MONTHS if name != "many"])
def test_places_lie_in_the_picture(name: str) -> None:
    for period in month(name).periods:
        for stairs in period.staircases:
            picture = stairs_picture("s", stairs)
            places = [float(place) for run in picture.runs for place in (run.x1, run.x2)]
            assert places == sorted(places)
            assert places[0] >= 0
            assert places[-1] == 100
            assert all(TOP <= run.y1 <= BOTTOM for run in picture.runs)
