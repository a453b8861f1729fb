"""First words that are not what they seem: `Agrement "title".`, `"title".`, and names such as `Time Credit`."""

from __future__ import annotations

from sla_dsl.findings.finding import Finding
from sla_dsl.language import syntax_mistakes as mistakes
from sla_dsl.language.cutting import Piece
from sla_dsl.language.first_words import FIRST_WORDS
from sla_dsl.language.grammar import keywords
from sla_dsl.language.meant import meant_by
from sla_dsl.language.reading import Stuck, read
from sla_dsl.language.words import span_of, token
from sla_dsl.records import NamedTuple

_WORD = "agreement"


class Misspelt(NamedTuple):
    """The head as it was meant, and the mistake."""

    piece: Piece
    finding: Finding


def misspelt_head(piece: Piece) -> Misspelt | None:
    """The first piece of a policy as a head, if it is one but for its first word."""
    first = piece.words[0]
    start, end = span_of(first)
    if first.type == "STRING":
        words = [token(keywords()[_WORD], _WORD, start, start), *piece.words]
        return Misspelt(Piece("agreement", words), mistakes.no_head(span_of(first)))
    if first.type not in ("NAME", "WORD") or not meant_by(first.lower(), [_WORD]):
        return None
    words = [token(keywords()[_WORD], _WORD, start, end), *piece.words[1:]]
    return Misspelt(Piece("agreement", words), mistakes.unknown_word(str(first), _WORD.capitalize(), span_of(first)))


_FAR = 3  # words that read on, so that a name was surely meant


def name_at_beginning(stuck: Stuck, piece: Piece, text: str) -> Piece | None:
    """The sentence with a name at its beginning whose first word was taken for one that begins sentences.

    `Time Credit is …` can only be meant so; that no name may begin with `Time` is for the checker to say.
    """
    start, end = span_of(piece.words[0])
    if stuck.at > 2 or piece.kind != "sentence" or text[start:end] not in FIRST_WORDS:
        return None
    count = 2 if len(piece.words) > 1 and piece.words[1].type == "NAME" else 1
    end = span_of(piece.words[count - 1]).end
    words = [token("NAME", text[start:end], start, end), *piece.words[count:]]
    outcome = read("sentence", words)
    return Piece("sentence", words) if not isinstance(outcome, Stuck) or outcome.at >= _FAR else None
