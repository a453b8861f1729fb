"""A place in the agreement, in words."""

from __future__ import annotations

from sla_dsl.language.nodes import Place


def place_words(place: Place) -> str:
    """The place as a policy writes it: `§ 4.2 "Scheduled maintenance" item 2`."""
    words = ["§"]
    if place.number:
        words.append(place.number)
    if place.title:
        words.append(f'"{place.title}"')
    words.extend(f"{word} {number}" for word, number in place.parts)
    return " ".join(words)
