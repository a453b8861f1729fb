"""Looking up a place that a policy cites: which passages of the contract it means.

A number must be the clause's number; a title must be the clause's title, whatever its capitals, quotes and
punctuation, and may leave out words of it where that fits one clause only.  Then the parts are followed one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from sla_dsl.documents.clauses import Clause, Document
from sla_dsl.documents.sentences import sentences
from sla_dsl.records import NamedTuple

_BRACKETS = re.compile(r"\(([a-z0-9]+)\)")
_NOT_FOLLOWED = ("note", "line", "row")


class Cited(NamedTuple):
    """The passages that a place means, each with the number of a sentence in it (0: all of it).

    `is_whole`: the place is a clause, and says nothing of what in it is meant.
    """

    passages: tuple[tuple[int, int], ...]
    is_whole: bool = False


class NotThere(NamedTuple):
    """What the contract does not have, and the clause that is likest (or those that fit alike)."""

    missing: str
    nearest: tuple[Clause, ...]
    is_unclear: bool = False


Parts = Sequence[tuple[str, str]]


def look_up(document: Document, number: str, title: str, parts: Parts) -> Cited | NotThere:
    """What a place means."""
    plain = _BRACKETS.sub("", number)
    found = _clauses(document, plain, title)
    if len(found) != 1:
        what = f"clause {plain}" if plain else "such title"
        near = tuple(found) or _nearest(document, plain, title)
        return NotThere(what, near, is_unclear=bool(found))
    clause = found[0]
    steps = [*(("item", mark) for mark in _BRACKETS.findall(number)), *parts]
    return _follow(document, clause, steps)


def _clauses(document: Document, number: str, title: str) -> list[Clause]:
    """The clauses with that number, or that title; with both, the number decides and the title must fit."""
    if number:
        found = [clause for clause in document.clauses if clause.number == number]
        return [clause for clause in found if not title or _fits(words_of(title), words_of(clause.title))]
    wanted = words_of(title)
    same = [clause for clause in document.clauses if words_of(clause.title) == wanted]
    return same or [clause for clause in document.clauses if _fits(wanted, words_of(clause.title))]


def words_of(title: str) -> list[str]:
    """The words of a title, small and without punctuation."""
    return re.findall(r"\w+", title.casefold())


def _fits(wanted: Sequence[str], title: Sequence[str]) -> bool:
    """Whether the wanted words stand in the title in that order, perhaps with others between them."""
    rest = iter(title)
    return bool(wanted) and all(word in rest for word in wanted)


def _nearest(document: Document, number: str, title: str) -> tuple[Clause, ...]:
    """The clause whose title, or else number, is likest."""
    if title:
        titles = {" ".join(words_of(clause.title)): clause for clause in reversed(document.clauses) if clause.title}
        likest = get_close_matches(" ".join(words_of(title)), titles, 1)
        if likest:
            return (titles[likest[0]],)
    numbers = {clause.number: clause for clause in document.clauses if clause.number}
    return tuple(numbers[one] for one in get_close_matches(number, numbers, 1)) if number else ()


def _follow(document: Document, clause: Clause, parts: Parts) -> Cited | NotThere:
    """The passages of the clause; of each part those that it means among them."""
    if not parts:
        end = clause.first + 1 if clause.is_table else clause.whole
        return Cited(tuple((at, 0) for at in range(clause.first, end)), is_whole=not clause.is_table)
    within = list(range(clause.first, clause.end))
    sentence = 0
    for kind, number in parts:
        if kind == "sentence":
            sentence = int(number)
            within = [at for at in within if document.passages[at].kind == "paragraph"][:1] or within[:1]
            if not within or sentence > len(sentences(document.passages[within[0]].text)):
                return NotThere(f"sentence {number}", (clause,))
        elif kind not in _NOT_FOLLOWED:
            within = _part(document, within, "item" if kind == "point" else kind, number)
        if not within and kind not in _NOT_FOLLOWED:
            return NotThere(f"{kind} {number}", (clause,))
    return Cited(tuple((at, sentence) for at in within))


def _part(document: Document, within: Sequence[int], kind: str, number: str) -> list[int]:
    """The paragraph or item with that number (an item also by its letter), with the items that belong to it."""
    places = [at for at in within if document.passages[at].kind == kind]
    marked = [at for at in places if document.passages[at].mark == number]
    counted = places[int(number) - 1 :][:1] if number.isdigit() else places[_letter(number) :][:1]
    chosen = marked[:1] or counted
    if not chosen or (number == "0"):
        return []
    following = chosen
    if kind == "paragraph":
        later = [at for at in within if at > chosen[0]]
        stop = next((at for at in later if document.passages[at].kind != "item"), None)
        following = [*chosen, *(at for at in later if stop is None or at < stop)]
    return following


def _letter(mark: str) -> int:
    """The place of an item that is cited by its letter, where the contract has bullets: `b` is the second."""
    return ord(mark) - ord("a") if len(mark) == 1 else 10_000
