"""The versions that results depend on."""

from __future__ import annotations

from sla_dsl.faces.streams import say


def tell_versions() -> None:
    """Prints the program's version, the language's, and those of the zones and the holidays."""
    from importlib.metadata import PackageNotFoundError, version

    from sla_dsl.evaluation.tree import LANGUAGE
    from sla_dsl.values.holidays import holidays_version
    from sla_dsl.values.zones import tzdata_version

    try:
        program = version("sla-dsl")
    except PackageNotFoundError:
        program = "(not installed)"
    say([f"sla {program}, language {LANGUAGE}, time zones {tzdata_version()}, holidays {holidays_version()}"])
