"""What the service is called in the policy: a name of Capitalised Words that is nearly what a person called it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sla_dsl.language.first_words import FIRST_WORDS

PLAIN = "Service"
"""The name where nothing of what was written can stand in one, as of words in other letters than A to Z."""

MOST_WORDS = 5

_WORD = re.compile("[A-Za-z][A-Za-z0-9]*")
_ARTICLES = ("The", "An", "A")


def names_for(service: str) -> Iterator[str]:
    """Names that may do, the best first: which of them does, only the whole policy can say."""
    name = " ".join(_capitalised(service)[:MOST_WORDS])
    if name:
        if name.split()[0] not in FIRST_WORDS:
            yield name
        yield f"{name} {PLAIN}"
        yield f"{PLAIN} {name}"
    yield PLAIN


def _capitalised(service: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", service)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter) and letter not in "'’")
    words = [word if word.isupper() else word[:1].upper() + word[1:] for word in _WORD.findall(_pure(plain))]
    while words and words[0] in _ARTICLES:
        words = words[1:]
    return words


def _pure(text: str) -> str:
    """Only the words that are whole in plain letters: half of a word is no name for anything."""
    return " ".join(word for word in re.split(r"[^\w]+", text) if word.isascii() and not word[:1].isdigit())
