"""Papers of one meeting are brought together, and what changed between them is told, no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.versions import Score, compared, judged, matched, planted, planted_score, secret_changes
from pipeline.extraction import Paper
from pipeline.resolve import resolve
from pipeline.run import papers
from pipeline.store.publish import publish
from pipeline.store.read import open_archive
from tests.quality.conftest import Ingested

FORMS = ("papers", "seeds")


def test_every_sample_paper_is_with_its_meeting(corpus: Ingested) -> None:
    units, _ = planted()
    with open_archive(corpus.archive) as archive:
        score = matched(archive, units)
    assert (score.precision, score.recall) == (1.0, 1.0), score


def test_every_planted_change_is_told_and_no_other(corpus: Ingested) -> None:
    _, changes = planted()
    with open_archive(corpus.archive) as archive:
        score = planted_score(archive, changes)
    assert score == Score(15, 15, 15)


def test_every_planted_change_is_a_contradiction(corpus: Ingested) -> None:
    """All of them are of people and decisions; what a paper says against itself is no change."""
    rows = corpus.rows("SELECT change_id, subject FROM contradictions ORDER BY ALL")
    changes = corpus.rows("SELECT change_id FROM version_changes ORDER BY ALL")
    told = [row["change_id"] for row in rows if row["change_id"]]
    assert told == [row["change_id"] for row in changes]
    alone = [row["subject"] for row in rows if not row["change_id"]]
    assert sorted(map(str, alone)) == ["attendance"] * 4 + ["claim"]


def test_every_paper_says_how_its_date_was_told(corpus: Ingested) -> None:
    rows = corpus.rows(
        "SELECT dated_by, reason, held_on FROM document_meetings JOIN meetings USING (meeting_id)"
    )
    assert all(row["reason"] for row in rows)
    assert all((row["dated_by"] is None) == (row["held_on"] is None) for row in rows)


@pytest.mark.parametrize("table", ["attendance", "agenda_items", "resolutions", "declarations"])
def test_nothing_is_shown_twice_of_a_meeting(corpus: Ingested, table: str) -> None:
    key = {
        "attendance": "person_id, status",
        "agenda_items": "number, title",
        "resolutions": "item_number, ordinal",
        "declarations": "person_id, item_number",
    }[table]
    sql = f"SELECT meeting_id FROM current_{table} GROUP BY meeting_id, {key} HAVING count(*) > 1"
    assert corpus.rows(sql) == []


def test_a_further_version_changes_no_other_meeting(corpus: Ingested) -> None:
    """But where it is the first to name the authority of its body, which is then filled in."""
    every = _papers(corpus)
    whole = resolve(every)
    for paper in every:
        name = Path(paper.source).name
        if not name.startswith("iab-2024") or ("minutes" not in name and "page" not in name):
            continue
        rows = whole["document_meetings"]
        told = {r["meeting_id"] for r in rows if r["document_id"] == paper.document_id}
        before = resolve([each for each in every if each is not paper])
        for table in ("meetings", "document_meetings", "version_changes", "fillers", "resolutions"):
            kept = [[r for r in t[table] if r["meeting_id"] not in told] for t in (before, whole)]
            assert kept[0] == kept[1], (name, table)


@pytest.mark.shared
@pytest.mark.parametrize("form", FORMS)
def test_every_change_that_a_reader_found_is_told_and_no_other(
    form: str, shared_form: Callable[[str], Ingested]
) -> None:
    _, wanted = judged()
    with open_archive(shared_form(form).archive) as archive:
        score = compared(secret_changes(archive), wanted)
    assert score == Score(len(wanted), len(wanted), len(wanted))


@pytest.mark.shared
@pytest.mark.parametrize("form", FORMS)
def test_real_minutes_contradict_themselves_and_their_draft(
    form: str, shared_form: Callable[[str], Ingested]
) -> None:
    """One person present and sorry, in both; an officer in the draft alone; three other posts."""
    rows = shared_form(form).rows(
        "SELECT held_on, subject, change_id IS NULL AS own FROM contradictions "
        "JOIN meetings USING (meeting_id)"
    )
    assert {str(row["held_on"]) for row in rows} == {"2017-06-14"}
    assert Counter((row["subject"], row["own"]) for row in rows) == {
        ("attendance", True): 2,
        ("attendance", False): 1,
        ("role", False): 3,
    }


@pytest.mark.shared
def test_real_papers_of_one_meeting_are_together(
    shared_form: Callable[[str], Ingested], tmp_path: Path
) -> None:
    known, wanted = judged()
    every = [paper for form in FORMS for paper in _papers(shared_form(form))]
    publish(tmp_path, resolve(every))
    with open_archive(tmp_path) as archive:
        score = matched(archive, known, secret=True)
        found = secret_changes(archive)
    assert (score.precision, score.recall) == (1.0, 1.0), score
    assert sorted(found) == wanted, "both forms together have each change once"


def _papers(made: Ingested) -> list[Paper]:
    ids = [path.stem for path in (made.archive / "papers").glob("d*.json")]
    return papers.load_all(made.archive, ids)
