"""From the text of a policy to `PolicyFile`, with every mistake of syntax.

Each place and each sentence is read alone, so a mistake costs one sentence, all mistakes are found in one run,
and the time grows with the length of the text.  A sentence with a mistake that was told already gives no
further finding.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from typing import TYPE_CHECKING

from sla_dsl.findings.finding import Finding, Span, in_order
from sla_dsl.findings.source import Source
from sla_dsl.language import limits
from sla_dsl.language import syntax_mistakes as mistakes
from sla_dsl.language.assembling import Assembly
from sla_dsl.language.cutting import Kind, Piece, cut
from sla_dsl.language.explaining import explain
from sla_dsl.language.heads import misspelt_head, name_at_beginning
from sla_dsl.language.lexing import lex
from sla_dsl.language.lost import Cut, lost_full_stop
from sla_dsl.language.nodes import PolicyFile
from sla_dsl.language.reading import Stuck, read
from sla_dsl.language.words import span_of, token

if TYPE_CHECKING:
    from lark import Token, Tree


def parse(source: Source) -> tuple[PolicyFile | None, list[Finding]]:
    """What is written, as far as it can be read, and what is wrong with it, in order of place.

    None where there is nothing to read, where the text is longer than `limits` allow, and where it is written
    in a newer language than this one.
    """
    file, findings = _parse(source.text)
    return file, list(in_order([finding._replace(source=source.name) for finding in findings]))


def _parse(text: str) -> tuple[PolicyFile | None, list[Finding]]:
    words = lex(text)
    if isinstance(words, Finding):
        return None, [words]
    if not words.tokens:
        return None, [mistakes.empty_policy(), *words.findings]
    reading = _Reading(text, words.findings)
    reading.read_all(deque(cut(words.tokens)))
    if reading.assembly.newer:
        return None, [reading.assembly.newer]
    file = reading.assembly.file(len(text))
    return file, words.findings + reading.findings + reading.assembly.findings


class _Reading:
    """The way through the pieces of one policy."""

    def __init__(self, text: str, told: list[Finding]) -> None:
        self.findings: list[Finding] = []
        self._text = text
        self.assembly = Assembly()
        self._told = sorted(finding.span.start for finding in told if finding.span)
        self._before: list[Token] = []  # the words of the sentence before, if it was read
        self._cut_short = False  # the sentence before ended too early: what follows may belong to it
        self._end = 0  # where the piece before ended

    def read_all(self, pieces: deque[Piece]) -> None:
        self._begin(pieces)
        while pieces and not self.assembly.newer and len(self.findings) < limits.MISTAKES:
            piece = pieces.popleft()
            self._read(piece, pieces)
            self._end = max(self._end, _span(piece).end)

    def _begin(self, pieces: deque[Piece]) -> None:
        """A policy must begin with its head; one whose first word is misspelt is a head all the same."""
        if misspelt := misspelt_head(pieces[0]):
            pieces[0] = misspelt.piece
            self.findings.append(misspelt.finding)
        elif all(piece.kind != "agreement" for piece in pieces):
            self.findings.append(mistakes.no_head(span_of(pieces[0].words[0])))

    def _read(self, piece: Piece, following: deque[Piece]) -> None:
        """Reads one piece; what it turns out to hold besides goes to the front of those that follow."""
        if piece.kind != "place":
            self.assembly.begin_sentence()
        outcome = read(piece.kind, piece.words, _closing(piece))
        if not isinstance(outcome, Stuck):
            self._take(piece, outcome)
            return
        if self._is_told(piece):
            self._cut_short = True
        else:
            self._look_into(outcome, piece, following)
        self._before = []
        if piece.kind == "place":
            self.assembly.begin_clause(None)

    def _take(self, piece: Piece, tree: Tree[Token]) -> None:
        taken = self.assembly.add(tree, piece.words)
        last = piece.words[-1]
        if piece.kind != "place" and last.type != "DOT":
            self.findings.append(mistakes.full_stop_missing(self._ending(piece.words), "", _end_of(last)))
        self._before = piece.words if taken and piece.kind == "sentence" else []
        self._cut_short = False

    def _ending(self, words: list[Token]) -> str:
        """The last words as they are written: a name or a text alone, else two, so that the eye finds them."""
        last = words[-1]
        first = last if last.type in ("NAME", "STRING") else words[-2:][0]
        return self._text[span_of(first).start : span_of(last).end]

    def _is_told(self, piece: Piece) -> bool:
        """Whether a mistake in these words was told already."""
        place = bisect_left(self._told, self._end)
        return place < len(self._told) and self._told[place] < _span(piece).end

    def _look_into(self, stuck: Stuck, piece: Piece, following: deque[Piece]) -> None:
        """Tells what is wrong with a piece that could not be read."""
        if named := name_at_beginning(stuck, piece, self._text):
            following.appendleft(named)
        elif again := lost_full_stop(stuck, piece.words):
            self._cut_in_two(piece, again, following)
        elif whole := self._joined(stuck, piece, following):
            following.appendleft(whole)
        elif not (self._cut_short and stuck.at == 0):
            self._tell(stuck, piece, following)

    def _cut_in_two(self, piece: Piece, again: Cut, following: deque[Piece]) -> None:
        last, first = again.head[-1], again.begins[0]
        first_word = self._text[slice(*span_of(first))]
        self.findings.append(mistakes.full_stop_missing(self._ending(again.head), first_word, _end_of(last)))
        piece.words[: again.goes_on] = again.begins  # in its place: copied each time, a thousand cuts take a second
        following.appendleft(Piece(_kind(first), piece.words))
        following.appendleft(piece._replace(words=[*again.head, _full_stop_after(last)]))

    def _tell(self, stuck: Stuck, piece: Piece, following: deque[Piece]) -> None:
        self.findings.append(explain(stuck, piece.words))
        self._cut_short = 0 < stuck.at == len(piece.words) - 1
        if stuck.kind == "place" and stuck.at == len(piece.words) and following:
            # What stands there instead of the place's number cannot be told from the sentence after it.
            following.popleft()

    def _joined(self, stuck: Stuck, piece: Piece, following: deque[Piece]) -> Piece | None:
        """The sentence that these words and the next, or those before, make without the full stop between them."""
        if 0 < stuck.at == len(piece.words) - 1 and following and following[0].kind == "sentence":
            first, second = piece, following[0]
        elif stuck.at == 0 and self._before and len(piece.words) > 1:
            first, second = piece._replace(words=self._before), piece
        else:
            return None
        whole = piece._replace(words=first.words[:-1] + second.words)
        if isinstance(read(whole.kind, whole.words, _closing(whole)), Stuck):
            return None
        self.findings.append(mistakes.full_stop_inside(str(first.words[-2]), span_of(first.words[-1])))
        if second is piece:
            self.assembly.forget_sentence()
        else:
            following.popleft()
        return whole


def _span(piece: Piece) -> Span:
    return Span(span_of(piece.words[0]).start, span_of(piece.words[-1]).end)


def _end_of(word: Token) -> Span:
    """The word, or of a text in quotes, the closing quote."""
    start, end = span_of(word)
    return Span(end - 1, end) if word.type == "STRING" else Span(start, end)


def _kind(first: Token) -> Kind:
    return "agreement" if first.type == "AGREEMENT" else "sentence"


def _full_stop_after(word: Token) -> Token:
    end = span_of(word).end
    return token("DOT", ".", end, end)


def _closing(piece: Piece) -> tuple[Token, ...]:
    """The full stop at the end, if it was left out."""
    if piece.kind == "place" or piece.words[-1].type == "DOT":
        return ()
    return (_full_stop_after(piece.words[-1]),)
