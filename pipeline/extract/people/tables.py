"""Names read from a list that a heading opened: run on in a text, or in the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from msgspec import structs

from pipeline.document import Cell, Passage, Row, Table, join
from pipeline.extract.base import found
from pipeline.extract.grammar.given_names import is_given_name
from pipeline.extract.grammar.initials import are_initials
from pipeline.extract.grammar.names import is_name, parse_person
from pipeline.extract.people.cell_lines import with_lines
from pipeline.extract.people.list_headings import (
    GROUP,
    List,
    headings,
    is_heading_only,
    list_of,
    looks_listed,
    post_of,
    within,
)
from pipeline.extract.people.lists import are_surnames, entries
from pipeline.extract.people.posts import Entry, is_post
from pipeline.extract.people.standing import apology_grouping, attendee
from pipeline.lexicon import rule
from pipeline.provenance import Finding
from pipeline.records import AnyRecord

_DASH = re.compile(r"\W{1,3}")
"""A cell with nothing but a dash: what follows it on the row is the post."""

_NO_POST = re.compile(r"\W*\d{0,3}\W*")
"""A dash, or how many came: no post either."""
_STRANGERS = rule("attendance", "strangers_heading")
_IN_CHAIR = rule("attendance", "in_chair_behind")
_LABEL = rule("attendance", "column_label")
_POST_OF_ONE = re.compile(
    r"\w[\w /&-]*\s(?:representative|member|observer|governor)", re.IGNORECASE
)
"""'Patient Representative' beside a name: the post of one, where a heading has the plural."""
_SURNAME = re.compile(r"\W*(?!None|Nil|Nobody|All|Various)[A-Z][\w’'-]+\W*")
"""'Members absent: Birch': one surname alone, under a heading that says so."""

_NAME_HEAD = rule("attendance", "column_of_names")
_POST_HEAD = rule("attendance", "column_of_posts")
_HEADED = 3
"""Columns of a table whose head tells names, firms and posts apart."""
_REACHED = re.compile(r"\b(?:phone|telephone|mobile|e-?mail|contact)\b", re.IGNORECASE)
_HEADING = 30
"""Characters before a list in which its heading stands: 'Present Cllrs: J Tarn (Chair)'."""


def people_of(  # noqa: PLR0913 - the text, where in it, and what is known of the list
    passage: Passage, start: int, end: int, kind: List, rule: str, *, post: str | None = None
) -> Iterator[Finding[AnyRecord]]:
    """The people named in a passage from `start` to `end`, as the list `kind` has them.

    `post` is what the heading calls the one who follows it: 'Clerk: Mrs A Ash'.
    """
    part = GROUP.match(passage.text[start:end])
    start += part.end() if part else 0
    text = passage.text[start:end]
    headed = passage.text[max(0, start - _HEADING) : end]
    titled = re.search(r"\b(?:councillors|cllrs)\b", headed, re.IGNORECASE) is not None
    alone = kind.status == "absent" and start > 0 and _SURNAME.fullmatch(text) is not None
    people = list(entries(text, start, surnames=alone or are_surnames(text)))
    if kind.status != "present":
        # 'Councillor Ash in the Chair.' below the apologies tells who led, and not who is sorry.
        people = [p for p in people if not _IN_CHAIR.search(f" {p.role or ''}")]
    for number, listed in enumerate(people):
        bare = post is not None and len(people) == 1 and listed.role is None
        entry = replace(listed, role=post) if bare else listed
        printed = passage.text[entry.start : entry.end]
        person = attendee(entry, kind.status, kind.grouping, printed)
        office = titled and re.fullmatch(r"chair\w*", person.role or "", re.IGNORECASE)
        person = structs.replace(
            person,
            chair=person.chair or (kind.chair and number == 0),
            role=None if office else person.role,
        )
        if kind.status != "present" and kind.grouping == "member":
            group = apology_grouping(entry, person.role, officers=False)
            person = structs.replace(person, grouping=group)
        yield found(person, passage, entry.start, entry.end, rule=rule)


def _is_directory(table: Table) -> bool:
    """Whether a table's head says that beside each name stands how to reach its owner."""
    head = [c.text for c in table.rows[0].cells if c.text]
    named = bool(head) and _NAME_HEAD.fullmatch(head[0]) is not None
    return named and any(_REACHED.search(text) for text in head[1:])


