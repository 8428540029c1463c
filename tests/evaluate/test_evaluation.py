import datetime as dt
import json
import os
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import ArchiveMissingError, UsageError
from pipeline.evaluate import as_data, as_text, evaluate, find_falls, load_baseline, save_baseline
from pipeline.evaluate.archive import (
    ArchivedDocument,
    ArchivedFacts,
    ArchivedMeeting,
    find_document,
)
from pipeline.evaluate.gold import load_gold
from pipeline.evaluate.score import score_paper
from pipeline.evaluate.tally import Tally

MEETING = {
    "body": "Ash Parish Council",
    "held_on": "2031-04-07",
    "attendance": [
        {"name": "Ada Quill", "role": None, "group": "member", "status": "present", "chair": True},
        {"name": "Ben Holt", "role": None, "group": "member", "status": "apologies"},
    ],
    "resolutions": [{"item": "4", "ordinal": 1, "text": "That the gate be mended"}],
}


def fill(workshop, source="/srv/papers/minutes/ash.pdf", document_id="d1"):
    workshop.add_paper(document_id, source)
    workshop.add(
        "meetings", meeting_id="m1", body="Ash Parish Council", held_on=dt.date(2031, 4, 7)
    )
    row = {"meeting_id": "m1", "document_id": document_id, "page": 2}
    workshop.add(
        "attendance", **row, name="Ada Quill", grouping="member", status="present", chair=True
    )
    workshop.add("attendance", **row, name="Cy Fell", grouping="guest", status="present")
    workshop.add("resolutions", **row, item_number="4", text="RESOLVED that the gate be mended.")


def test_an_archive_is_scored_by_hand_computed_figures(workshop):
    fill(workshop)
    workshop.write_gold(meetings=[MEETING], producer="Word")
    result = evaluate(workshop.archive, workshop.gold)
    total = result.total()
    assert total["attendance"] == Tally(2, 2, 1, 1)
    assert total["apologies"] == Tally(1, 0, 0, 0)
    assert total["resolutions"] == Tally(1, 1, 1, 1)
    assert total["meeting.held_on"] == Tally(1, 1, 1, 1)
    assert result.by_form() == {"pdf": total}
    assert result.by_council() == {"ash-pc": total}
    assert result.by_producer() == {"Word": total}
    (paper,) = result.papers
    assert {(n.field, n.fault, n.text, n.page) for n in paper.notes} == {
        ("attendance", "miss", "Ben Holt | apologies", None),
        ("attendance", "extra", "Cy Fell | present", 2),
        ("apologies", "miss", "Ben Holt | apologies", None),
    }


def test_text_fits_eighty_columns_and_json_says_the_same(workshop):
    fill(workshop)
    workshop.write_gold("ash-pc_council-of-a-very-long-name_2031-04-07_minutes", meetings=[MEETING])
    result = evaluate(workshop.archive, workshop.gold)
    text = as_text(result, misses=True)
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "attendance                | 0.500 0.500 0.500| 0.500 0.500 0.500|     2     2" in text
    assert "extra attendance (page 2): Cy Fell | present" in text
    for width in (60, 70):
        narrow = as_text(result, misses=True, width=width)
        assert max(len(line) for line in narrow.splitlines()) <= width
        assert "attendance                | 0.500 0.500 0.500|     2     2" in narrow
        assert "paper (fuzzy F1)" in narrow
    data = json.loads(json.dumps(as_data(result, misses=True)))
    assert data["total"]["attendance"]["fuzzy"] == {
        "matched": 1,
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
    }
    assert data["total"]["apologies"]["strict"]["precision"] is None
    assert data["papers"][0]["misses"][0]["text"] == "Ben Holt | apologies"
    assert "misses" not in as_data(result)["papers"][0]


def test_each_form_is_a_paper_of_its_own(workshop):
    fill(workshop)
    workshop.add_paper("d2", "minutes/ash.txt")
    workshop.write_gold(
        files=["minutes/ash.pdf", "minutes/ash.txt", "minutes/ash.html"], meetings=[MEETING]
    )
    result = evaluate(workshop.archive, workshop.gold)
    assert [(p.form, p.fields["attendance"]) for p in result.papers] == [
        ("pdf", Tally(2, 2, 1, 1)),
        ("text", Tally(2, 0, 0, 0)),
    ]
    assert result.absent == ("minutes/ash.html",)
    assert "Not in the archive: minutes/ash.html" in as_text(result)
    only = evaluate(workshop.archive, workshop.gold, "text")
    assert [p.form for p in only.papers] == ["text"]
    assert only.absent == ()
    with pytest.raises(UsageError, match="none of the 1 papers"):
        evaluate(workshop.archive, workshop.gold, "html")


UNREAD = "no page has a text layer: it is a scan, and Tesseract is not installed: install it"


def test_a_scan_that_could_not_be_recognised_is_set_apart(workshop):
    fill(workshop)
    workshop.write_gold(meetings=[MEETING])
    workshop.write_gold("scan", files=["s.pdf"], meetings=[MEETING], text_layer=False)
    workshop.add_paper("d2", "s.pdf", "partial", UNREAD)
    result = evaluate(workshop.archive, workshop.gold)
    assert [p.paper for p in result.papers] == ["ash-pc_council_2031-04-07"]
    assert [s.paper for s in result.set_apart] == ["scan"]
    assert "Set apart, not averaged: scan (pdf)" in as_text(result)


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("ok", None),
        ("partial", "page 2 can't be read"),
        ("partial", "page 1 has no text layer, and OCRmyPDF could not recognise it"),
    ],
)
def test_a_scan_that_was_read_is_scored(workshop, status, reason):
    workshop.write_gold(meetings=[MEETING], text_layer=False)
    workshop.add_paper(status=status, reason=reason)
    result = evaluate(workshop.archive, workshop.gold)
    assert result.total()["attendance"] == Tally(2, 0, 0, 0)


