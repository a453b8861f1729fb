"""The text of a first policy: its clauses, each with a note before it that explains it.

The language has no comments, so the notes are clauses of their own in which nothing is computed.
"""

from __future__ import annotations

from fractions import Fraction

from sla_dsl.faces.starting import notes
from sla_dsl.faces.starting.first_examples import examples_of_downtime, examples_of_money, examples_of_promise
from sla_dsl.faces.starting.naming import names_for
from sla_dsl.faces.starting.questions import Answers
from sla_dsl.findings.source import Source
from sla_dsl.records import NamedTuple


class FirstPolicy(NamedTuple):
    """A policy that holds, in its canonical layout, and what it calls the service."""

    text: str
    service: str


def first_policy(answers: Answers, name: str) -> FirstPolicy:
    """The policy, with the first name for the service that nothing speaks against; `name` is its file's."""
    from sla_dsl.language.formatting import format_policy
    from sla_dsl.language.parsing import parse

    for service in names_for(answers.service):
        text = _text(answers, service)
        if _holds(text, name):
            file, _ = parse(Source(name, text))
            assert file is not None
            return FirstPolicy(format_policy(file), service)
    raise AssertionError("no first policy holds")


def _holds(text: str, name: str) -> bool:
    """Whether nothing at all is found in it, and its examples agree."""
    from sla_dsl.faces.checking import check_policy
    from sla_dsl.faces.opening import Opened

    found = check_policy(Opened(name, text.encode("utf-8"))).findings
    return all(finding.code in ("assumption", "nothing-computed") for finding in found)


def _text(answers: Answers, service: str) -> str:
    clauses = (
        ("How to read this file", _note(*notes.READING)),
        ("Note on time and names", _note(*notes.NAMES)),
        ("Time and names", _names(answers, service)),
        ("Note on what counts as downtime", _note(*notes.DOWNTIME)),
        ("What counts as downtime", _downtime(service) + examples_of_downtime()),
        ("Note on the promise", _note(*notes.PROMISE)),
        ("The promise", _promise(answers.uptime) + examples_of_promise(answers)),
        ("Note on what is paid back", _note(*(notes.MONEY if is_paid(answers) else notes.NO_MONEY))),
        ("What is paid back", _money(answers)),
    )
    return f'Agreement "{answers.name}".\n' + "".join(f'\n§ "{title}"\n\n{text}' for title, text in clauses)


def is_paid(answers: Answers) -> bool:
    """Whether anything is paid back at all."""
    return Fraction(answers.back) > 0


def _note(*texts: str) -> str:
    return "".join(f'Nothing is computed here, because "{text}".\n' for text in texts)


# ---------------------------------------------------------------- what is computed


def _names(answers: Answers, service: str) -> str:
    charge = 'Monthly Fee is a charge: "what the customer pays for the month".\n' if is_paid(answers) else ""
    return (
        f"The time zone is {answers.zone}.\n\n"
        "The period is each calendar month\n"
        '  assuming "everything is worked out month by month".\n\n'
        f'{service} is a service: "{answers.service}".\n'
        'Provider Failure is a cause: "a failure of the provider\'s systems".\n'
        'Maintenance is a cause: "work on the provider\'s systems".\n'
        'Customer Error is a cause: "something that the customer did".\n' + charge
    )


def _downtime(service: str) -> str:
    return (
        f"Downtime means the time in which {service} is down because of Provider Failure or Maintenance\n"
        '  assuming "every second counts, however short an outage is, and nothing is rounded".\n\n'
        "An incident because of Customer Error does not count as Downtime\n"
        '  assuming "the provider does not answer for what the customer did".\n\n'
        "Announced Work means the maintenance announced at least 7 days before it starts\n"
        '  assuming "seven days of the calendar are enough, whatever the hour".\n\n'
        "An incident because of Maintenance within Announced Work does not count as Downtime\n"
        '  assuming "announced work is excused inside its window, and what goes on after it counts".\n\n'
    )


def _promise(uptime: str) -> str:
    return (
        "Uptime means 100 % minus Downtime divided by the length of the period\n"
        '  assuming "a month has as many days as the calendar gives it, not always 30".\n\n'
        f"The provider guarantees that Uptime is at least {uptime} %\n"
        f'  assuming "exactly {uptime} % keeps the promise".\n\n'
    )


def _money(answers: Answers) -> str:
    if not is_paid(answers):
        return _note("nothing is paid back for a month in which the promise is missed")
    return (
        "Rebate is a credit on Monthly Fee, by the last row that applies to Uptime:\n"
        f"  less than {answers.uptime} % gives {answers.back} %\n"
        '  assuming "it is due without a claim, and there is no maximum".\n\n'
        "Rebate is rounded to the nearest cent, halves up\n"
        '  assuming "half a cent is a cent in favour of the customer".\n\n'
    ) + examples_of_money(answers)
