"""Where a report's values were read from: papers, pages, boxes, and addresses to open them at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit

from pipeline.errors import UsageError
from pipeline.provenance import Box
from pipeline.report.model import Paper, Place, Scope
from pipeline.store.profile import sections
from pipeline.store.read import Archive

_KINDS: Mapping[str, str] = {
    "agenda_pack": "agenda pack",
    "meeting_page": "web page",
    "decision_notice": "decision notice",
    "action_log": "action log",
    "other": "paper",
}


class Sources:
    """The papers of one open archive, as a report that stands in the folder `beside` cites them."""

    def __init__(self, archive: Archive, beside: Path) -> None:
        self.archive = archive
        self.folder = archive.path.parent
        self._beside = beside
        self._papers: dict[str, Paper] = {}

    def ask(self, stem: str, section: str, **params: object) -> list[dict[str, object]]:
        """The rows of one statement of a file in `pipeline/store/reports`, by column name."""
        return self.archive.sql(sections(stem, "reports")[section], params).dicts()

    def places(self, fact_table: str, facts: Iterable[object]) -> dict[str, Place]:
        """Where each of these facts was read from first: its page, with all its boxes there."""
        wanted = sorted({str(each) for each in facts if each is not None})
        if not wanted:
            return {}
        rows = self.ask("places", "facts", fact_table=fact_table, facts=wanted)
        self._load(str(row["document_id"]) for row in rows)
        found: dict[str, Place] = {}
        for row in rows:
            fact, place = str(row["fact_id"]), self._place(row)
            first = found.get(fact)
            if first is None:
                found[fact] = place
            elif (first.paper, first.page) == (place.paper, place.page):
                boxes = first.boxes + tuple(box for box in place.boxes if box not in first.boxes)
                words = first.quote
                if place.quote not in words:
                    words = f"{words} {place.quote}".strip()
                found[fact] = Place(first.paper, first.page, boxes, words)
        return found

    def paper(self, document_id: object) -> Place:
        """A whole paper as a place."""
        self._load([str(document_id)])
        return Place(self._papers[str(document_id)])

    def bodies(self, scope: Scope) -> list[str]:
        """The bodies that met within the scope. Raises UsageError where there are none."""
        rows = self.ask("places", "bodies", **scope.params)
        if not rows:
            raise UsageError(
                "the archive has no meeting that fits "
                + ", ".join(f"{name.lower()} {value}" for name, value in scope.asked())
                + "; `papers query meetings-and-papers` lists its meetings"
            )
        return [str(row["body"]) for row in rows]

    def _place(self, row: Mapping[str, object]) -> Place:
        edges = [row[name] for name in ("x0", "top", "x1", "bottom")]
        boxes = () if None in edges else (Box(*(float(str(edge)) for edge in edges)),)
        page = row["page"]
        return Place(
            self._papers[str(row["document_id"])],
            None if page is None else int(str(page)),
            boxes,
            str(row["quote"] or ""),
        )

    def _load(self, documents: Iterable[str]) -> None:
        missing = sorted(set(documents) - set(self._papers))
        if not missing:
            return
        for row in self.ask("places", "papers", documents=missing):
            kind, sha256 = str(row["kind"] or "other"), str(row["sha256"])
            self._papers[str(row["document_id"])] = Paper(
                document_id=str(row["document_id"]),
                name=str(row["name"]),
                kind=_KINDS.get(kind.replace(" ", "_"), kind),
                address=web_address(row["source_url"]),
                original=self._original(sha256),
                sha256=sha256,
                media_type=str(row["media_type"] or ""),
            )

    def _original(self, sha256: str) -> str | None:
        """The kept file's address from where the report stands; None where it isn't kept."""
        path = original(self.folder, sha256)
        if path is None:
            return None
        return quote(Path(os.path.relpath(path, self._beside)).as_posix())


def original(archive: Path, sha256: str) -> Path | None:
    """The kept file with this digest in an archive folder; None where it isn't there."""
    found = sorted((archive / "originals" / sha256[:2]).glob(f"{sha256}.*"))
    return found[0] if found else None


def web_address(text: object) -> str | None:
    """An address that may stand in a link; None for anything but http and https.

    A sidecar may hold any address, one with a script in it too.
    """
    if not isinstance(text, str):
        return None
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    return quote(parts.geturl(), safe=":/?#[]@!$&'()*+,;=%-._~")
