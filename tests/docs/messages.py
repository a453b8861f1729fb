"""The examples of `errors.md`, each read as what it is: a policy, a timeline, tables.

A block says what it is in its first line: `sla failing in=downtime code=unknown-name words="Downtim"`.  Further words:

    whole      the JSON is all of the timeline, and is not laid over a small one
    bound      the timeline is evaluated under the policy of the page, too, perhaps for certain `periods`
    escaped    a backslash, `u` and four digits stand for a character
    latin      the bytes are those of an old encoding; `wide`: those of UTF-16
    repeat     `130 y`: three dots stand for so many of these; `_` stands for a blank

`python -m tests.docs.messages` writes into the page what the program says today.
"""

from __future__ import annotations

import ast
import io
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from sla_dsl.analysis.checking import analysed, joined
from sla_dsl.analysis.mistakes import CODES as ANALYSES
from sla_dsl.evaluation.compiling.examples import contradictions, run_examples
from sla_dsl.evaluation.policy import Policy, read_policy
from sla_dsl.evaluation.using import evaluate, timeline_from
from sla_dsl.evidence.csv_folder import read_folder
from sla_dsl.evidence.json_lines import read_lines
from sla_dsl.evidence.json_timeline import read_timeline
from sla_dsl.faces.codes import checking_codes
from sla_dsl.findings.finding import Finding
from sla_dsl.language.silencing import silenced
from tests.docs.blocks import FOLDER, Block, blocks, document, sections
from tests.docs.policies import BY_THE_WAY, policy_of, reading

NAME = "errors.md"
INDEX = "## All codes\n"
POLICY_FILE = "promise.sla"
SMALL = {"format": "sla-timeline/1", "account": "acme", "incidents": []}
SMALL_TABLE = "id,service,start,end,cause\nINC-1,gateway,2026-03-04T10:00:00Z,2026-03-04T10:05:00Z,failure\n"
TWO_INCIDENTS = SMALL_TABLE + SMALL_TABLE.splitlines()[1].replace("INC-1", "INC-2") + "\n"
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class Example(NamedTuple):
    """The blocks of one example, under the code that they stand below; `says` is the block of what is said."""

    code: str
    blocks: tuple[Block, ...]
    says: Block | None

    @property
    def name(self) -> str:
        """How a test is called that is about the example."""
        return f"{self.code}:{self.blocks[0].line}"

    @property
    def is_failing(self) -> bool:
        """Whether the example shows a mistake."""
        return "failing" in self.blocks[0].words

    @property
    def expected(self) -> list[str]:
        """The codes that it earns."""
        return self.blocks[0].options["code"].split(",") if self.is_failing else []


def examples() -> list[Example]:
    """The examples of the page in order.  Tables that follow each other are one folder."""
    found: list[Example] = []
    for block in blocks(NAME):
        last = found[-1] if found else None
        if block.words == ("says",) and last:
            found[-1] = last._replace(says=block)
        elif last and not last.says and block.language == "csv" and _same(last.blocks[-1], block):
            found[-1] = last._replace(blocks=(*last.blocks, block))
        elif block.language != "console":
            found.append(Example(block.heading, (block,), None))
    return found


def _same(one: Block, other: Block) -> bool:
    return (one.language, one.heading, one.words[0]) == (other.language, other.heading, other.words[0])


def promise() -> str:
    """The policy of the page."""
    return next(block.text for block in blocks(NAME) if block.options.get("file") == POLICY_FILE)


# ---------------------------------------------------------------- what an example stands for


def text_of(block: Block) -> str:
    """The text that a block stands for."""
    text = policy_of(block)
    if "repeat" in block.options:
        number, words = block.options["repeat"].split(" ")
        text = text.replace("…", words.replace("_", " ") * int(number))
    if "escaped" in block.words:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return text


def bytes_of(block: Block) -> bytes:
    """The same as the content of a file."""
    encoding = "latin-1" if "latin" in block.words else "utf-16" if "wide" in block.words else "utf-8"
    return text_of(block).encode(encoding)


def told(example: Example) -> list[Finding]:
    """What is found in the example; notes, and what any fragment earns, only where they are expected."""
    quiet = set(BY_THE_WAY) - set(example.expected)
    found = joined(tuple(_READERS[example.blocks[0].language](example.blocks)), _analysed(example))
    told = [f for f in found if not f.accepted]
    return [f for f in told if f.code in example.expected or (f.severity != "note" and f.code not in quiet)]


