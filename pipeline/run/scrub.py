"""Removing from an archive's folder all that its register says is forgotten.

Works from fingerprints alone and can be done again: a command to forget that was cut off is
finished by the next run. The published archive is not touched here; it is built anew afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import msgspec

from pipeline import forgotten
from pipeline.errors import PublishError
from pipeline.extraction import Paper, Run, RunEvent
from pipeline.fetch import originals
from pipeline.fetch.durable import SCRATCH, write_whole
from pipeline.fetch.modgov import holdings as modgov
from pipeline.fetch.sidecar import ENDING
from pipeline.forgotten import Blanks, joined, strings
from pipeline.resolve.corrections import FILE_NAME
from pipeline.run import holdings, papers
from pipeline.run.blanking import blank, blank_holdings, blank_run, reading_names
from pipeline.run.corrections import without
from pipeline.run.ledger import STARTED
from pipeline.run.log import folder as logs
from pipeline.run.telling import BEFORE, WHERE, noted
from pipeline.store.publish import ARCHIVE_NAME

FORGOTTEN = "(forgotten)"
"""What the ledger calls a paper that it may not name."""
TEXTS = frozenset(
    {".json", ".jsonl", ".toml", ".txt", ".md", ".csv", ".html", ".htm", ".xml", ".eml", ".svg"}
)
_KNOWN = frozenset({"originals", "papers", "readings", "runs", "logs", "holdings", "lock"})
_OWN = frozenset({forgotten.REGISTER, forgotten.KEY, ARCHIVE_NAME, BEFORE, WHERE, "versions.json"})


@dataclass
class Scrubbed:
    """What was removed, or would be."""

    papers: list[str] = field(default_factory=list)
    """Papers (by key) that go wholly."""
    blanked: list[str] = field(default_factory=list)
    """Papers whose facts lose a name."""
    facts: int = 0
    """Facts that are of the person alone, and go."""
    originals: int = 0
    readings: int = 0
    events: int = 0
    """Entries of the ledger that lose what they named."""
    digests: int = 0
    lines: int = 0
    """Lines of logs."""
    others: list[str] = field(default_factory=list)
    """Further files, by their path in the archive."""

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return any(vars(self).values())


def scrub(archive: Path, blanks: Blanks, *, dry: bool = False) -> Scrubbed:
    """Remove from the folder `archive`, whose lock is held, what must not be kept.

    With `dry` nothing is changed; the answer is the same. Raises OSError; doing it again goes on.
    """
    return _Scrubber(archive, blanks, dry=dry).all()


class _Scrubber:
    def __init__(self, archive: Path, blanks: Blanks, *, dry: bool) -> None:
        self._archive = archive
        self._blanks = blanks
        self._dry = dry
        self._found = Scrubbed()
        self._sources: set[str] = set()
        """What the ledger calls the papers that go."""
        self._bytes: set[str] = set()
        """SHA-256 of papers whose bytes may not be kept."""

    def all(self) -> Scrubbed:
        """Everything, what tells most of the rest last: a second try must find it again."""
        manifests = list(self._manifests())
        self._note_sources(manifests)
        self._digests()
        self._logs()
        self._runs()
        self._holdings()
        self._bytes |= {p.sha256 for p in manifests if self._names_somebody(p)}
        self._others()
        self._originals(manifests)
        for paper in manifests:
            self._paper(paper)
        self._drop(self._archive / BEFORE)
        return self._found

    def _manifests(self) -> Iterator[Paper]:
        for path in sorted((self._archive / "papers").glob("d*.json")):
            try:
                yield papers.load(self._archive, path.stem)
            except PublishError:
                self._drop(path)  # one of an older layout counts as not yet read

    def _note_sources(self, manifests: list[Paper]) -> None:
        for paper in manifests:
            if self._blanks.refuses(paper.sha256):
                self._sources |= {paper.source, paper.location or paper.source}
        for _, run in self._ledger():
            self._sources |= {e.source for e in run.events if self._blanks.refuses(e.sha256)}

    def _tells(self, text: str) -> bool:
        """Whether a text names what is forgotten."""
        return self._blanks.mentions(text) or any(source in text for source in self._sources)

    def _digests(self) -> None:
        written = (path for folder in noted(self._archive) for path in folder.glob("*.json"))
        for path in sorted(written):
            if self._tells(_plain(path.read_text(encoding="utf-8", errors="replace"))):
                self._found.digests += 1
                for each in path.parent.glob(f"{path.stem}.*"):
                    self._drop(each)
        for path in sorted((self._archive / "outbox").glob("*.eml")):
            body = message_from_bytes(path.read_bytes(), policy=default).get_body(("plain",))
            if body is None or self._tells(str(body.get_content())):
                self._found.digests += 1
                self._drop(path)

    def _logs(self) -> None:
        for path in sorted(logs(self._archive).glob("*.jsonl")):
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
            kept = [line for line in lines if not self._tells(_plain(line))]
            if len(kept) < len(lines):
                self._found.lines += len(lines) - len(kept)
                self._put(path, "".join(f"{line}\n" for line in kept).encode())

    def _ledger(self) -> Iterator[tuple[Path, Run]]:
        for path in sorted((self._archive / "runs").glob("*.json")):
            try:
                yield path, msgspec.json.decode(path.read_bytes(), type=Run)
            except (msgspec.MsgspecError, UnicodeDecodeError):
                continue  # the next publication sets it aside

    def _runs(self) -> None:
        for path, run in self._ledger():
            events = tuple(self._event(event) for event in run.events)
            now = blank_run(msgspec.structs.replace(run, events=events), self._blanks)
            if now != run:
                changed = zip(now.events, run.events, strict=True)
                self._found.events += sum(one != other for one, other in changed)
                self._put(path, msgspec.json.encode(now))
        for path in sorted((self._archive / "runs").iterdir()):
            if path.suffix == ".json" or not path.is_file():
                continue
            # A run that was cut off is known by its marker's name; a damaged record can't be
            # searched, and is no use.
            if not path.name.endswith(STARTED):
                self._drop(path)
            elif self._tells(path.read_bytes().decode(errors="replace")):
                self._put(path, b"")

    def _event(self, event: RunEvent) -> RunEvent:
        if self._blanks.refuses(event.sha256) or event.source in self._sources:
            return RunEvent(source=FORGOTTEN, sha256=None, stage=event.stage, outcome=event.outcome)
        if event.reason is not None and self._papers_in(event.reason):
            return msgspec.structs.replace(event, reason=None)
        return event

    def _papers_in(self, text: str) -> bool:
        bare = self._blanks.mentions(text) and not self._blanks.names(text)
        return bare or any(source in text for source in self._sources)

    def _holdings(self) -> None:
        for each in holdings.load(self._archive).values():
            now = blank_holdings(each, self._blanks)
            papers_now = tuple(p for p in now.papers if p.key not in self._sources)
            now = msgspec.structs.replace(now, papers=papers_now)
            if now != each and not self._dry:
                holdings.save(self._archive, now)

    def _names_somebody(self, paper: Paper) -> bool:
        if not self._blanks.people:
            return False
        cache = papers.reading(self._archive, paper.sha256)
        if cache.is_file() and reading_names(cache.read_bytes(), self._blanks):
            return True
        return blank(paper, self._blanks) is not paper

    def _paper(self, paper: Paper) -> None:
        reading = papers.reading(self._archive, paper.sha256)
        if self._blanks.refuses(paper.sha256):
            self._found.papers.append(paper.document_id)
            self._found.readings += self._drop(reading)
            self._drop(papers.manifest(self._archive, paper.document_id))
            return
        earlier = tuple(e for e in paper.earlier if not self._blanks.refuses(e.sha256))
        kept = (
            msgspec.structs.replace(paper, earlier=earlier) if earlier != paper.earlier else paper
        )
        if paper.sha256 in self._bytes:
            self._found.readings += self._drop(reading)
            kept = blank(kept, self._blanks)
        if kept is not paper:
            if paper.sha256 in self._bytes:
                self._found.blanked.append(paper.document_id)
            self._found.facts += len(paper.facts) - len(kept.facts)
            if not self._dry:
                papers.save(self._archive, kept)

    def _originals(self, manifests: list[Paper]) -> None:
        """The bytes of papers that go, of those that name somebody, of replaced ones of both."""
        read = {p.sha256 for p in manifests if papers.reading(self._archive, p.sha256).is_file()}
        known = {paper.sha256 for paper in manifests}
        for path in sorted((self._archive / "originals").glob("*/*.*")):
            sha256 = path.name.partition(".")[0]
            gone = self._blanks.refuses(sha256) or sha256 in self._bytes
            if not gone and self._blanks.people and sha256 not in read:
                gone = self._may_name(path, held=sha256 in known)
            if gone:
                self._found.originals += 1
                self._drop(path)
        # Readings without a manifest, as of a paper that became restricted.
        if self._blanks.people:
            for path in sorted((self._archive / "readings").glob("*.json.gz")):
                lone = path.name.partition(".")[0] not in known
                if lone and reading_names(path.read_bytes(), self._blanks):
                    self._found.readings += self._drop(path)

    def _may_name(self, path: Path, *, held: bool) -> bool:
        """Whether an original without a reading may name a forgotten person.

        Text can be searched. Of a PDF that was replaced nothing is known any more: it goes, to be
        safe. One that is held could not be read, and stays.
        """
        if path.suffix in {".txt", ".md", ".html", ".htm"}:
            return self._blanks.names(path.read_text(encoding="utf-8", errors="replace"))
        return not held

    def _others(self) -> None:
        """Files of other kinds: what sources keep, corrections, leftovers of runs cut off."""
        for path in sorted(self._archive.rglob("*")):
            place = path.relative_to(self._archive)
            if not path.is_file() or place.parts[0] in _KNOWN | _OWN | {"digests", "outbox"}:
                continue
            if path.name.startswith(SCRATCH) or place.name.startswith(f"{ARCHIVE_NAME}."):
                self._drop(path)
                continue
            if place.parts[0] == "published.json":
                continue  # written anew with the archive
            sha256 = originals.digest(path)
            if self._blanks.refuses(sha256) or sha256 in self._bytes:
                self._found.others.append(str(place))
                self._drop(path)
                self._drop(path.with_name(path.name + ENDING))
            elif path.suffix in TEXTS and self._tells(path.read_text("utf-8", errors="replace")):
                self._found.others.append(str(place))
                if path.name == modgov.STATE and not self._dry:
                    modgov.forget(path.parent, self._blanks.refuses)
                text = path.read_text("utf-8", errors="replace")
                if path.name == FILE_NAME:
                    text = without(text, self._blanks.names)
                text = self._blanks.text(text)
                if path.suffix == ".jsonl":
                    kept = [line for line in text.splitlines() if not self._papers_in(line)]
                    text = "".join(f"{line}\n" for line in kept)
                if path.name.endswith(ENDING) and self._papers_in(text):
                    self._drop(path)
                else:
                    self._put(path, text.encode())

    def _put(self, path: Path, data: bytes) -> None:
        if not self._dry:
            write_whole(path, data)

    def _drop(self, path: Path) -> bool:
        """Remove a file; whether it was there."""
        there = path.is_file()
        if there and not self._dry:
            path.unlink()
        return there


def _plain(line: str) -> str:
    """The texts of a line of JSON; the line itself where it is none."""
    try:
        return joined(strings(json.loads(line)))
    except ValueError:
        return line
