"""Values that never change, without the cost of importing a library for them.

A compiled policy is evaluated in a process of its own within some fifty milliseconds, of which a library for
classes would take ten: so the few classes on that way are written by hand on this base.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any


class Frozen:
    """A value whose fields are set when it is made, with `put`, and never again."""

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} never changes: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} never changes: {name}")


put = object.__setattr__
"""Sets a field of a frozen value while it is being made."""


if TYPE_CHECKING:
    from functools import cached_property

    kept = cached_property
else:

    class _Kept:
        """A property that is worked out when it is first asked for, and then kept in the value.

        The library's own does the same under a lock, which takes longer than most of what is kept.  Two threads
        may both work it out: they come to the same.
        """

        def __init__(self, work: Callable[[Any], Any]) -> None:
            self.work = work
            self.name = work.__name__
            self.__doc__ = work.__doc__

        def __get__(self, value: Any, owner: type) -> Any:
            if value is None:
                return self
            found = value.__dict__[self.name] = self.work(value)
            return found

    kept = _Kept
