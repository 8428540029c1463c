"""Gold: what a careful reader finds in a paper, loaded from JSON and named as the contract does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Literal

import msgspec
from msgspec import UNSET, Struct, UnsetType

from pipeline.errors import UsageError

Form = Literal["pdf", "text", "html"]
Row = Mapping[str, object]
"""One fact, keyed by the contract's column names; a key that gold doesn't give is absent."""

_FORMS: dict[str, Form] = {
    ".pdf": "pdf",
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
}
_Text = str | UnsetType | None
_Number = str | int | None
# What gold calls a column, beside what the contract calls it.
_ALIASES: dict[str, dict[str, str]] = {
    "attendance": {"group": "grouping"},
    "resolutions": {"item": "item_number"},
    "motions": {"item": "item_number"},
    "votes": {"item": "item_number"},
    "actions": {"item": "item_number"},
    "declarations": {"item": "item_number"},
    "forward_plan": {"held_on": "for_meeting_on"},
    "reports": {"date": "dated", "item": "item_number"},
    "recommendations": {"report": "report_title"},
}


class _GoldRow(Struct, frozen=True, kw_only=True):
    optional: bool = False


class _Attendance(_GoldRow, frozen=True, kw_only=True):
    name: str
    status: str
    grouping: _Text = UNSET
    role: _Text = UNSET
    chair: bool = False
    substitute_for: str | None = None


class _AgendaItem(_GoldRow, frozen=True, kw_only=True):
    number: _Number = None
    also: _Number = None
    title: str
    pages: _Text = UNSET


class _Resolution(_GoldRow, frozen=True, kw_only=True):
    item_number: _Number = None
    text: str
    outcome: _Text = UNSET


class _Motion(_GoldRow, frozen=True, kw_only=True):
    item_number: _Number = None
    ordinal: int | None = None
    motion: str | None = None
    proposer: str | None = None
    seconder: str | None = None
    amendment: bool = False
    outcome: _Text = UNSET
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None


class _Vote(_GoldRow, frozen=True, kw_only=True):
    item_number: _Number = None
    ordinal: int | None = None
    name: str
    vote: str


class _Action(_GoldRow, frozen=True, kw_only=True):
    item_number: _Number = None
    text: str
    origin: str | None = None
    owner: _Text = UNSET
    due: _Text = UNSET
    due_on: _Text = UNSET
    status: _Text = UNSET


class _Declaration(_GoldRow, frozen=True, kw_only=True):
    item_number: _Number = None
    name: str
    interest: str


class _Milestone(_GoldRow, frozen=True, kw_only=True):
    milestone: str
    theme: _Text = UNSET
    activity_number: _Number | UnsetType = UNSET
    activity: _Text = UNSET
    lead_officers: tuple[str, ...] | UnsetType | None = UNSET
    deadline: _Text = UNSET
    deadline_from: _Text = UNSET
    deadline_to: _Text = UNSET
    status: _Text = UNSET
    percent_complete: float | UnsetType | None = UNSET
    comment: _Text = UNSET


class _ForwardPlan(_GoldRow, frozen=True, kw_only=True):
    for_meeting_on: str | None = None
    item: str
    lead: _Text = UNSET


class _Author(Struct, frozen=True):
    name: str


class _Report(_GoldRow, frozen=True, kw_only=True):
    title: str
    authors: tuple[str | _Author, ...] | UnsetType | None = UNSET
    dated: _Text = UNSET
    classification: _Text = UNSET


class _Recommendation(_GoldRow, frozen=True, kw_only=True):
    report_title: str | None = None
    text: str | None = None
    texts: tuple[str, ...] = ()


class _Meeting(Struct, frozen=True, kw_only=True):
    body: _Text = UNSET
    held_on: _Text = UNSET
    starts_at: _Text = UNSET
    ended_at: _Text = UNSET
    venue: _Text = UNSET
    date_printed: bool = True
    attendance: tuple[_Attendance, ...] | None = None
    agenda_items: tuple[_AgendaItem, ...] | None = None
    resolutions: tuple[_Resolution, ...] | None = None
    motions: tuple[_Motion, ...] | None = None
    votes: tuple[_Vote, ...] | None = None
    actions: tuple[_Action, ...] | None = None
    declarations: tuple[_Declaration, ...] | None = None


class _Paper(Struct, frozen=True, kw_only=True):
    document: str
    files: tuple[str, ...]
    authority: str | None = None
    producer: str | None = None
    text_layer: bool = True
    meetings: tuple[_Meeting, ...] | None = None
    milestones: tuple[_Milestone, ...] | None = None
    forward_plan: tuple[_ForwardPlan, ...] | None = None
    recommendations: tuple[_Recommendation, ...] | None = None
    reports: tuple[_Report, ...] | None = None


class GoldMeeting(Struct, frozen=True):
    """One meeting of a paper: its header and its rows by table. Tables gold lacks are absent."""

    header: Row
    rows: Mapping[str, tuple[Row, ...]]


class Gold(Struct, frozen=True):
    """What one paper holds."""

    document: str
    files: tuple[str, ...]
    council: str
    """Gold's own authority, or the part of the paper's name that stands for it."""
    producer: str | None
    text_layer: bool
    """False: the paper, or some of it, is a scan, in which nothing can be read without OCR."""
    meetings: tuple[GoldMeeting, ...] | None
    rows: Mapping[str, tuple[Row, ...]]
    """Rows that belong to the whole paper, by table. Tables gold lacks are absent."""


def form_of(file: str) -> Form:
    """Return the form in which a file gives its paper, from the end of its name."""
    return _FORMS.get(PurePosixPath(file).suffix.casefold(), "text")


def council_of(document: str) -> str:
    """Return a paper's name up to its body and date: 'ash-pc_council_2031' gives 'ash-pc'."""
    return re.split(r"_|-(?=\d)", document, maxsplit=1)[0]


