"""Command lines in the documents: run as printed, in a folder that holds the files that the document made so far."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from sla_dsl.faces.group import sla
from tests.docs.blocks import Block

ROOT = Path(__file__).parents[2]


class Command(NamedTuple):
    """A command as it is printed after `$`, and what is printed below it."""

    line: str
    output: str


def commands(block: Block) -> Iterator[Command]:
    """The commands of a `console` block, each with its output."""
    for part in f"\n{block.text}".split("\n$ ")[1:]:
        line, _, output = part.partition("\n")
        yield Command(line, output if not output or output.endswith("\n") else f"{output}\n")


def run(line: str) -> str:
    """Everything that a command writes, on standard output and standard error, in order."""
    program, *arguments = shlex.split(line)
    assert program == "sla", line
    return CliRunner().invoke(sla, arguments).output


def as_printed(output: str, printed: str) -> str:
    """The output as the document prints it: a last line of `…` stands for all that follows."""
    stem = printed.removesuffix("…\n")
    return printed if stem != printed and output.startswith(stem) else output


def lay_out(folder: Path, files: dict[str, str]) -> None:
    """Puts the files of a document into the folder, and the project's policies and examples beside them."""
    (folder / "policies").symlink_to(ROOT / "policies")
    (folder / "docs").symlink_to(ROOT / "docs")
    (folder / "examples").symlink_to(ROOT / "examples")
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
