"""How two texts differ, and what of it could not be seen otherwise."""

from __future__ import annotations

from sla_dsl.faces.pictures.unified import differing_lines


def test_equal_texts_do_not_differ() -> None:
    assert list(differing_lines("a", "x\n", "x\n")) == []


def test_lines_that_go_and_lines_that_come() -> None:
    assert list(differing_lines("a.sla", "one\ntwo\nthree\n", "one\n2\nthree\n")) == [
        *("--- a.sla", "+++ a.sla", "@@ -1,3 +1,3 @@"),
        *(" one", "-two", "+2", " three"),
    ]


def test_a_line_end_that_is_missing_or_of_another_kind_is_seen() -> None:
    assert list(differing_lines("a", "x\r\ny", "x\ny\n"))[3:] == [
        *("-x\\x0d", "-y", "\\ No newline at end of file", "+x", "+y")
    ]


def test_a_tab_stays_and_nothing_hidden_gets_out() -> None:
    assert list(differing_lines("a", "\tx\u2028\x1b\n", "\tx\n"))[3:] == ["-\tx\\u2028\\x1b", "+\tx"]
