"""Which known word a word is nearly: what was probably meant by a name that nobody knows.

How alike two words are is a ratio of whole numbers: twice the letters that they have in common, in order, of all the
letters of both.  It is compared as such and never becomes a float, because a mistake may be refused for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

MOST_LETTERS = 80
"""So many letters of a word are looked at; of longer words the lengths must be alike as well."""


def most_like(word: str, known: Iterable[str], percent: int) -> str:
    """The known word most like this one, if they are alike for so many percent at least; empty where none is.

    Of several that are as much alike it is the last in the order of the alphabet.
    """
    from difflib import SequenceMatcher

    ours = word[:MOST_LETTERS]
    letters, matcher = Counter(ours), SequenceMatcher(None, "", ours)
    best, common, total = "", percent, 200
    for other in known if word else ():
        theirs = other[:MOST_LETTERS]
        both = len(ours) + len(theirs)
        few = min(len(word), len(other)) * total < common * (len(word) + len(other))
        if few or (Counter(theirs) & letters).total() * total < common * both:
            continue
        matcher.set_seq1(theirs)
        found = sum(block.size for block in matcher.get_matching_blocks())
        if (found * total, other) > (common * both, best):
            best, common, total = other, found, both
    return best
