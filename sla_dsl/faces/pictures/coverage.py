"""What the examples of a policy reach, as text: clause by clause what is missing, and the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from sla_dsl.faces.layout import BLANK, Line, indented
from sla_dsl.faces.pictures.findings import counted

if TYPE_CHECKING:
    from sla_dsl.analysis.coverage import Figure, Item
    from sla_dsl.analysis.suggesting import Suggesting
    from sla_dsl.findings.source import Source

MOST_SHOWN = 72
"""Of a sentence so many characters are shown."""

KINDS = {"statement": "sentences", "side": "what they decide", "row": "rows of tables", "edge": "edges"}


def coverage_lines(suggesting: Suggesting, source: Source, *, verbose: bool) -> Iterator[Line]:
    """Sentence by sentence what is missing (with `verbose`: what is reached, and by what); then the figures."""
    out = {item.key for item in suggesting.out_of_reach}
    shown = [item for item in suggesting.coverage.items if verbose or not item.by]
    statements = suggesting.coverage.statements
    for place, in_place in groupby(shown, lambda item: statements[item.statement].place):
        yield from (Line(place or "Before the first clause"), BLANK)
        for number, items in groupby(in_place, lambda item: item.statement):
            yield _sentence(suggesting, source, number)
            yield from (_item(item, item.key in out) for item in items)
            yield BLANK
    yield from _figures(suggesting)


def first_words(text: str) -> str:
    """The words of a sentence on one line, cut where they are many."""
    words = " ".join(text.split())
    return words if len(words) <= MOST_SHOWN else words[: MOST_SHOWN - 2].rsplit(" ", 1)[0] + " …"


def _sentence(suggesting: Suggesting, source: Source, number: int) -> Line:
    span = suggesting.coverage.statements[number].span
    line = source.position(span.start)[0]
    return Line(first_words(source.text[span.start : span.end]), f"{line:>5}  ", " " * 7)


def _item(item: Item, out: bool) -> Line:
    if item.by:
        return indented(f"{item.words}: {listed(item.by)}", 7, 4)
    return indented(f"{'out of reach' if out else 'missing'}: {item.words}", 7, 4)


def listed(titles: Sequence[str]) -> str:
    """The first title, and how many more there are."""
    more = f" and {len(titles) - 1:,} more" if len(titles) > 1 else ""
    return f'"{titles[0]}"{more}'


def _figures(suggesting: Suggesting) -> Iterator[Line]:
    coverage = suggesting.coverage
    agree = f"{counted(len(coverage.trials), 'example')} that {'agrees' if len(coverage.trials) == 1 else 'agree'}"
    yield Line(f"Reached by {agree}: {_figure(suggesting.figure)}, {suggesting.figure.percent} %")
    for kind, figure in suggesting.figures.items():
        if figure.all:
            yield Line(f"{KINDS[kind]}: {_figure(figure)}", "  ")
    if coverage.differing:
        few = coverage.differing == 1
        differ = f"{counted(coverage.differing, 'example')} {'differs' if few else 'differ'}"
        yield Line(f"{differ} and {'reaches' if few else 'reach'} nothing; 'sla test' says why")
    if suggesting.out_of_reach:
        number = len(suggesting.out_of_reach)
        yield Line(f"{number:,} more {'is' if number == 1 else 'are'} out of reach of all that was tried: not counted")
    if suggesting.suggestions:
        yield Line(f"--suggest writes {counted(len(suggesting.suggestions), 'example')} for what is missing")


def _figure(figure: Figure) -> str:
    return f"{figure.reached:,} of {figure.all:,}"


def warning(number: int) -> str:
    """What must be said with examples that nobody has thought of."""
    if not number:
        return "There is no example to suggest: all that can be reached is reached."
    return (
        f"{counted(number, 'example')}: each expects what the policy gives now. Read them before you paste them: "
        "whoever does says that this is what the agreement means."
    )