def people_in_table(table: Table, opened: List | None) -> Iterator[Finding[AnyRecord]]:
    """The people of a table's rows; `opened` is the list that a heading above it opened."""
    if opened is not None and _is_directory(table):
        for row in table.rows[1:]:
            named = next((c.passage for c in row.cells if c.text), Passage(""))
            yield from people_of(named, 0, len(named.text), opened, "table row")
    elif opened is not None and (posts := _columns_of_posts(table)):
        for row in table.rows[1:]:
            yield from _under_heads(row, posts, opened)
    else:
        yield from _in_rows(table, opened)


def _columns_of_posts(table: Table) -> list[int]:
    """The columns beside the names whose heads say that they hold firms and posts, two at least."""
    head = [c for c in table.rows[0].cells if c.text]
    if len(head) < _HEADED or _NAME_HEAD.fullmatch(head[0].text) is None:
        return []
    told = all(_POST_HEAD.fullmatch(c.text) for c in head[1:])
    return [c.column for c in head[1:]] if told else []


def _under_heads(row: Row, posts: Sequence[int], kind: List) -> Iterator[Finding[AnyRecord]]:
    """The person of a row: the cell that holds a post is the post, else all beside the name are."""
    cells = [c for c in row.cells if c.text]
    if not cells or len(list(entries(cells[0].text))) != 1:
        yield from _row(cells, kind) if cells else ()
        return
    beside = [c for c in cells[1:] if c.column in posts and not _NO_POST.fullmatch(c.text)]
    own = [c for c in beside if is_post(c.text)] or beside
    if not own:
        yield from people_of(cells[0].passage, 0, len(cells[0].text), kind, "table row")
        return
    yield _in_pair(cells[0], structs.replace(own[0], passage=join([c.passage for c in own])), kind)


def _in_rows(table: Table, opened: List | None) -> Iterator[Finding[AnyRecord]]:
    """The same, of a table that sets names beside posts, or lists beside lists."""
    columns: dict[int, List] = {}
    apart: dict[int, List] = {}
    for number, row in enumerate(table.rows):
        cells = [c for c in row.cells if c.text]
        if not cells:
            continue
        heads = {c.column: kind for c in cells if (kind := cell_heading(c.text))}
        if number == 0 and cells[0].column in heads and _heads_columns(cells, table.rows[1:]):
            columns = heads
            continue
        if heads and len(heads) == len(cells):
            if len(heads) > 1:
                columns = heads
            else:
                opened = next(iter(heads.values()))
                columns = {}
            continue
        columns, cells = _turned(columns, heads, cells)
        starts = _starts(cells, heads)
        if cells[0].column in starts:
            yield from _side_by_side(cells, starts)
            # 'Present: | Clerk: Mrs A Ash': below them the list goes on, and not the post.
            lists = [at for at in starts if post_of(_head(cells, at, starts)) is None]
            opened = starts[max(lists or starts)][1]
            columns = columns if cells[0].column in heads else {}
        elif columns and all(name.column in columns for name, _ in _pairs(cells)):
            for name, post in _pairs(cells):
                yield _in_pair(name, post, columns[name.column])
            for cell in [] if _pairs(cells) else cells:
                kind = columns.get(cell.column)
                if kind is not None:
                    yield from people_of(
                        with_lines(cell.passage), 0, len(cell.text), kind, "table column"
                    )
        elif opened is not None:
            yield from _row_beside(cells, opened, apart)


def _turned(
    columns: dict[int, List], heads: dict[int, List], cells: list[Cell]
) -> tuple[dict[int, List], list[Cell]]:
    """The columns and cells of a row, where 'Absent' in one begins another list below it."""
    if not heads or cells[0].column in heads or not heads.keys() <= columns.keys():
        return columns, cells
    return columns | heads, [c for c in cells if c.column not in heads]


