"""Every analysis of a policy, one after the other, on one study."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.checks.bands import ENDINGS, with_situations
from sla_dsl.analysis.checks.breach_without_credit import breach_without_credit
from sla_dsl.analysis.checks.credit_while_kept import credit_while_kept
from sla_dsl.analysis.checks.lengths import duration_against_percentage, period_of_one_length
from sla_dsl.analysis.checks.less_for_worse import less_for_worse
from sla_dsl.analysis.checks.limits import limits
from sla_dsl.analysis.checks.merging_pays_less import merging_pays_less
from sla_dsl.analysis.checks.not_worked_out import not_worked_out
from sla_dsl.analysis.checks.row_out_of_reach import row_out_of_reach
from sla_dsl.analysis.checks.two_credits import two_credits
from sla_dsl.analysis.checks.unproved import unproved
from sla_dsl.analysis.mistakes import CODES
from sla_dsl.analysis.shown import Shown
from sla_dsl.analysis.study import Study
from sla_dsl.evaluation.compiling.reading import read_despite
from sla_dsl.evaluation.policy import Policy
from sla_dsl.findings.finding import Finding, in_order

CHECKS: tuple[Callable[[Study], Iterator[Shown]], ...] = (
    not_worked_out,
    credit_while_kept,
    breach_without_credit,
    duration_against_percentage,
    period_of_one_length,
    less_for_worse,
    merging_pays_less,
    two_credits,
    limits,
    row_out_of_reach,
    unproved,
)
"""Each check, in the order of `docs/checks.md`."""


MOST_STEPS = 1_000_000
"""Policies with more steps, times measures, are not analysed: it would take minutes."""


def shown(policy: Policy, text: str = "", name: str = "") -> tuple[Shown, ...]:
    """Everything that the analyses claim of a policy, each with the situations that show it, in order of place."""
    if len(policy.tree.nodes) * len(policy.tree.ledgers) > MOST_STEPS:
        return (Shown(mistakes.too_large_to_analyse()._replace(source=name), ()),)
    study = Study(policy, text)
    claims = [_placed(claim, name) for check in CHECKS for claim in check(study)]
    order = {finding: n for n, finding in enumerate(in_order([claim.finding for claim in claims]))}
    return tuple(sorted(claims, key=lambda claim: order[claim.finding]))


def analysed(policy: Policy, text: str = "", name: str = "") -> tuple[Finding, ...]:
    """The findings alone."""
    return tuple([claim.finding for claim in shown(policy, text, name)])


def with_cases(text: str, findings: Sequence[Finding]) -> tuple[Shown, ...]:
    """The findings that refuse a policy; where only rows of tables are wrong, each with a case that shows it."""
    tree = read_despite(text, ENDINGS) if any(finding.code in ENDINGS for finding in findings) else None
    if tree is None:
        return tuple([Shown(finding, ()) for finding in findings])
    claims = with_situations(Study(Policy(tree), text), findings)
    return tuple([_placed(claim, claim.finding.source) for claim in claims])


def _placed(claim: Shown, name: str) -> Shown:
    """The claim with the finding's file, and the situations that it tells of."""
    words = " ".join([situation.words for situation in claim.situations[: claim.tells]])
    return claim._replace(finding=claim.finding._replace(source=name, situation=words))


def joined(findings: Sequence[Finding], claims: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings on a policy's words and those on what it comes to; what both say is said once, with its case."""
    told = [f for f in findings if not any(_same(f, claim) for claim in claims)]
    return in_order([*told, *claims])


def _same(finding: Finding, claim: Finding) -> bool:
    if finding.code != claim.code or finding.span is None or claim.span is None:
        return False
    return finding.span.start < claim.span.end and claim.span.start < finding.span.end


__all__ = ["CHECKS", "CODES", "analysed", "joined", "shown", "with_cases"]
