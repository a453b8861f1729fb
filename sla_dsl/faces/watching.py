"""`sla evaluate --watch`: the answer again whenever a file has changed, and what has moved since the last one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from sla_dsl.faces.answering import Answer, Asked, Picture, answer
from sla_dsl.faces.colours import obeys
from sla_dsl.faces.exits import Exit
from sla_dsl.faces.layout import BLANK, Line, tinted
from sla_dsl.faces.looking import each_change
from sla_dsl.faces.options import STANDARD_INPUT
from sla_dsl.faces.streams import complain, flush_streams, write
from sla_dsl.faces.telling import tell

if TYPE_CHECKING:
    from sla_dsl.faces.pictures.moves import Figures

CLEAR = "\x1b[H\x1b[2J"
"""What makes a terminal empty, with the next text at its top."""


def watch(asked: Asked, picture: Picture) -> Exit:
    """Answers again and again until somebody presses Ctrl-C, which is how it is meant to end."""
    if STANDARD_INPUT in (asked.policy, asked.timeline):
        raise click.UsageError("--watch looks at files again when they change; standard input can be read only once.")
    if asked.output != STANDARD_INPUT:
        raise click.UsageError("--watch shows the answer here; it does not go with --output.")
    watching = Watching(asked, picture)
    try:
        for _ in each_change((asked.policy, asked.timeline)):
            status = watching.show()
            if status is not None:
                return status
    except KeyboardInterrupt:
        write("\n" if sys.stdout.isatty() else "")
    return Exit.DONE


class Watching:
    """What is watched, and the figures of the last answer that each account had."""

    def __init__(self, asked: Asked, picture: Picture) -> None:
        self._asked = asked
        self._picture = Picture(partial(self._noted, picture.one), partial(self._noted, picture.each))
        self._last: dict[str, Figures] = {}
        self._now: dict[str, Figures] = {}
        self._begun = False

    def show(self) -> Exit | None:
        """Shows the answer, or the mistakes; gives a status only where the very first words were wrong."""
        if self._begun:
            write(CLEAR if obeys(sys.stdout, os.environ) else "\n\n")
            flush_streams()
        self._now = {}
        status = self._answer()
        if status == Exit.MISUSED and not self._begun:
            return status
        tell(self._ending())
        flush_streams()
        self._last.update(self._now)
        self._begun = True
        return None

    def _answer(self) -> Exit:
        """Answers; what is used wrongly only since a file has changed is told in the place of the answer."""
        try:
            return answer(self._asked, self._picture)
        except click.ClickException as wrong:
            if not self._begun:
                raise
            complain([f"sla: {wrong.format_message()}"])
            return Exit.MISUSED

    def _noted(self, picture: Callable[[Answer], str], answered: Answer) -> str:
        """The picture of an answer, whose figures are kept."""
        if answered.result is not None:
            from sla_dsl.faces.pictures.moves import figures_of

            self._now[answered.result.account] = figures_of(answered.result)
        return picture(answered)

    def _ending(self) -> Iterator[Line]:
        """What has moved, and what is watched: at the end, where one sees it however long the answer is."""
        if not self._now:
            yield tinted(Line("There is no answer as long as this is so."), "open")
        else:
            yield BLANK
        if self._now and self._last:
            yield from self._moves()
        names = " and ".join(dict.fromkeys((self._asked.policy, self._asked.timeline)))
        yield tinted(Line(f"Watching {names}; Ctrl-C ends."), "faint")

    def _moves(self) -> Iterator[Line]:
        from sla_dsl.faces.pictures.moves import move_lines

        moved = list(move_lines(self._last, self._now))
        yield Line("Since the last answer:" if moved else "Since the last answer no figure has moved.")
        yield from moved
