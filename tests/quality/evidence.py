"""What stands inside an evidence box, as another PDF library sees it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pdfplumber

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Seen:
    """A word of a page, letters and digits only."""

    text: str
    box: Bounds

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    words: tuple[Seen, ...]


def fold(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def quoted(text: str) -> list[str]:
    """The quote's words; what has no letter or digit can't be looked for."""
    return [word for word in (fold(w) for w in text.split()) if word]


@cache
def pages_of(paper: Path) -> tuple[Page, ...]:
    with pdfplumber.open(paper) as pdf:
        found = []
        for page in pdf.pages:
            words = page.extract_words(x_tolerance_ratio=0.12, use_text_flow=True)
            seen = [Seen(fold(w["text"]), (w["x0"], w["top"], w["x1"], w["bottom"])) for w in words]
            found.append(Page(page.width, page.height, tuple(s for s in seen if s.text)))
            page.close()
    return tuple(found)


def inside(page: Page, box: Bounds, grown: float = 1.0) -> list[Seen]:
    """The words whose middle stands in the box."""
    x0, top, x1, bottom = box
    return [
        w
        for w in page.words
        if x0 - grown <= (w.box[0] + w.box[2]) / 2 <= x1 + grown
        and top - grown <= (w.box[1] + w.box[3]) / 2 <= bottom + grown
    ]


def missing(quote: str, words: Sequence[Seen]) -> list[str]:
    """The quote's words that don't stand among `words`, whole or in two halves."""
    known = {w.text for w in words}
    run = "".join(w.text for w in words)
    return [word for word in quoted(quote) if word not in run and not _halved(word, known)]


def _halved(word: str, known: set[str]) -> bool:
    return any(word[:at] in known and word[at:] in known for at in range(1, len(word)))


def needed(quote: str, words: Sequence[Seen]) -> list[Seen]:
    """Those of `words` that the quote names, or a half of."""
    wanted = set(quoted(quote))
    run = "".join(wanted)
    return [w for w in words if w.text in wanted or w.text in run]


def around(words: Iterable[Seen]) -> Bounds:
    each = [w.box for w in words]
    return (
        min(b[0] for b in each),
        min(b[1] for b in each),
        max(b[2] for b in each),
        max(b[3] for b in each),
    )


def by_paper(rows: Iterable[dict[str, object]]) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = defaultdict(list)
    for row in rows:
        found[str(row["source"])].append(row)
    return found
