"""Sample papers against golden files; COMMITTEE_PAPERS_REGENERATE=1 writes the files anew.

Look through the difference that a regeneration leaves before you commit it.
"""

from __future__ import annotations

import os

import pytest

from tests.golden.papers import FLAG, GOLDEN, check, regenerating

PAPERS = (
    "hnp-2024-04-18-minutes.pdf",
    "hnp-2025-02-13-minutes.txt",
    "hnp-2026-06-18-action-log.pdf",
    "iab-2024-03-12-minutes.pdf",
    "iab-2024-09-10-agenda-pack.pdf",
    "iab-2024-12-10-meeting-page.html",
    "iab-2026-03-10-report-item-5.md",
)
"""Minutes by two producers and as text, a pack by the third, a web page, a report, a log."""


@pytest.mark.parametrize("name", PAPERS)
def test_paper_is_read_as_before(name: str) -> None:
    check(name)


def test_every_golden_file_is_compared() -> None:
    assert {path.name for path in GOLDEN.glob("*.json")} == {f"{name}.json" for name in PAPERS}


@pytest.mark.skipif("CI" not in os.environ, reason="only a build server may never regenerate")
def test_a_build_server_compares_and_never_regenerates() -> None:
    assert not regenerating(), (
        f"unset {FLAG}: a build that writes its own golden files proves nothing"
    )
