"""Archives of whole sets of papers, made once per session by the real pipeline."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.evaluate import Evaluation, evaluate
from pipeline.run import ingest
from pipeline.store.read import open_archive

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


@dataclass(frozen=True)
class Ingested:
    """An archive folder, and the folder of the papers it was made from."""

    archive: Path
    papers: Path
    gold: Path

    def score(self) -> Evaluation:
        return evaluate(self.archive, self.gold)

    def rows(self, sql: str) -> list[dict[str, object]]:
        with open_archive(self.archive) as archive:
            return archive.sql(sql).dicts()


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Ingested:
    """The sample papers of the invented council."""
    archive = tmp_path_factory.mktemp("corpus") / "archive"
    ingest([CORPUS / "papers"], archive)
    return Ingested(archive, CORPUS / "papers", CORPUS / "gold")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real papers."""
    place = os.environ.get("COMMITTEE_PAPERS_SHARED")
    if not place:
        pytest.skip("needs the real papers: COMMITTEE_PAPERS_SHARED names their folder")
    return Path(place)


@pytest.fixture(scope="session")
def shared_form(
    shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Ingested]:
    """Ingest one folder of the real papers ('papers' or 'seeds'), once."""
    made: dict[str, Ingested] = {}

    def form(name: str) -> Ingested:
        if name not in made:
            place = tmp_path_factory.mktemp(name)
            papers = place / name
            papers.mkdir()
            for paper in sorted((shared / name).iterdir()):
                (papers / paper.name).symlink_to(paper)
            for page in papers.glob("*-meeting-page.txt"):
                _add_body(page, shared / "gold" / f"{page.stem}.json")
            ingest([papers], place / "archive")
            made[name] = Ingested(place / "archive", papers, shared / "gold")
        return made[name]

    return form


def _add_body(page: Path, gold: Path) -> None:
    """A saved web page lost its heading: who saved it noted which body it was of."""
    meeting = json.loads(gold.read_text("utf-8"))["meetings"][0]
    sidecar = {"body": meeting["body"], "meeting_date": meeting["held_on"]}
    page.with_name(f"{page.stem}.meta.json").write_text(json.dumps(sidecar), "utf-8")
