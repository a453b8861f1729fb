"""Sorting the records of an export: each is used, set aside or refused, and several files are one export."""

from __future__ import annotations

from sla_dsl.intake.reading.collecting import Collected, Sorting, together
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.stated import Aside, Export, Stated


def raw(place: str) -> Raw:
    return Raw("a.json", place, {})


def stated(one: Raw) -> Stated:
    return Stated(one.origin, "outage", one.origin.place)


def test_a_record_with_a_mistake_is_refused_whatever_was_made_of_it() -> None:
    sorting, wrong = Sorting(), raw("[0]")
    wrong.refuse("start", "a text", "nothing")
    assert sorting.used(wrong, stated(wrong)) is None
    assert [one.name for one in sorting.refused] == ["[0]"]
    assert sorting.aside == []


def test_a_record_is_used_or_set_aside() -> None:
    sorting, good = Sorting(), raw("[0]")
    assert sorting.used(good, stated(good)) == stated(good)
    assert sorting.used(good, Aside(good.origin, "cancelled")) is None
    assert [one.reason for one in sorting.aside] == ["cancelled"]


def test_a_record_of_which_nothing_is_made_says_only_that_nothing_failed() -> None:
    collected, wrong = Collected(), raw("[1]")
    wrong.refuse("start", "a text", "nothing")
    for one, made in ((raw("[0]"), None), (wrong, None), (raw("[2]"), stated(raw("[2]")))):
        collected.take(one, made)
    export = collected.export()
    assert (export.read, export.silent, len(export.refused), len(export.records)) == (3, 1, 1, 1)


def test_files_of_one_account_are_an_export_of_it() -> None:
    first = Export(read=2, account="acme", until="March", zone="UTC", notes=("a note",))
    second = Export(read=3, account="acme", until="March", zone="CET", notes=("a note", "another"), cut_off_unseen=True)
    found = together([first, second])
    assert (found.read, found.account, found.until, found.zone) == (5, "acme", "March", "UTC and CET")
    assert (found.notes, found.cut_off_unseen) == (("a note", "another"), True)


def test_files_of_two_accounts_are_an_export_of_none() -> None:
    assert together([Export(account="acme"), Export(account="other")]).account == ""
    assert together([]) == Export()
