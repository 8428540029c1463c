"""The real papers and their text, each form apart, against the gold that a reader made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from pipeline.evaluate.tally import Tally
from tests.quality.conftest import Ingested
from tests.quality.figures import short_of

pytestmark = pytest.mark.shared

FORMS = ("papers", "seeds")
PLAN = "bvib-2017-09-11-agenda-pack"
WHOLE = (
    "attendance",
    "apologies",
    "agenda_items",
    "resolutions",
    "forward_plan",
    "recommendations",
    "attendance.grouping",
    "attendance.chair",
    "attendance.substitute",
    "meeting.body",
    "meeting.held_on",
    "meeting.starts_at",
    "meeting.ended_at",
    "meeting.venue",
)
CELLS = (
    "theme",
    "activity_number",
    "activity",
    "milestone",
    "lead_officers",
    "deadline",
    "deadline_from",
    "deadline_to",
    "status",
    "percent",
)


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest, shared_form: Callable[[str], Ingested]) -> Ingested:
    return shared_form(request.param)


@pytest.fixture
def total(form: Ingested) -> dict[str, Tally]:
    return form.score().total()


def test_every_paper_is_read_in_full_but_the_cut_page(form: Ingested) -> None:
    assert len(form.score().papers) == len(form.rows("SELECT 1 FROM documents"))
    partial = form.rows("SELECT source, status_reason FROM documents WHERE status <> 'ok'")
    assert all("is cut on the web page" in str(row["status_reason"]) for row in partial), partial
    assert len(partial) == len(list(form.papers.glob("*-meeting-page.txt")))


@pytest.mark.parametrize("field", WHOLE)
def test_field_is_whole(total: dict[str, Tally], field: str) -> None:
    assert short_of({field: 1.0}, total) == {}


@pytest.mark.parametrize(("field", "bound"), [("actions", 0.97), ("attendance.role", 0.97)])
def test_field_is_nearly_whole(total: dict[str, Tally], field: str, bound: float) -> None:
    assert short_of({field: bound}, total) == {}


def test_milestones_are_all_there(form: Ingested) -> None:
    rows = form.rows(
        "SELECT theme, activity_number, activity, milestones.status FROM milestones "
        f"JOIN documents USING (document_id) WHERE source LIKE '%{PLAN}%'"
    )
    assert len(rows) == 115
    assert len({(row["activity_number"], row["activity"]) for row in rows}) == 26
    assert len({row["theme"] for row in rows}) == 5
    assert sorted(Counter(row["status"] for row in rows).values()) == [9, 15, 39, 52]


@pytest.mark.parametrize("cell", CELLS)
def test_milestone_cell_is_exact(total: dict[str, Tally], cell: str) -> None:
    assert short_of({f"milestone.{cell}": 0.99}, total, strict=True) == {}


def test_milestone_comments_are_nearly_exact(total: dict[str, Tally]) -> None:
    assert short_of({"milestone.comment": 0.97}, total, strict=True) == {}
