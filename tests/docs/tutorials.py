"""The tutorial as a row of states: how the policy stands wherever something is shown.

Its blocks: `sla add` goes to the end of the policy, or `below` the sentence that begins so, and stays; `sla try` is
there until the next block of the language; `json NAME` is another file; `console` shows commands and what they print.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.docs.blocks import Block, blocks

NAME = "tutorial.md"
POLICY = "cnam.sla"


class Shown(NamedTuple):
    """A `console` block, and the files as they are when it is shown."""

    block: Block
    files: dict[str, str]


def shown() -> list[Shown]:
    """Every `console` block of the tutorial, in order."""
    found, kept, tried = [], "", ""
    others: dict[str, str] = {}
    for block in blocks(NAME):
        if block.language == "sla":
            kept, tried = (added(kept, block), "") if block.words == ("add",) else (kept, block.text)
        elif block.language == "json":
            others[block.words[0]] = block.text
        elif block.language == "console":
            found.append(Shown(block, {POLICY: kept + tried, **others}))
    return found


def added(policy: str, block: Block) -> str:
    """The policy with what a block adds to it: at its end, or below the sentence that begins so."""
    if "below" not in block.options:
        return policy + block.text
    sentence = policy.index(f"\n{block.options['below']}")
    end = policy.index("\n\n", sentence + 1) + 2
    return policy[:end] + block.text + policy[end:]


def policy() -> str:
    """The policy that the tutorial ends in."""
    text = ""
    for block in blocks(NAME):
        text = added(text, block) if block.words == ("add",) else text
    return text
