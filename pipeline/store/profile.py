"""All that an archive holds of one meeting, one paper or one person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Literal

from pipeline.errors import UsageError
from pipeline.provenance import Box
from pipeline.store import schema
from pipeline.store.read import Answer, Archive

Kind = Literal["meeting", "paper", "person"]

_SECTION = re.compile(r"^-- section: (.*)\n", re.MULTILINE)
_CANDIDATES = 8
_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_DAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?=\d)", re.IGNORECASE
)
_HONORIFICS = re.compile(
    r"^(?:(?:councillor|cllr|alderman|ald|mayor|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame"
    r"|lord|lady|baroness|rev|revd|reverend|the|hon|rt)\b\.? )+(?=\S)",
    re.IGNORECASE,
)
"""What may stand before a name in councils' papers."""


@dataclass(frozen=True)
class Profile:
    """One meeting, paper or person: its own columns, and sections of what is known of it."""

    id: str
    heading: dict[str, object]
    sections: dict[str, Answer]
    """By title, in the order to show them; empty ones are left out."""


@dataclass(frozen=True)
class MarkedPage:
    """A page of a paper, and the boxes on it that facts were read from."""

    document_id: str
    sha256: str
    media_type: str
    page: int
    boxes: tuple[Box, ...]


def find(archive: Archive, kind: Kind, which: str) -> str:
    """The key of the one meeting, paper or person that `which` (key, date or name) means.

    Case, spaces, and the honorific before a person's name don't matter; a date may be written in
    words. An exact match goes before a part of a name. Raises UsageError where nothing is named,
    where there is none, or, naming the candidates, more than one.
    """
    which = " ".join(which.split())
    if not which:
        raise UsageError(f"name a {kind}; `papers overview` shows what the archive holds")
    if kind == "meeting":
        which = _as_date(which) or which
    elif kind == "person":
        which = _HONORIFICS.sub("", which)
    found = archive.sql(sections("find")[kind], {"which": which}).dicts()
    exact = [row for row in found if row["exact"]]
    fitting = exact or found
    if not fitting:
        raise UsageError(
            f"the archive has no {kind} {which!r}; `papers overview` shows what it holds"
        )
    if len(fitting) > 1:
        lines = [f"  {row['id']}  {row['label']}" for row in fitting[:_CANDIDATES]]
        if len(fitting) > _CANDIDATES:
            lines.append(f"  and {len(fitting) - _CANDIDATES} more")
        raise UsageError(f"{which!r} may mean any of these; give the key:\n" + "\n".join(lines))
    return str(fitting[0]["id"])


def load(archive: Archive, kind: Kind | Literal["diff"], key: str) -> Profile:
    """What the archive holds of the meeting, paper or person with this key.

    'diff' gives the versions of a meeting's record, and what changed between them.
    """
    answers = {t: archive.sql(q, {"id": key}) for t, q in sections(kind).items()}
    heading = answers.pop("heading").dicts()[0]
    return Profile(key, heading, {title: a for title, a in answers.items() if a.rows})


def marked_pages(archive: Archive, kind: Kind, key: str) -> list[MarkedPage]:
    """The pages that its facts were read from, with their boxes; papers without boxes aside."""
    rows = archive.sql(sections("find")[f"marks of {kind}"], {"id": key}).rows
    return [
        MarkedPage(
            str(document),
            str(sha256),
            str(media),
            int(str(page)),
            tuple(Box(*(float(str(edge)) for edge in row[4:])) for row in same),
        )
        for (document, sha256, media, page), same in groupby(rows, key=lambda row: row[:4])
    ]


def _as_date(text: str) -> str | None:
    """The ISO date that `text` writes in one of the usual ways, day before month."""
    plain = _DAY.sub("", _ORDINAL.sub(r"\1", text)).replace(",", "")
    for form in _DATES:
        try:
            return datetime.strptime(plain, form).date().isoformat()  # noqa: DTZ007 - a day, no time
        except ValueError:
            continue
    return None


@cache
def sections(stem: str, folder: str = "profiles") -> dict[str, str]:
    """The statements of one file in `profiles/`, by the title that stands above each."""
    _, *parts = _SECTION.split(schema.text(folder, stem))
    return dict(zip(parts[::2], parts[1::2], strict=True))
