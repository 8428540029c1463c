"""One paper scored against its gold: tallies per field, and every miss and extra by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct
from rapidfuzz import fuzz

from pipeline.evaluate.archive import ArchivedFacts, ArchivedMeeting
from pipeline.evaluate.fields import HEADER_CELLS, ROW_FIELDS, Cell, RowField, printed
from pipeline.evaluate.gold import Gold, GoldMeeting, Row
from pipeline.evaluate.match import Items, Match, pair, text_key
from pipeline.evaluate.tally import Tally

Fault = Literal["miss", "extra", "near"]
"""`near`: a pair that matches fuzzily and is not equal."""


class Note(Struct, frozen=True):
    """One thing that gold and archive disagree about."""

    field: str
    fault: Fault
    item: str | None
    text: str
    page: int | None
    """Where the archive says it read the value; None for what it missed."""


class Verdict(Struct, frozen=True):
    """Whether one row of the archive is right: what its confidence is measured against."""

    table: str
    fact_id: str
    right: bool
    """Paired with a row of gold; of a meeting's header, every value that gold knows is equal."""


class PaperFields(Struct, frozen=True):
    """The score of one paper."""

    fields: dict[str, Tally]
    notes: tuple[Note, ...]
    verdicts: tuple[Verdict, ...] = ()
    """One per row found of the tables that gold covers; rows that gold leaves open have none."""


class _Book:
    """Tallies and notes while one paper is scored."""

    def __init__(self) -> None:
        self.fields: dict[str, Tally] = {}
        self.notes: list[Note] = []
        self.verdicts: dict[tuple[str, str], Verdict] = {}

    def judge(self, table: str, row: Row, *, right: bool) -> None:
        """Keep whether a row found is right, where the archive names its rows."""
        if row.get("fact_id") is not None:
            key = (table, str(row["fact_id"]))
            self.verdicts[key] = Verdict(*key, right)

    def count(self, field: str, tally: Tally) -> None:
        self.fields[field] = self.fields.get(field, Tally()) + tally

    def note_row(self, field: RowField, fault: Fault, row: Row, other: Row | None = None) -> None:
        text = " | ".join(printed(row.get(column)) for column in field.label)
        if other is not None:
            text += " -> " + " | ".join(printed(other.get(column)) for column in field.label)
        item = printed(row.get(field.item)) if field.item else ""
        page = _page(row if fault == "extra" else other)
        self.notes.append(Note(field.name, fault, item or None, text, page))

    def cell(self, cell: Cell, gold: Row, found: Row, item: object = None) -> Tally:
        """Count one cell of a pair, and name it where it is not equal."""
        left, right = gold.get(cell.column), found.get(cell.column)
        tally = cell.score(left, right)
        self.count(cell.field, tally)
        if tally.strict == tally.gold == tally.found:
            return tally
        fault: Fault = "miss" if tally.gold else "extra"
        if tally.fuzzy == tally.gold == tally.found:
            fault = "near"
        text = f"{printed(left) or '(none)'} -> {printed(right) or '(none)'}"
        self.notes.append(Note(cell.field, fault, printed(item) or None, text, _page(found)))
        return tally


def _page(row: Row | None) -> int | None:
    page = row.get("page") if row else None
    return page if isinstance(page, int) else None


def _score_rows(
    book: _Book, field: RowField, gold: Sequence[Row], found: Sequence[Row], items: Items
) -> None:
    """Pair and count one table's rows of one meeting or paper.

    Rows that gold requires are paired first; a row found that is left over and pairs with an
    optional one is dropped. Optional rows count for nothing.
    """
    gold = [row for row in gold if field.keep(row)]
    found = [row for row in found if field.keep(row)]

    def compare(g: int, f: int) -> Match | None:
        match = field.compare(gold[g], found[f], items)
        if match is None:
            return None
        # Rows printed alike are told apart by their cells.
        cells = [
            cell.score(gold[g][cell.column], found[f].get(cell.column))
            for cell in field.cells
            if cell.column in gold[g]
        ]
        differing = sum(tally.gold + tally.found - 2 * tally.strict for tally in cells)
        return Match((*match.weight, -float(differing)), match.strict)

    required = [i for i, row in enumerate(gold) if not row.get("optional")]
    optional = [i for i, row in enumerate(gold) if row.get("optional")]
    pairs = pair(required, range(len(found)), compare)
    taken = {p.found for p in pairs}
    left = [i for i in range(len(found)) if i not in taken]
    dropped = {p.found for p in pair(optional, left, compare)}
    missed = sorted(set(required) - {p.gold for p in pairs})
    extra = [i for i in left if i not in dropped]
    strict = sum(p.strict for p in pairs)
    book.count(
        field.name, Tally(len(required), len(pairs) + len(extra), strict=strict, fuzzy=len(pairs))
    )
    for p in pairs:
        book.judge(field.table, found[p.found], right=True)
        if not p.strict:
            book.note_row(field, "near", gold[p.gold], found[p.found])
        for cell in field.cells:
            if cell.column in gold[p.gold]:
                item = gold[p.gold].get(field.item or field.label[0])
                book.cell(cell, gold[p.gold], found[p.found], item)
    for index in missed:
        book.note_row(field, "miss", gold[index])
    for index in extra:
        book.note_row(field, "extra", found[index])
        book.judge(field.table, found[index], right=False)
    if field.unpaired_cells:
        for cell in field.cells:
            for row in (gold[i] for i in missed):
                if cell.column in row:
                    book.count(cell.field, cell.score(row[cell.column], None))
            for row in (found[i] for i in extra):
                book.count(cell.field, cell.score(None, row.get(cell.column)))


