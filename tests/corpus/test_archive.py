"""The archive of the corpus: each meeting counted once, and nothing of it lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.run import ingest
from pipeline.store.read import Archive, open_archive

PAPERS = Path(__file__).resolve().parents[2] / "corpus" / "papers"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    place = tmp_path_factory.mktemp("corpus")
    ingest([PAPERS], place)
    with open_archive(place) as opened:
        yield opened


def test_no_decision_of_an_item_is_lost_when_each_meeting_counts_once(archive: Archive) -> None:
    """A page of one item, or a page that is cut, must not stand for a whole meeting."""
    every = archive.sql(
        "SELECT DISTINCT meeting_id, item_number FROM resolutions JOIN document_meetings "
        "USING (meeting_id, document_id) "
        "WHERE standing IN ('minutes', 'draft_minutes', 'meeting_page')"
    ).rows
    current = archive.sql("SELECT DISTINCT meeting_id, item_number FROM current_resolutions")
    cut = archive.sql(
        "SELECT count(*) FROM current_resolutions JOIN meetings USING (meeting_id) "
        "WHERE held_on = DATE '2024-12-10'"
    ).rows
    assert len(every) > 50
    assert set(every) == set(current.rows)
    assert cut == ((6,),), "the draft holds six decisions, the page four, the page of an item two"


def test_every_meeting_of_a_body_has_its_authority(archive: Archive) -> None:
    """Only some papers name the council; one body's meetings have ids of one kind all the same."""
    bodies = archive.sql(
        "SELECT body, count(DISTINCT authority), bool_or(authority IS NULL), "
        "count(DISTINCT split_part(meeting_id, '-', 1)) FROM meetings "
        "WHERE body IS NOT NULL GROUP BY body"
    ).rows
    assert len(bodies) == 6
    # The parish's minutes name no authority but the parish itself, a county committee's none.
    known = [row for row in bodies if "Parish" not in row[0] and "Transport" not in row[0]]
    assert [row[1:] for row in known] == [(1, False, 1)] * 4, bodies