def _rename(node: object) -> object:
    if isinstance(node, list):
        return [_rename(each) for each in node]
    if not isinstance(node, dict):
        return node
    renamed: dict[str, object] = {}
    for key, value in node.items():
        names = _ALIASES.get(key, {})
        if names and isinstance(value, list):
            renamed[key] = [
                {names.get(k, k): v for k, v in row.items()} if isinstance(row, dict) else row
                for row in value
            ]
        else:
            renamed[key] = _rename(value)
    return renamed


def _row(record: Struct) -> Row:
    row = {
        key: getattr(record, key)
        for key in record.__struct_fields__
        if getattr(record, key) is not UNSET
    }
    authors = row.get("authors")
    if authors:
        row["authors"] = tuple(a if isinstance(a, str) else a.name for a in authors)
    return row


def _tables(record: Struct, names: tuple[str, ...]) -> dict[str, tuple[Row, ...]]:
    given = {name: getattr(record, name) for name in names}
    return {n: tuple(_row(r) for r in rows) for n, rows in given.items() if rows is not None}


def _meeting(meeting: _Meeting) -> GoldMeeting:
    names = ("body", "held_on", "starts_at", "ended_at", "venue")
    header = {n: getattr(meeting, n) for n in names if getattr(meeting, n) is not UNSET}
    if not meeting.date_printed and header.get("held_on") is None:
        # A sidecar may know the date: that is neither right nor wrong by what the paper prints.
        header.pop("held_on", None)
    tables = (
        "attendance",
        "agenda_items",
        "resolutions",
        "motions",
        "votes",
        "actions",
        "declarations",
    )
    return GoldMeeting(header, _tables(meeting, tables))


def _recommendations(groups: tuple[_Recommendation, ...]) -> tuple[Row, ...]:
    return tuple(
        {"report_title": group.report_title, "text": text, "optional": group.optional}
        for group in groups
        for text in (*group.texts, *([group.text] if group.text else []))
    )


def load_gold_file(path: Path) -> Gold:
    """Return the gold in one JSON file.

    Raises `UsageError`, naming the file and the place, where it can't be read as gold.
    """
    try:
        paper = msgspec.convert(_rename(msgspec.json.decode(path.read_bytes())), _Paper)
    except (msgspec.MsgspecError, OSError) as error:
        raise UsageError(f"{path} is not gold: {error}. Mend it or take it away.") from error
    rows = _tables(paper, ("milestones", "forward_plan", "reports"))
    if paper.recommendations is not None:
        rows["recommendations"] = _recommendations(paper.recommendations)
    return Gold(
        document=paper.document,
        files=paper.files,
        council=paper.authority or council_of(paper.document),
        producer=paper.producer,
        text_layer=paper.text_layer,
        meetings=None if paper.meetings is None else tuple(map(_meeting, paper.meetings)),
        rows=rows,
    )


def load_gold(folder: Path) -> tuple[Gold, ...]:
    """All gold of a folder, by file name.

    Raises `UsageError` where the folder or its gold is missing or can't be read.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder of gold: give one with --gold.")
    golds = tuple(load_gold_file(path) for path in sorted(folder.glob("*.json")))
    if not golds:
        raise UsageError(f"{folder} holds no *.json file: give a folder of gold with --gold.")
    return golds