def _heads_columns(cells: list[Cell], below: Sequence[Row]) -> bool:
    """Whether a first row heads columns, some of them no lists: 'Apologies | Reason | Absent'."""
    labels = [c for c in cells if cell_heading(c.text) is None]
    first = next(([c for c in row.cells if c.text] for row in below), [])
    return (
        bool(labels)
        and all(_LABEL.fullmatch(c.text) and not any(entries(c.text)) for c in labels)
        and len(first) > 0
        and first[0].column == cells[0].column
        and _names_person(first[0].text)
    )


def _starts(cells: list[Cell], heads: dict[int, List]) -> dict[int, tuple[int, List]]:
    """The cells that open a list, by column: where its names begin, and what it is."""
    starts = {
        c.column: mark
        for c in cells
        # Behind the first cell 'Councillors A and B' goes on with the list that the first opened.
        if (mark := _run_in(c.text)) and (mark[0] > 0 or c is cells[0])
    }
    return starts | {c.column: (len(c.text), heads[c.column]) for c in cells if c.column in heads}


def _head(cells: list[Cell], column: int, starts: dict[int, tuple[int, List]]) -> str:
    """The heading in the cell at `column`."""
    return next(c.text[: starts[column][0]] for c in cells if c.column == column)


def _side_by_side(
    cells: list[Cell], starts: dict[int, tuple[int, List]]
) -> Iterator[Finding[AnyRecord]]:
    """'Present: Cllr A Ash | Cllr B Birch': each list goes on in the cells beside it."""
    opened, whole = starts[cells[0].column][1], None
    if len(cells) == 3 and starts.keys() == {cells[0].column} and _is_pair(cells[1:]):
        yield _in_pair(cells[1], cells[2], opened)  # 'Present: | Ada Ash | Head of Parks'
        return
    for cell in cells:
        start, kind = starts.get(cell.column, (0, opened))
        opened = within(whole, kind, cell.text[:start]) if start else kind
        if start == len(cell.text):
            whole = opened  # 'Apologies:' alone, and beside it 'Councillors: Ash and Birch'
        post = post_of(cell.text[:start])
        yield from people_of(
            with_lines(cell.passage), start, len(cell.text), opened, "table row", post=post
        )


def cell_heading(text: str) -> List | None:
    """What a cell that holds nothing but a heading opens."""
    if len(text.split()) > 7 or parse_person(text) is not None or not is_heading_only(text):
        return None
    if (
        re.search(r"\b(?:director|officer|manager|head|services|lead)\b", text, re.IGNORECASE)
        and not text.endswith(":")
        and not re.search(r"\bpresent|attend", text, re.IGNORECASE)
    ):
        return None
    if re.match(r"\W*[(–-]", text) or _POST_OF_ONE.fullmatch(text):
        return None
    kind = list_of(text)
    plain = re.sub(r"[^a-z ]", "", text.lower()).strip()
    listed = plain.split()
    return kind if kind and (text.endswith(":") or len(listed) <= 4) else None


def _run_in(text: str) -> tuple[int, List] | None:
    """Where the list begins in a cell that prints its heading and names, and what it opens."""
    marks = list(headings(text))
    if len(marks) != 1 or marks[0][0] > 0 or not looks_listed(text[marks[0][1] :]):
        return None
    return marks[0][1], marks[0][2]


def _row_beside(
    cells: list[Cell], opened: List, apart: dict[int, List]
) -> Iterator[Finding[AnyRecord]]:
    """A row whose further cells may head, or hold, a list of strangers: `apart`, by column."""
    labels = {c.column: kind for c in cells[1:] if (kind := _heads_strangers(c.text))}
    own = [c for c in cells if c.column not in labels and c.column not in apart]
    if not any(_names_person(c.text) for c in own):
        yield from _row(cells, opened)
        return
    yield from _row(own, opened)
    for cell in cells:
        if cell.column in apart and cell.column not in labels:
            passage, kind = with_lines(cell.passage), apart[cell.column]
            yield from people_of(passage, 0, len(cell.text), kind, "table column")
    apart.update(labels)


