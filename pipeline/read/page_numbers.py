"""Page numbers that a text drawn from pages left on lines of their own."""

from __future__ import annotations

import re

_LONE = re.compile(r"\s*(?:page\s+)?(?P<number>\d{1,3})(?:\s+of\s+\d{1,3})?\s*", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;]\W*$")
_ITEMS = 3
"""Numbers between headings, one after the other, that are the items' and not the pages'."""
_PROSE = 50
"""Characters of a line that is no heading, cell or name."""


def without_lone_numbers(text: str) -> str:
    """`text` without the lines that hold a page's number and break a sentence in two.

    They count on from 1 or 2. A number between two headings may be an item's, and stays.
    """
    lines = text.split("\n")
    numbers = [(at, m) for at, line in enumerate(lines) if (m := _LONE.fullmatch(line))]
    wanted = {1, 2}
    dropped: set[int] = set()
    kept = 0
    for at, match in numbers:
        number = int(match["number"])
        if kept == _ITEMS and not dropped:
            break
        if number in wanted and (_is_page(match) or _breaks_sentence(lines, at)):
            dropped.add(at)
            wanted = {number + 1}
        elif number in wanted:
            wanted = {*wanted, number + 1}
            kept += 1
    return "\n".join(line for at, line in enumerate(lines) if at not in dropped)


def _is_page(match: re.Match[str]) -> bool:
    return "page" in match.group().lower()


def _breaks_sentence(lines: list[str], at: int) -> bool:
    before = next((line.strip() for line in reversed(lines[:at]) if line.strip()), "")
    after = next((line.strip() for line in lines[at + 1 :] if line.strip()), "")
    open_line = len(before) >= _PROSE and _ENDED.search(before) is None
    return open_line or (bool(after) and after[0].islower())
