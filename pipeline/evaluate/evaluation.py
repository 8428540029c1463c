"""An archive scored against gold: which papers, how each did, and what they add up to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from pipeline.errors import UsageError
from pipeline.evaluate.archive import ArchivedDocument, ArchiveReader, find_document
from pipeline.evaluate.gold import Form, Gold, form_of, load_gold
from pipeline.evaluate.score import Note, Verdict, score_paper
from pipeline.evaluate.tally import Tally, add_up


class PaperScore(Struct, frozen=True, kw_only=True):
    """One form of one paper."""

    paper: str
    form: Form
    file: str
    """The path that gold gives."""
    document_id: str
    status: str
    council: str
    producer: str | None
    layout: str | None
    """The layout family that the archive gives the paper."""
    fields: dict[str, Tally]
    notes: tuple[Note, ...]
    verdicts: tuple[Verdict, ...] = ()

    @property
    def name(self) -> str:
        """Paper and form, as tables and baselines name it."""
        return f"{self.paper} ({self.form})"


class SetApart(Struct, frozen=True):
    """A scan that this machine had no means to recognise: named, and not averaged."""

    paper: str
    form: Form
    reason: str


class Evaluation(Struct, frozen=True, kw_only=True):
    """The outcome of scoring one archive."""

    form: Form | None
    """The only form that was asked for; None for all."""
    papers: tuple[PaperScore, ...]
    set_apart: tuple[SetApart, ...]
    absent: tuple[str, ...]
    """Gold files that are not in the archive."""

    def total(self) -> dict[str, Tally]:
        """Tallies per field over all papers."""
        return add_up(paper.fields for paper in self.papers)

    def by_form(self) -> dict[str, dict[str, Tally]]:
        """Tallies per field for each form."""
        return self._grouped(lambda paper: paper.form)

    def by_council(self) -> dict[str, dict[str, Tally]]:
        """Tallies per field for each council."""
        return self._grouped(lambda paper: paper.council)

    def by_layout(self) -> dict[str, dict[str, Tally]]:
        """Tallies per field for each layout family."""
        return self._grouped(lambda paper: paper.layout)

    def by_producer(self) -> dict[str, dict[str, Tally]]:
        """Tallies per field for each producer that gold names."""
        return self._grouped(lambda paper: paper.producer)

    def _grouped(self, key: Callable[[PaperScore], str | None]) -> dict[str, dict[str, Tally]]:
        names = sorted({name for paper in self.papers if (name := key(paper)) is not None})
        return {n: add_up(p.fields for p in self.papers if key(p) == n) for n in names}


def _is_unreadable_scan(gold: Gold, document: ArchivedDocument) -> bool:
    """Whether a scan was ingested where nothing could recognise it: that says nothing of us."""
    reason = document.status_reason or ""
    without = "text layer" in reason and "is not installed" in reason
    return not gold.text_layer and document.status == "partial" and without


def evaluate(archive: Path, gold: Path, form: Form | None = None) -> Evaluation:
    """Score the archive in folder `archive` against the gold JSON files in folder `gold`.

    Every file that gold names for a paper is a form of it and is scored by itself; `form` keeps
    one form only. Raises `UsageError` where no gold can be read, the archive can't be opened, or
    it holds none of gold's papers.
    """
    golds = load_gold(gold)
    with ArchiveReader(archive) as reader:
        documents = reader.documents()
        wanted = [
            (each, file, find_document(file, documents))
            for each in golds
            for file in each.files
            if form is None or form_of(file) == form
        ]
        found = [(each, file, document) for each, file, document in wanted if document]
        absent = tuple(file for _, file, document in wanted if document is None)
        if not found:
            raise UsageError(
                f"{archive} holds none of the {len(absent)} papers that {gold} names: "
                "ingest them, or give another --archive or --gold."
            )
        facts = reader.facts([document.document_id for _, _, document in found])
    papers: list[PaperScore] = []
    apart: list[SetApart] = []
    for each, file, document in found:
        if _is_unreadable_scan(each, document):
            apart.append(SetApart(each.document, form_of(file), document.status_reason or ""))
            continue
        score = score_paper(each, facts[document.document_id])
        papers.append(
            PaperScore(
                paper=each.document,
                form=form_of(file),
                file=file,
                document_id=document.document_id,
                status=document.status,
                council=each.council,
                producer=each.producer,
                layout=document.layout,
                fields=score.fields,
                notes=score.notes,
                verdicts=score.verdicts,
            )
        )
    return Evaluation(form=form, papers=tuple(papers), set_apart=tuple(apart), absent=absent)
