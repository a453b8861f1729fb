"""What is said of settings that cannot be used."""

from __future__ import annotations

from sla_dsl.faces.settings.keys import ALL
from sla_dsl.findings.finding import Finding, Span

CODES = {
    "settings-form": "A settings file is not written as such a file is.",
    "settings-part": "A part of a settings file is that of no command.",
    "unknown-setting": "There is no such setting.",
    "wrong-setting": "A setting has a value that it cannot have.",
}


def not_toml(span: Span, repair: str) -> Finding:
    """It breaks off here."""
    repair = repair or 'Write parts and settings a line each: [all], then zone = "Europe/Brussels".'
    return Finding("settings-form", "This cannot be read as a settings file from here on.", span, repair=repair)


def outside(key: str, span: Span | None) -> Finding:
    """A setting before the first part."""
    repair = f"Write [{ALL}] above it, or the name of a command, such as [evaluate]."
    return Finding("settings-part", f"It is not said which commands {key!r} is for.", span, repair=repair)


def unknown_part(part: str, repair: str, span: Span | None) -> Finding:
    """A part that is named after nothing."""
    message = f"There is no command {part!r} of which anything can be set."
    return Finding("settings-part", message, span, repair=repair)


def unknown_setting(key: str, part: str, repair: str, span: Span | None) -> Finding:
    """A setting that the part cannot have."""
    where = "for all commands" if part == ALL else f"for {part}"
    return Finding("unknown-setting", f"{key!r} cannot be set {where}.", span, repair=repair)


def wrong_value(key: str, value: str, repair: str, span: Span | None) -> Finding:
    """A value that the option does not take."""
    return Finding("wrong-setting", f"{value} cannot be what {key!r} is set to.", span, repair=repair)
