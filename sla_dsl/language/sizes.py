"""How deep and how wide a sentence is: what `limits` allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import limits
from sla_dsl.language import syntax_mistakes as mistakes

if TYPE_CHECKING:
    from lark import Token, Tree

# The forms that hold others of their own sort, so that they can stand inside each other.
_NESTING = frozenset(
    {
        "bracketed",
        "bracketed_condition",
        "negation",
        "share_of",
        "part_beyond",
        "greater_of",
        "lesser_of",
        "per_unit",
        "but_at_least",
        "but_at_most",
        "time_within",
        "time_outside",
        "time_union",
    }
)


def too_large(tree: Tree[Token]) -> Finding | None:
    """The mistake where a sentence is deeper or wider than is read; looks at each form once, and never recurses."""
    from lark import Tree

    waiting = [(tree, 0)]
    while waiting:
        form, above = waiting.pop()
        depth = above + (form.data in _NESTING)
        span = Span(form.meta.start_pos, form.meta.end_pos)
        if depth > limits.DEPTH:
            return mistakes.too_deep(limits.DEPTH, span)
        if len(form.children) > limits.PARTS:
            return mistakes.too_many_parts(limits.PARTS, span)
        waiting.extend((child, depth) for child in form.children if isinstance(child, Tree))
    return None
