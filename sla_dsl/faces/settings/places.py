"""Where settings may be: the nearest `sla.toml`, and the environment.

Asked at every start, so that it must cost next to nothing where there is neither.
"""

from __future__ import annotations

import os

NAME = "sla.toml"
PREFIX = "SLA_"

RESERVED = frozenset(
    ("SLA_TIMELINES", "SLA_POLICIES", "SLA_SLOW", "SLA_GOLDEN", "SLA_FIRST_SEED", "SLA_BROWSER", "SLA_SHARED_DATA")
)
"""Variables by which the tests of this project are told what to do: they set nothing."""


def is_anything_set() -> bool:
    """Whether there is a file or a variable to look at."""
    return bool(variables() or nearest_file())


def variables() -> dict[str, str]:
    """The variables of the environment that may set something; an empty one sets nothing."""
    return {
        name: value for name, value in os.environ.items() if name.startswith(PREFIX) and value and name not in RESERVED
    }


def nearest_file() -> str:
    """The `sla.toml` of this folder or of the nearest one above it, as seen from here; empty where there is none."""
    try:
        folder = os.getcwd()
    except OSError:
        return ""
    path = NAME
    while not os.path.lexists(os.path.join(folder, NAME)):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder, path = above, os.path.join(os.pardir, path)
    return path
