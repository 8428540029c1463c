"""The corpus keeps its promises: each paper says what its gold says, and the story has its turns.

Needs the papers and the gold alone; none of the programs that made the papers.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PAPERS = CORPUS / "papers"
GOLD = {
    path.stem: json.loads(path.read_text("utf-8")) for path in sorted((CORPUS / "gold").iterdir())
}
PDF_PRODUCERS = {"libreoffice", "chromium", "reportlab"}
SCANS = {"scan", "scan-skewed", "scan-faint", "scan-signed", "scan-mixed"}
STATUSES = {"present", "apologies", "late", "absent"}
GROUPS = {"member", "councillor", "officer", "guest"}
ORIGINS = {"requested", "agreed", "resolved", "highlighted", "log"}
HONORIFIC = re.compile(r"^(Councillor|Cllr|Dame|Dr|Sir|Mr|Mrs|Ms|Mayor)\b")
INLINE = re.compile(r"</?(?:span|b|i|a|img)\b[^>]*>")

Json = dict[str, Any]


def _fold(text: str) -> str:
    """Letters and digits only: line ends, hyphenation and kinds of quotation mark drop out."""
    return re.sub(r"[^a-z0-9£%]", "", text.casefold())


def _words(text: str) -> list[str]:
    return [word for word in map(_fold, text.split()) if word]


assert GOLD, "the corpus has no gold: no test below would test anything"


@cache
def _pages(name: str) -> tuple[str, ...]:
    path = CORPUS / GOLD[name]["files"][0]
    if path.suffix == ".pdf":
        document = pdfium.PdfDocument(str(path))
        pages = tuple(page.get_textpage().get_text_range() for page in document)
        document.close()
        return pages
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]+>", " ", INLINE.sub("", text)))
    return (text,)


@cache
def _text(name: str) -> str:
    """The whole paper folded, without the marks that stand between two pages."""
    marks = re.compile(r"\bPage \d+\b|This page is intentionally left blank")
    return _fold(" ".join(marks.sub(" ", page) for page in _pages(name)))


def _with_text() -> list[str]:
    return [name for name, gold in GOLD.items() if gold.get("text_layer", True)]


def _meetings() -> list[tuple[str, Json]]:
    return [(name, meeting) for name, gold in GOLD.items() for meeting in gold["meetings"]]


def _approved() -> dict[str, Json]:
    """One record for each meeting, the approved one or the web page."""
    return {
        f"{meeting['body']} {meeting['held_on']}": meeting
        for name, meeting in _meetings()
        if GOLD[name]["kind"] in ("minutes", "meeting_page") and not name.endswith("item-6")
    }


def test_every_paper_has_gold_and_the_reverse() -> None:
    papers = {path.name for path in PAPERS.iterdir() if not path.name.endswith(".meta.json")}
    assert papers
    named = [file for gold in GOLD.values() for file in gold["files"]]
    assert Counter(named) == Counter(f"papers/{name}" for name in papers)


def test_sidecars_belong_to_papers_and_are_needed() -> None:
    sidecars = list(PAPERS.glob("*.meta.json"))
    assert sidecars
    for sidecar in sidecars:
        stem = sidecar.name.removesuffix(".meta.json")
        assert GOLD[stem]["producer"] == "moderngov"
        assert json.loads(sidecar.read_text("utf-8"))["source_url"].startswith("https://")


@pytest.mark.parametrize("name", GOLD)
def test_gold_has_the_shape_of_the_format(name: str) -> None:
    gold = GOLD[name]
    assert gold["document"] == name
    assert gold["kind"] in {"minutes", "agenda_pack", "meeting_page", "report", "action_log"}
    assert gold["producer"] in PDF_PRODUCERS | SCANS | {"moderngov", "text"}
    for meeting in gold["meetings"]:
        dt.date.fromisoformat(meeting["held_on"])
        for key in ("starts_at", "ended_at"):
            assert meeting[key] is None or re.fullmatch(r"\d\d:\d\d", meeting[key])
        _check_attendance(meeting)
        _check_business(meeting)
    for table in ("milestones", "forward_plan", "reports", "recommendations"):
        assert isinstance(gold[table], list)
    for row in gold["milestones"]:
        assert row["lead_officers"]
        assert all(row["lead_officers"])
        assert row["deadline_to"] is None or row["deadline_from"] <= row["deadline_to"]
        assert row["percent_complete"] is None or 0 <= row["percent_complete"] <= 100


def _check_attendance(meeting: Json) -> None:
    rows = meeting["attendance"] + meeting.get("membership", [])
    for row in rows:
        assert not HONORIFIC.match(row["name"])
        assert row["role"] is None or not row["role"].startswith("(")
        assert row["role"] != "Chair" or "membership" in meeting
    for row in meeting["attendance"]:
        assert row["status"] in STATUSES
        assert row["group"] in GROUPS
    keys = [(row["name"], row["status"]) for row in meeting["attendance"]]
    assert len(keys) == len(set(keys))
    if any(row["status"] == "present" for row in meeting["attendance"]):
        assert sum(row["chair"] for row in meeting["attendance"]) == 1


def _check_business(meeting: Json) -> None:
    numbers = {row["number"] for row in meeting["agenda_items"]}
    for row in meeting["agenda_items"]:
        assert row["number"] is not None or row["optional"]
        assert row["number"] is None or not row["number"].endswith(".")
    tables = ("resolutions", "motions", "votes", "actions", "declarations")
    for row in (row for table in tables for row in meeting[table]):
        assert row["item"] is None or row["item"] in numbers
    ordinals: dict[str, list[int]] = {}
    for row in meeting["resolutions"]:
        ordinals.setdefault(row["item"], []).append(row["ordinal"])
    assert all(found == list(range(1, len(found) + 1)) for found in ordinals.values())
    for row in meeting["actions"]:
        assert row["origin"] in ORIGINS
        assert row["origin"] != "resolved" or row["optional"]


@pytest.mark.parametrize("name", _with_text())
def test_paper_says_what_its_gold_says(name: str) -> None:
    text = _text(name)
    strings = _gold_strings(GOLD[name])
    assert strings
    missing = [value for value in strings if _fold(value) not in text]
    assert not missing


def _gold_strings(gold: Json) -> list[str]:
    found: list[str] = []
    for meeting in gold["meetings"]:
        if meeting.get("date_printed", True):
            found.append(meeting["body"])
        if meeting["venue"]:
            found.append(meeting["venue"])
        for row in meeting["attendance"] + meeting.get("membership", []):
            found += filter(None, (row["name"], row["role"], row.get("substitute_for")))
        found += [row["title"] for row in meeting["agenda_items"]]
        found += [row["pages"] for row in meeting["agenda_items"] if row.get("pages")]
        found += [row["text"] for row in meeting["resolutions"] + meeting["actions"]]
        for key in ("motion", "proposer", "seconder"):
            found += [row[key] for row in meeting["motions"] if row[key]]
        found += [row["name"] for row in meeting["votes"]]
        for key in ("owner", "due", "status"):
            # A rating that is a colour alone stands nowhere in words.
            derived = key == "status"
            found += [
                row[key]
                for row in meeting["actions"]
                if key in row and not (derived and row.get("status_derived"))
            ]
        found += [
            part for row in meeting["declarations"] for part in (row["name"], row["interest"])
        ]
    for row in gold.get("reports", []):
        found += [row["title"], *(part for a in row["authors"] for part in (a["name"], a["role"]))]
    found += [text for row in gold.get("recommendations", []) for text in row["texts"]]
    found += [part for row in gold.get("forward_plan", []) for part in (row["item"], row["lead"])]
    for row in gold.get("milestones", []):
        found.append(row["theme"])
        if row["activity"]:
            found.append(f"{row['activity_number']}. {row['activity']}")
    return found


@pytest.mark.parametrize("name", [n for n, g in GOLD.items() if g.get("milestones")])
def test_plan_cells_stand_in_the_plan(name: str) -> None:
    """Word by word and in order, since a cell may go on overleaf behind its neighbours."""
    pages = [_words(page) for page in _pages(name)]
    spreads = [left + right for left, right in pairwise(pages)]
    for row in GOLD[name]["milestones"]:
        cells = [row["milestone"], row["comment"] or "", row["deadline"]]
        cells += [] if row.get("status_derived") else [row["status"]]
        for cell in cells + row["lead_officers"]:
            whole = _fold(cell) in _text(name)
            assert whole or any(_in_order(_words(cell), spread) for spread in spreads), cell


def _in_order(wanted: list[str], stream: list[str]) -> bool:
    position = 0
    for word in wanted:
        try:
            position = stream.index(word, position) + 1
        except ValueError:
            return False
    return True


@pytest.mark.parametrize("name", [n for n, g in GOLD.items() if g.get("milestone_claims")])
def test_a_claimed_total_is_printed(name: str) -> None:
    claims = GOLD[name]["milestone_claims"]
    text = " ".join(_pages(name))
    assert re.search(rf"\b{claims['milestones']}\s+milestones", text)
    assert re.search(rf"\b{claims['activities']}\s+strategic\s+actions", text)


def test_one_claim_is_wrong_by_one() -> None:
    off = {
        name: gold["milestone_claims"]["milestones"] - len(gold["milestones"])
        for name, gold in GOLD.items()
        if gold.get("milestone_claims")
    }
    assert sorted(off.values()) == [-1, 0, 0, 0, 0]
    wrong = min(off, key=lambda name: off[name])
    assert any("claims" in text for text in GOLD[wrong]["contradictions"])


def test_two_bodies_at_least_meet_often_enough_for_long_enough() -> None:
    meetings = list(_approved().values())
    assert len(meetings) >= 10
    often = Counter(meeting["body"] for meeting in meetings)
    assert {body for body, times in often.items() if times > 2} >= {
        "Harrowmere Improvement and Assurance Board",
        "Homes and Neighbourhoods Scrutiny Panel",
    }
    dates = sorted(dt.date.fromisoformat(meeting["held_on"]) for meeting in meetings)
    assert (dates[-1] - dates[0]).days > 730
    assert dates[0].year >= 2023
    assert dates[-1] < dt.date(2026, 11, 22)


def test_each_pdf_producer_made_minutes_and_packs() -> None:
    made = {(gold["producer"], gold["kind"]) for gold in GOLD.values()}
    assert {(p, k) for p in PDF_PRODUCERS for k in ("minutes", "agenda_pack")} <= made
    assert SCANS | {"moderngov", "text"} <= {producer for producer, _ in made}


def test_the_scans_have_no_text() -> None:
    scans = [name for name, gold in GOLD.items() if gold["producer"] in SCANS]
    assert scans
    for name in scans:
        assert GOLD[name]["text_layer"] is False
        blank = [not page.strip() for page in _pages(name)]
        assert any(blank)
        assert all(blank) is (GOLD[name]["producer"] != "scan-mixed")


def test_drafts_differ_from_the_approved_minutes() -> None:
    approved = _approved()
    differing = [
        name
        for name, meeting in _meetings()
        if meeting.get("draft")
        and any(
            meeting[key] != approved[f"{meeting['body']} {meeting['held_on']}"][key]
            for key in ("attendance", "resolutions")
        )
    ]
    assert len(differing) >= 4


def test_attendance_has_its_odd_cases() -> None:
    rows = [row for meeting in _approved().values() for row in meeting["attendance"]]
    assert any(row["status"] == "late" for row in rows)
    assert sum("substitute_for" in row for row in rows) >= 3
    assert {"councillor", "guest"} <= {row["group"] for row in rows}
    assert any(row["group"] == "officer" and row["status"] == "apologies" for row in rows)
    roles: dict[str, set[str]] = {}
    for row in rows:
        roles.setdefault(row["name"], set()).add(row["role"] or "")
    assert sum(len(found - {""}) > 1 for found in roles.values()) >= 4
    assert sum(len(gold.get("people_same_as", {})) for gold in GOLD.values()) >= 2


def test_a_minute_contradicts_itself() -> None:
    found = 0
    for gold in GOLD.values():
        for meeting in gold["meetings"]:
            by_status = {
                status: {r["name"] for r in meeting["attendance"] if r["status"] == status}
                for status in ("present", "apologies")
            }
            for name in by_status["present"] & by_status["apologies"]:
                found += 1
                assert any(name in text for text in gold["contradictions"])
    assert found >= 2


def test_actual_interests_are_declared() -> None:
    assert sum(len(meeting["declarations"]) for meeting in _approved().values()) >= 6


def test_a_long_item_is_cut_and_told_in_full_elsewhere() -> None:
    cut = [(name, m) for name, m in _meetings() if m.get("truncated_items")]
    assert cut
    for name, meeting in cut:
        (number,) = meeting["truncated_items"]
        assert f"view the full minutes text for item {number}" in " ".join(_pages(name))
        assert not any(row["item"] == number for row in meeting["resolutions"])
        full = [m for n, m in _meetings() if n.endswith(f"item-{number}")]
        assert full
        assert full[0]["resolutions"]
        assert full[0]["actions"]


def test_actions_come_back_in_other_words() -> None:
    threads = json.loads((CORPUS / "threads.json").read_text("utf-8"))
    recurring = [t for t in threads if len({a["held_on"] for a in t["actions"]}) >= 2]
    assert len(recurring) >= 6
    assert all(len(thread["actions"]) >= 2 for thread in recurring)
    actions = {
        (m["body"], m["held_on"], row["item"], row["text"])
        for name, m in _meetings()
        for row in m["actions"]
    }
    for thread in recurring:
        # Logs carry rows over as they are; minutes ask again in other words.
        texts = [row["text"] for row in thread["actions"] if row["item"]]
        assert len(set(texts)) == len(texts)
        for row in thread["actions"]:
            assert (row["body"], row["held_on"], row["item"], row["text"]) in actions


def test_milestones_slip_stall_fall_vanish_and_complete() -> None:
    histories = json.loads((CORPUS / "histories.json").read_text("utf-8"))
    reports = sorted({row["report"] for history in histories for row in history["reports"]})
    assert len(reports) >= 4
    assert histories
    counts = Counter(row["report"] for history in histories for row in history["reports"])
    assert all(30 <= count <= 50 for count in counts.values())
    turns: Counter[str] = Counter()
    for history in histories:
        rows = history["reports"]
        turns["completed"] += rows[-1]["status"] == "Completed"
        turns["vanished"] += rows[-1]["report"] != reports[-1]
        turns["reworded"] += len({row["milestone"] for row in rows}) > 1
        turns["slipped"] += len({row["deadline"] for row in rows}) > 1
        for before, after in pairwise(rows):
            turns["fell"] += (after["percent_complete"] or 0) < (before["percent_complete"] or 0)
            open_still = after["status"] != "Completed"
            turns["stalled"] += open_still and (
                before["percent_complete"] == after["percent_complete"]
            )
    assert all(turns[turn] >= 2 for turn in ("vanished", "reworded", "fell")), turns
    assert all(turns[turn] >= 5 for turn in ("completed", "slipped", "stalled")), turns


@pytest.mark.parametrize("producer", sorted(PDF_PRODUCERS))
def test_rows_of_the_plan_break_over_pages(producer: str) -> None:
    broken = 0
    for name, gold in GOLD.items():
        if gold["producer"] == producer and gold.get("milestones"):
            pages = [_fold(page) for page in _pages(name)]
            for row in gold["milestones"]:
                cells = filter(None, (row["milestone"], row["comment"]))
                broken += any(not any(_fold(c) in page for page in pages) for c in cells)
    assert broken


def test_the_corpus_stays_small() -> None:
    sizes = [path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()]
    assert max(sizes) < 1_500_000
    assert sum(sizes) < 5_000_000


def test_the_readme_lists_every_paper_with_its_producer() -> None:
    readme = (CORPUS / "README.md").read_text("utf-8")
    for gold in GOLD.values():
        row = re.search(rf"^\| `{Path(gold['files'][0]).name}` .*$", readme, re.MULTILINE)
        assert row is not None
        assert f"| {gold['producer']} |" in row[0]
