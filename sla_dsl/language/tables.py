"""The grammar's file, and the parser's tables prepared from it.

Building the tables takes a fifth of a second, so they are made when the package is built (`hatch_build.py`)
and lie as JSON next to the grammar.  They are used only if they were made from this very grammar by this very
lark; otherwise the grammar is read anew, which is slow and right.  Nothing is written when the language runs,
and nothing is read from a folder that others can write to.

This module imports nothing of the package, for the build has nothing but lark.

The file holds what lark's own serialisation gives, with its three long parts written short: the terminals,
the rules, and the rows of the parse table.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lark import Lark
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

FORMAT = 1
_ENDS = ("start_states", "end_states")


def grammar_path() -> str:
    """Where the grammar lies: in the installed package, or beside the package in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "grammars", "sla.lark")
    return inside if os.path.exists(inside) else os.path.join(os.path.dirname(package), "grammars", "sla.lark")


def tables_path() -> str:
    """Where the prepared tables lie: next to the grammar."""
    return grammar_path().removesuffix(".lark") + ".tables.json"


def grammar_text() -> str:
    """The grammar, whose comments are the language's reference."""
    with open(grammar_path(), encoding="utf-8") as file:
        return file.read()


def build(text: str, strict: bool = False) -> Lark:
    """The parser made from the text of the grammar (a fifth of a second); `strict` refuses every conflict."""
    from lark import Lark

    return Lark(
        text,
        parser="lalr",
        lexer="basic",
        start=["agreement", "place", "sentence", "stray"],
        propagate_positions=True,
        maybe_placeholders=False,
        strict=strict,
    )


def write(parser: Lark, grammar: str, path: str) -> None:
    """Writes the tables of a parser made from the text `grammar`; only the build of the package does so."""
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"made_from": _made_from(grammar), **_shortened(parser)}, file, separators=(",", ":"))


def load(grammar: str) -> Lark | None:
    """The parser from the prepared tables; None where there are none that fit the text `grammar`."""
    try:
        with open(tables_path(), encoding="utf-8") as file:
            stored = json.load(file)
        return _restored(stored) if stored["made_from"] == _made_from(grammar) else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _made_from(grammar: str) -> list[str | int]:
    import hashlib

    import lark

    return [FORMAT, lark.__version__, hashlib.sha256(grammar.encode()).hexdigest()]


# ---------------------------------------------------------------- written short


def _shortened(parser: Lark) -> dict[str, Any]:
    """Lark's own data; its numbers of words and states, which differ from run to run, are given anew."""
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

    data, memo = parser.memo_serialize([TerminalDef, Rule])
    table = data["parser"]["parser"]
    rows = {
        state: {table["tokens"][token]: action for token, action in row.items()}
        for state, row in table["states"].items()
    }
    states = {state: number for number, state in enumerate(_in_order(rows, table["start_states"]))}
    tokens = {name: number for number, name in enumerate(sorted(table["tokens"].values()))}
    ends = {key: {start: states[table[key][start]] for start in sorted(table[key])} for key in _ENDS}
    return {
        "memo": [_short(memo[index]) for index in range(len(memo))],
        "tokens": list(tokens),
        "states": [_short_row(rows[state], tokens, states) for state in states],
        "data": {**data, "parser": {**data["parser"], "parser": {**table, "tokens": {}, "states": {}, **ends}}},
    }


def _in_order(rows: dict[int, dict[str, Any]], starts: dict[str, int]) -> list[int]:
    """The states as they are reached, words in the order of their names."""
    found = [starts[start] for start in sorted(starts)]
    seen = set(found)
    for state in found:
        reached = [to for _, (reduces, to) in sorted(rows[state].items()) if not reduces]
        found += [to for to in reached if to not in seen]
        seen.update(reached)
    return found


def _short(item: dict[str, Any]) -> list[Any]:
    if item["__type__"] == "TerminalDef":
        pattern = item["pattern"]
        return [item["name"], item["priority"], pattern["value"], pattern.get("_width")]
    expansion = [[symbol["name"], symbol.get("filter_out")] for symbol in item["expansion"]]
    options = item["options"]
    if options["priority"] is not None or options["empty_indices"] or options["template_source"]:
        raise ValueError("the grammar uses what the tables have no room for")
    shaping = options["keep_all_tokens"], options["expand1"]
    return [item["origin"]["name"], item["order"], item["alias"], *shaping, expansion]


def _short_row(row: dict[str, Any], tokens: dict[str, int], states: dict[int, int]) -> list[int]:
    """Word, argument, word, argument …: a shift to a state as it is, a reduction by rule 5 as -6."""
    short = []
    for token, (reduces, to) in sorted(row.items()):
        short += [tokens[token], -1 - to["@"] if reduces else states[to]]
    return short


# ---------------------------------------------------------------- and read again


def _restored(stored: dict[str, Any]) -> Lark:
    from lark import Lark

    data = stored["data"]
    table = data["parser"]["parser"]
    table["tokens"] = dict(enumerate(stored["tokens"]))
    table["states"] = {index: _whole_row(row) for index, row in enumerate(stored["states"])}
    memo = {index: _rule(*item) if len(item) == 6 else _terminal(*item) for index, item in enumerate(stored["memo"])}
    parser: Lark = Lark._load_from_dict(data, memo)  # type: ignore[no-untyped-call]
    return parser


def _whole_row(row: list[int]) -> dict[int, tuple[int, Any]]:
    return {token: (0, to) if to >= 0 else (1, {"@": -1 - to}) for token, to in zip(row[::2], row[1::2], strict=True)}


def _terminal(name: str, priority: int, value: str, width: list[int] | None) -> TerminalDef:
    from lark.lexer import PatternRE, PatternStr, TerminalDef

    if width is None:
        return TerminalDef(name, PatternStr(value), priority)
    pattern = PatternRE(value)
    pattern._width = width
    return TerminalDef(name, pattern, priority)


def _rule(origin: str, order: int, alias: str | None, keep: bool, expand: bool, symbols: list[list[Any]]) -> Rule:
    from lark.grammar import NonTerminal, Rule, RuleOptions, Terminal

    expansion = [NonTerminal(name) if out is None else Terminal(name, out) for name, out in symbols]
    return Rule(NonTerminal(origin), expansion, order, alias, RuleOptions(keep, expand, empty_indices=()))
