"""The parts of the text that a customer could be sent."""

from __future__ import annotations

from typing import Any

from sla_dsl.faces.layout import laid_out
from sla_dsl.faces.pictures.report import report
from tests.faces.running import incident, result, timeline


def _text(plain: dict[str, Any], *periods: str, width: int | None = None) -> str:
    return "\n".join(laid_out(report(result(plain, *periods)), width))


def test_the_parts_of_the_ledger_add_up_to_the_period() -> None:
    for months in (("2026-03", 743), ("2026-10", 745), ("2026-02", 672)):
        table = _text(timeline(), months[0]).partition("Where the time went")[2].partition("How it was")[0]
        clocks = [line.split()[0] for line in table.splitlines() if line.startswith("   ") and ":" in line]
        *parts, whole = [[int(one) for one in clock.split(":")] for clock in clocks]
        seconds = [hours * 3_600 + minutes * 60 + rest for hours, minutes, rest in (*parts, whole)]
        assert sum(seconds[:-1]) == seconds[-1] == months[1] * 3_600


def test_incidents_of_other_periods_are_only_counted() -> None:
    text = _text(timeline())
    assert "I-4" not in text
    assert "  1 more incident lies outside March 2026.\n" in text
    assert "I-5" not in text


def test_a_month_in_which_nothing_happened() -> None:
    text = _text(timeline(incidents=[], reports=[], tickets=[]))
    assert "  No incident of the services of this agreement touches March 2026.\n" in text
    assert "Support tickets" not in text


def test_only_the_assumptions_that_were_used() -> None:
    quiet = _text(timeline(incidents=[], reports=[]))
    assert "[1]" not in quiet
    assert "  [1]   the minute in which it began counts whole (§ 1)\n" in _text(timeline())


def test_what_is_still_going_on() -> None:
    lasting = incident(start="2026-03-31T10:00:00+02:00", end=None)
    text = _text(timeline(incidents=[lasting], as_of="2026-03-31T09:00:00Z", reports=[], tickets=[]))
    assert "from 2026-03-31 10:00, still going on at 2026-03-31 11:00 (1 hour so far)\n" in text
    assert "not observed: the record ends before\n" in text
    assert "provisional" in text


def test_a_cause_that_is_not_known() -> None:
    unnamed = {name: value for name, value in incident().items() if name != "cause"}
    text = _text(timeline(incidents=[unnamed], reports=[]))
    assert "I-1: Mail was down for a cause that is not known\n" in text
    assert "perhaps Downtime: something is not known" in text
    assert "it may count" in text


def test_tickets_and_how_many_were_met() -> None:
    text = _text(timeline())
    assert "  T-1: Urgent, opened 2026-03-06 16:30\n" in text
    assert "    Answer, due by 2026-03-09 10:30: met, done 2026-03-09 10:30 (§ 5)\n" in text
    assert "  Together: 1 met, 1 missed.\n" in text


def test_tickets_that_are_open_or_not_known() -> None:
    opened = {"priority": "urgent", "opened": "2026-03-09T10:00:00+01:00"}
    tickets = [{"id": "T-1", **opened, "answered": None}, {"id": "T-2", **opened}]
    text = _text(timeline(tickets=tickets, incidents=[], reports=[], as_of="2026-03-09T10:30:00+01:00"))
    assert "Answer, due by 2026-03-09 12:00: still open (§ 5)\n" in text
    assert "not known, for the timeline does not say whether it was done (§ 5)\n" in text


def test_it_fits_eighty_columns() -> None:
    text = _text(timeline(), width=80)
    assert max(len(line) for line in text.splitlines()) <= 80
    assert text.split() == _text(timeline()).split()


def test_no_line_ends_in_a_blank() -> None:
    for line in _text(timeline()).splitlines():
        assert line == line.rstrip()
