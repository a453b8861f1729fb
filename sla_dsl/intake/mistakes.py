"""What is wrong with an export, or with the answers to it.  `place` is the record and the field."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.intake.stated import Origin, Refused

_CORRECT = "Correct it in the program that it came from and export it again, or leave the record out"


def not_this_form(file: str, title: str, why: str, looks: str) -> Finding:
    """The file is something else; `looks` is the name of the form that it seems to have."""
    repair = (
        f"It looks like another form: sla import {looks}." if looks else "'sla import --list' says what each form is."
    )
    return Finding("export-form", f"This is no export of {title}: {why}.", repair=repair, source=file)


def cannot_be_read(file: str, why: str) -> Finding:
    """The file is of the form, and damaged."""
    return Finding("export-form", f"The file cannot be read: {why}.", repair="Export it again.", source=file)


def missing_field(file: str, place: str, name: str) -> Finding:
    """A record has to say this."""
    return Finding("export-field", f'The record has no "{name}".', field=place, repair=f"{_CORRECT}.", source=file)


def wrong_field(file: str, place: str, wanted: str, found: str) -> Finding:
    """A field holds something of another kind."""
    message = f"It should be {wanted}, and is {found}."
    return Finding("export-field", message, field=place, repair=f"{_CORRECT}.", source=file)


def refused_row(finding: Finding) -> Refused:
    """A row of a table that cannot be read, called by its place."""
    return Refused(Origin(finding.source, finding.field), finding.field, (finding,))


def bad_time(file: str, place: str, written: str, why: str) -> Finding:
    """A time that names no instant."""
    message = f'The time "{written}" cannot be read: {why}.'
    return Finding("export-time", message, field=place, repair=f"{_CORRECT}.", source=file)


def no_such_local_time(file: str, place: str, written: str, why: str, key: str) -> Finding:
    """A time that the clocks of the zone skip or show twice; `key`: where the mapping file can say the right one."""
    message = f'The time "{written}" names no instant: {why}.'
    repair = f"Give the right time, with its offset, in the mapping file as {key}." if key else f"{_CORRECT}."
    return Finding("export-time", message, field=place, repair=repair, source=file)


def ends_first(file: str, place: str, start: str, end: str, key: str) -> Finding:
    """The end lies before the start."""
    return Finding(
        "export-order",
        f"The record ends at {end}, before it starts at {start}.",
        field=place,
        repair=f"{_CORRECT}, or give the right time in the mapping file as {key}.start or {key}.end.",
        source=file,
    )


def double(file: str, place: str, name: str, first: str) -> Finding:
    """The same id, and not the same record."""
    return Finding(
        "export-double",
        f'Another record is called "{name}", too, and says something else: {first}.',
        field=place,
        repair="Export each of them once; if they are two, give them two names. "
        "Of two versions of one, name the file with the newer first, and leave the other out.",
        source=file,
    )


def other_number(file: str, read: int, wanted: int, span: Span | None, mapping: str) -> Finding:
    """The control total does not hold: something was cut off, or added."""
    return Finding(
        "export-count",
        f"{read:,} {'record was' if read == 1 else 'records were'} read, and there should be {wanted:,}.",
        span,
        repair=f"Export {file} again and look whether it is whole, or correct the number.",
        source=mapping,
    )


def not_installed(file: str, title: str, extra: str) -> Finding:
    """The library for this form is an extra, and is not there."""
    return Finding(
        "export-form",
        f"{title} can only be read with the extra '{extra}', which is not installed.",
        repair=f'Install it with: pip install "sla-dsl[{extra}]".',
        source=file,
    )


def not_toml(mapping: str, why: str, repair: str, span: Span | None) -> Finding:
    """The mapping file is not written as one."""
    repair = repair or 'Each answer is one line: name = { is = "…", because = "…" }.'
    why = f": {why}" if why else ""
    return Finding("mapping-form", f"This line cannot be read{why}.", span, repair=repair, source=mapping)


def not_an_answer(mapping: str, name: str, number: str, span: Span | None) -> Finding:
    """Something that is neither an answer nor a group of them; `number` is what stands there without its quotes."""
    repair = f'Write it as {name} = {{ is = "{number or "…"}", because = "…" }}.'
    return Finding("mapping-form", f"{name} is not an answer with its reason.", span, repair=repair, source=mapping)


def newer_mapping(mapping: str, found: str, known: str, span: Span | None) -> Finding:
    """Its first line names another form than is read."""
    message = f'The mapping file should begin with format = "{known}"; it says {found}.' if found else ""
    message = message or f'The mapping file should begin with format = "{known}".'
    return Finding("mapping-form", message, span, repair=f'Write format = "{known}".', source=mapping)


def other_export(mapping: str, found: str, asked: str, span: Span | None) -> Finding:
    """Answers to questions of one form mean nothing for another."""
    if not found:
        message = "The mapping file does not say about which form of export its answers are."
        repair = f'Write export = "{asked}" below its first line, if that is the form.'
        return Finding("mapping-of-other-form", message, span, repair=repair, source=mapping)
    message = f'The answers are about exports of the form "{found}", not "{asked}".'
    repair = "Give the mapping file that was written for this form, or none."
    return Finding("mapping-of-other-form", message, span, repair=repair, source=mapping)


def wrong_answer(mapping: str, why: str, allowed: str, span: Span | None) -> Finding:
    """It is none of the answers that there are."""
    return Finding("answer-wrong", why, span, repair=f"Write {allowed}.", source=mapping)


def for_two_records(mapping: str, name: str, places: Sequence[str], span: Span | None) -> Finding:
    """A failure and planned work that have the same id."""
    message = f"{name} answers for several records: {' and '.join(places)}."
    repair = "Give them names of their own: in a table, column.id may be a list of columns."
    return Finding("answer-wrong", message, span, repair=repair, source=mapping)


def no_reason(mapping: str, name: str, span: Span | None) -> Finding:
    """An answer that nobody can check later."""
    return Finding(
        "answer-without-reason",
        f"The answer to {name} has no reason.",
        span,
        repair='Write behind it why it is so: because = "…".',
        source=mapping,
    )


def not_asked(mapping: str, name: str, span: Span | None) -> Finding:
    """Perhaps it was for another month, perhaps a name is misspelt."""
    message = f"{name} answers no question of this export."
    repair = "It does no harm; if it was meant for this export, compare its name with the export."
    return Finding("answer-not-asked", message, span, repair=repair, source=mapping, severity="note")


def in_mapping(finding: Finding, key: str) -> Finding:
    """The same, with how the mapping file can leave the record out."""
    if finding.severity != "error" or "mapping file" in finding.repair:
        return finding
    how = f'In the mapping file that is: {key}.use = {{ is = "leave out", because = "…" }}'
    return finding._replace(repair=f"{finding.repair} {how}.".strip())


def no_lists(file: str, place: str, why: str, lists: Sequence[str]) -> Finding:
    """A file that should hold lists of a timeline, and nothing else."""
    message = f"The file should hold lists of a timeline and nothing else: {why}."
    names = ", ".join(f'"{name}"' for name in lists)
    return Finding("export-field", message, field=place, repair=f"The lists are {names}.", source=file)
