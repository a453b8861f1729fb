"""What a mended time or date would be told of a second time.

A time that no clock shows is told of where the words are read, and another stands in its place, so that the rest of
the sentence can be looked at.  What then follows from the other one is no mistake of the writer's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from sla_dsl.findings.finding import Finding
from sla_dsl.language import nodes as n

_MENDED = frozenset({"no-such-time", "no-such-date", "no-such-period"})
_FOLLOWING = frozenset({"end-before-start", "hours-backwards", "time-skipped-by-clocks", "time-shown-twice"})


def without_what_follows(findings: Iterable[Finding], told: Sequence[Finding], file: n.PolicyFile) -> list[Finding]:
    """The findings without those on the order of two times in a sentence of which a time was `told` already."""
    mended = sorted(it.span.start for it in told if it.span and it.code in _MENDED)
    starts = sorted(sentence.span.start for sentence in file.sentences)
    return [it for it in findings if not (mended and it.code in _FOLLOWING and _with_mended(it, mended, starts))]


def _with_mended(finding: Finding, mended: Sequence[int], starts: Sequence[int]) -> bool:
    """Whether something was mended in the sentence of the finding."""
    if finding.span is None:
        return False
    following = bisect_right(starts, finding.span.start)
    start = starts[following - 1] if following else 0
    first = bisect_left(mended, start)
    return first < len(mended) and (following == len(starts) or mended[first] < starts[following])
