"""A timeline from a JSON text: `sla-timeline/1`, one object."""

from __future__ import annotations

from sla_dsl.evidence import limits
from sla_dsl.evidence.reading import read_plain
from sla_dsl.evidence.strict_json import UNREADABLE, decode, deep_nesting
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.evidence.utf8 import text_of
from sla_dsl.findings.finding import Finding, Span, is_error

_ABOUT_THE_NAME = "unknown-field"
_ABOUT_ALL = "more-findings"


def read_timeline(
    data: str | bytes, source: str = "", zone: str | None = None, size_limit: int = limits.FILE_BYTES
) -> tuple[Timeline | None, list[Finding]]:
    """The timeline of a JSON text, None if it is refused, and the findings in order of place.

    `source` names the text in the findings.  `zone`: where instants without an offset are read; without it they
    are refused.  `size_limit` in bytes.  Every finding has the field's path (`incidents[3].start`) and the
    words of the text that it means; line and column follow from those.
    """
    text = text_of(data, size_limit)
    if isinstance(text, Finding):
        return None, [text._replace(source=source)]
    value, found = decode(text)
    if value is UNREADABLE:
        return None, [finding._replace(source=source) for finding in found]
    timeline, more = read_plain(value, zone=zone)
    if not (found or more):
        return timeline, []
    return _placed(timeline, found + _not_told(more, found), text, source)


def _not_told(more: list[Finding], told: list[Finding]) -> list[Finding]:
    """The findings but those on a value of which was told that JSON does not have it: it can be of no other use."""
    no_values = {finding.field for finding in told if finding.code == "not-a-number"}
    return [finding for finding in more if finding.field not in no_values or finding.code == _ABOUT_THE_NAME]


def _placed(
    timeline: Timeline | None, found: list[Finding], text: str, source: str
) -> tuple[Timeline | None, list[Finding]]:
    """The findings with their places in the text.  Only now is the text looked at a second time."""
    from sla_dsl.evidence.json_places import find_spots

    deep = deep_nesting(text)
    if deep:
        return None, [deep._replace(source=source)]
    spots = find_spots(text, {finding.field for finding in found if not _has_no_place(finding)})

    def place(finding: Finding) -> Finding:
        if finding.span or _has_no_place(finding):
            return finding._replace(source=source)
        spot = spots[finding.field]
        named = finding.code == _ABOUT_THE_NAME and spot.name_span
        return finding._replace(source=source, span=named or spot.span)

    placed = sorted(map(place, found), key=lambda finding: finding.span or Span(len(text), len(text)))
    return None if any(map(is_error, placed)) else timeline, placed


def _has_no_place(finding: Finding) -> bool:
    """Whether it speaks of the timeline as a whole, and belongs at the end."""
    return finding.severity == "note" or finding.code == _ABOUT_ALL
