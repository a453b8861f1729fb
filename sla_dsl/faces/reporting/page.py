"""The page: a report as one HTML file that needs nothing else, no script either, and that can be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from sla_dsl.faces.escaping import shown
from sla_dsl.faces.reporting.languages import labels
from sla_dsl.faces.reporting.model import Credit, Here, Incident, Period, Report, Stair, Staircase, Strip
from sla_dsl.faces.reporting.stairs_picture import StairsPicture, stairs_picture
from sla_dsl.faces.reporting.strip_picture import Places, StripPicture, strip_picture
from sla_dsl.records import NamedTuple

_WHOLE = re.compile(r"\d{4}-\d\d-\d\d|§ \S+|[\d.…]+ %|[\d.,]+ (?:[A-Z]{3}|s)\b")

PER_LEAF = 200
"""So many incidents are shown at once; the others are folded, as many in each leaf."""


class Leaf(NamedTuple):
    """Some of the incidents, from a number (counted from 1) to another."""

    first: int
    last: int
    incidents: tuple[Incident, ...]


class Part(NamedTuple):
    """A period with its pictures; `name` begins every place in the page that belongs to it."""

    name: str
    period: Period
    strips: tuple[tuple[Strip, StripPicture], ...]
    stairs: tuple[tuple[Staircase, StairsPicture], ...]
    leaves: tuple[Leaf, ...]


def page(report: Report) -> str:
    """The whole page."""
    words = labels(report.language)
    parts = tuple([_part(f"p{n}", period, report.zone, words) for n, period in enumerate(report.periods, 1)])
    template = environment().get_template("page.html.jinja")
    return template.render(report=report, parts=parts, t=words, english=report.language == "en", per_leaf=PER_LEAF)


@cache
def environment() -> Environment:
    """Templates in which everything is escaped, and nothing may be missing."""
    made = Environment(
        loader=PackageLoader("sla_dsl.faces.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
        auto_reload=False,
    )
    made.filters["kept"] = kept_together
    made.globals.update(figure_of_answer=figure_of_answer, is_here=is_here)
    return made


def _printable(value: Any) -> Any:
    """Text from outside with what does not print written out; what the templates made is left as it is."""
    return shown(value) if type(value) is str else value


def kept_together(text: str) -> Markup:
    """A text no line of which ends within a date or an amount, or between a sign and what belongs to it."""
    return Markup(_WHOLE.sub(r'<span class="one">\g<0></span>', str(escape(shown(text)))))


def _part(name: str, period: Period, zone: str, words: Mapping[str, str]) -> Part:
    numbered = enumerate(period.strips, 1)
    strips = tuple([(strip, _strip(f"{name}s{n}", name, period, strip, zone, words)) for n, strip in numbered])
    stepped = enumerate([one for one in period.staircases if len(one.steps) > 1], 1)
    stairs = tuple([(one, stairs_picture(f"{name}c{n}", one)) for n, one in stepped])
    return Part(name, period, strips, stairs, tuple(_leaves(period.incidents)))


def _strip(name: str, part: str, period: Period, strip: Strip, zone: str, words: Mapping[str, str]) -> StripPicture:
    numbers = {incident.id: number for number, incident in enumerate(period.incidents)}
    totals: dict[tuple[str, str], int] = {
        (total.bucket, total.words): number for number, total in enumerate(strip.totals)
    }
    return strip_picture(Places(name, part, numbers, totals, words), period, strip, zone)


def _leaves(incidents: Sequence[Incident]) -> Iterator[Leaf]:
    for first in range(0, len(incidents), PER_LEAF):
        some = tuple(incidents[first : first + PER_LEAF])
        yield Leaf(first + 1, first + len(some), some)


def figure_of_answer(credit: Credit) -> str:
    """What a credit comes to, to be written large; empty where no amount says it."""
    match credit.status:
        case "due" | "claimable" if credit.amount.exact is not None or credit.least is None:
            return credit.amount.words
        case "due" | "claimable" | "unknown" if credit.least is not None and credit.most is not None:
            return f"{credit.least.words} – {credit.most.words}"
        case _:
            return ""


def is_here(step: Stair, here: Here | None) -> bool:
    """Whether the period may lie on a step of the staircase."""
    return here is not None and step.start <= here.most and (step.end is None or step.end >= here.least)
