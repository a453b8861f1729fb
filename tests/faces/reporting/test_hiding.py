"""Amounts in sentences, and only these."""

from __future__ import annotations

import pytest

from sla_dsl.faces.reporting.hiding import hide
from sla_dsl.faces.reporting.masks import Masks, letters


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A credit of 45.00 EUR is due.", "A credit of ●●● is due."),
        ("10 % times Fee (900.00 EUR) is 90.00 EUR", "10 % times Fee (●●●) is ●●●"),
        ("somewhere from -3 JPY to 1/3 KWD", "somewhere from ●●● to ●●●"),
        ("99.9 % for 3 hours in 2026-03", "99.9 % for 3 hours in 2026-03"),
        ("3 EURO", "3 EURO"),
        ("an exchange rate from EUR to USD", "an exchange rate from EUR to USD"),
        ("the cause of incident Incident 4", "the cause of Incident 4"),
        ("the charge Charge A of the period", "Charge A of the period"),
        ("the guarantee Guarantee B is missed: yes", "Guarantee B is missed: yes"),
        ("The guarantee that Measure B", "The guarantee that Measure B"),
        ("it lies within an incident", "it lies within an incident"),
    ],
)
def test_sentences(text: str, told: str) -> None:
    assert hide(text) == told


def test_letters_go_on_after_z() -> None:
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_a_name_keeps_its_mask_and_the_first_thing_of_a_name_gives_it() -> None:
    masks = Masks()
    assert [masks.name("Service", name) for name in ("b", "a", "b")] == ["Service A", "Service B", "Service A"]
    masks.same({"Downtime": "Measure A"})
    masks.same({"Downtime": "Guarantee A"})
    assert [masks.known(word) for word in ("Downtime", "Business", "Business")] == ["Measure A", "Term A", "Term A"]
    assert masks.numbered("Clause", ["§ 2", "", "§ 1", "§ 2"]) == {"": "", "§ 2": "Clause 1", "§ 1": "Clause 2"}
