"""The boundaries of a policy as one drawing: a staircase for each credit, in each group of periods."""

from __future__ import annotations

from sla_dsl.analysis.boundaries import Boundaries, Table
from sla_dsl.analysis.study import Study
from sla_dsl.evaluation.tree import Root
from sla_dsl.faces.pictures.boundary_sheet import NOTHING, by_line, group_title, groups_of, line_words, taken
from sla_dsl.faces.pictures.boundary_words import promise_of
from sla_dsl.faces.pictures.staircase import WIDTH, picture
from sla_dsl.faces.pictures.svg import Place, document, lines_of, text
from sla_dsl.findings.wording import listed
from sla_dsl.values.money import Money

MARGIN = 16


def drawing(study: Study, found: Boundaries, fee: Money) -> str:
    """All pictures below one another."""
    told = taken(study.tree, fee) if found.tables else NOTHING
    body, height = _paragraph(study.tree.title, 30, 17, True)
    more, height = _paragraph(told, height, 11)
    body += more
    for tables in by_line(found.tables):
        groups = groups_of(study, tables)
        for group in groups:
            title = f"{group_title(group.tables, len(groups), found.named)}. {line_words(group.tables[0])}"
            more, height = _panels(group.tables[0], title, height)
            body += more
    return document(WIDTH, height + MARGIN, study.tree.title, told, body)


def _panels(table: Table, title: str, height: int) -> tuple[list[str], int]:
    """A picture for each credit, or one for the promises alone."""
    body: list[str] = []
    credits: tuple[Root | None, ...] = table.credits or (None,)
    for credit in credits:
        more, height = _paragraph(_caption(table, credit), height + 24, 14, True)
        body += more
        more, height = _paragraph(title, height, 12)
        drawn, height = picture(table, credit, height)
        body += [*more, *drawn]
    return body, height


def _caption(table: Table, credit: Root | None) -> str:
    promised = listed([promise_of(table.steps[0].first, root) for root in table.guarantees], "and")
    named = [credit.words] if credit is not None else []
    named += [f"{'promised' if named else 'Promised'}: {promised}"] if promised else []
    searched = ". Searched, not proved: steps may be missing" if table.searched else ""
    return "; ".join(named) + searched


def _paragraph(words: str, top: int, size: int, bold: bool = False) -> tuple[list[str], int]:
    """A text in lines, and where it ends."""
    lines = lines_of(words, WIDTH - 2 * MARGIN, size)
    step = size * 4 // 3
    return [text(Place(MARGIN, top + step * n), line, size=size, bold=bold) for n, line in enumerate(lines)], (
        top + step * len(lines)
    )
