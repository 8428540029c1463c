"""Makes one paper of the catalogue with its gold and, for a web page, its sidecar."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from .actionlog import log_gold, log_paper
from .blocks import Paper, Section
from .catalogue import CATALOGUE, Entry
from .docx import render_docx_pdf
from .freeze import freeze_pdf
from .gold import Json, meeting_gold, minutes_gold, pack_gold, report_gold
from .html import render_html_pdf
from .meetings import BODIES, STORY, Meeting, load_meeting
from .minutes import minutes_blocks
from .moderngov import item_page, meeting_page
from .packs import load_pack, pack_paper
from .pagination import printed_ranges, provisional_ranges
from .reportlab import render_reportlab_pdf
from .reports import load_report, report_sections
from .scan import SCANNERS, mix_pdf, scan_pdf
from .series import series_gold, series_paper
from .text import markdown, plain_text
from .tracker_pages import tracker_docx, tracker_html, tracker_reportlab
from .trackers import Tracker, load_tracker, tracker_gold

CORPUS = Path(__file__).parent.parent
AUTHORITY = "London Borough of Harrowmere"

_TABLES_OF_A_PAPER = ("milestones", "forward_plan", "reports", "recommendations")
"""Given for every paper, empty where it has none, so that what is wrongly found there counts."""

_RENDERERS: dict[str, Callable[[Paper, Path, Path], None]] = {
    "libreoffice": render_docx_pdf,
    "chromium": render_html_pdf,
    "reportlab": render_reportlab_pdf,
}
_TRACKERS: dict[str, Callable[[Tracker, Path, Path], None]] = {
    "libreoffice": tracker_docx,
    "chromium": tracker_html,
    "reportlab": tracker_reportlab,
}


def build(entry: Entry, workdir: Path) -> None:
    """Write the paper and its gold into the corpus."""
    target = CORPUS / "papers" / f"{entry.name}.{entry.suffix}"
    if entry.kind == "agenda_pack":
        gold = _build_pack(entry, target, workdir)
    elif entry.kind == "minutes":
        gold = _build_minutes(entry, target, workdir)
    elif entry.kind == "action_log":
        meeting = load_meeting(entry.key)
        _RENDERERS[entry.producer](log_paper(meeting), target, workdir)
        freeze_pdf(target)
        gold = log_gold(meeting)
    elif entry.kind == "tracker":
        tracker = load_tracker(entry.key)
        _TRACKERS[entry.producer](tracker, target, workdir)
        freeze_pdf(target)
        gold = tracker_gold(tracker)
    elif entry.kind == "series":
        _RENDERERS[entry.producer](series_paper(entry.key), target, workdir)
        freeze_pdf(target)
        gold = series_gold(entry.key)
    elif entry.kind == "report":
        report = load_report(entry.key)
        target.write_text(markdown(Paper(report.title, tuple(report_sections(report)))), "utf-8")
        gold = {"kind": "report", "meetings": [], **report_gold([(None, report)])}
    else:
        gold = _build_page(entry, target)
    head: Json = {
        "document": entry.name,
        "files": [f"papers/{target.name}"],
        "authority": _authority(entry),
    }
    none: Json = {name: [] for name in _TABLES_OF_A_PAPER if name not in gold}
    write_json(
        CORPUS / "gold" / f"{entry.name}.json", {**head, **gold, **none, "producer": entry.producer}
    )


def _authority(entry: Entry) -> str:
    """Whose paper it is; a report belongs to the borough."""
    body = BODIES.get(entry.key.partition("-")[0])
    return body.authority if body else AUTHORITY


def write_json(path: Path, value: object) -> None:
    """Gold is read by people too, so it is indented and keeps its letters."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _minutes_paper(meeting: Meeting) -> Paper:
    title = f"Minutes of {meeting.body.name}, {meeting.long_date}"
    return Paper(title, (Section(tuple(minutes_blocks(meeting))),))


def _build_minutes(entry: Entry, target: Path, workdir: Path) -> Json:
    meeting = load_meeting(entry.key)
    paper = _minutes_paper(meeting)
    gold = minutes_gold(meeting)
    if entry.producer == "text":
        target.write_text(plain_text(paper), "utf-8")
    elif entry.producer in SCANNERS:
        source = workdir / f"{entry.name}.pdf"
        render_docx_pdf(paper, source, workdir)
        scan_pdf(source, target, SCANNERS[entry.producer])
        gold["text_layer"] = False
    else:
        _RENDERERS[entry.producer](paper, target, workdir)
        freeze_pdf(target)
    return gold


def _build_pack(entry: Entry, target: Path, workdir: Path) -> Json:
    """Printed twice, for the agenda's page ranges are only known once it has been printed."""
    pack = load_pack(entry.key)
    mixed = entry.producer == "scan-mixed"
    render = render_reportlab_pdf if mixed else _RENDERERS[entry.producer]
    printed = workdir / f"{entry.name}.pdf" if mixed else target
    render(pack_paper(pack, provisional_ranges(pack)), printed, workdir)
    ranges = printed_ranges(printed)
    render(pack_paper(pack, ranges), printed, workdir)
    if printed_ranges(printed) != ranges:
        raise RuntimeError(f"{entry.name}: the agenda's page ranges moved its pages")
    gold = pack_gold(pack, ranges)
    if mixed:
        draft = next(item.number for item in pack.items if item.draft)
        pages = [int(number) for number in ranges[draft].split(" - ")]
        mix_pdf(printed, target, range(pages[0], pages[-1] + 1), SCANNERS[entry.producer])
        gold["text_layer"] = False
    freeze_pdf(target)
    return gold


def _notes(key: str) -> dict[str, str]:
    """What the agenda said under each heading, where the story has a pack for the meeting."""
    if not (STORY / "packs" / f"{key}.txt").exists():
        return {}
    items = load_pack(key).items
    return {item.number: item.note or ("document" if item.has_paper else "") for item in items}


def _build_page(entry: Entry, target: Path) -> Json:
    meeting = load_meeting(entry.key)
    notes = _notes(entry.key)
    if entry.item:
        page = item_page(meeting, entry.item, notes)
    else:
        page = meeting_page(meeting, entry, notes)
    target.write_text(page.html, "utf-8")
    sidecar: Json = {"source_url": page.url, "authority": AUTHORITY}
    if not entry.headed:
        sidecar |= {"body": meeting.body.name, "meeting_date": meeting.held.isoformat()}
    write_json(target.with_suffix(".meta.json"), sidecar)
    gold = meeting_gold(meeting, page.facts)
    gold["ended_at"] = None
    gold["attendance"] = gold["attendance"][len([p for p in meeting.attendees if p.listed]) :]
    if entry.item:
        gold["attendance"], gold["venue"] = [], None
        gold["agenda_items"] = [r for r in gold["agenda_items"] if r["number"] == entry.item]
    if not entry.headed:
        gold["starts_at"] = None
    gold["date_printed"] = entry.headed
    if entry.cut:
        gold["truncated_items"] = [entry.cut[0]]
    return {"kind": "meeting_page", "meetings": [gold]}


def meeting_keys() -> list[str]:
    """The meetings whose record is in the corpus."""
    return sorted({e.key for e in CATALOGUE if e.kind in ("minutes", "meeting_page")})
