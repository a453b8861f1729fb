"""Writes into the documents what the program says today: `python -m tests.docs.refresh`.

What is printed below failing examples, the output of commands, the table of operations and that of features.
Nothing else is touched, and what changed is for a person to read: a worse message is not made right by this.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.docs import tutorials
from tests.docs.blocks import FOLDER, Block, blocks, document
from tests.docs.features import feature_rows
from tests.docs.operations import operation_rows
from tests.docs.policies import in_words, policy_of, told
from tests.docs.transcripts import as_printed, commands, lay_out, run

DOCUMENTS = (
    *(
        "language.md",
        "why.md",
        "checks.md",
        "field.md",
        "tutorial.md",
        "table.md",
        "coverage.md",
        "diff.md",
        "import.md",
    ),
)


def refreshed(name: str) -> str:
    """The text of a document, brought up to date."""
    lines = document(name).splitlines()
    for block, text in reversed(list(_renewed(name))):
        start = block.line - 1
        lines[start : start + block.text.count("\n")] = text.splitlines()
    text = "\n".join(lines) + "\n"
    for heading, rows in _TABLES.items():
        text = _with_table(text, heading, rows)
    return text


def _renewed(name: str) -> Iterator[tuple[Block, str]]:
    """The blocks that the program fills, each with what it says today."""
    states = {state.block.name: state.files for state in tutorials.shown()}
    before: Block | None = None
    for block in blocks(name):
        if block.words == ("says",) and before is not None:
            yield block, in_words(told(policy_of(before), before.options["code"].split(",")))
        elif block.language == "console":
            yield block, _transcript(block, states.get(block.name, {}))
        before = block


def _transcript(block: Block, files: dict[str, str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        lay_out(Path(folder), files)
        with contextlib.chdir(folder):
            return "".join(f"$ {it.line}\n{as_printed(run(it.line), it.output)}" for it in commands(block))


def _with_table(text: str, heading: str, rows: Callable[[], list[tuple[str, ...]]]) -> str:
    """The text with the rows of the table under that heading."""
    found = re.search(rf"(?m)^{re.escape(heading)}\n\|[-|]+\n((?:\|.*\n)*)", text)
    if found is None:
        return text
    made = "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in rows())
    return text[: found.start(1)] + made + text[found.end(1) :]


_TABLES: dict[str, Callable[[], list[tuple[str, ...]]]] = {
    "| operation | takes | gives | meaning |": operation_rows,
    "| # | feature | how it stands |": feature_rows,
}

if __name__ == "__main__":
    for each in DOCUMENTS:
        (FOLDER / each).write_text(refreshed(each), "utf-8")
