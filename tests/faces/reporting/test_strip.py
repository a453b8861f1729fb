"""What is drawn in the rows: every piece of time once, and what is narrower than a pixel together."""

from __future__ import annotations

from sla_dsl.faces.reporting.rows import WHOLE, rows_of
from sla_dsl.faces.reporting.strip import ORDER, Drawn, Piece, drawn_rows, merged, rank
from sla_dsl.values.elapsed import DAY, HOUR, MINUTE, SECOND
from sla_dsl.values.periods import Period

ROWS = rows_of(Period("month", 2026, 3), "UTC")
START = ROWS.rows[0].start


def piece(start: int, length: int, bucket: str = "counted", name: str = "") -> Piece:
    return Piece(START + start, START + start + length, bucket, "when", "what", (name,) if name else ())


def drawn(*pieces: Piece) -> tuple[Drawn, ...]:
    return drawn_rows(ROWS, pieces)


def test_a_piece_lies_where_its_time_lies() -> None:
    (mark,) = drawn(piece(2 * DAY + 6 * HOUR, 3 * HOUR))[2].marks
    assert (mark.left, mark.width) == (WHOLE // 4, WHOLE // 8)
    assert (mark.bucket, mark.first) == ("counted", True)


def test_over_midnight_a_piece_is_drawn_in_two_rows_and_begins_in_one() -> None:
    rows = drawn(piece(DAY - HOUR, 2 * HOUR))
    assert [[mark.first for mark in row.marks] for row in rows[:3]] == [[True], [False], []]
    assert rows[0].marks[0].left + rows[0].marks[0].width == WHOLE
    assert rows[1].marks[0].left == 0


def test_a_piece_that_ends_at_midnight_is_not_in_the_next_row() -> None:
    assert [len(row.marks) for row in drawn(piece(DAY - HOUR, HOUR))[:2]] == [1, 0]


def test_a_day_that_the_calendar_leaves_out_has_nothing_drawn_in_it() -> None:
    rows = rows_of(Period("month", 2011, 12), "Pacific/Apia")
    missing = rows.rows[29]
    assert missing.start == missing.end
    over = Piece(missing.start - HOUR, missing.start + HOUR, "counted", "when", "what", ())
    assert [len(row.marks) for row in drawn_rows(rows, [over])[28:]] == [1, 0, 1]


def test_a_piece_over_many_days_is_in_each_of_them() -> None:
    rows = drawn(piece(12 * HOUR, 5 * DAY))
    assert [len(row.marks) for row in rows] == [1] * 6 + [0] * 25
    assert sum(mark.first for row in rows for mark in row.marks) == 1


def test_what_is_narrow_is_never_too_narrow_to_be_seen() -> None:
    (mark,) = drawn(piece(0, SECOND))[0].marks
    assert mark.width == WHOLE // 1_000


def test_narrow_neighbours_are_drawn_as_one() -> None:
    rows = drawn(*(piece(n * 30 * SECOND, 10 * SECOND) for n in range(5)))
    assert [len(mark.pieces) for mark in rows[0].marks] == [5]
    assert merged(rows) == 5


def test_of_several_the_first_in_the_order_is_drawn() -> None:
    (mark,) = drawn(piece(0, SECOND, "not_attributable"), piece(2 * SECOND, SECOND), piece(4 * SECOND, SECOND, "up"))[
        0
    ].marks
    assert mark.bucket == "counted"


def test_wide_pieces_are_never_drawn_together() -> None:
    rows = drawn(piece(0, 5 * MINUTE), piece(5 * MINUTE, 5 * MINUTE, "excluded"), piece(10 * MINUTE, SECOND))
    assert [len(mark.pieces) for mark in rows[0].marks] == [1, 1, 1]
    assert merged(rows) == 0


def test_narrow_pieces_far_from_each_other_stay_apart() -> None:
    rows = drawn(piece(0, SECOND), piece(5 * MINUTE, SECOND))
    assert [len(mark.pieces) for mark in rows[0].marks] == [1, 1]


def test_a_row_of_narrow_pieces_does_not_become_one_wide_mark() -> None:
    rows = drawn(*(piece(n * 20 * SECOND, 10 * SECOND) for n in range(4_000)))
    marks = rows[0].marks
    assert sum(len(mark.pieces) for mark in marks) == 4_000
    assert len(marks) < 400
    assert all(mark.width <= 5 * WHOLE // 1_000 for mark in marks)
    assert merged(rows) == 4_000


def test_pieces_may_come_in_any_order() -> None:
    pieces = [piece(n * HOUR, MINUTE * (n + 2)) for n in range(20)]
    assert drawn(*pieces) == drawn(*reversed(pieces))


def test_each_bucket_has_its_rank_and_quiet_time_the_last() -> None:
    assert [rank(bucket) for bucket in (*ORDER, "up")] == list(range(len(ORDER) + 1))
