"""Carrying out the plan: papers go through the workers, and what they yield is written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from pipeline.errors import UnreadablePaperError
from pipeline.extraction import Earlier, Fact, Paper, PaperStatus, Refusal, Sidecar
from pipeline.fetch import originals
from pipeline.fetch.durable import write_whole
from pipeline.forgotten import Blanks
from pipeline.run import papers
from pipeline.run.blanking import blank, reading_names
from pipeline.run.isolation import Failure, Task, Workers
from pipeline.run.limits import Limits
from pipeline.run.plan import LIMIT, WITHOUT_OCR, Work, kept
from pipeline.run.reasons import explain, named
from pipeline.run.remote import WORK, Answer, do_paper, redo_paper
from pipeline.run.yields import Yield

MEDIA_TYPES = {".pdf": "application/pdf", ".txt": "text/plain", ".md": "text/markdown"}
"""What a file claims to be by its name, where it can't be told from its bytes."""

Progress = Callable[[int, int, str], None]
"""Called with papers done, papers to do, and the path of the paper that was done."""


class Documents:
    """The papers of one archive, as one run finds and leaves them."""

    def __init__(
        self,
        archive: Path,
        versions: dict[str, int],
        limits: Limits,
        now: datetime,
        blanks: Blanks | None = None,
    ) -> None:
        self.known = papers.known(archive)
        """Every paper by document id; kept up to date as papers are written."""
        self.seconds: dict[str, float] = {}
        """How long each paper took in its worker, by document id."""
        self._archive = archive
        self._versions = versions
        self._limits = limits
        self._now = now
        self._blanks = blanks or Blanks()

    def do(self, works: Sequence[Work], jobs: int, progress: Progress) -> None:
        """Do all the works, `jobs` papers at a time; each is on the disk when it is done."""
        by_id = {work.document_id: work for work in works}
        tasks = []
        for work in works:
            if work.verdict is not None:
                self._write(work, Yield(status=work.verdict[0], reason=work.verdict[1]), {})
            elif work.read:
                tasks.append(self._reading(work))
            elif work.redo:
                tasks.append(self._redoing(work))
            elif work.touched:
                self._touch(work)
        if not tasks:
            return
        done, all_of_them = 0, len(tasks)
        with Workers(jobs, self._limits.megabytes, preload=(WORK,)) as workers:
            while tasks:
                again = []
                for key, answer in workers.each(tasks):
                    work = by_id[key]
                    if answer is None or isinstance(answer, int):
                        again.append(self._reading(work, scanned=answer or 0))
                        continue
                    self._settle(work, answer)
                    done += 1
                    progress(done, all_of_them, work.sighting.candidate.source)
                tasks = again

    def drop_superseded(self, works: Sequence[Work]) -> None:
        """Drop the papers whose path now holds other bytes that could be read.

        Their originals stay, unless what stands there now is restricted: the old bytes are then
        likely to be the same paper, from before it was marked.
        """
        at: dict[str | None, list[str]] = defaultdict(list)
        for document, entry in self.known.items():
            at[entry.stub.location].append(document)
        for work in works:
            status = self.known[work.document_id].stub.status
            if status == "quarantined":
                continue  # a damaged new copy doesn't drive out what the old one said
            here = dict.fromkeys(s.candidate.location for s in (work.sighting, *work.others))
            for document in [document for place in here for document in at[place]]:
                if document in self.known and document != work.document_id:
                    self._replace(document, work.document_id, restricted=status == "restricted")

    def _replace(self, old: str, new: str, *, restricted: bool) -> None:
        """Drop the paper `old`; the paper `new` remembers that it stood there before."""
        before, paper = papers.load(self._archive, old), papers.load(self._archive, new)
        chain = [*before.earlier, Earlier(before.sha256, before.ingested_at, self._now)]
        if restricted:
            for each in chain:
                originals.forget(self._archive, each.sha256)
        else:
            known = {each.sha256 for each in chain}
            chain += [each for each in paper.earlier if each.sha256 not in known]
            chain = [each for each in chain if each.sha256 != paper.sha256]
            paper = msgspec.structs.replace(paper, earlier=tuple(chain))
            self._keep(paper)
        papers.remove(self._archive, self.known[old].stub)
        del self.known[old]

    def mark_removed(self, locations: Collection[str]) -> None:
        """Mark the papers that are known by one of `locations` as gone, each once."""
        for document, entry in list(self.known.items()):
            if entry.stub.location in locations and entry.stub.removed_on is None:
                before = papers.load(self._archive, document)
                paper = msgspec.structs.replace(before, removed_on=self._now.date())
                self._keep(paper)

    def arrive_with(self, now: datetime, published: Container[str]) -> None:
        """Let papers that a run before took in, and never published, arrive with this one.

        What follows people and business from paper to paper takes them as they arrive: a night
        that is cut off or fails, and is completed, comes to the same as one that wasn't.
        """
        for document, entry in list(self.known.items()):
            if document not in published and entry.stub.ingested_at != now:
                paper = papers.load(self._archive, document)
                self._keep(msgspec.structs.replace(paper, ingested_at=now))

    def _reading(self, work: Work, scanned: int = 0) -> Task[Answer]:
        """Read the paper, with the time to recognise so many scanned pages."""
        path = str(work.sighting.candidate.path)
        seconds = self._limits.seconds_for(work.sighting.size, scanned)
        return Task(work.document_id, do_paper, (path, work.sha256, scanned), seconds)

    def _redoing(self, work: Work) -> Task[Answer]:
        path = str(papers.reading(self._archive, work.sha256))
        seconds = self._limits.seconds_for(work.sighting.size)
        return Task(work.document_id, redo_paper, (path, work.redo), seconds)

    def _settle(self, work: Work, answer: bytes | Failure) -> None:
        if isinstance(answer, Failure):
            hit = {
                f"{LIMIT}{name}": getattr(self._limits, name)
                for name, kinds in (("seconds", "time"), ("megabytes", "memory crash"))
                if answer.kind in kinds
            }
            result = Yield(status="quarantined", reason=explain(answer))
            self._write(work, result, self._versions | hit)
            return
        result = msgspec.msgpack.decode(answer, type=Yield)
        self.seconds[work.document_id] = result.seconds
        if result.reading is None and result.status in {"ok", "partial"}:
            result = self._merged(work, result)
        marks = {WITHOUT_OCR: 1} if result.unrecognised else {}
        # Without versions the paper never counts as up to date.
        self._write(work, result, {} if result.fault else self._versions | marks)

    def _merged(self, work: Work, result: Yield) -> Yield:
        """The new findings of some extractors among the kept ones of the others, in order."""
        before = papers.load(self._archive, work.document_id)
        order = {name: place for place, name in enumerate(self._versions)}

        def place(found: Fact | Refusal) -> int:
            return order[_extractor(found)]

        def stays(found: Fact | Refusal) -> bool:
            name = _extractor(found)
            return name in order and name not in work.redo

        facts = [fact for fact in before.facts if stays(fact)]
        refusals = [refusal for refusal in before.refusals if stays(refusal)]
        return msgspec.structs.replace(
            result,
            facts=tuple(sorted([*facts, *result.facts], key=place)),
            refusals=tuple(sorted([*refusals, *result.refusals], key=place)),
        )

    def _write(self, work: Work, result: Yield, made_by: dict[str, int]) -> None:
        """Keep the original and the reading, then the manifest: the paper is ingested with it."""
        path = work.sighting.candidate.path
        if result.status == "restricted":
            for sha256 in (work.sha256, *self._earlier(work)):
                originals.forget(self._archive, sha256)
            papers.reading(self._archive, work.sha256).unlink(missing_ok=True)
            result = Yield(status="restricted", reason=result.reason, media_type=result.media_type)
        elif result.reading is not None and reading_names(result.reading, self._blanks):
            # Its bytes name somebody who was forgotten: only what was read without the name stays.
            originals.forget(self._archive, work.sha256)
            papers.reading(self._archive, work.sha256).unlink(missing_ok=True)
            result = msgspec.structs.replace(result, reading=None)
        elif work.verdict is None:
            try:
                originals.keep(self._archive, path, work.sha256)
            except UnreadablePaperError as error:
                result = Yield(status="quarantined", reason=str(error))
        if result.reading is not None:
            cache = papers.reading(self._archive, work.sha256)
            write_whole(cache, result.reading, sync=False)
        source, location, sidecar = self._identity(work)
        paper = Paper(
            document_id=work.document_id,
            source=source,
            location=location,
            sha256=work.sha256,
            media_type=result.media_type or MEDIA_TYPES.get(path.suffix.lower(), "text/html"),
            status=result.status,
            status_reason=named(path.name, result.reason) if result.reason else None,
            ingested_at=self._now,
            sidecar=kept(sidecar, result.status),
            kind=result.kind,
            layout=result.layout,
            title=result.title,
            producer=result.producer,
            pages=result.pages,
            recognised_pages=result.recognised_pages,
            versions=made_by,
            parts=result.parts,
            facts=result.facts,
            refusals=result.refusals,
            wording=result.wording,
        )
        self._save(work, paper)

    def _earlier(self, work: Work) -> Iterator[str]:
        """The SHA-256 of the bytes that the paper replaced."""
        if work.stub is not None:
            before = papers.load(self._archive, work.document_id)
            yield from (each.sha256 for each in before.earlier)

    def _save(self, work: Work, paper: Paper) -> None:
        """Write the manifest, unless the paper came out as it was before.

        A paper that is read anew keeps the time at which its bytes first came in.
        """
        if work.stub is not None:
            before = papers.load(self._archive, work.document_id)
            away = None if work.sighting.candidate.asked else before.removed_on
            earlier = () if paper.status == "restricted" else before.earlier
            paper = msgspec.structs.replace(
                paper, ingested_at=before.ingested_at, removed_on=away, earlier=earlier
            )
            if blank(paper, self._blanks) == before:
                return
        self._keep(paper)

    def _keep(self, paper: Paper) -> None:
        """Write a manifest, without whom it may not name."""
        self.known[paper.document_id] = papers.save(self._archive, blank(paper, self._blanks))

    def _touch(self, work: Work) -> None:
        """Note the paper's new path or sidecar; what was read from its bytes stays."""
        source, location, sidecar = self._identity(work)
        before = papers.load(self._archive, work.document_id)
        paper = msgspec.structs.replace(
            before,
            source=source,
            location=location,
            sidecar=kept(sidecar, before.status),
            removed_on=None,
        )
        self._keep(paper)

    def _identity(self, work: Work) -> tuple[str, str | None, Sidecar]:
        """The source, location and sidecar that the document is to have."""
        here = work.sighting
        if work.stub is not None and not work.home and not here.sidecar.restricted:
            return work.stub.source, work.stub.location, work.stub.sidecar
        return here.candidate.source, here.candidate.location, here.sidecar

    def status(self, document: str) -> tuple[PaperStatus, str | None]:
        """A document's status and its reason."""
        stub = self.known[document].stub
        return stub.status, stub.status_reason


def _extractor(found: Fact | Refusal) -> str:
    return found.extractor.partition("/")[0]
