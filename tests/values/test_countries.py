from __future__ import annotations

import re

import holidays
from holidays.registry import COUNTRIES

from sla_dsl.values.countries import CODES


def test_every_country_that_the_package_knows_is_in_the_table_and_none_that_it_does_not() -> None:
    assert set(CODES.values()) == set(holidays.list_supported_countries(include_aliases=False))


def test_each_country_has_one_name() -> None:
    assert len(CODES) == len(set(CODES.values()))


def test_every_name_can_be_written_in_a_policy() -> None:
    name = re.compile(r"[A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)*( [A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)*)*")
    assert [country for country in CODES if not name.fullmatch(country)] == []


def test_every_code_is_two_capitals() -> None:
    assert all(re.fullmatch(r"[A-Z]{2}", code) for code in CODES.values())


def test_some_that_are_easily_mistaken_for_each_other() -> None:
    assert CODES["Congo"] == "CG"
    assert CODES["Democratic Republic Of The Congo"] == "CD"
    assert CODES["Niger"] == "NE"
    assert CODES["Nigeria"] == "NG"
    assert CODES["Dominica"] == "DM"
    assert CODES["Dominican Republic"] == "DO"
    assert CODES["North Korea"] == "KP"
    assert CODES["South Korea"] == "KR"
    assert CODES["Slovakia"] == "SK"
    assert CODES["Slovenia"] == "SI"
    assert CODES["Austria"] == "AT"
    assert CODES["Australia"] == "AU"
    assert CODES["Switzerland"] == "CH"
    assert CODES["Sweden"] == "SE"


# Where the everyday name is not the one that the package gives its class.
_OTHERWISE = {"CD": "DRCongo", "SY": "SyrianArabRepublic"}


def test_the_package_s_own_names_agree() -> None:
    own = {entry[1]: entry[0] for entry in COUNTRIES.values()}
    ours = {code: _OTHERWISE.get(code, re.sub(r"[ -]", "", name)) for name, code in CODES.items()}
    assert {code: name.lower() for code, name in ours.items()} == {code: name.lower() for code, name in own.items()}
