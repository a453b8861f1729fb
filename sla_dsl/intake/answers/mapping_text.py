"""Writing a mapping file: each open question as a comment, and below it the line to fill in."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from sla_dsl.intake.answers.asking import OTHERS
from sla_dsl.intake.answers.mapping import FORMAT, Key, groups_of, name_of, quoted
from sla_dsl.intake.answers.questions import UNANSWERED, Question

_WIDTH = 110
MANY = 5
"""So many questions of one kind have to be there before one answer to all of them is offered."""


def mapping_text(export: str, title: str, files: Sequence[str], questions: Iterable[Question]) -> str:
    """A new mapping file."""
    lines = [
        f"# Answers about {harmless(' and '.join(files))}, read as {title}.",
        "#",
        "# Each answer is one line: what is so, and because of what.  Put both in place of the question marks, and",
        "# keep the quotation marks.  Then run the same command again, with this file as --map.  The timeline repeats",
        "# every answer, so that whoever reads a result can see what it rests on.  Such a line may be:",
        "#",
        '#   account = { is = "acme", because = "it is the customer that the page was made for" }',
        "",
        f"format = {quoted(FORMAT)}",
        f"export = {quoted(export)}",
    ]
    return "\n".join([*lines, *question_lines(questions), ""])


def question_lines(questions: Iterable[Question], inside: Key = ()) -> Iterator[str]:
    """The questions, those about the same thing together: the possible answers once, and a line for each question.

    `inside` is the group of the file in which the lines stand.
    """
    for group in grouped(questions):
        first = group[0]
        yield ""
        yield from _comment(first.words if len(group) == 1 else first.together or first.words)
        for choice in first.choices:
            meaning = f": {choice.meaning}" if choice.meaning else ""
            yield from _comment(f'  "{choice.answer}"{meaning}')
        if first.free:
            yield from _comment(f"  {first.free}" if not first.choices else f"  or {first.free}")
        if len(group) > MANY and len(first.key) == 2:
            every = _name((first.key[0], OTHERS), inside)
            yield f"#   one line may stand for all that have none of their own: {every} = {{ is = …, because = … }}"
        for question in group:
            about = f"  # {harmless(question.about)}" if question.about else ""
            blank = f"{{ is = {quoted(UNANSWERED)}, because = {quoted(UNANSWERED)} }}"
            yield f"{_name(question.key, inside)} = {blank}{about}"


def _name(key: Key, inside: Key) -> str:
    return ".".join(map(quoted, key[len(inside) :])) if inside else name_of(key)


def grouped(questions: Iterable[Question]) -> list[list[Question]]:
    """Questions that begin alike and have the same answers, in the order of the first of them."""
    groups: dict[object, list[Question]] = {}
    for question in questions:
        several = (question.key[0], question.choices, question.free) if len(question.key) > 1 else question.key
        groups.setdefault(several, []).append(question)
    return list(groups.values())


def harmless(words: str) -> str:
    """Words without what would end a comment or turn it round; what an export calls things may hold anything."""
    return "".join(character if character.isprintable() else " " for character in words)


def _comment(words: str) -> Iterator[str]:
    """A comment in lines that are not too long."""
    indent = len(words) - len(words.lstrip())
    line = "#" + " " * indent
    for word in harmless(words).split():
        if len(line) + len(word) > _WIDTH and line.strip("# "):
            yield line
            line = "#" + " " * indent + "   "
        line += f" {word}"
    yield line


def extended(text: str, questions: Iterable[Question]) -> str:
    """A mapping file with further questions, each in its group or at the end of the ungrouped lines."""
    lines, groups = text.rstrip("\n").split("\n"), groups_of(text)
    first = next((number for number, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    found: dict[Key, list[Question]] = {}
    for question in questions:
        found.setdefault(_group(question.key, groups), []).append(question)
    for group in sorted(found, key=lambda one: groups.get(one, first), reverse=True):
        at = groups.get(group, first)
        rest = ["", *lines[at:]] if lines[at:] else []
        lines = [*lines[:at], *question_lines(found[group], group), *rest]
    return "\n".join([*lines, ""])


def _group(key: Key, groups: Container[Key]) -> Key:
    """The group in which a question has to stand, since TOML opens none twice; none where there is no such group."""
    return next((key[:count] for count in range(len(key) - 1, 0, -1) if key[:count] in groups), ())
