"""What is wrong with pages, in sentences that name them and the remedy."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Page
from pipeline.recognition import shortfall

NO_TEXT = "has no text layer (it is a picture of a page, or drawn)"
"""The problem of a page that could be recognised, had we the means."""
UNREADABLE = "could be recognised only poorly"
"""The problem of a page whose recognised words are not to be trusted."""


def problems(pages: Sequence[Page], *, blank: bool) -> list[str]:
    """What to say of a paper with these pages; `blank` says that not a word was read on any."""
    told = [page for page in pages if page.problem is not None]
    if not told and blank:
        scanned = any(page.recognised for page in pages)
        what = "not a word can be recognised" if scanned else "nothing stands"
        return [f"{what} on any page: see whether this is the right file"]
    said = []
    for reason in dict.fromkeys(str(page.problem) for page in told):
        numbers = [page.number for page in told if page.problem == reason]
        said.append(_sentence(reason, numbers, len(pages)))
    return said


def _sentence(reason: str, numbers: Sequence[int], pages: int) -> str:
    where = f"page {ranges(numbers)}"
    if reason == NO_TEXT:
        what = (
            "no page has a text layer"
            if len(numbers) == pages
            else f"{len(numbers)} of {pages} pages ({ranges(numbers)}) have no text layer"
        )
        missing = shortfall() or "it could not be recognised"
        return f"{what}: it is a scan, and {missing}, then run 'papers ingest' on it again"
    if reason == UNREADABLE:
        return (
            f"{where} is a scan that {reason}: check what was read there against the page, "
            "or ask the publisher for a better copy"
        )
    if reason.startswith("has no text layer"):
        return f"{where} {reason}"
    return f"{where} {reason}: download the paper again or ask the publisher for a new copy"


def ranges(numbers: Sequence[int]) -> str:
    """[1, 2, 3, 7] as '1-3, 7'."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)
