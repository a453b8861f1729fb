"""The hazards of money: rounding, coins, limits, minimums, tables, units, currencies.

The numbers in the names are those of the field's list, as in `test_hazards.py`.
"""

from __future__ import annotations

import pytest

from tests.hazards import DOWN, FAILED, UPTIME, come_out, down, result, row

CENT = "Rebate is rounded to the nearest cent, halves up.\n"


TEN = f"{FAILED} 2026-03-04 10:00 to 10:10"


HOUR = f"{FAILED} 2026-03-04 10:00 to 11:00"


def flat(rate: str, *rules: str) -> str:
    return DOWN + f"Rebate is a credit on Fee, of {rate}.\n" + "".join(rules)


@pytest.mark.parametrize(
    ("currency", "fee", "up", "down", "even"),
    [
        ("JPY", "5", "1", "0", "0"),
        ("JPY", "15", "2", "1", "2"),
        ("EUR", "0.05", "0.01", "0.00", "0.00"),
        ("EUR", "0.15", "0.02", "0.01", "0.02"),
        ("BHD", "0.005", "0.001", "0.000", "0.000"),
        ("BHD", "0.015", "0.002", "0.001", "0.002"),
        ("CLF", "0.0005", "0.0001", "0.0000", "0.0000"),
        ("CLF", "0.0015", "0.0002", "0.0001", "0.0002"),
    ],
)
def test_h19_h20_half_a_coin_goes_where_the_policy_says(currency: str, fee: str, up: str, down: str, even: str) -> None:
    charges = [{"period": "2026-03", "what": "fee", "amount": fee, "currency": currency}]
    for halves, amount in (("up", up), ("down", down), ("to even", even)):
        rules = flat("10 %", f"Rebate is rounded to the nearest cent, halves {halves}.\n")
        credit = row(result(rules, "2026-03", charges=charges))["credits"][0]
        assert (credit["amount"], credit["currency"]) == (amount, currency)


@pytest.mark.parametrize(
    ("rounding", "amount"),
    [
        ("rounded to the nearest cent, halves up", "3.33"),
        ("rounded down to the cent", "3.33"),
        ("rounded up to the cent", "3.34"),
        ("rounded down to the 0.05 EUR", "3.30"),
        ("rounded to the nearest 0.5 EUR, halves up", "3.50"),
        ("rounded up to the 1 EUR", "4.00"),
    ],
)
def test_h19_the_step_and_the_way_are_named(rounding: str, amount: str) -> None:
    come_out(flat("10 %", f"Rebate is {rounding}.\n"), f"Fee of 33.33 EUR; Rebate is {amount} EUR")


def test_h18_the_amount_is_rounded_once_and_at_its_end() -> None:
    """A third of 10 % of 0.10: rounded on the way it would be nothing."""
    rules = flat("10 %", "Rebate is limited to Fee divided by 3 times 2.\n", CENT)
    come_out(rules, "Fee of 0.10 EUR; Rebate is 0.01 EUR", "Fee of 0.04 EUR; Rebate is 0 EUR")


LIMITS = ("Rebate is limited to 20 % of Fee.\n", "Rebate is limited to 30 EUR.\n", "Rebate is limited to Extra.\n")


@pytest.mark.parametrize(
    ("fee", "extra", "amount"),
    [("100", "90", "20"), ("1000", "90", "30"), ("1000", "7.004", "7"), ("10", "90", "2")],
)
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_h23_of_several_limits_the_lowest_wins_in_any_order(
    order: tuple[int, ...], fee: str, extra: str, amount: str
) -> None:
    rules = flat("50 %", *(LIMITS[n] for n in order), CENT)
    come_out(rules, f"Fee of {fee} EUR, Extra of {extra} EUR; Rebate is {amount} EUR, Rebate is 50 %")


def test_h23_a_limit_that_is_reached_exactly_lowers_nothing() -> None:
    charges = [{"period": "2026-03", "what": "fee", "amount": "150.00", "currency": "EUR"}]
    credit = row(result(flat("20 %", LIMITS[1], CENT), "2026-03", charges=charges))["credits"][0]
    assert (credit["amount"], credit["capped"]) == ("30.00", False)
    charges[0]["amount"] = "150.01"
    credit = row(result(flat("20 %", LIMITS[1], CENT), "2026-03", charges=charges))["credits"][0]
    assert (credit["amount"], credit["capped"]) == ("30.00", True)


def test_h24_a_minimum_is_looked_at_after_rounding() -> None:
    least, over = "Rebate is paid only if it is at least 1 EUR.\n", "Rebate is paid only if it is more than 1 EUR.\n"
    come_out(
        flat("10 %", CENT, least),
        "Fee of 9.94 EUR; Rebate is not eligible, Rebate is 0 EUR",
        "Fee of 9.95 EUR; Rebate is due, Rebate is 1 EUR",
        "Fee of 10.10 EUR; Rebate is 1.01 EUR",
    )
    come_out(
        flat("10 %", CENT, over),
        "Fee of 10.04 EUR; Rebate is not eligible",
        "Fee of 10.05 EUR; Rebate is 1.01 EUR",
    )


def test_h23_h24_the_limit_comes_before_the_rounding_and_the_minimum_after_it() -> None:
    rules = flat("50 %", "Rebate is limited to 0.995 EUR.\n", CENT, "Rebate is paid only if it is at least 1 EUR.\n")
    come_out(rules, "Fee of 100 EUR; Rebate is 1 EUR")


