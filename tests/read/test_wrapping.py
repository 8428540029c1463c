"""Lines that begin an entry or a heading, however full the line before them is."""

from __future__ import annotations

from tests.read.flows import paragraphs, read

PEOPLE = """Minutes of the Ponds Board held on 4 May 2027
Ada Quill – Chair
Joss Tarn – Head of Ponds, Mere Water Services, for all of the north
Ben Oake – Warden of the Upper and Lower Mill Ponds at Mere Common
Maud Lisle – Clerk
Declarations of Interest
Joss Tarn – the Mere Angling Club rents the pond named in the fourth
item
"""

TITLED = """Minutes of the Ponds Board held in the hall on the 4 May 2027
1 Minutes of the last meeting
The board went through what had been written and found it to be right.
2 Matters arising
Ada Quill had not yet had any answer from the County. Will write again AQ
3 Annual report
It was agreed to print it.
"""


def test_each_person_of_a_list_begins_a_line() -> None:
    told = [text for _, text in paragraphs(read(PEOPLE))]
    assert "Declarations of Interest" in told
    assert not any("Common Maud" in text or "north Ben" in text for text in told)


def test_the_number_that_follows_begins_a_heading() -> None:
    told = [f"{marker or ''} {text}".strip() for marker, text in paragraphs(read(TITLED))]
    assert "3 Annual report" in told
    assert "2 Matters arising" in told


def test_a_line_that_hangs_below_its_bullet_is_no_bullet() -> None:
    text = "Report\n" + "".join(
        f"* The warden said of pond {n} that it was clean, and that a Member\n"
        "  Tarn had asked about the reeds.\n\n"
        for n in range(1, 5)
    )
    assert [marker for marker, _ in paragraphs(read(text))].count("*") == 4
    assert len(paragraphs(read(text))) == 5


NUMBERED_BELOW = """Other Members in Attendance: Councillors Ash and Mrs Birch of the northern ward
APOLOGIES
PLA071/27
Apologies for absence were recorded from Councillors Cole and Dell for this meeting.
TO APPROVE THE MINUTES OF THE MEETING DATED 10 SEPTEMBER OF THIS SAME YEAR 2027
PLA072/27
RESOLVED - That the minutes of the meeting be approved as a correct record of it.
"""


def test_a_minute_number_below_its_title_stands_alone() -> None:
    texts = [text for _, text in paragraphs(read(NUMBERED_BELOW))]
    assert "APOLOGIES" in texts
    assert [t for t in texts if t.startswith("PLA")] == ["PLA071/27", "PLA072/27"]
