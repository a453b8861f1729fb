"""Bringing documents up to date: what the program says goes in, and nothing else moves."""

from __future__ import annotations

import pytest

from tests.docs import blocks, refresh
from tests.docs.refresh import refreshed

STALE = """# One

```sla failing in=downtime code=percent-sign-missing
The provider guarantees that Uptime is at least 99.9.
```

```text says
Something else.
Two lines.
Three.
```

```console
$ sla check docs/preambles/credit.sla
Nothing like it.
```

| operation | takes | gives | meaning |
|---|---|---|---|
| `none` | — | — | — |

The end.
"""


@pytest.fixture
def stale(monkeypatch: pytest.MonkeyPatch) -> str:
    real = blocks.document

    def given(name: str) -> str:
        return STALE if name == "stale.md" else real(name)

    monkeypatch.setattr(blocks, "document", given)
    monkeypatch.setattr(refresh, "document", given)
    return refreshed("stale.md")


def test_what_the_program_says_goes_in(stale: str) -> None:
    assert "a '%' may be missing.\nWrite '99.9 %'.\n```" in stale
    assert "$ sla check docs/preambles/credit.sla\n1 policy" in stale
    assert "| `literal` | — | `value` |" in stale
    assert "Nothing like it" not in stale
    assert "Something else" not in stale


def test_nothing_else_moves(stale: str) -> None:
    assert stale.startswith(STALE[: STALE.index("Something")])
    assert stale.endswith("\n\nThe end.\n")


def test_a_document_that_is_up_to_date_stays_as_it_is() -> None:
    assert refreshed("why.md") == blocks.document("why.md")