def test_h25_a_row_is_for_the_whole_and_the_part_beyond_is_marginal() -> None:
    rows = "at most 1 hour gives 1 %, more than 1 hour gives 5 %.\n"
    whole = f"Rebate is a credit on Fee, by the one row that applies to Downtime: {rows}"
    part = "Rebate is a credit on Fee, of 1 % for each full 30 min of (the part of Downtime beyond 1 hour).\n"
    two = f"Fee of 100 EUR, {FAILED} 2026-03-04 10:00 to 12:00"
    come_out(DOWN + whole + CENT, f"{two}; Rebate is 5 EUR", f"Fee of 100 EUR, {HOUR}; Rebate is 1 EUR")
    come_out(DOWN + part + CENT, f"{two}; Rebate is 2 EUR", f"Fee of 100 EUR, {HOUR}; Rebate is none")


@pytest.mark.parametrize(
    ("units", "until", "rate"),
    [
        ("full", "10:29:59.999999", "0 %"),
        ("full", "10:30", "5 %"),
        ("full", "10:59:59", "5 %"),
        ("full", "11:00", "10 %"),
        ("started", "10:00:00.000001", "5 %"),
        ("started", "10:30", "5 %"),
        ("started", "10:30:00.000001", "10 %"),
        ("started", "11:00", "10 %"),
    ],
)
def test_h25_full_and_started_units(units: str, until: str, rate: str) -> None:
    rules = flat(f"5 % for each {units} 30 min of Downtime", CENT)
    come_out(rules, f"Fee of 100 EUR, {FAILED} 2026-03-04 10:00 to {until}; Rebate is {rate}")


def test_h25_nothing_down_starts_no_unit() -> None:
    for units in ("full", "started"):
        come_out(flat(f"5 % for each {units} 30 min of Downtime", CENT), "Fee of 100 EUR; Rebate is none")


def test_h25_an_amount_for_each_unit() -> None:
    rules = DOWN + "Due means 2 EUR for each started 1 hour of Downtime.\n"
    come_out(rules, f"{FAILED} 2026-03-04 10:00 to 12:00:01; Due is 6 EUR", "nothing; Due is 0 EUR")


def test_h17_h25_a_credit_in_proportion_is_exact_to_its_end() -> None:
    rules = flat("Downtime divided by the length of the period", CENT)
    come_out(rules, f"Fee of 744 EUR, {HOUR}; Rebate is 1 EUR", f"Fee of 1 EUR, {TEN}; Rebate is 0 EUR, Rebate is due")


EDGES = """Quota means Extra divided by Fee.
Rebate is a credit on Fee, by the one row that applies to Uptime:
  less than Quota gives 10 %,
  at least 99.9 % gives 0 %.
"""


def test_h03_a_hole_that_opens_only_at_run_time_is_not_decided() -> None:
    rules = DOWN + UPTIME + EDGES + CENT
    hour = [down("2026-03-04T10:00:00Z", "2026-03-04T11:00:00Z")]

    def credit(extra: str) -> dict[str, object]:
        charges = [
            {"period": "2026-03", "what": w, "amount": a, "currency": "EUR"}
            for w, a in (("fee", "1000"), ("extra", extra))
        ]
        found: dict[str, object] = row(result(rules, "2026-03", incidents=hour, charges=charges))["credits"][0]
        return found

    assert credit("999")["amount"] == "100.00"
    hole = credit("998")
    assert (hole["status"], hole["amount"], hole["least"], hole["most"]) == ("unknown", None, "0.00", "100.00")
    assert "between two rows" in str(hole["needs"])


def test_h16_a_division_by_nothing_at_run_time_is_not_decided() -> None:
    rules = DOWN + "Share means Extra divided by Fee.\nRebate is a credit on Fee, of Share.\n" + CENT
    charges = [
        {"period": "2026-03", "what": "fee", "amount": "0", "currency": "EUR"},
        {"period": "2026-03", "what": "extra", "amount": "5", "currency": "EUR"},
    ]
    found = row(result(rules, "2026-03", charges=charges))
    assert found["measures"]["share"]["ratio"] is None
    assert found["credits"][0]["status"] == "unknown"
    assert "division by nothing" in str(found["credits"][0]["needs"])


BOTH = [
    {"period": "2026-03", "what": "fee", "amount": "1000", "currency": "EUR"},
    {"period": "2026-03", "what": "extra", "amount": "5", "currency": "USD"},
]


@pytest.mark.parametrize("rules", ["Rebate is limited to Extra.\n", "Rebate is limited to 30 USD.\n"])
def test_h26_two_currencies_never_meet_without_a_rate(rules: str) -> None:
    credit = row(result(flat("10 %", rules, CENT), "2026-03", charges=BOTH))["credits"][0]
    assert (credit["status"], credit["amount"]) == ("unknown", None)
    assert credit["needs"]


def test_h26_a_rate_is_used_as_it_is_given_and_not_turned_round() -> None:
    rules = flat("10 %", "Rebate is limited to 30 USD, converted at the given rate.\n", CENT)
    come_out(
        rules,
        "Fee of 1000 EUR, 1 USD being 0.9 EUR; Rebate is 27 EUR",
        "Fee of 1000 EUR, 1 EUR being 1.1 USD; Rebate is unknown",
        "Fee of 1000 USD; Rebate is 30 USD",
        "Fee of 100 EUR, 1 USD being 0.9 EUR; Rebate is 10 EUR",
    )


def test_h26_amounts_of_two_currencies_are_not_added() -> None:
    found = row(result("All means Fee plus Extra.\n", "2026-03", charges=BOTH))
    assert found["measures"]["all"]["amount"] is None
    assert found["measures"]["all"]["needs"]
