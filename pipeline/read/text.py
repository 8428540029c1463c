"""Plain text and Markdown to a Document; the text of a web page is told apart by its shape."""

from __future__ import annotations

import re

from pipeline.document import Block, Document, MediaType, Paragraph, Passage
from pipeline.errors import UnreadablePaperError
from pipeline.read.cell_marks import with_rows_joined, without_cell_marks
from pipeline.read.columns import initials_behind, numbered_row, set_in_columns, table
from pipeline.read.counted_lines import counted_lines
from pipeline.read.front_matter import split_front_matter
from pipeline.read.laid_out import with_columns_tabbed
from pipeline.read.markdown import markdown_blocks
from pipeline.read.markers import split_marker
from pipeline.read.modgov import is_page_text, page_blocks
from pipeline.read.modgov.tagged import is_tagged, without_tags
from pipeline.read.page_numbers import without_lone_numbers
from pipeline.read.run_on import unfolded
from pipeline.read.stacked import unstacked
from pipeline.read.transcribed import without_debris, without_page_about
from pipeline.read.wrapping import Folding, Line

LIMIT = 20_000_000
"""Bytes; a text longer than this is not a committee paper."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?\s*", re.IGNORECASE)
_DRAWN = re.compile(r"\s*[-_=*]{5,}\s*")
_PIPED = re.compile(r"^\|[^\n]*\|[ \t]*\n\s*\|(?:\s*:?-{2,}:?\s*\|)+[ \t]*$", re.MULTILINE)
"""The head of a table set with pipes: a text that has one is Markdown, whatever its name."""
_EMPHASIS = re.compile(r"\*\*(?=\S)([^*\n]{2,200}?)(?<=\S)\*\*")
_HASHED = re.compile(r"^[ \t]*#{1,4}[ \t]+(?=\S)", re.MULTILINE)
_FEWEST = 3
"""Places from which marks of Markdown in a plain text are taken for marks."""
_HANGING, _SHIFT = 10, 6
"""Blanks before a line that goes on with a cell, at least; how many it may stand left of it."""
_GAP = re.compile(r"\t|(?<=\S) {3,}(?=\S)")


def read_text(data: bytes, markdown: bool) -> Document:
    """A Document from the bytes of a text; `markdown` says that it is Markdown.

    Text has no pages: form feeds count as blank lines, and page numbers beside them are dropped.
    Raises UnreadablePaperError for a text over 20 MB and for one that holds no words.
    """
    if len(data) > LIMIT:
        raise UnreadablePaperError(
            f"the text has {len(data):,} bytes, over the limit of {LIMIT:,}: split it"
        )
    text = _without_page_numbers(decode(data))
    if not any(c.isalnum() for c in text):
        raise UnreadablePaperError("the text holds no words: export it from the paper again")
    title, day, text = split_front_matter(without_debris(without_page_about(text)))
    if is_tagged(text):
        text = without_tags(text)
    problems: tuple[str, ...] = ()
    flow: list[Block]
    if is_page_text(text):
        flow, problems = page_blocks(text)
    else:
        text = with_rows_joined(text)
        piped = markdown or _PIPED.search(text) is not None
        text = text if piped else with_columns_tabbed(_without_emphasis(text))
        text = without_lone_numbers(without_cell_marks(text))
        flow = unstacked(unfolded(markdown_blocks(text) if piped else _plain_blocks(text)))
    if not flow:
        raise UnreadablePaperError("the text holds the frame of a page alone: save the page again")
    media_type: MediaType = "text/markdown" if markdown else "text/plain"
    return Document(media_type, (*_keys(title, day, flow), *flow), title=title, problems=problems)


def _without_emphasis(text: str) -> str:
    """A plain text without the '**' and '##' of Markdown, where it has them throughout."""
    for marks, kept in ((_EMPHASIS, r"\1"), (_HASHED, "")):
        if sum(1 for _ in marks.finditer(text)) >= _FEWEST:
            text = marks.sub(kept, text)
    return text


def _keys(title: str | None, day: str | None, flow: list[Block]) -> list[Block]:
    """What the keys at the head of a page say, as a heading and a label."""
    keys: list[Block] = []
    first = flow[0].text if flow and isinstance(flow[0], Paragraph) else ""
    if title and title.casefold() != first.casefold():
        keys.append(Paragraph(Passage(title), style="heading"))
    if day:
        keys.append(Paragraph(Passage(f"date: {day}"), style="label"))
    return keys


def decode(data: bytes) -> str:
    """The text of `data`: UTF-8 (or UTF-16 with a byte order mark), else Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(encoding, errors="replace"))
    try:
        return _clean(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _clean(data.decode("cp1252", errors="replace"))


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub("[\x85\u2028\u2029]", "\n", text)
    text = re.sub("[\u00a0\u2007\u202f]", " ", text)
    return re.sub("[\x00-\x08\x0e-\x1f\x7f\u200b\u200c\u200d\ufeff]", "", text)


def _without_page_numbers(text: str) -> str:
    """Form feeds as blank lines; a page number at the foot or head of a page is dropped."""
    if "\f" not in text:
        return text
    pages = []
    for page in text.split("\f"):
        lines = page.strip("\n").split("\n")
        if len(lines) > 1 and _PAGE_NUMBER.fullmatch(lines[-1]):
            lines.pop()
        if len(lines) > 1 and _PAGE_NUMBER.fullmatch(lines[0]):
            lines.pop(0)
        pages.append("\n".join(lines))
    return "\n\n".join(pages)


def _plain_blocks(text: str) -> list[Block]:
    lines = text.split("\n")
    folding = Folding.of(lines)
    flow: list[Block] = []
    open_lines: list[Line] = []
    rows: list[list[str]] = []
    blank = False

    def close() -> None:
        if rows:
            flow.append(table(rows, ruled=False))
            rows.clear()
        flow.extend(folding.paragraphs(open_lines))
        open_lines.clear()

    hangs = _HANGING
    in_columns = _column_lines(lines)
    counted = counted_lines(lines)
    rows_of_more = {n for n in counted & in_columns if numbered_row(lines[n]) is None}
    if 2 * len(rows_of_more) < len(counted):
        in_columns -= rows_of_more  # '119  Apologies   Cllr A Ash' among items that are no rows
    for number, line in enumerate(lines):
        if not line.strip(" |") or _DRAWN.fullmatch(line):
            # A bar alone is left of a table that a browser copied as text; a row of dashes, a line.
            blank = True
            continue
        numbered = numbered_row(line) if number in in_columns else None
        behind = initials_behind(line) if number in in_columns else None
        if behind is not None:
            if rows:
                close()
            open_lines += [Line(part, blank_before=True) for part in behind]
        elif numbered is not None:
            if rows:
                close()
            open_lines.append(Line(numbered, blank_before=True))
        elif number in in_columns:
            if open_lines:
                close()
            rows.append(_GAP.split(line.strip("\n ")))
            hangs = _hanging(line)
        elif rows and not blank and len(line) - len(line.lstrip(" \t")) >= hangs:
            rows[-1][-1] = folding.words.join(rows[-1][-1].strip(), line.strip())
        else:
            if rows:
                close()
            open_lines.append(Line(line, blank, counted=number in counted))
        blank = False
    close()
    return set_in_columns(flow)


def _hanging(row: str) -> int:
    """The blanks before a line that goes on with the last cell of a row."""
    *_, last = (0, *(gap.end() for gap in _GAP.finditer(row)))
    return _HANGING if "\t" in row else max(_HANGING, last - _SHIFT)


def _column_lines(lines: list[str]) -> frozenset[int]:
    """The numbers of the lines whose parts are set apart by tabs, or by wide gaps in a run."""
    gapped: list[int] = []
    tabbed: set[int] = set()
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        marker, rest = split_marker(line)
        body = line.strip(" ") if marker is None else rest
        if "\t" in body:
            tabbed.add(number)
        elif marker is None and _GAP.search(body):
            gapped.append(number)
    near = {n for n in gapped if any(m in gapped for m in (n - 2, n - 1, n + 1, n + 2))}
    return frozenset(tabbed | near)
