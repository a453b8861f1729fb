"""The canonical layout of a policy: what `sla format` writes.

A clause stands between blank lines; a sentence begins in column 1 with a capital, and goes on two blanks in; a
table has a row a line, an example an incident a line; a long `assuming` and each `accepting` have a line of their
own.  Reading what is written here gives the same policy, and writing that the same text.
"""

from __future__ import annotations

from sla_dsl.language import nodes as n
from sla_dsl.language.filling import INDENT, filled
from sla_dsl.language.formatting_examples import example_lines
from sla_dsl.language.formatting_rules import rule_parts
from sla_dsl.language.formatting_values import bounds_text, sum_text

_SHORT = 72  # a sentence is not longer than this with an `assuming` on the same line
# Sentences of these sorts stand in lists, without blank lines between them.
_LISTED = (n.Declaration, n.Target)


def format_policy(file: n.PolicyFile) -> str:
    """The text of a policy in its canonical layout, with a line feed at its end."""
    blocks = [_head(file)]
    for place, sentences in _clauses(file):
        if place:
            blocks.append(place_text(place))
        blocks += _blocks(sentences)
    return "\n\n".join(blocks) + "\n"


def place_text(place: n.Place) -> str:
    """`§ 4.2 "Service Credits" paragraph 2`."""
    number = [place.number] if place.number else []
    title = [f'"{place.title}"'] if place.title else []
    return " ".join(["§", *number, *title, *(f"{word} {digits}" for word, digits in place.parts)])


def sentence_text(sentence: n.Sentence) -> str:
    """The lines of a sentence, from its capital to its full stop."""
    lines = _body_lines(sentence.body)
    if sentence.set_aside:
        lines = [f'set aside, because "{sentence.set_aside}":', INDENT + lines[0], *lines[1:]]
    if sentence.assuming:
        lines = _with_assumption(lines, f'assuming "{sentence.assuming}"')
    lines += [f'{INDENT}accepting "{it.code}", because "{it.because}"' for it in sentence.accepting]
    text = "\n".join(lines)
    return f"{text[:1].upper()}{text[1:]}."


def _with_assumption(lines: list[str], assuming: str) -> list[str]:
    if len(lines) == 1 and len(f"{lines[0]} {assuming}.") <= _SHORT:
        return [f"{lines[0]} {assuming}"]
    return [*lines, INDENT + assuming]


def _head(file: n.PolicyFile) -> str:
    in_force = f" in force from {file.in_force.isoformat()}" if file.in_force else ""
    version = f", written in language {file.language}" if file.language > 1 else ""
    return f'Agreement "{file.title}"{in_force}{version}.'


# ---------------------------------------------------------------- clauses


def _clauses(file: n.PolicyFile) -> list[tuple[n.Place | None, list[n.Sentence]]]:
    """Each place with the sentences under it; first those before any place."""
    clauses: list[tuple[n.Place | None, list[n.Sentence]]] = [(None, []), *((place, []) for place in file.places)]
    at = 0
    for sentence in file.sentences:
        at = _clause_of(sentence, clauses, at)
        clauses[at][1].append(sentence)
    return clauses


def _clause_of(sentence: n.Sentence, clauses: list[tuple[n.Place | None, list[n.Sentence]]], at: int) -> int:
    """The sentence's clause, from the one before on; two clauses with one heading are told apart by their nodes."""
    later = range(at, len(clauses))
    same = next((place for place in later if clauses[place][0] is sentence.place), None)
    if same is None:
        same = next((place for place in later if clauses[place][0] == sentence.place), at)
    return same


def _blocks(sentences: list[n.Sentence]) -> list[str]:
    """The sentences, those of a list together."""
    blocks: list[str] = []
    before: n.Sentence | None = None
    for sentence in sentences:
        text = sentence_text(sentence)
        if before and type(before.body) is type(sentence.body) and _is_listed(before) and _is_listed(sentence):
            blocks[-1] += f"\n{text}"
        else:
            blocks.append(text)
        before = sentence
    return blocks


def _is_listed(sentence: n.Sentence) -> bool:
    return isinstance(sentence.body, _LISTED) and not (sentence.assuming or sentence.set_aside or sentence.accepting)


# ---------------------------------------------------------------- sentences


def _body_lines(body: n.Body) -> list[str]:
    """The lines of a sentence without its full stop, its first word small."""
    if isinstance(body, n.Example):
        return example_lines(body)
    lines = filled(rule_parts(body))
    if isinstance(body, n.Credit) and isinstance(body.rate, n.Table):
        return [*lines, *_rows(body.rate)]
    return lines


def _rows(table: n.Table) -> list[str]:
    """A line for each row, `gives` under `gives` and the ends of the values under each other."""
    bounds = [bounds_text(row.bounds) for row in table.rows]
    alike = _beginning_alike(table.rows)
    width = max(len(text) for text in bounds)
    left = [alike + text[len(alike) :].rjust(width - len(alike)) if alike else text.ljust(width) for text in bounds]
    gives = [sum_text(row.gives) for row in table.rows]
    right = [text.rjust(max(len(text) for text in gives)) for text in gives]
    rows = [f"{INDENT}{bound} gives {value}" for bound, value in zip(left, right, strict=True)]
    return [*(f"{row}," for row in rows[:-1]), rows[-1]]


def _beginning_alike(rows: tuple[n.Row, ...]) -> str:
    """What the bounds of all rows begin with, if each is one bound and all are of a kind: `less than `."""
    kinds = {tuple(bound.comparison for bound in row.bounds) for row in rows}
    kind = next(iter(kinds))
    return f"{kind[0]} " if len(kinds) == len(kind) == 1 else ""
