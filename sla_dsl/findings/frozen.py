"""Values that never change, without the cost of importing a library for them.

A compiled policy is evaluated in a process of its own within some fifty milliseconds, of which a library for
classes would take ten: so the few classes on that way are written by hand on this base.
"""

from __future__ import annotations


class Frozen:
    """A value whose fields are set when it is made, with `put`, and never again."""

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} never changes: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} never changes: {name}")


put = object.__setattr__
"""Sets a field of a frozen value while it is being made."""
