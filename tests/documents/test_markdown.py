"""Markdown: headings, lists, tables; words without their signs."""

from __future__ import annotations

from sla_dsl.documents.markdown import read_markdown


def kinds(text: str) -> list[tuple[str, str, str]]:
    return [(element.kind, element.number, element.text) for element in read_markdown(text)]


def test_headings_and_their_levels() -> None:
    found = read_markdown("# Agreement\n\n## 4. Credits ##\n\nMore\n----\nTop\n===\n")
    assert [(e.text, e.number, e.level) for e in found] == [
        ("Agreement", "", 1),
        ("Credits", "4", 2),
        ("More", "", 2),
        ("Top", "", 1),
    ]


def test_a_short_line_alone_is_a_paragraph() -> None:
    assert kinds("Service credits\n") == [("paragraph", "", "Service credits")]


def test_lists_of_either_kind() -> None:
    assert kinds("Two things:\n- one\n  more\n- two\n\n1. three\n2. four") == [
        ("paragraph", "", "Two things:"),
        ("item", "", "one more"),
        ("item", "", "two"),
        ("item", "", "three"),
        ("item", "", "four"),
    ]


def test_a_numbered_paragraph_is_a_clause() -> None:
    assert kinds("4.2 The provider pays.") == [("heading", "4.2", ""), ("paragraph", "", "The provider pays.")]


def test_a_table_is_its_cells() -> None:
    assert kinds("| Uptime | Credit |\n|---|:-:|\n| **99** | 5 % |") == [("table", "", "Uptime\tCredit\n99\t5 %")]


def test_emphasis_and_links_are_dropped() -> None:
    assert kinds("See the **[status _page_](https://example.com)** first.") == [
        ("paragraph", "", "See the status page first.")
    ]
