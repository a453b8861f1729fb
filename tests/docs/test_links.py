"""Links from one document to another: the file is there, and the heading in it."""

from __future__ import annotations

import re

import pytest

from tests.docs.blocks import FOLDER, document
from tests.docs.refresh import DOCUMENTS

_LINK = re.compile(r"\]\(([^)#]*)(?:#([^)]*))?\)")
_HEADING = re.compile(r"(?m)^#{1,4} (.+)$")


def _anchors(name: str) -> set[str]:
    """The names by which headings can be reached: small, blanks as hyphens, other signs left out."""
    return {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in _HEADING.findall(document(name))}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_leads_somewhere(name: str) -> None:
    for path, anchor in _LINK.findall(document(name)):
        assert (FOLDER / (path or name)).exists(), path
        assert not anchor or anchor in _anchors(path or name), anchor
