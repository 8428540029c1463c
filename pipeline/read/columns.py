"""Text set in columns: tab-separated rows, and lists of names with a role beside each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.document import Block, Cell, Paragraph, Passage, Row, Table
from pipeline.lexicon import rule
from pipeline.read.wrapping import PERSON, fold

_GROUPS = re.compile(r"\([^()]*\)")
_LISTED = re.compile(rf"(?P<name>{PERSON.pattern})\s*(?P<role>[–-](?:\s.*)?|(?:\([^()]*\)\s*)+)$")
_NUMBERED = re.compile(
    r"(?P<number>\d{1,3}(?:[./]\d{1,4}){0,2}[.):]?)(?:\t| {3,})\s*"
    r"(?P<title>[A-Z“‘\"'(][^\t]{3,}?)[\t ]*"
)
"""'3/16', a tab and a title, and nothing beside it."""
_WHO_BEHIND = re.compile(
    r"(?P<row>.*\S)(?:\t| {3,})\s*(?P<who>[A-Z]{2,4}(?:[/,&]\s?[A-Z]{2,4})*)[\t ]*"
)
"""The initials of whose the item is, in a column behind its title."""
_FIGURES = re.compile(r"£|\d[.,]\d\d\b|\s{3,}|^\W*\d")
_OFFICE = rule("pages", "office_beside_name")


def table(rows: Sequence[Sequence[str]], *, ruled: bool) -> Table:
    """A table from the texts of its cells; short rows are filled up with empty cells."""
    columns = max((len(row) for row in rows), default=0)
    return Table(
        tuple(
            Row(
                tuple(
                    Cell(Passage(fold(row[column]) if column < len(row) else ""), column)
                    for column in range(columns)
                )
            )
            for row in rows
        ),
        columns,
        ruled,
    )


def numbered_row(line: str) -> str | None:
    """The text of a row that is a heading with its number in a column to its left, else None.

    A third column may be empty: the one in which minutes name who is to act.
    """
    found = _NUMBERED.fullmatch(line.strip(" "))
    if found is None or _FIGURES.search(found["title"]):
        return None
    return f"{found['number']}  {found['title'].strip()}"


def initials_behind(line: str) -> tuple[str, str] | None:
    """A numbered heading and the initials in the column behind it, else None."""
    found = _WHO_BEHIND.fullmatch(line.strip(" "))
    heading = numbered_row(found["row"]) if found else None
    return (heading, found["who"]) if found and heading else None


def set_in_columns(blocks: Iterable[Block]) -> list[Block]:
    """`blocks`, with each run of two or more 'name (role)' entries made into a table."""
    out: list[Block] = []
    run: list[tuple[Paragraph, tuple[str, str]]] = []

    def close() -> None:
        if len(run) > 1:
            out.append(table([cells for _, cells in run], ruled=False))
        else:
            out.extend(paragraph for paragraph, _ in run)
        run.clear()

    for block in blocks:
        cells = _entry(block)
        if cells is not None and isinstance(block, Paragraph):
            run.append((block, cells))
            continue
        close()
        out.append(block)
    close()
    return out


def _entry(block: Block) -> tuple[str, str] | None:
    """Name and role, where the block is an entry of a list of people."""
    if not isinstance(block, Paragraph) or block.marker is not None or block.style:
        return None
    if len(block.text) > 200:
        return None
    found = _LISTED.fullmatch(block.text)
    if found is None:
        return None
    name, role = found["name"].strip(), found["role"].strip()
    if role[0] in "–-":
        # A sentence after the dash is no office: 'Village Hall – the lunch took place.'
        return None if role.endswith(".") or ". " in role else (name, role)
    # '(Chair) (Cabinet Member for Housing)': the office at the meeting stays with the name.
    groups = _GROUPS.findall(role)
    if len(groups) > 1:
        return " ".join([name, *groups[:-1]]), groups[-1]
    return (f"{name} {role}", "") if _OFFICE.fullmatch(role) else (name, role)
