"""An import as the command line asks for it: the files opened, the answers read, the outcome told and written."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence

import click

from sla_dsl.evidence.files import read_file
from sla_dsl.faces.exits import Exit
from sla_dsl.faces.inputs import will_be_one_file
from sla_dsl.faces.opening import INPUT_NAME, load_policy, mention, read_input, refuse
from sla_dsl.faces.options import STANDARD_INPUT
from sla_dsl.faces.pictures.intake import imported_lines, open_lines
from sla_dsl.faces.saving import save
from sla_dsl.faces.telling import tell_of_mistakes
from sla_dsl.findings.finding import Finding, is_error
from sla_dsl.findings.nearness import most_like
from sla_dsl.findings.source import Source
from sla_dsl.intake.answers.asking import Names
from sla_dsl.intake.answers.mapping import Mapped, read_mapping
from sla_dsl.intake.answers.mapping_text import extended, mapping_text
from sla_dsl.intake.importing import Imported, import_files
from sla_dsl.intake.listing import OTHER_NAMES, READERS, reader_named, readers_for
from sla_dsl.intake.reader import Reader
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.timelines.besides import Besides, read_besides
from sla_dsl.records import NamedTuple

AUTO = "auto"
_NAMED = ("service", "cause", "priority")


class Intake(NamedTuple):
    """What the command line asks for."""

    form: str
    files: tuple[str, ...]
    mapping: str | None
    output: str
    policy: str | None = None
    besides: str | None = None

    @property
    def mapping_path(self) -> str:
        """Where the answers are, or are asked for: beside the timeline, under its name."""
        if self.mapping is not None:
            return self.mapping
        first = "import" if self.files[0] == STANDARD_INPUT else os.path.basename(self.files[0])
        return f"{os.path.splitext(first if self.output == STANDARD_INPUT else self.output)[0]}.map.toml"

    def again(self) -> str:
        """The command line that runs the import with the mapping file."""
        policy = [] if self.policy is None else ["--policy", self.policy]
        besides = [] if self.besides is None else ["--with", self.besides]
        output = [] if self.output == STANDARD_INPUT else ["-o", self.output]
        answers = ["--map", self.mapping_path]
        return shlex.join(["sla", "import", self.form, *self.files, *answers, *policy, *besides, *output])


class Written(NamedTuple):
    """The mapping file: its text (None: there is none yet), and what it says."""

    text: str | None
    mapped: Mapped


def run_intake(asked: Intake) -> Exit:
    """Imports; writes the timeline, or the questions that are open."""
    _check_paths(asked)
    if asked.form != AUTO and reader_named(asked.form) is None:
        raise click.UsageError(_no_such_form(asked.form))
    opened = [_open(path, name) for path, name in zip(asked.files, _file_names(asked.files), strict=True)]
    wrong = [one for one in opened if isinstance(one, Finding)]
    files = [one for one in opened if isinstance(one, SourceFile)]
    if wrong:
        return refuse(wrong)
    reader = reader_named(asked.form) or _recognised(files)
    written = _mapping(asked, reader)
    if isinstance(written, list):
        return refuse(written, _sources(asked, None))
    names, status = _names(asked.policy)
    if status:
        return status
    besides = _besides(asked.besides)
    if isinstance(besides, list):
        return refuse(besides)
    return _told(import_files(reader, files, written.mapped, names, besides), asked, reader, files, written)


def _besides(path: str | None) -> Besides | list[Finding] | None:
    """What is put beside the export, if a file of it is named."""
    if path is None:
        return None
    opened = _open(path, os.path.basename(path))
    return [opened] if isinstance(opened, Finding) else read_besides(opened)


def _check_paths(asked: Intake) -> None:
    """Nothing is written over an export, over the policy, or over the answers."""
    if asked.mapping in ("", STANDARD_INPUT):
        raise click.UsageError("The mapping file needs a name of its own.")
    read = [("the export", path) for path in asked.files if path != STANDARD_INPUT]
    read += [("the policy", asked.policy)] if asked.policy else []
    read += [("what is put beside the export", asked.besides)] if asked.besides else []
    for written, others in ((asked.output, [*read, ("the answers", asked.mapping_path)]), (asked.mapping_path, read)):
        over = [what for what, path in others if written != STANDARD_INPUT and will_be_one_file(written, path)]
        if over:
            raise click.UsageError(f"{written} would be written over, and {over[0]} is there; give it another name.")


def _no_such_form(form: str) -> str:
    near = most_like(form, [*(reader.name for reader in READERS), *OTHER_NAMES], 50)
    hint = f" Did you mean {near!r}?" if near else ""
    return f"There is no form of export called {form!r}.{hint} 'sla import --list' shows all of them."


def _file_names(paths: Sequence[str]) -> list[str]:
    """What the files are called: without their folders, as long as that tells them apart."""
    names = [INPUT_NAME if path == STANDARD_INPUT else os.path.basename(path) for path in paths]
    return [
        path if names.count(name) > 1 and path != STANDARD_INPUT else name
        for path, name in zip(paths, names, strict=True)
    ]


def _open(path: str, name: str) -> SourceFile | Finding:
    if path == STANDARD_INPUT:
        return SourceFile(name, read_input())
    data = read_file(path)
    return data._replace(source=path) if isinstance(data, Finding) else SourceFile(name, data)


def _recognised(files: list[SourceFile]) -> Reader:
    """The one form that all files look like."""
    common = [reader for reader in READERS if all(map(reader.sniff, files))]
    if len(common) != 1:
        which = " or ".join(reader.name for reader in common)
        found = f"The files may be {which}" if common else "The files look like no form of export that is read"
        raise click.UsageError(f"{found}; name one: 'sla import --list' shows all of them.")
    return common[0]


def _names(path: str | None) -> tuple[Names | None, Exit]:
    """The names of the policy that the timeline is for, if one was given."""
    if path is None:
        return None, Exit.DONE
    policy, status = load_policy(path)
    if policy is None:
        return None, status
    kinds = policy.tree.names
    steps = tuple(policy.tree.recorded.values())
    return {**{kind: tuple(kinds[kind]) for kind in _NAMED}, "step": steps, "state": steps}, Exit.DONE


def _mapping(asked: Intake, reader: Reader) -> Written | list[Finding]:
    """The mapping file, if one is given and there."""
    path = asked.mapping
    if path is None or not os.path.exists(path):
        return Written(None, Mapped(asked.mapping_path))
    data = read_file(path)
    if isinstance(data, Finding):
        return [data._replace(source=path)]
    text = SourceFile(path, data).text()
    if isinstance(text, Finding):
        return [text]
    mapped, found = read_mapping(text, path, reader.name)
    return list(found) if found else Written(text, mapped)


def _sources(asked: Intake, written: Written | None) -> list[Source]:
    """The text of the mapping file, so that its words can be shown."""
    if asked.mapping is None or not os.path.exists(asked.mapping):
        return []
    data = b"" if written and written.text is not None else read_file(asked.mapping)
    text = (
        written.text
        if written and written.text is not None
        else SourceFile("", data if isinstance(data, bytes) else b"").text()
    )
    return [Source(asked.mapping, text if isinstance(text, str) else "")]


def _told(imported: Imported, asked: Intake, reader: Reader, files: list[SourceFile], written: Written) -> Exit:
    errors = [finding for finding in imported.findings if is_error(finding)]
    status = Exit.DONE
    if errors:
        status = refuse([_with_hint(finding, files, reader) for finding in errors], _sources(asked, written), most=50)
    if imported.questions:
        status = max(status, _ask(imported, asked, reader, files, written))
    if imported.tally:
        tell_of_mistakes(imported_lines(imported, files, asked.output))
    if imported.timeline is not None:
        from sla_dsl.faces.json_text import pretty_json

        mention(imported.findings)
        save(asked.output, pretty_json(imported.timeline))
    return status


def _with_hint(finding: Finding, files: list[SourceFile], asked: Reader) -> Finding:
    """A file of another form is told with the form that it looks like."""
    if finding.code != "export-form":
        return finding
    looks = [reader for file in files if file.name == finding.source for reader in readers_for(file)]
    if not looks or asked in looks:
        return finding
    return finding._replace(repair=f"It looks like another form: sla import {looks[0].name}.")


def _ask(imported: Imported, asked: Intake, reader: Reader, files: list[SourceFile], written: Written) -> Exit:
    """Writes the open questions to the mapping file, and says so."""
    path = asked.mapping_path
    if written.text is None and os.path.exists(path):
        raise click.UsageError(f"{path} is there already; give it with --map {path}, or move it away.")
    names = [file.name for file in files]
    new = [question for question in imported.questions if question.key not in written.mapped.answers]
    if written.text is None:
        save(path, mapping_text(reader.name, reader.title, names, imported.questions))
    elif new:
        save(path, extended(written.text, new))
    tell_of_mistakes(open_lines(imported.questions, path, asked.again()))
    return Exit.REFUSED
