"""An archive in which every name, title and text tries to be something else than text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline.store.publish import publish
from tests.store.invented import Invented, blank_pdf

SCRIPT = "<script>alert(1)</script>"
FORMULA = '=HYPERLINK("http://evil.example","x")'
SUM = "@SUM(1+1)*cmd|' /C calc'!A0"
TURNED = "Ada \u202egnp.exe\u202c \u200fQuill"
MATHS = r"$\frac{1}{0}$ and $ on"
TEMPLATE = "{{ 7*7 }}{% include '/etc/passwd' %}"
QUOTED = '" onmouseover="alert(1)" x="'
MARKDOWN = "[x](javascript:alert(1)) | ![y](http://evil.example/z.png)\n# Not a heading"
LONG_WORD = "W" * 400
BODY = "Board of " + "very long names and " * 15 + SCRIPT
BAD_XML = "bell \x07 and \ud800 half a letter".encode("utf-8", "replace").decode()
NAMES = (SCRIPT, FORMULA, SUM, TURNED, MATHS, TEMPLATE, QUOTED, MARKDOWN, LONG_WORD, BAD_XML)
DAYS = (date(2031, 3, 4), date(2031, 6, 3), date(2031, 9, 9))


def hostile() -> Invented:
    """Three meetings of a body with such a name."""
    it = Invented()
    for number, day in enumerate(DAYS):
        meeting_id, document_id = f"m{number}", f"d{number}"
        it.add(
            "meetings",
            meeting_id=meeting_id,
            authority=FORMULA,
            body=BODY,
            held_on=day,
            venue=TEMPLATE,
        )
        it.document(
            document_id,
            "minutes",
            blank_pdf(2 + number),
            {meeting_id: ("minutes", 1)},
            source=f"papers/{number}<img src=x onerror=alert(1)>.pdf",
            source_url=("javascript:alert(1)", "https://x.example/a?b=<i>&c='\"", None)[number],
            title=SCRIPT,
        )
        for at, name in enumerate(NAMES):
            it.fact(
                "attendance",
                document_id,
                meeting_id,
                f"{name} quoted",
                person_id=None,
                name=name,
                printed=name,
                grouping="member" if at % 3 else "officer",
                status=("present", "apologies", "late", "absent")[(at + number) % 4],
                role=name,
                chair=at == 1,
            )
            it.fact(
                "resolutions",
                document_id,
                meeting_id,
                name,
                item_number=name[:10],
                ordinal=1,
                text=name,
                outcome="noted",
            )
    for at, name in enumerate(NAMES):
        members = [
            it.fact(
                "actions",
                f"d{number}",
                f"m{number}",
                name,
                item_number="1",
                text=f"{name} {number}",
                owner=name,
                origin="requested",
                due=SUM,
            )
            for number in (0, 2)
        ]
        thread = f"t{at}"
        it.add(
            "action_threads",
            thread_id=thread,
            label=name,
            first_raised=DAYS[0],
            last_raised=DAYS[2],
            times_raised=2,
            state=("open", "closed", "unknown")[at % 3],
            nature="request",
            owner=name,
            state_since=DAYS[2],
            state_reason=name,
            evidence_table="actions",
            evidence_id=members[0],
            evidence_document_id="d0",
            evidence_page=1,
            age_days=189,
            age_meetings=2,
        )
        for action_id, number in zip(members, (0, 2), strict=True):
            it.add("action_thread_members", thread_id=thread, action_id=action_id, score=1.0)
            it.add(
                "action_thread_mentions",
                thread_id=thread,
                fact_table="actions",
                fact_id=action_id,
                meeting_id=f"m{number}",
                document_id=f"d{number}",
                part="raised",
                score=1.0,
            )
    it.add("contradictions", meeting_id="m0", document_id="d0", subject=SCRIPT, detail=FORMULA)
    return it


def keep(folder: Path, it: Invented) -> Path:
    """Publish the rows into an archive folder, with their originals; the folder."""
    publish(folder, it.rows)
    for sha256, content in it.originals.items():
        original = folder / "originals" / sha256[:2] / f"{sha256}.pdf"
        original.parent.mkdir(parents=True, exist_ok=True)
        original.write_bytes(content)
    return folder
