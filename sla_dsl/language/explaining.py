"""Why a sentence cannot be read: from where the parser got stuck to one finding in plain words.

The explanations are tried in order, the surest first: what is plainly a slip of the pen, then the endings and
the forms that a writer has to know, and at last what could stand there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sla_dsl.findings.finding import Finding
from sla_dsl.language import syntax_mistakes as mistakes
from sla_dsl.language.endings import choices_after
from sla_dsl.language.expected import MOST_NAMED, phrases
from sla_dsl.language.explaining_beginnings import misspelt_first_word, no_opening, opening, words_in_capitals
from sla_dsl.language.explaining_slips import (
    capital,
    denied_bound,
    doubled,
    lower_case_name,
    meant,
    missing,
    missing_before,
    missing_inside_name,
    number_in_words,
    too_many,
)
from sla_dsl.language.first_words import PART_WORDS
from sla_dsl.language.meant import meant_by
from sla_dsl.language.openings import beginning_like
from sla_dsl.language.reading import Stuck, expected
from sla_dsl.language.trouble import Trouble
from sla_dsl.language.words import span_of

if TYPE_CHECKING:
    from lark import Token

_ENDING = 12  # words: no ending is longer


def explain(stuck: Stuck, words: list[Token]) -> Finding:
    """The mistake at the word that was not taken, or at the end of words of which more were wanted."""
    if stuck.at >= len(words):
        return _unfinished(stuck, words)
    trouble = Trouble(stuck, words, expected(stuck))
    tried = (explanation(trouble) for explanation in _EXPLANATIONS)
    return next((finding for finding in tried if finding), None) or _unexpected(trouble)


def _unfinished(stuck: Stuck, words: list[Token]) -> Finding:
    last = words[-1]
    if stuck.kind == "place":
        if last in PART_WORDS:
            return mistakes.part_without_number(str(last), span_of(last))
        return mistakes.place_incomplete(span_of(last))
    before = [(word.type, str(word)) for word in words[-_ENDING:]]
    if choices := choices_after(before, expected(stuck)):
        return mistakes.ending_unfinished(str(last), choices, span_of(last))
    return mistakes.sentence_unfinished(str(last), phrases(expected(stuck)), span_of(last))


def _in_place(trouble: Trouble) -> Finding | None:
    if trouble.stuck.kind != "place":
        return None
    if trouble.word.type == "DOT":
        return mistakes.full_stop_after_place(trouble.span)
    before = trouble.words[trouble.stuck.at - 1]
    if before in PART_WORDS:
        return mistakes.part_without_number(str(before), span_of(before))
    close = meant_by(str(trouble.word), PART_WORDS)
    if close:
        return mistakes.unknown_word(str(trouble.word), close, trouble.span)
    return mistakes.place_goes_wrong(str(trouble.word), trouble.span)


# ---------------------------------------------------------------- what a writer has to know


def _ending(trouble: Trouble) -> Finding | None:
    """The sentence goes wrong inside an ending of which there are only a few."""
    start = max(trouble.stuck.at - _ENDING, 0)
    before = [(word.type, str(word)) for word in trouble.words[start : trouble.stuck.at]]
    choices = choices_after(before, trouble.possible)
    if not choices:
        return None
    if trouble.word.type == "DOT":
        last = trouble.words[trouble.stuck.at - 1]
        return mistakes.ending_unfinished(str(last), choices, span_of(last))
    return mistakes.unknown_ending(str(trouble.word), choices, trouble.span)


def _form(trouble: Trouble) -> Finding | None:
    """The sentence goes wrong right after a beginning that a few forms have."""
    before = [(word.type, str(word)) for word in trouble.words[: trouble.stuck.at]]
    forms = beginning_like(before) if trouble.word.type != "DOT" else []
    return mistakes.unknown_form(str(trouble.word), forms, trouble.span) if forms else None


def _ends_early(trouble: Trouble) -> Finding | None:
    """A full stop where more must follow."""
    if trouble.word.type != "DOT":
        return None
    before = trouble.words[trouble.stuck.at - 1]
    fitting = [kind for kind in trouble.possible if trouble.fits(kind, skip=0)]
    wanted = phrases(fitting if len(fitting) == 1 else trouble.possible)
    return mistakes.sentence_unfinished(str(before), wanted, span_of(before))


def _unexpected(trouble: Trouble) -> Finding:
    """What could stand there; of more than can be listed, what lets the sentence go on."""
    named = phrases(trouble.possible)
    if len(named) == MOST_NAMED:
        named = phrases([kind for kind in trouble.possible if trouble.fits(kind)]) or named
    before = str(trouble.words[trouble.stuck.at - 1]) if trouble.stuck.at else ""
    return mistakes.unexpected_word(str(trouble.word), before, named, trouble.span)


def _city(trouble: Trouble) -> Finding | None:
    """`The time zone is Brussels.`: a city, or the letters of a zone, where the name of a zone belongs."""
    if trouble.possible != {"ZONE"} or trouble.word.type != "NAME":
        return None
    from sla_dsl.language.setting_mistakes import unknown_zone
    from sla_dsl.language.settings import near_zone

    near = near_zone("_".join(trouble.word.split()))
    return unknown_zone(str(trouble.word), trouble.span, near if "/" in near and not near.startswith("Etc/") else "")


def _text_first(trouble: Trouble) -> Finding | None:
    """`Include "…".`: a text right after the first word, which was taken for a name."""
    first = trouble.words[0]
    if trouble.stuck.at != 1 or first.type != "NAME" or trouble.word.type != "STRING":
        return None
    return mistakes.unknown_opening(str(first), span_of(first))


_EXPLANATIONS: tuple[Callable[[Trouble], Finding | None], ...] = (
    _in_place,
    _city,
    denied_bound,
    doubled,
    opening,
    no_opening,
    words_in_capitals,
    misspelt_first_word,
    _text_first,
    capital,
    meant,
    number_in_words,
    _ending,
    _ends_early,
    missing,
    lower_case_name,
    too_many,
    missing_inside_name,
    missing_before,
    _form,
)
