"""A finding: one thing that is wrong, or left open, told as data."""

from typing import Literal

from sla_dsl.records import NamedTuple

Severity = Literal["error", "warning", "note"]


class Span(NamedTuple):
    """A piece of a text: from `start` up to `end`, counted in characters from 0."""

    start: int
    end: int


class Related(NamedTuple):
    """Another place that a finding speaks of, with what stands there."""

    message: str
    span: Span


class Finding(NamedTuple):
    """One mistake, or one thing left open.

    `code` is public and stable (`docs/errors.md` has a section for each).  `message` is one short
    sentence in the reader's words.  `span` says which words of the text are meant; `field` which
    field of the evidence (`incidents[3].cause`).  `repair` says what to do.  `source` is the name of
    the file, or empty for a text that came from no file.  `situation` is a made-up case that shows it, in
    words.  `accepted` is the reason for which the policy itself accepts the finding; empty for all that
    somebody should look at.
    """

    code: str
    message: str
    span: Span | None = None
    field: str = ""
    repair: str = ""
    severity: Severity = "error"
    related: tuple[Related, ...] = ()
    source: str = ""
    situation: str = ""
    accepted: str = ""


def if_meant(code: str) -> str:
    """What to do about a finding of this code where the policy means what is found."""
    return f'If it is meant, write before the full stop: accepting "{code}", because "…".'


def is_error(finding: Finding) -> bool:
    """Whether the finding stops the work: warnings and notes do not."""
    return finding.severity == "error"


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings in order of place; those without a place come first."""
    return tuple(sorted(findings, key=lambda f: (f.source, f.span or (-1, -1), f.field, f.code)))
