"""The rows of a meeting page that stand on one line each, the labels run in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read import titles
from pipeline.read.modgov_page import HEADER, PageText

_RULE = re.compile(r"[\s|:-]*---[\s|:-]*")
_RUN_IN = re.compile(
    rf"(?:^|(?<=\s))(?P<label>{titles.LABEL.pattern})(?=\s|$)",
)


def read_rows(page: PageText, lines: Sequence[str]) -> None:
    """Rows on one line each, or on some, the labels run in."""
    in_items = expecting = False
    for i, raw in enumerate(lines):
        line = raw.strip()
        if HEADER.fullmatch(line) or (len(line) < 500 and _RULE.fullmatch(line)):
            in_items = expecting = True
            continue
        if not in_items:
            page.preamble(line, lines[i + 1].strip() if i + 1 < len(lines) else "")
            continue
        ends = line.endswith("|")
        text = line.strip("| ").strip()
        if text:
            _row_line(page, text, begins=expecting)
            expecting = False
        expecting = expecting or ends


def _row_line(page: PageText, text: str, *, begins: bool) -> None:
    number = None
    cell = re.match(rf"({titles.NUMBER.pattern})\s*\|\s*", text)
    if cell:
        number, text = cell[1], text[cell.end() :]
    spans = _labels(text)
    head = text[: spans[0][0]].strip() if spans else text
    title, rest = titles.split_title(head)
    opens = bool(spans) and bool(head) and len(title.split()) <= 40 and not title.endswith(";")
    if begins or cell or (opens and ". " not in title):
        page.item(title, number)
        if rest:
            page.prose(rest)
    elif head:
        page.prose(head)
    for k, (start, end) in enumerate(spans):
        page.add(text[start:end], "label")
        stop = spans[k + 1][0] if k + 1 < len(spans) else len(text)
        if text[end:stop].strip():
            page.prose(text[end:stop])


def _labels(text: str) -> list[tuple[int, int]]:
    """Where the labels of an item stand that run in with its text: each once, in page order."""
    order = ("additional", "decision", "draft", "minutes")
    found: list[tuple[int, int]] = []
    least = 0
    for match in _RUN_IN.finditer(text):
        word = match["label"].lower()
        rank = next((k for k, name in enumerate(order) if word.startswith(name)), None)
        if rank is not None and rank >= least:
            found.append(match.span("label"))
            least = rank + 1
    return found
