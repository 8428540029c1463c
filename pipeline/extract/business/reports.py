"""The header of a report: its title, who wrote it, its date and classification."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.document import Cell, Paragraph, Part, Passage, Row, Table
from pipeline.extract.base import Extractor
from pipeline.extract.grammar.dates import first_date
from pipeline.extract.grammar.names import honorific_of, is_name
from pipeline.lexicon import rule, words
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, Report

_KEYS = {
    key: rule("reports", f"key_{key}")
    for key in ("title", "authors", "item", "dated", "classification", "other")
}
_NAME_RUN = re.compile(r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)+")


@dataclass
class _Header:
    """What a header gave so far, and the cells it was read from."""

    values: dict[str, str] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)

    def put(self, key: str, value: str, passage: Passage) -> None:
        value = value.strip(" :")
        if key != "other" and value and key not in self.values:
            self.values[key] = value
            self.passages.append(passage)


def find_reports(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """The part's one report header, if it prints one."""
    header = _Header()
    for block in part.flow[:10]:
        if isinstance(block, Table):
            _read_table(block, header)
            if header.values:
                break
        elif isinstance(block, Paragraph):
            _read_line(block.passage, header)
    if "title" not in header.values:
        _title_from_lines(part, header)
    title = header.values.get("title")
    if title is None:
        if header.values:
            yield Rejected(str(header.values), "a report header without a title")
        return
    dated = header.values.get("dated")
    sources = tuple(dict.fromkeys(s for p in header.passages for s in p.sources()))
    yield Finding(
        Report(
            item_number=(header.values.get("item") or "").rstrip(".") or None,
            title=title,
            authors=authors_of(header.values.get("authors", "")),
            dated=first_date(dated) if dated else None,
            classification=(header.values.get("classification") or "").strip(" []") or None,
        ),
        sources,
        0.9,
    )


def _key_of(text: str) -> tuple[str, str] | None:
    """The field that a cell or line names, and the value that follows on the same line."""
    for key, label in _KEYS.items():
        match = label.match(text)
        if match and (match.end() == len(text) or text[: match.end()].rstrip().endswith(":")):
            return key, text[match.end() :]
        if match and re.fullmatch(rf"{label.pattern}\W*", text, re.IGNORECASE):
            return key, ""
    return None


def _read_table(table: Table, header: _Header) -> None:
    rows = table.rows[:12]
    first = [c for c in rows[0].cells if c.text] if rows else []
    if len(first) >= 3 and len(rows) >= 2 and all(_key_of(c.text) or not c.text for c in first[:3]):
        _read_columns(rows[0], rows[1], header)
        return
    untitled: list[Cell] = []
    for row in rows:
        cells = [c for c in row.cells if c.text]
        for at, cell in enumerate(cells):
            named = _key_of(cell.text)
            if named is None:
                if at == 0 or not _key_of(cells[at - 1].text):
                    untitled.append(cell)
                continue
            key, value = named
            if not value and at + 1 < len(cells) and not _key_of(cells[at + 1].text):
                header.put(key, cells[at + 1].text, cells[at + 1].passage)
            else:
                header.put(key, value, cell.passage)
    _place_untitled(untitled, header)


def _read_columns(keys: Row, values: Row, header: _Header) -> None:
    for cell in keys.cells:
        named = _key_of(cell.text) if cell.text else None
        value = next((v for v in values.cells if v.column == cell.column and v.text), None)
        if named and value:
            header.put(named[0], value.text, value.passage)


def _place_untitled(cells: Sequence[Cell], header: _Header) -> None:
    """Cells without a key: a body and a date, and the title, the last of them."""
    for cell in cells:
        if first_date(cell.text) and len(cell.text) < 120:
            header.put("dated", cell.text, cell.passage)
    rest = [c for c in cells if not first_date(c.text) and len(c.text) > 8]
    if rest and "title" not in header.values:
        header.put("title", rest[-1].text, rest[-1].passage)


def _read_line(passage: Passage, header: _Header) -> None:
    named = _key_of(passage.text)
    if named and named[1]:
        header.put(named[0], named[1], passage)
    elif len(passage.text) < 90 and first_date(passage.text):
        header.put("dated", passage.text, passage)


def _title_from_lines(part: Part, header: _Header) -> None:
    if not header.values:
        return
    for block in part.flow[:12]:
        if not isinstance(block, Paragraph) or not block.passage.bold:
            continue
        if len(block.text.split()) > 3 and _key_of(block.text) is None:
            header.put("title", block.text, block.passage)
            return


def authors_of(text: str) -> tuple[str, ...]:
    """The people named in a 'Report of' cell, where posts stand between the names."""
    roles = words("people", "role_words")
    text = re.sub(
        r"(?<=[a-z])-(\w+)", lambda m: f" - {m[1]}" if m[1].lower() in roles else m.group(), text
    )
    names: list[str] = []
    for run in _NAME_RUN.finditer(text):
        tokens = run.group().split()
        at = 0
        while at < len(tokens):
            _, rest = honorific_of(" ".join(tokens[at:]))
            skipped = len(tokens) - at - len(rest.split())
            at += skipped
            size = next(
                (
                    n
                    for n in (3, 2)
                    if at + n <= len(tokens)
                    and is_name(" ".join(tokens[at : at + n]))
                    and (
                        at + n == len(tokens)
                        or tokens[at + n].lower().strip(",") in roles
                        or n == 2
                    )
                ),
                0,
            )
            if size:
                names.append(" ".join(tokens[at : at + size]).strip(" ,."))
                at += size
                # What follows is the post: no name until a word of posts was passed.
                while at < len(tokens) and not (
                    tokens[at - 1].lower().strip(",") in roles
                    and is_name(" ".join(tokens[at : at + 2]))
                    and at + 2 <= len(tokens)
                ):
                    at += 1
            else:
                at += 1
    return tuple(dict.fromkeys(names))


REPORTS = Extractor(name="reports", version=1, reads=frozenset({"report"}), find=find_reports)
