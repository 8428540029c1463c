from __future__ import annotations

from pipeline.document import Block, Paragraph, Table
from pipeline.segment.frames import without_frames
from tests.extract.building import table

TALK = "The warden told the members of the pond, of its reeds and its sluice, and of what it would "
TALK += "cost to mend them both before the winter came."
FRAME = table(
    ("Title of meeting", "Mere Ponds Board"),
    ("Date", "4 May 2027"),
    ("Action",),
    ("1.", "Apologies for absence", ""),
    ("2.", TALK, "JT"),
    ("3.", "Any other business", ""),
)


def _texts(flow: tuple[Block, ...]) -> list[tuple[str | None, str]]:
    return [(b.marker, b.text) for b in flow if isinstance(b, Paragraph)]


def test_minutes_framed_by_a_table_are_paragraphs() -> None:
    flow = without_frames((FRAME,))
    assert _texts(flow) == [
        ("1.", "Apologies for absence"),
        ("2.", TALK),
        (None, "Action: JT"),
        ("3.", "Any other business"),
    ]


def test_the_rows_of_the_head_stay_a_table() -> None:
    (head,) = (b for b in without_frames((FRAME,)) if isinstance(b, Table))
    assert [row.cells[0].text for row in head.rows] == ["Title of meeting", "Date"]


def test_a_plan_is_no_frame() -> None:
    plan = table(
        ("No.", "Action", "Owner", "Deadline", "Status"),
        ("1", TALK, "Joss Tarn", "May 2027", "On target"),
        ("2", TALK, "Ada Quill", "June 2027", "On target"),
        ("3", TALK, "Ada Quill", "June 2027", "On target"),
    )
    assert without_frames((plan,)) == (plan,)


def test_a_list_of_short_rows_is_no_frame() -> None:
    agenda = table(("1", "Apologies"), ("2", "Minutes"), ("3", "Ponds"))
    assert without_frames((agenda,)) == (agenda,)