def _of_policy(example: tuple[Block, ...]) -> Iterator[Finding]:
    (block,) = example
    if not {"latin", "wide"} & set(block.words):
        text = text_of(block)
        yield from _checked(text)
        for run in run_examples(reading(text)):
            yield from run.findings
        yield from contradictions(reading(text))
    else:
        yield from read_policy(bytes_of(block), "policy.sla").findings


def _analysed(example: Example) -> tuple[Finding, ...]:
    """What analyses find, under their own codes alone: any fragment would earn something of them."""
    if example.code not in ANALYSES:
        return ()
    text = text_of(example.blocks[0])
    found = silenced(analysed(read_policy(text).require(), text), reading(text).file, checking_codes(), complete=False)
    return found if example.is_failing else tuple([f for f in found if f.code == example.code])


def _checked(text: str) -> tuple[Finding, ...]:
    """What `sla check` finds, but for the analyses."""
    outcome = read_policy(text, "policy.sla")
    return silenced(outcome.findings, reading(text).file, checking_codes(), complete=outcome.value is not None)


def _of_timeline(example: tuple[Block, ...]) -> Iterator[Finding]:
    (block,) = example
    data = bytes_of(block) if "whole" in block.words else _laid_over(text_of(block)).encode()
    timeline, findings = read_timeline(data, "", block.options.get("zone"))
    yield from findings
    if timeline is not None and "bound" in block.words:
        yield from evaluate(_policy(), timeline, block.options.get("periods", "").split()).findings


def _laid_over(text: str) -> str:
    """The fields of a text, as they are written there, and after them those of the small timeline that it lacks."""
    given = json.loads(text)
    rest = {name: value for name, value in SMALL.items() if name not in given}
    parts = [part for part in (text.strip()[1:-1], json.dumps(rest)[1:-1]) if part]
    return f"{{{', '.join(parts)}}}"


def _policy() -> Policy:
    return read_policy(promise()).require()


def _of_lines(example: tuple[Block, ...]) -> Iterator[Finding]:
    (block,) = example
    for line in read_lines(io.BytesIO(bytes_of(block))):
        yield from line.findings


def _of_objects(example: tuple[Block, ...]) -> Iterator[Finding]:
    (block,) = example
    yield from timeline_from({**SMALL, **ast.literal_eval(block.text)}).findings


def _of_tables(example: tuple[Block, ...]) -> Iterator[Finding]:
    given = {block.options["file"]: bytes_of(block).strip(b"\n") + b"\n" for block in example}
    if "charges.csv" not in given:
        given.setdefault("incidents.csv", TWO_INCIDENTS.encode())
    accounts, findings = read_folder(given, "march")
    yield from findings
    for account in accounts:
        yield from account.findings


_READERS = {
    "sla": _of_policy,
    "json": _of_timeline,
    "jsonl": _of_lines,
    "python": _of_objects,
    "csv": _of_tables,
}


# ---------------------------------------------------------------- what is said


def in_words(example: Example) -> str:
    """What is said of the mistake that the example shows: its place in the evidence, the sentence, the repair."""
    found = [finding for finding in told(example) if finding.code == example.code]
    return "".join(f"{line}\n" for finding in dict.fromkeys(found) for line in _lines(finding))


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.field}: {finding.message}" if finding.field else finding.message
    if finding.situation:
        yield finding.situation
    if finding.repair:
        yield finding.repair


def index(text: str) -> str:
    """Every group of the page with the codes that it explains, each a link."""
    groups = {title: list(sections(body, 3)) for title, body in sections(text, 2).items()}
    listed = {title: " · ".join(f"[{code}](#{code})" for code in codes) for title, codes in groups.items() if codes}
    return "".join(f"\n- **{title}:** {links}\n" for title, links in listed.items())


def _with_index(text: str) -> str:
    start = text.index(INDEX) + len(INDEX)
    end = text.index("\n## ", start)
    return text[:start] + index(text) + text[end:]


def refresh() -> None:
    """Writes below every example what is said of it today, below every command what it prints, and the index."""
    from tests.docs.folders import transcript

    lines = document(NAME).splitlines()
    renewed = [(e.says, in_words(e)) for e in examples() if e.says]
    renewed += [(block, transcript(block)) for block in blocks(NAME) if block.language == "console"]
    for block, text in sorted(renewed, key=lambda pair: -pair[0].line):
        lines[block.line - 1 : block.line - 1 + block.text.count("\n")] = text.splitlines()
    (FOLDER / NAME).write_text(_with_index("\n".join(lines) + "\n"), "utf-8")


if __name__ == "__main__":
    refresh()