def _is_end_of(short: object, whole: object) -> bool:
    """Whether a page's text names a body by the end of the name that its sidecar gives in full."""
    return bool(short) and f" {whole}".casefold().endswith(f" {short}".casefold())


def _score_header(book: _Book, gold: Row, found: ArchivedMeeting | None) -> None:
    """Compare a meeting's own values.

    What another paper of the meeting supplied is no extra of this one: where gold has nothing,
    what this paper prints counts, if the archive keeps that.
    """
    told = 0
    wrong = 0
    own = (found.printed if found else None) or {}
    for cell in HEADER_CELLS:
        if cell.column not in gold:
            continue
        header: Row = found.header if found else {}
        # What this paper prints is this paper's; another paper fills only what it leaves out.
        printed_here = own.get(cell.column) is not None or gold[cell.column] is None
        if found and found.printed is not None and printed_here:
            whole = cell.column == "body" and _is_end_of(own.get("body"), header.get("body"))
            right = whole and cell.score(gold["body"], header["body"]).fuzzy > 0
            header = header if right else own
        tally = book.cell(cell, gold, header)
        if own.get(cell.column) is not None:
            told += 1
            wrong += tally.fuzzy < tally.found
    if told:
        book.judge("meeting_headers", own, right=wrong == 0)


def _date(row: Row) -> str:
    return printed(row.get("held_on"))


def match_meetings(
    gold: Sequence[GoldMeeting], found: Sequence[ArchivedMeeting]
) -> list[tuple[GoldMeeting | None, ArchivedMeeting | None]]:
    """Pair a paper's meetings: by date, then undated ones by body, then the only ones left.

    A meeting of one side without a partner is paired with None.
    """

    def closeness(g: int, f: int) -> float:
        bodies = (text_key(printed(row.get("body"))) for row in (gold[g].header, found[f].header))
        return fuzz.ratio(*bodies)

    def by_date(g: int, f: int) -> Match | None:
        dated = _date(gold[g].header)
        same = dated and dated == _date(found[f].header)
        return Match((closeness(g, f), _shared_rows(gold[g], found[f]))) if same else None

    def undated(g: int, f: int) -> Match | None:
        if _date(gold[g].header) and _date(found[f].header):
            return None
        return Match((_shared_rows(gold[g], found[f]), closeness(g, f)))

    pairs: list[tuple[int, int]] = []
    for rule in (by_date, undated):
        rest_gold = [g for g in range(len(gold)) if g not in {p[0] for p in pairs}]
        rest_found = [f for f in range(len(found)) if f not in {p[1] for p in pairs}]
        pairs += [(p.gold, p.found) for p in pair(rest_gold, rest_found, rule)]
    rest_gold = [g for g in range(len(gold)) if g not in {p[0] for p in pairs}]
    rest_found = [f for f in range(len(found)) if f not in {p[1] for p in pairs}]
    if len(rest_gold) == len(rest_found) == 1:
        # A date misread costs the date, not every row of the meeting.
        pairs.append((rest_gold.pop(), rest_found.pop()))
    matched: list[tuple[GoldMeeting | None, ArchivedMeeting | None]] = [
        (gold[g], found[f]) for g, f in sorted(pairs)
    ]
    return matched + [(gold[g], None) for g in rest_gold] + [(None, found[f]) for f in rest_found]


def _shared_rows(gold: GoldMeeting, found: ArchivedMeeting) -> float:
    """How many rows the two meetings would share."""
    items = _items(gold.rows, found.rows)
    book = _Book()
    for field in ROW_FIELDS:
        if field.table in gold.rows:
            _score_rows(book, field, gold.rows[field.table], found.rows[field.table], items)
    return float(sum(book.fields[f.name].fuzzy for f in ROW_FIELDS if f.name in book.fields))


def _items(*rows: Mapping[str, Sequence[Row]]) -> Items:
    return Items(
        (row.get("number"), row.get("also"))
        for tables in rows
        for row in tables.get("agenda_items", ())
    )


def score_paper(gold: Gold, found: ArchivedFacts) -> PaperFields:
    """Score the facts of one paper; fields that gold doesn't give are left out."""
    book = _Book()
    for meeting, archived in match_meetings(gold.meetings or (), found.meetings):
        if gold.meetings is None:
            break
        if meeting is not None:
            _score_header(book, meeting.header, archived)
        elif gold.meetings and archived is not None:
            _score_header(book, dict.fromkeys(c.column for c in HEADER_CELLS), archived)
        own = meeting.rows if meeting else {}
        rows = archived.rows if archived else {}
        for field in ROW_FIELDS:
            if field.level == "meeting" and _is_scored(field, gold, meeting):
                _score_rows(
                    book,
                    field,
                    own.get(field.table, ()),
                    rows.get(field.table, ()),
                    _items(own, rows),
                )
    for field in ROW_FIELDS:
        if field.level == "document" and field.table in gold.rows:
            _score_rows(book, field, gold.rows[field.table], found.rows[field.table], Items())
    return PaperFields(book.fields, tuple(book.notes), tuple(book.verdicts.values()))


def _is_scored(field: RowField, gold: Gold, meeting: GoldMeeting | None) -> bool:
    """Whether gold covers a table: for a meeting that gold doesn't know, if it does anywhere."""
    if meeting is not None:
        return field.table in meeting.rows
    return not gold.meetings or any(field.table in m.rows for m in gold.meetings)
