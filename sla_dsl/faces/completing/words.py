"""What can stand for an argument or an option: files of its kind, folders, time zones, forms of exports."""

from __future__ import annotations

import os

from click.shell_completion import CompletionItem

Items = list[CompletionItem[str]]

KINDS: dict[str, tuple[str, ...]] = {
    "policies": (".sla", ".compiled.json"),
    "timelines": (".json", ".jsonl", ".ndjson"),
    "documents": (".md", ".txt", ".docx", ".pdf"),
    "files": ("",),
    "folders": (),
}
"""How the names of files of a kind end; folders are offered with each, as the way to what is in them."""


def paths(kind: str, incomplete: str) -> Items:
    """The files of that kind, and the folders, whose names begin so; those that are hidden only if that is typed."""
    folder, begun = os.path.split(incomplete)
    try:
        with os.scandir(os.path.expanduser(folder) or ".") as entries:
            named = sorted(
                f"{entry.name}/" if entry.is_dir() else entry.name for entry in entries if _may(entry.name, begun)
            )
    except OSError:
        return []
    return [_path(os.path.join(folder, name)) for name in named if name.endswith(("/", *KINDS[kind]))]


def _may(name: str, begun: str) -> bool:
    return name.startswith(begun) and (not name.startswith(".") or begun.startswith(".")) and name.isprintable()


def _path(name: str) -> CompletionItem[str]:
    return CompletionItem(name, type="path")


def zones(incomplete: str) -> Items:
    """The time zones whose names begin so, or whose city does."""
    from sla_dsl.values.zones import zone_names

    begun = incomplete.lower()
    names = [name for name in zone_names() if not name.startswith("posix/")]
    found = [name for name in names if name.lower().startswith(begun)]
    return [CompletionItem(name) for name in found or _of_city(names, begun)]


def forms(incomplete: str) -> Items:
    """The forms of exports, and the word by which they are told apart, that begin so."""
    from sla_dsl.intake.listing import READERS

    names = ("auto", *(reader.name for reader in READERS))
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _of_city(names: list[str], begun: str) -> list[str]:
    return [name for name in names if name.rpartition("/")[2].lower().startswith(begun)]
