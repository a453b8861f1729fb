"""From what is written to a checked agreement: the passes, in their order."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sla_dsl.findings.finding import Finding, in_order, is_error
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import Agreement
from sla_dsl.language.assumptions import assumptions
from sla_dsl.language.bands import bands
from sla_dsl.language.cycles import arrange
from sla_dsl.language.directions import directions
from sla_dsl.language.doubles import doubles
from sla_dsl.language.examples import check_examples
from sla_dsl.language.forks import forks, silences
from sla_dsl.language.gathering import Gathered, counting_sentences, gather
from sla_dsl.language.incidents import incidents
from sla_dsl.language.mended import without_what_follows
from sla_dsl.language.names import declare
from sla_dsl.language.resolving import unknown, wrong_kinds
from sla_dsl.language.settings import check_rules, check_settings
from sla_dsl.language.turning import turns
from sla_dsl.language.types import check_types, quantities_of
from sla_dsl.language.unread import unread


def check(
    file: n.PolicyFile, *, whole: bool = True, told: Sequence[Finding] = (), despite: Collection[str] = ()
) -> tuple[Agreement | None, list[Finding]]:
    """The agreement, or None where a finding is an error; and all the findings, in order of place.

    Warnings name what is probably a slip; notes (`assumption`, `set-aside`, `nothing-computed`) list what the
    agreement itself does not settle.  Where some sentences could not be read (`whole` false), there is no
    agreement, and nothing is told that one of those sentences may account for: a name that is unknown, a choice
    that no sentence makes, a gap that rounding closes, a declaration that nothing reads.  Nor is anything told that
    follows from what was `told` of while the words were read.  Errors with the codes in `despite` do not stand in the
    way of an agreement: what they lead to is to be shown.
    """
    names, findings = declare(file)
    order, circles = arrange(file, names)
    known = quantities_of(file, names, order)
    gathered = gather(file, names, known)
    findings += check_settings(file)
    findings += wrong_kinds(file, names, whole=whole)
    findings += doubles(file)
    findings += circles
    findings += check_types(file, names, known)
    findings += incidents(file, gathered)
    findings += forks(file, gathered, known)
    findings += check_examples(file, names, gathered, known)
    findings += assumptions(file)
    if whole:
        lost, meant = unknown(file, names)
        findings += [*check_rules(file), *lost, *silences(file, gathered)]
        tables = bands(file, gathered, known)
        findings += [*tables, *turns(file, known, directions(order), tables), *unread(file, names, gathered, meant)]
    findings = without_what_follows(findings, told, file)
    wrong = any(is_error(finding) and finding.code not in despite for finding in findings)
    agreement = None if not whole or wrong else _agreement(file, gathered)
    return agreement, list(in_order(findings))


def _agreement(file: n.PolicyFile, gathered: Gathered) -> Agreement | None:
    zone, period = gathered.zone, gathered.period
    if zone is None or period is None:
        return None
    if not isinstance(zone.body, n.TimeZone) or not isinstance(period.body, n.PeriodOfAccount):
        return None
    active = counting_sentences(file)
    return Agreement(
        file=file,
        title=file.title,
        in_force=file.in_force,
        language=file.language,
        zone=zone.body.zone,
        zone_sentence=zone,
        period=period.body.kind,
        period_sentence=period,
        declarations=gathered.declarations,
        times=gathered.times,
        values=gathered.values,
        truths=gathered.truths,
        calendars=gathered.calendars,
        guarantees=gathered.guarantees,
        credits=gathered.credits,
        targets=tuple(it for it in active if isinstance(it.body, n.Target)),
        nothing=tuple(it for it in active if isinstance(it.body, n.NothingComputed)),
        examples=tuple(it for it in active if isinstance(it.body, n.Example)),
        set_aside=tuple(it for it in file.sentences if it.set_aside),
    )
