from __future__ import annotations

import datetime as dt

from sla_dsl.values.currencies import MINOR_DIGITS, TABLE_DATE


def test_every_code_is_three_capitals() -> None:
    assert all(len(code) == 3 and code.isascii() and code.isalpha() and code.isupper() for code in MINOR_DIGITS)


def test_how_many_there_are_of_each_kind() -> None:
    kinds = [sum(digits == kind for digits in MINOR_DIGITS.values()) for kind in range(5)]
    assert kinds[0] == 17
    assert kinds[1] == 0
    assert kinds[2] > 140
    assert kinds[3:] == [7, 2]


def test_the_table_has_a_date() -> None:
    assert dt.date.fromisoformat(TABLE_DATE).year >= 2026


def test_the_money_of_the_largest_economies() -> None:
    wanted = "AUD BRL CAD CHF CNY EUR GBP IDR INR JPY KRW MXN NOK PLN RUB SAR SEK TRY TWD USD ZAR"
    assert set(wanted.split()) <= set(MINOR_DIGITS)


def test_new_codes_are_there_and_the_ones_they_followed_still_are() -> None:
    for new, old in (("SLE", "SLL"), ("XCG", "ANG"), ("ZWG", "ZWL"), ("EUR", "HRK"), ("EUR", "BGN"), ("CUP", "CUC")):
        assert new in MINOR_DIGITS
        assert old in MINOR_DIGITS


def test_metals_baskets_and_tests_are_no_money() -> None:
    assert not {"XAU", "XAG", "XPT", "XPD", "XDR", "XBA", "XTS", "XXX", "XSU", "XUA"} & set(MINOR_DIGITS)
