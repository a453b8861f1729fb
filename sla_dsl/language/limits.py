"""How much a policy may hold: beyond these there is a finding, not a slow or a dead process."""

from __future__ import annotations

from sla_dsl.values.numbers import MAX_DIGITS, MAX_PLACES

TEXT = 1_048_576
"""Characters in a policy."""

WORDS = 200_000
"""Words and signs in a policy."""

DEPTH = 64
"""Brackets, `not` and phrases such as `the greater of` inside each other."""

PARTS = 1_000
"""Parts of one chain: terms of a sum, conditions, rows of a table, names in a row."""

DIGITS = MAX_DIGITS
"""Digits of a number."""

PLACES = MAX_PLACES
"""Digits of a number after its point."""

QUOTED = 4_096
"""Characters of a text in quotes."""

NAME = 128
"""Characters of a name, and of the number of a section."""

MISTAKES = 1_000
"""Mistakes in sentences after which reading stops."""
