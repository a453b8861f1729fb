"""What was probably meant by an unknown name."""

from __future__ import annotations

from sla_dsl.language.suggesting import inside, nearest, within

KNOWN = ("Provider Failure", "Maintenance", "Monthly Fee", "Non-Urgent", "Downtime")


def test_the_nearest_name_is_found_in_spite_of_a_slip() -> None:
    assert nearest("Provider Failur", KNOWN) == "Provider Failure"
    assert nearest("Maintenence", KNOWN) == "Maintenance"


def test_hyphens_and_capitals_make_no_difference_to_what_was_meant() -> None:
    assert nearest("Non Urgent", KNOWN) == "Non-Urgent"
    assert nearest("MONTHLY Fee", KNOWN) == "Monthly Fee"


def test_nothing_is_suggested_where_nothing_is_like_it() -> None:
    assert nearest("Refund", KNOWN) == ""
    assert nearest("Refund", ()) == ""


def test_a_name_made_of_names_is_taken_apart() -> None:
    assert inside("Downtime Monthly Fee", KNOWN) == ("Downtime", "Monthly Fee")
    assert inside("Monthly Fee Downtime Non-Urgent", KNOWN) == ("Monthly Fee", "Downtime", "Non-Urgent")


def test_of_two_names_the_longer_is_found_first() -> None:
    assert inside("Planned Maintenance Downtime", (*KNOWN, "Planned", "Planned Maintenance")) == (
        "Planned Maintenance",
        "Downtime",
    )


def test_a_name_with_a_word_that_is_no_name_is_not_taken_apart() -> None:
    assert inside("Downtime Something", KNOWN) == ()
    assert inside("Something Downtime", KNOWN) == ()


def test_a_name_that_stands_among_other_words_is_found() -> None:
    assert within("Planned Maintenance", KNOWN) == "Maintenance"
    assert within("The Provider Failure Itself", KNOWN) == "Provider Failure"
    assert within("Something Else", KNOWN) == ""


def test_an_endless_name_costs_no_time() -> None:
    endless = " ".join(["Downtime"] * 50_000)
    assert inside(endless, KNOWN) == ()
    assert within(endless, KNOWN) == ""
