"""What the notes of a first policy say: what each sentence means, and what else could stand there.

Each text is a sentence of its own, "Nothing is computed here, because …".  What stands in single quotes with a full
stop is a sentence that can be added to the policy as it is, or put in the place of the one that it is about.
"""

from __future__ import annotations

READING = (
    "this is a first policy, to be changed until it says what the agreement says",
    "a sentence ends in a full stop, says one thing, and may stand on one line or on many",
    "a clause begins with its place in the agreement: put the numbers and titles of yours there",
    "what stands after 'assuming' was decided here because no question asked it: hold it against the agreement",
    "where the agreement says the same, take 'assuming' and its text away: the sentence stays",
    "an example says what must come out of a month that is made up; 'sla test' looks whether it does",
    "a note like this one explains the clause below it, and may be deleted",
)
NAMES = (
    "the time zone says when a day and a month begin",
    "in place of the month there could be 'The period is each calendar quarter.'",
    "or 'The period is each calendar year.'; the examples then lie in 2026-Q2, or in 2026",
    "a name has Capitals; the text behind it says to people what is meant",
    "the record of what happened writes names small, with underscores: provider_failure",
)
DOWNTIME = (
    "Downtime is what happens for the causes that are named, less what the sentences after it take out",
    "incidents that overlap are counted once",
    "a further cause: 'Third Party is a cause: (what is meant, in quotes)', and one of the two sentences names it",
    "in place of 7 days there could be hours by the clock, such as 168 hours",
    "an agreement that excuses no work has neither of the sentences with Announced Work",
    "short outages can be left out: 'Incidents of Downtime that overlap or touch are one outage.'",
    "and with it: 'An outage counts as Downtime only if it lasts more than 60 s, and then in full.'",
    "minutes can be counted: 'The total of Downtime is rounded to the nearest minute, halves up.'",
)
PROMISE = (
    "Uptime is the share of the month in which the service was not down, and it is exact",
    "where the agreement rounds it: 'Uptime is rounded to the nearest 0.001 %, halves up.'",
    "where every month counts as 30 days, write 'divided by 30 days but at least 0 %'",
    "with 'at least' the figure itself keeps the promise, with 'more than' it does not",
    "a promise in minutes: 'The provider guarantees as Availability that Downtime is at most 45 min.'",
)
MONEY = (
    "with 'less than' the figure itself pays nothing, with 'at most' it pays",
    "the fee and its currency come with the record of each month",
    "more rows make steps, and the last one that applies is used: a comma, then 'less than 95 % gives 50 %'",
    "a maximum: 'Rebate is limited to 50 % of Monthly Fee.'",
    "a condition: 'Rebate is due only if the customer reported an incident that counts as Downtime.'",
    "a claim: 'Rebate must be claimed within 30 days after the end of the period, and one claim opens the period.'",
    "a form of payment: 'Rebate is paid only as Account Credit.'",
)
NO_MONEY = (
    "the promise is measured and reported, and nothing is paid",
    "if that changes: 'Monthly Fee is a charge: (what is meant, in quotes)'",
    "with 'Rebate is a credit on Monthly Fee, of 10 %.'",
    "and 'Rebate is due only if the guarantee Uptime is missed.'",
    "and 'Rebate is rounded to the nearest cent, halves up.'",
)
