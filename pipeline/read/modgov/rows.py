"""The rows of a meeting page that stand on one line each, the labels run in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lexicon import rule
from pipeline.read.markers import split_marker
from pipeline.read.modgov import titles
from pipeline.read.modgov.page_text import HEADER, PageText

_PURPOSE = re.compile(r"To\s+(?:consider|receive|note|approve|confirm|agree|determine|appoint)\b")
_MINUTES = re.compile(r"Minutes:\s")
_DECIDES = rule("pages", "decides_line")
_KEY = rule("pages", "key_above")
_SHORT = 6
"""Words of a line, at most, that may be a heading or an entry of a list."""
_RULE = re.compile(r"[\s|:-]*---[\s|:-]*")
_RUN_IN = re.compile(
    rf"(?:^|(?<=\s))(?P<label>{titles.LABEL.pattern})(?=\s|$)",
)


def read_rows(page: PageText, lines: Sequence[str]) -> None:
    """Rows on one line each, or on some, the labels run in."""
    stripped = [line.strip() for line in lines]
    head = next((i for i, line in enumerate(stripped) if _is_head(line)), None)
    if head is None:
        head = next((i for i, line in enumerate(stripped) if line and not _KEY.match(line)), 0)
        if not any(_RUN_IN.search(line) for line in stripped[head : head + 1]):
            head = 0
    for i, line in enumerate(stripped[:head]):
        page.preamble(line, stripped[i + 1] if i + 1 < len(lines) else "")
    rows = _joined(stripped[head:])
    bars = sum(line.endswith("|") for line in rows)
    barred = bars > 1 and bars >= sum(_opens(line) for line in rows)
    expecting, minuted = True, False
    for number, line in enumerate(rows):
        ends = line.endswith("|")
        plain = not _RUN_IN.search(line) and split_marker(line)[0] is None
        if not barred and plain and _labelled(rows, number + 1):
            # The agenda's text of an item, its title before it or not copied.
            expecting = expecting or minuted or _PURPOSE.match(line) is not None
        text = line.strip("| ").strip()
        if any(c.isalnum() for c in text):
            begins = expecting and not _DECIDES.match(text)
            _row_line(page, text, begins=begins, barred=barred)
            minuted = _MINUTES.search(text) is not None or (minuted and not expecting)
            expecting = False
        expecting = expecting or ends


def _opens(row: str) -> bool:
    """Whether a row holds a title and, behind it, what was minuted."""
    label = _MINUTES.search(row)
    return label is not None and label.start() > 0 and row[0].isupper()


def _labelled(rows: Sequence[str], at: int) -> bool:
    """Whether a row begins with the label of what was minuted, or ends the agenda's list in it."""
    if at < len(rows) and rows[at].endswith(":") and split_marker(rows[at])[0] is None:
        at += 1  # 'Members should make their declaration by stating:'
    while at < len(rows) and split_marker(rows[at])[0] is not None:
        if _MINUTES.search(rows[at]):
            return True
        at += 1
    return at < len(rows) and _MINUTES.match(rows[at]) is not None


def _is_head(line: str) -> bool:
    return HEADER.fullmatch(line) is not None or (
        len(line) < 500 and _RULE.fullmatch(line) is not None
    )


def _joined(lines: Sequence[str]) -> list[str]:
    """The lines of the rows, those put together that the page's source broke in a sentence."""
    out: list[str] = []
    for line in lines:
        if not line or _is_head(line):
            continue
        if out and _goes_on(out[-1], line):
            out[-1] += " " + line
        else:
            out.append(line)
    return out


def _goes_on(before: str, line: str) -> bool:
    if before.endswith((".", ":", ";", "?", "!", "|")) or line[0] == "|":
        return False
    if split_marker(line)[0] is not None or _DECIDES.match(line):
        return False
    return line[0].islower() or (len(before.split()) > _SHORT and not before.isupper())


def _row_line(page: PageText, text: str, *, begins: bool, barred: bool) -> None:
    number = None
    cell = re.match(rf"({titles.NUMBER.pattern})\s*\|\s*", text)
    if cell:
        number, text = cell[1], text[cell.end() :]
    spans = _labels(text)
    head = text[: spans[0][0]].strip() if spans else text
    title, rest = titles.split_title(head)
    listed = split_marker(head)[0] is not None and not cell
    opens = bool(spans) and bool(head) and len(title.split()) <= 40 and not title.endswith(";")
    opens = opens and not listed
    if begins or cell or (opens and not barred and ". " not in title):
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
    order = ("additional", "supporting", "decision", "draft", "minutes")
    found: list[tuple[int, int]] = []
    least = 0
    for match in _RUN_IN.finditer(text):
        word = match["label"].lower()
        rank = next((k for k, name in enumerate(order) if word.startswith(name)), None)
        if rank is not None and rank >= least:
            found.append(match.span("label"))
            least = rank + 1
    return found
