"""Who is who, in the sample papers and in real ones, against what a reader says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bench.people import SETS, compare, judged, sample_clusters, units
from pipeline.run import ingest
from tests.quality.arriving import changes
from tests.quality.conftest import CORPUS, Ingested

PRECISION, RECALL = 1.0, 0.95


def test_who_is_who_in_the_sample_papers(corpus: Ingested) -> None:
    who = units(corpus.archive)
    clusters = sample_clusters(who, CORPUS / "gold")
    every, across, wrong, missed = compare(who, clusters)
    assert wrong == []
    assert every.precision >= PRECISION
    assert every.recall >= 0.99, missed[:10]
    assert across.recall >= 0.99
    assert len(clusters) > 600


@pytest.fixture(scope="session")
def linked(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The archive of one set of real papers, made once."""
    made: dict[str, Path] = {}

    def archive(name: str) -> Path:
        if name not in made:
            made[name] = tmp_path_factory.mktemp("people") / "archive"
            ingest([shared / folder for folder in SETS[name]], made[name])
        return made[name]

    return archive


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_who_is_who_in_the_real_papers(name: str, linked: Callable[[str], Path]) -> None:
    who = units(linked(name))
    clusters, unsure = judged(who)
    every, across, wrong, missed = compare(who, clusters, unsure)
    assert wrong == []
    assert every.precision >= PRECISION
    assert every.recall >= RECALL, missed[:10]
    assert across.recall >= RECALL
    assert len(clusters) > 200
    several = {unit: people for unit, people in who.items() if len(people) > 1}
    assert several == {}, "one printed name of one paper is one person"


@pytest.mark.shared
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_papers_that_arrive_one_by_one_rename_nobody(
    seed: int, linked: Callable[[str], Path]
) -> None:
    assert changes(linked("real and pages"), seed) == []
