"""The rows of a meeting page whose lines are broken as in the page's source."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.read.markers import split_marker
from pipeline.read.modgov import titles
from pipeline.read.modgov.page_text import BAR, HEADER, PageText


def read_broken(page: PageText, lines: Sequence[str]) -> None:
    """Rows that end in a bar, their lines broken as in the page's source."""
    stripped = [line.strip() for line in lines]
    body: list[str] = []
    number: str | None = None
    in_row = started = False

    def close() -> None:
        nonlocal body
        if body and in_row:
            _broken_item(page, body, number)
        elif body:
            for i, line in enumerate(body):
                page.preamble(line, body[i + 1] if i + 1 < len(body) else "")
        body = []

    for line in stripped:
        if not started and (HEADER.fullmatch(line) or line in {"Item |", "Items"}):
            continue
        bar = BAR.fullmatch(line)
        if bar is None:
            if line:
                body.append(line)
            continue
        close()
        started = in_row = True
        number = bar["number"] or None
    close()


def _broken_item(page: PageText, body: list[str], number: str | None) -> None:
    end = 1
    for i, line in enumerate(body[:4]):
        if titles.LABEL.fullmatch(line):
            break
        if titles.FILE_TAIL.search(line):
            end = i + 1
            break
    page.item(" ".join(body[:end]), number)
    open_lines: list[str] = []

    def close() -> None:
        if open_lines:
            page.prose(_joined(page, open_lines))
            open_lines.clear()

    for line in body[end:]:
        if titles.LABEL.fullmatch(line):
            close()
            page.add(line, "label")
        elif titles.without_cut(line)[1] is not None:
            open_lines.append(line)
            close()
        else:
            if open_lines and _begins(open_lines, line):
                close()
            open_lines.append(line)
    close()


def _joined(page: PageText, lines: Sequence[str]) -> str:
    """The lines of one paragraph as one text."""
    text = lines[0]
    for line in lines[1:]:
        text = page.folding.words.join(text, line)
    return text


def _begins(before: Sequence[str], line: str) -> bool:
    """Whether `line` begins a paragraph, where the blank lines between them are lost.

    Lines were broken at some 70 columns of the page's source, tags counted in. So a sentence
    that ends a line of middling length and is followed by a long line was cut short by the
    markup of the blank between two sentences; any other end of a sentence ends its paragraph.
    """
    last = before[-1]
    ended = last.endswith((".", ":", ";", "?"))
    held, text = split_marker(before[0])
    marker, _ = split_marker(line)
    if marker is not None and (len(before) > 1 or text):
        number = marker.strip("().")
        if ended or not number.isdigit() or number in {"1", "2"}:
            return True
        core = (held or "").strip("().")
        return core.isdigit() and int(number) == int(core) + 1
    if len(before) == 1:
        if held is not None and not text:
            return False
        if last.isupper() and len(last) > 4 and not line.isupper():
            return True
    return _begins_sentence(last, line, ended=ended, first=len(before) == 1)


def _begins_sentence(last: str, line: str, *, ended: bool, first: bool) -> bool:
    if not (line[0].isupper() or line[0] in "(“‘"):
        return False
    if not ended:
        return not first and len(last) < 30 and len(line) < 45
    return not (last.endswith(".") and 30 <= len(last) <= 50 <= len(line))
