"""One record for each name, whatever clauses it is spoken of in."""

from __future__ import annotations

from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import Agreement
from tests.language.programs import PRELUDES, checked


def agreement(text: str, prelude: str = "credit") -> Agreement:
    found, findings = checked(PRELUDES[prelude] + text)
    assert found is not None, findings
    return found


SCATTERED = """
§ 1 "Rounding"
The total of Downtime is rounded down to the second.
Uptime is rounded to the nearest 0.01 %, halves up.
§ 2 "Outages"
Incidents of Downtime that overlap or touch are one outage.
Each incident of Downtime runs from the start of its minute.
§ 3 "Exclusions"
Night means every day from 00:00 to 06:00 holidays included.
Work means the maintenance announced or not.
An incident because of Failure within Work does not count as Downtime.
Time within Night does not count as Downtime.
An outage counts as Downtime only if it lasts more than 60 s, and then in full.
Each outage of Downtime is rounded up to the minute.
§ 4 "Credit"
Bad means that Uptime is less than 99 %.
Rebate is due only if Bad holds.
Rebate is due only if the customer reported an incident that counts as Downtime.
Rebate is limited to 20 % of Monthly Fee.
Rebate is limited to 50 EUR, converted at the given rate.
Rebate must be claimed within 30 days after the end of the period, and one claim opens the period.
Rebate is paid only if it is more than 1 EUR.
Rebate is paid as Account Credit.
The provider guarantees that Uptime is at least 99 %.
§ 5 "Support"
Urgent is a priority: "urgent".
Reply is a step on tickets recorded as Replied: "an answer".
Reply is due on an Urgent ticket within 4 hours after it is opened.
Nothing is computed here, because "the rest is for people".
Set aside, because "not agreed": Rebate is limited to 10 % of Monthly Fee.
Example "nothing" in 2026-03: given nothing; expect Uptime is 100 %.
"""


def forms(sentences: tuple[n.Sentence | None, ...]) -> list[str]:
    return [type(it.body).__name__ for it in sentences if it is not None]


def test_all_that_is_said_of_a_measure_is_in_its_record() -> None:
    time = agreement(SCATTERED).times["downtime"]
    rules = (time.clock, time.join, time.long_enough, time.round_outages, time.round_total)
    assert forms(rules) == ["Clock", "Join", "LongEnough", "RoundOutages", "RoundTotal"]
    assert forms(time.not_counted) == ["NotCounted", "TimeNotCounted"]
    assert time.name == "Downtime"
    assert time.is_measure


def test_all_that_is_said_of_a_credit_is_in_its_record() -> None:
    credit = agreement(SCATTERED).credits["rebate"]
    rules = (credit.credit, credit.rounding, credit.claim, credit.minimum, credit.payment)
    assert forms(rules) == ["Credit", "RoundName", "Claim", "Minimum", "Payment"]
    assert forms(credit.limits) == ["Limited", "Limited"]
    assert forms(credit.conditions) == ["DueOnlyIf", "DueOnlyIf"]


def test_the_sentences_keep_their_places() -> None:
    found = agreement(SCATTERED)
    rule = found.times["downtime"].join
    assert rule is not None
    assert rule.place is not None
    assert (rule.place.number, rule.place.title) == ("2", "Outages")
    assert found.zone_sentence.place is None


def test_the_rest_is_gathered_by_name_in_the_order_of_the_file() -> None:
    found = agreement(SCATTERED)
    assert list(found.declarations) == ["gateway", "failure", "monthly_fee", "urgent", "reply"]
    assert list(found.times) == ["downtime", "work"]
    assert list(found.values) == ["uptime"]
    assert list(found.truths) == ["bad"]
    assert list(found.calendars) == ["night"]
    assert list(found.guarantees) == ["uptime"]
    assert (found.zone, found.period, found.title, found.language) == ("Europe/Brussels", "month", "Test", 1)
    assert forms((*found.targets, *found.nothing, *found.examples)) == ["Target", "NothingComputed", "Example"]


def test_a_value_has_its_type_and_its_rounding() -> None:
    found = agreement(SCATTERED).values["uptime"]
    assert found.type == "ratio"
    assert forms((found.rounding,)) == ["RoundName"]


def test_sentences_set_aside_are_in_no_record_but_their_own() -> None:
    found = agreement(SCATTERED)
    assert forms(found.set_aside) == ["Limited"]
    assert len(found.credits["rebate"].limits) == 2


def test_a_time_that_only_cuts_others_is_no_measure() -> None:
    found = agreement(SCATTERED)
    assert not found.times["work"].is_measure


def test_a_time_that_an_example_expects_is_a_measure_though_it_cuts_another() -> None:
    text = """Work means the maintenance announced or not.
    Time within Work does not count as Downtime.
    Example "work" in 2026-03: given nothing; expect Work is 0 min.
    """
    assert agreement(text).times["work"].is_measure


def test_a_time_that_nothing_reads_is_a_measure() -> None:
    assert agreement("Work means the maintenance announced or not.").times["work"].is_measure


def test_a_name_for_the_name_of_a_time_is_a_time() -> None:
    text = "Outage Time means Lost Time.\nLost Time means Downtime.\nLost Share means Outage Time divided by 30 days."
    found = agreement(text)
    body = found.times["outage_time"].definition.body
    assert isinstance(body, n.DefineTime)
    assert isinstance(body.time, n.TimeName)
    assert body.time.name.text == "Lost Time"
    assert list(found.values) == ["uptime", "lost_share"]
    assert found.values["lost_share"].type == "ratio"
    assert found.times["outage_time"].is_measure


def test_a_rule_for_two_measures_is_in_the_record_of_each() -> None:
    text = """Other means the time in which Gateway is down.
    An incident because of Failure does not count as Downtime or Other.
    """
    found = agreement(text)
    assert found.times["downtime"].not_counted == found.times["other"].not_counted
    assert len(found.times["other"].not_counted) == 1
