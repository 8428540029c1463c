"""Scores by layout and by council, and the verdict on each row."""

from __future__ import annotations

import pytest

from pipeline.evaluate import as_data, as_text, evaluate
from pipeline.evaluate.baseline import baseline_of


@pytest.fixture
def scored(workshop):
    workshop.run("ALTER TABLE documents ADD COLUMN layout TEXT")
    workshop.run("ALTER TABLE agenda_items ADD COLUMN fact_id TEXT")
    workshop.add("meetings", meeting_id="m", body="Council", held_on="2031-04-07")
    for document, council, title in (("d1", "ash", "Gate"), ("d2", "birch", "Hedge")):
        workshop.add_paper(document, f"/srv/{council}.pdf")
        workshop.add(
            "agenda_items",
            meeting_id="m",
            document_id=document,
            number="1",
            title="Gate",
            fact_id=document,
        )
        workshop.write_gold(
            f"{council}_council_2031-04-07",
            files=[f"{council}.pdf"],
            meetings=[{"held_on": "2031-04-07", "agenda_items": [{"number": "1", "title": title}]}],
        )
    workshop.run("UPDATE documents SET layout = 'prose' WHERE document_id = 'd1'")
    workshop.run("UPDATE documents SET layout = 'tables' WHERE document_id = 'd2'")
    return evaluate(workshop.archive, workshop.gold)


def test_scores_by_layout(scored) -> None:
    groups = scored.by_layout()
    f1 = {name: fields["agenda_items"].figures(strict=False).f1 for name, fields in groups.items()}
    assert f1 == {"prose": 1.0, "tables": 0.0}
    assert "layout (fuzzy F1)" in as_text(scored)
    data = as_data(scored)
    assert data["by_layout"]["tables"]["agenda_items"]["fuzzy"]["f1"] == 0.0
    assert [paper["layout"] for paper in data["papers"]] == ["prose", "tables"]


def test_each_row_has_a_verdict(scored) -> None:
    found = {(v.table, v.fact_id): v.right for paper in scored.papers for v in paper.verdicts}
    assert found == {("agenda_items", "d1"): True, ("agenda_items", "d2"): False}


def test_a_baseline_keeps_the_figures_of_each_council(scored) -> None:
    assert {"council ash", "council birch"} <= set(baseline_of(scored).figures)


def test_an_archive_without_layouts_is_scored_too(workshop) -> None:
    workshop.add_paper()
    workshop.write_gold(meetings=[])
    scored = evaluate(workshop.archive, workshop.gold)
    assert scored.by_layout() == {}
    assert [paper.verdicts for paper in scored.papers] == [()]