def _heads_strangers(text: str) -> List | None:
    """What a cell beside a name heads that is no post: 'Members of the Public'."""
    return cell_heading(text) if _STRANGERS.fullmatch(text) else None


def _row(cells: list[Cell], opened: List) -> Iterator[Finding[AnyRecord]]:
    """A row of a list: a name and a post, or several names side by side."""
    dashed = any(_DASH.fullmatch(c.text) for c in cells[1:])
    pairs = [] if dashed else _pairs(cells)
    for name, post in pairs:
        yield _in_pair(name, post, opened)
    if pairs:
        return
    others = [] if dashed else [c for c in cells[1:] if _names_person(c.text)]
    if others:
        for cell in cells:
            yield from people_of(cell.passage, 0, len(cell.text), opened, "table row")
        return
    head = with_lines(cells[0].passage)
    people = list(entries(head.text))
    beside = [c.text for c in cells[1:] if not _NO_POST.fullmatch(c.text)]
    if len(people) == 1 and len(beside) > 1:
        own = people[0].person.name  # 'Ada Ash | Head of Parks | AA': a column of initials
        beside = [text for text in beside if not are_initials(text, own)]
    role = " ".join(beside)
    if len(people) != 1:
        yield from people_of(head, 0, len(head.text), opened, "table row")
        return
    entry = people[0]
    after = re.sub(r"^\W*[–—-]\s*", "", role).strip()
    printed = " ".join(c.text for c in cells)
    both = Entry(entry.person, entry.role, 0, len(printed))
    yield found(
        attendee(both, opened.status, opened.grouping, printed, beside=after or None),
        join([c.passage for c in cells]),
        rule="table row",
    )


def _in_pair(name: Cell, post: Cell, kind: List) -> Finding[AnyRecord]:
    (entry,) = entries(name.text)
    printed = f"{name.text} {post.text}"
    both = Entry(entry.person, entry.role, 0, len(printed))
    person = attendee(both, kind.status, kind.grouping, printed, beside=post.text)
    return found(person, join([name.passage, post.passage]), rule="table row")


def _pairs(cells: list[Cell]) -> list[tuple[Cell, Cell]]:
    """The people of a row set in two pairs of columns, each a name and the post beside it."""
    named = [_names_person(c.text) for c in cells]
    if len(cells) < 4 or len(cells) % 2 or named != [True, False] * (len(cells) // 2):
        return []
    if any(len(list(entries(c.text))) != 1 for c in cells[::2]):
        return []
    return list(zip(cells[::2], cells[1::2], strict=True))


def _is_pair(cells: list[Cell]) -> bool:
    """Whether two cells are one person and the post beside."""
    named, post = cells
    one = len(list(entries(named.text))) == 1 and _names_person(named.text)
    return one and not any(entries(post.text))


def _names_person(text: str) -> bool:
    if text.startswith(("(", "–", "-")):
        return False
    people = list(entries(text))
    if len(people) != 1:
        return bool(people) and all(
            p.person.honorific or (" " in p.person.name and is_given_name(p.person.name.split()[0]))
            for p in people
        )
    person = people[0].person
    return person.honorific is not None or (is_name(person.name) and len(person.name.split()) >= 2)


def opens_itself(table: Table) -> bool:
    """Whether the first row holds a heading, so that no list from above goes on in the table."""
    cells = [c for c in table.rows[0].cells if c.text] if table.rows else []
    return any(cell_heading(c.text) for c in cells)


def last_heading(table: Table) -> List | None:
    """What the last heading in the first column opens, for what stands below the table.

    Where all the cells of its row are headings they head columns, and no list goes on below.
    """
    first = min((c.column for row in table.rows for c in row.cells if c.text), default=0)
    for row in reversed(table.rows):
        cells = [c for c in row.cells if c.text]
        kinds = [cell_heading(c.text) for c in cells]
        if cells and cells[0].column == first and kinds[0] and (len(cells) == 1 or not all(kinds)):
            return kinds[0]
    return None
