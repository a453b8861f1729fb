"""From the files of an export and the answers about it to a timeline, or to the questions that are still open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sla_dsl.evidence.reading import read_plain
from sla_dsl.findings.finding import Finding, is_error
from sla_dsl.intake import mistakes
from sla_dsl.intake.answers.about import record_name
from sla_dsl.intake.answers.asking import Asking, Names
from sla_dsl.intake.answers.mapping import Mapped, name_of
from sla_dsl.intake.answers.mapping_text import grouped
from sla_dsl.intake.answers.questions import Question
from sla_dsl.intake.reader import Reader
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Aside, Export, Refused, Stated, StatedTicket
from sla_dsl.intake.timelines.besides import Besides
from sla_dsl.intake.timelines.choosing_times import Times
from sla_dsl.intake.timelines.heading import heading, notes_of
from sla_dsl.intake.timelines.making import Fate, Made, fates_of_outages
from sla_dsl.intake.timelines.not_yet import without_what_is_to_come
from sla_dsl.intake.timelines.tallying import Tally, tally
from sla_dsl.intake.timelines.ticketing import fates_of_tickets
from sla_dsl.intake.timelines.using import left_out
from sla_dsl.records import NamedTuple


class Imported(NamedTuple):
    """What an import gave.

    `timeline`: the timeline as plain data (`sla-timeline/1`), or None, if anything is wrong or open.  `tally`: how
    many records became what, where that can be said.  `questions`: what is open.  `findings`: mistakes and notes.
    """

    timeline: dict[str, Any] | None
    tally: Tally | None
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def import_files(
    reader: Reader,
    files: Sequence[SourceFile],
    mapped: Mapped,
    names: Names | None = None,
    besides: Besides | None = None,
) -> Imported:
    """Reads the files as one export and makes a timeline of them; never raises for what is in them.

    `names`: those of the policy that the timeline is for; then no other is taken for an answer.  `besides`: what is
    put beside the export.
    """
    asking = Asking(mapped, names)
    read = reader.read(files, asking)
    export = _with_single_records(read if len(files) == 1 else _with_files(read), asking)
    if any(map(is_error, export.findings)):
        return Imported(None, None, (), export.findings)
    times = Times(asking, export.zone)
    head = heading(export, asking, files, mapped)
    _refuse_shared_names(export, asking)
    fates = without_what_is_to_come(_fates(reader, export, times, asking), head)
    return _concluded(export, fates, head, asking, files, reader, besides)


def _fates(reader: Reader, export: Export, times: Times, asking: Asking) -> list[Fate]:
    """What becomes of each record, with what is wrong with its local times."""
    outages = [record for record in export.records if isinstance(record, Stated)]
    tickets = [record for record in export.records if isinstance(record, StatedTicket)]
    found = [
        *fates_of_outages(outages, reader.topics, times, asking),
        *fates_of_tickets(tickets, reader.topics, times, asking),
    ]
    wrong = times.findings
    return [
        fate._replace(made=(), findings=(*fate.findings, *wrong[record_name(fate.record)]))
        if record_name(fate.record) in wrong and not fate.left
        else fate
        for fate in found
    ]


def _concluded(
    export: Export,
    fates: list[Fate],
    head: dict[str, Any],
    asking: Asking,
    files: Sequence[SourceFile],
    reader: Reader,
    besides: Besides | None,
) -> Imported:
    wrong = [*export.findings, *asking.findings.values(), *_wrong(export, fates)]
    questions = tuple(question for group in grouped(asking.questions.values()) for question in group)
    counts = tally(export, fates) if not questions and not asking.findings else None
    if counts and not any(map(is_error, wrong)):
        notes = [*notes_of(export, counts, asking, files, reader), *([besides.note] if besides else [])]
        plain, found = _checked(head, _lists(fates), besides, notes)
        wrong += found
        if plain is not None:
            return Imported(plain, counts, (), (*wrong, *asking.unasked()))
    return Imported(None, counts, questions, (*wrong, *(asking.unasked() if not questions else ())))


def _wrong(export: Export, fates: Iterable[Fate]) -> list[Finding]:
    """What is wrong with single records, each with how the mapping file can leave it out."""
    found = [mistakes.in_mapping(one, name_of(("record", r.name))) for r in export.refused for one in r.findings]
    for fate in fates:
        key = name_of(("record", record_name(fate.record)))
        found += [mistakes.in_mapping(one, key) for one in fate.findings]
    return found


def _lists(fates: Iterable[Fate]) -> dict[str, list[Made]]:
    """The records of the timeline by their list; that of the pauses is known to be empty where the tickets say so."""
    lists: dict[str, list[Made]] = {"incidents": []}
    for fate in fates:
        for one in fate.made:
            lists.setdefault(one.kind, []).append(one)
        if fate.made and isinstance(fate.record, StatedTicket) and fate.record.tells_waits:
            lists.setdefault("pauses", [])
    return lists


def _checked(
    head: dict[str, Any], lists: dict[str, list[Made]], besides: Besides | None, notes: list[str]
) -> tuple[dict[str, Any] | None, list[Finding]]:
    """The timeline, if the readers of timelines take it as it will be written."""
    made = {kind: [one.plain for one in ones] for kind, ones in lists.items()}
    others = besides.lists if besides else {}
    together = {kind: [*made.get(kind, ()), *others.get(kind, ())] for kind in dict.fromkeys((*made, *others))}
    plain = {**head, **together, "notes": notes}

    def place(kind: str, index: int, field: str) -> str:
        records = lists.get(kind, [])
        if index >= len(records) and kind in others and besides:
            return f"{besides.file}, {kind}[{index - len(records)}], {field}"
        return f"{records[index].origin.words()}, {field}" if 0 <= index < len(records) else field

    timeline, findings = read_plain(plain, place)
    told = [finding for finding in findings if is_error(finding)]
    return (None if timeline is None else plain), told


def _with_files(export: Export) -> Export:
    """The export with the file in the names of records that have no id: of each file there is a first one."""
    records = [one if one.id else one._replace(id=one.origin.words()) for one in export.records]
    refused = [one._replace(name=one.origin.words()) if one.name == one.origin.place else one for one in export.refused]
    return export._replace(records=tuple(records), refused=tuple(refused))


def _with_single_records(export: Export, asking: Asking) -> Export:
    """The export with each record once, and without the refused ones that the mapping file leaves out."""
    first: dict[tuple[str, str], Stated | StatedTicket] = {}
    kept: list[Stated | StatedTicket] = []
    again: list[Aside] = []
    refused = list(export.refused)
    for record in export.records:
        known = first.setdefault((_list_of(record), record_name(record)), record)
        if known is record:
            kept.append(record)
        elif known._replace(origin=record.origin) == record:
            again += [Aside(record.origin, "the same record a second time")] * record.parts
        else:
            refused += [_double(record, known)] * record.parts
    left = {one: left_out(StatedTicket(one.origin, one.name, "", ()), asking) for one in refused}
    aside = [Aside(one.origin, f"{why[0]} ({why[1]})") for one in refused if (why := left[one])]
    return export._replace(
        records=tuple(kept),
        aside=(*export.aside, *again, *aside),
        refused=tuple([one for one in refused if not left[one]]),
    )


def _refuse_shared_names(export: Export, asking: Asking) -> None:
    """An answer for one record is none where a failure and planned work, or a ticket, are called the same."""
    lists: dict[str, dict[str, Stated | StatedTicket]] = {}
    for record in export.records:
        lists.setdefault(record_name(record), {}).setdefault(_list_of(record), record)
    for key, answer in asking.mapped.answers.items():
        several = [*lists.get(key[1], {}).values()] if key[0] == "record" and len(key) > 1 else []
        if len(several) > 1:
            places = [record.origin.words() for record in several]
            asking.findings[key] = mistakes.for_two_records(asking.mapped.name, name_of(key), places, answer.span)


def _list_of(record: Stated | StatedTicket) -> str:
    return record.use if isinstance(record, Stated) else "ticket"


def _double(record: Stated | StatedTicket, known: Stated | StatedTicket) -> Refused:
    wrong = mistakes.double(record.origin.file, record.origin.place, record_name(record), known.origin.words())
    return Refused(record.origin, f"{record_name(record)} at {record.origin.place}", (wrong,))
