"""Trees drawn with their branches."""

from __future__ import annotations

from sla_dsl.faces.layout import laid_out
from sla_dsl.faces.pictures.branches import Branch, drawn


def _drawn(root: Branch, width: int | None = None) -> list[str]:
    return list(laid_out(drawn(root, set()), width))


def test_a_root_alone() -> None:
    assert _drawn(Branch("root")) == ["root"]


def test_branches_and_notes() -> None:
    root = Branch(
        "root",
        notes=["of the root"],
        branches=[Branch("one", branches=[Branch("leaf", notes=["of the leaf"])]), Branch("two", notes=["of two"])],
    )
    assert _drawn(root) == [
        "root",
        "│    of the root",
        "├─ one",
        "│  └─ leaf",
        "│          of the leaf",
        "└─ two",
        "        of two",
    ]


def test_wrapped_lines_keep_the_branches() -> None:
    root = Branch("a root of many words", branches=[Branch("a branch of many words", branches=[Branch("leaf")])])
    assert _drawn(root, 16) == ["a root of many", "│  words", "└─ a branch of", "   │  many words", "   └─ leaf"]


def test_an_assumption_is_told_once_for_all_the_trees_of_a_period() -> None:
    seen: set[str] = set()
    branch = Branch("root", "a lot", branches=[Branch("leaf", "a lot"), Branch("other", "more")])
    first, second, third = laid_out(drawn(branch, seen), None)
    assert first == "root (assumed: a lot)"
    assert second == "├─ leaf (assumed: as above)"
    assert third == "└─ other (assumed: more)"
    assert next(laid_out(drawn(branch, seen), None)) == "root (assumed: as above)"


def test_a_tree_as_deep_as_one_likes() -> None:
    branch = Branch("leaf")
    for _ in range(3_000):
        branch = Branch("node", branches=[branch])
    assert sum(1 for _ in drawn(branch, set())) == 3_001
