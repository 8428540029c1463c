"""Rows of an action list whose columns are lost: '07.03 Clerk to chase the owner CF Done 2.5'.

A heading of such a list names its owner's column; below it each row has its reference, the task,
whose it is and how it stands, as cells of a grid or run together on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.document import Block, Paragraph, Passage, join
from pipeline.extract.grammar.acting_people import People
from pipeline.lexicon import rule

_HEAD = rule("actions", "list_head")
"""'No  Action  Owner  Update', run together."""
_REFERENCE = rule("actions", "reference")
_TASK = rule("actions", "task")
_STANDS = rule("actions", "row_status")
_WORD = re.compile(r"(?<![\w/&])[A-Z][A-Za-z]{1,3}(?:/[A-Z][A-Za-z]{1,3})*(?![\w/&'’])")
_ACTS = re.compile(r"\s+(?:to|will|would|and|has|have|is|are|&)\b|\s*[/,&]")


@dataclass(frozen=True)
class Row:
    """A row of an action list: a task, whose it is, and how it stands, as printed."""

    task: Passage
    owner: str
    status: str | None = None


def listed_tasks(flow: Sequence[Block], people: People) -> tuple[list[Row], list[Block]]:
    """The tasks of the action lists in `flow`, and the blocks that are no part of one."""
    taken: list[Row] = []
    rest: list[Block] = []
    within = False
    for block in flow:
        if isinstance(block, Paragraph):
            if _HEAD.fullmatch(block.text):
                within = True
                continue
            within = within and (_is_row(block, people) or _may_stand_between(block.text))
            rows = list(_row([block.passage], people)) if within else []
            taken += rows
            if not rows:
                rest.append(block)
        elif within:
            for row in block.rows:
                taken += _row([c.passage for c in row.cells if c.text], people)
        else:
            rest.append(block)
    return taken, rest


def _may_stand_between(text: str) -> bool:
    """Whether a line without reference or owner may be a piece of a row."""
    return len(text.split()) <= 6 or _TASK.search(text) is not None


def _is_row(paragraph: Paragraph, people: People) -> bool:
    """Whether a line below the heading is a row: it has a reference, or whose task it is."""
    text = paragraph.text
    return _REFERENCE.match(text) is not None or _owner_at(text, people) is not None


def _row(cells: Sequence[Passage], people: People) -> Iterator[Row]:
    """The task of a row, where it is one."""
    for at, cell in enumerate(cells):
        mark = _REFERENCE.match(cell.text)
        begin = mark.end() if mark else 0
        if len(cell.text[begin:].split()) < 3 or not _TASK.search(cell.text[begin:]):
            continue
        beside = cells[at + 1].text if at + 1 < len(cells) else ""
        if beside and people.hold(beside):
            yield Row(cell.cut(begin), beside, " ".join(c.text for c in cells[at + 2 :]) or None)
            return
        owner = _owner_at(cell.text[begin:], people)
        if owner:
            task = cell.cut(begin, begin + owner.start())
            after = cell.cut(begin + owner.end())
            # A cell of two lines, with its owner printed between them: what follows goes with it.
            wrapped = 0 < len(after.text.split()) <= 3 and not _STANDS.match(after.text)
            if wrapped:
                yield Row(join([task, after]), owner.group())
            else:
                yield Row(task, owner.group(), after.text or None)
        return


def _owner_at(text: str, people: People) -> re.Match[str] | None:
    """The letters that stand between the task and how it stands: they do nothing there."""
    for match in _WORD.finditer(text):
        task = text[: match.start()].rstrip()
        if (
            len(task.split()) >= 3
            and not _ACTS.match(text, match.end())
            and not re.search(r"(?:[/,&]|\b(?:and|to|by|with|from|of|for|the))$", task)
            and people.hold(match.group())
            and match.group().isupper()
        ):
            return match
    return None
