"""How lark's tree is walked: for each rule the method of its name, with the place and the parts.

Said once here: lark's own way to say it wraps every method anew each time the program starts.
"""

from __future__ import annotations

from typing import Any

from lark import Token, Transformer_NonRecursive, Tree


class Builder(Transformer_NonRecursive[Token, object]):
    """Calls `rule(meta, *parts)` from the leaves up, without recursion; a rule without a method stays a tree."""

    def _call_userfunc(self, tree: Tree[Token], new_children: Any = None) -> object:
        parts = tree.children if new_children is None else new_children
        make = getattr(self, tree.data, None)
        if make is None:
            return self.__default__(tree.data, parts, tree.meta)  # type: ignore[no-untyped-call]
        return make(tree.meta, *parts)