def test_documents_are_found_by_the_end_of_their_path():
    documents = [
        ArchivedDocument("d1", "/srv/old/ash.pdf", "ok", None),
        ArchivedDocument("d2", "C:\\papers\\minutes\\ash.pdf", "ok", None),
        ArchivedDocument("d3", "oak.pdf", "ok", None),
    ]
    assert find_document("minutes/ash.pdf", documents).document_id == "d2"
    assert find_document("minutes/oak.pdf", documents).document_id == "d3"
    assert find_document("minutes/sh.pdf", documents) is None


def test_an_archive_that_is_none_is_told(workshop, tmp_path):
    workshop.write_gold(meetings=[MEETING])
    with pytest.raises(ArchiveMissingError, match="ingest papers"):
        evaluate(tmp_path / "elsewhere", workshop.gold)
    fill(workshop)
    workshop.run("DROP TABLE actions")
    with pytest.raises(UsageError, match="lacks actions"):
        evaluate(workshop.archive, workshop.gold)
    (workshop.archive / "archive.duckdb").write_bytes(b"no database at all" * 999)
    with pytest.raises(UsageError, match="can't be opened"):
        evaluate(workshop.archive, workshop.gold)


def test_the_archive_is_not_changed(workshop):
    fill(workshop)
    workshop.write_gold(meetings=[MEETING])
    path = workshop.archive / "archive.duckdb"
    before = path.read_bytes()
    with duckdb.connect(str(path), read_only=True, config={"enable_external_access": "false"}):
        evaluate(workshop.archive, workshop.gold)
    assert path.read_bytes() == before


def test_figures_that_fell_are_named(workshop, tmp_path):
    fill(workshop)
    workshop.write_gold(meetings=[MEETING])
    saved = tmp_path / "base.json"
    save_baseline(evaluate(workshop.archive, workshop.gold), saved)
    baseline = load_baseline(saved)
    assert find_falls(evaluate(workshop.archive, workshop.gold), baseline) == ()
    workshop.run("DELETE FROM resolutions")
    falls = find_falls(evaluate(workshop.archive, workshop.gold), baseline)
    assert {f.name for f in falls if f.name.startswith("total")} == {
        f"total resolutions {grade} {figure}"
        for grade in ("strict", "fuzzy")
        for figure in ("precision", "recall", "f1")
    }
    assert all((f.before, f.now) == (1.0, None if "precision" in f.name else 0.0) for f in falls)
    with pytest.raises(UsageError, match="same --form"):
        find_falls(evaluate(workshop.archive, workshop.gold, "pdf"), baseline)


def test_a_wrong_row_that_is_gone_is_no_fall(workshop, tmp_path):
    fill(workshop)
    workshop.write_gold(meetings=[{**MEETING, "resolutions": []}])
    save_baseline(evaluate(workshop.archive, workshop.gold), tmp_path / "base.json")
    baseline = load_baseline(tmp_path / "base.json")
    assert baseline.figures["total"]["resolutions fuzzy precision"] == 0.0
    workshop.run("DELETE FROM resolutions")
    assert find_falls(evaluate(workshop.archive, workshop.gold), baseline) == ()


def test_a_paper_that_is_gone_has_fallen(workshop, tmp_path):
    fill(workshop)
    workshop.write_gold(meetings=[MEETING])
    workshop.write_gold("oak", files=["oak.pdf"], meetings=[])
    workshop.add_paper("d2", "oak.pdf")
    save_baseline(evaluate(workshop.archive, workshop.gold), tmp_path / "base.json")
    workshop.run("DELETE FROM documents WHERE document_id = 'd2'")
    falls = find_falls(
        evaluate(workshop.archive, workshop.gold), load_baseline(tmp_path / "base.json")
    )
    gone = [("council oak", None), ("paper oak (pdf)", None)]
    assert [(fall.name, fall.now) for fall in falls] == gone


def test_a_file_that_is_no_baseline_is_named(tmp_path):
    (tmp_path / "x.json").write_text('{"total": {}}')
    with pytest.raises(UsageError, match=r"x\.json"):
        load_baseline(tmp_path / "x.json")


@pytest.mark.shared
@pytest.mark.skipif(
    "COMMITTEE_PAPERS_SHARED" not in os.environ,
    reason="COMMITTEE_PAPERS_SHARED names no folder of real papers",
)
def test_real_gold_scored_against_itself_is_perfect():
    for gold in load_gold(Path(os.environ["COMMITTEE_PAPERS_SHARED"]) / "gold"):
        tables = ("attendance", "agenda_items", "resolutions", "actions", "declarations")
        meetings = tuple(
            ArchivedMeeting(str(i), m.header, None, {t: m.rows.get(t, ()) for t in tables})
            for i, m in enumerate(gold.meetings or ())
        )
        score = score_paper(gold, ArchivedFacts(meetings, gold.rows))
        assert score.fields
        assert not score.notes, gold.document
