from __future__ import annotations

from pipeline.document import Block, Cell, Paragraph, Passage, Row, Table, Word
from pipeline.provenance import Box
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


CELLS = (
    ("GB 7/2728", "Apologies", "None.", ""),
    ("GB 8/2728", "Any other business", TALK, "Clerk"),
    ("GB 9/2728", "Next meeting", "", "None"),
)
TITLED = table(("", "Item", "Notes", "Action"), *CELLS)


def test_a_column_of_titles_gives_the_headings() -> None:
    flow = without_frames((TITLED,))
    assert _texts(flow) == [
        ("GB 7/2728", "Apologies"),
        (None, "None."),
        ("GB 8/2728", "Any other business"),
        (None, TALK),
        (None, "Action: Clerk"),
        ("GB 9/2728", "Next meeting"),
    ]


def test_a_list_above_the_minutes_in_one_table_stays_a_list() -> None:
    tasks = table(("4/2728", "Mend the sluice", "Clerk", "asap"), *CELLS)
    head, *_ = without_frames((tasks,))
    assert isinstance(head, Table)
    assert [row.cells[0].text for row in head.rows] == ["4/2728"]


def test_the_first_row_on_the_page_before_is_of_the_frame() -> None:
    first = table(("", "Item", "Notes", "Action"), ("GB 6/2728", "Welcome", "Ada Quill came.", ""))
    assert _texts(without_frames((first, TITLED)))[0] == ("GB 6/2728", "Welcome")


def test_numbers_in_front_of_titles_over_all_the_columns_are_the_rows_own() -> None:
    bands = table(
        ("Item and discussion", "Action"),
        ("27/01 Apologies for absence",),
        ("There were none.", ""),
        ("27/02 Minutes of the last meeting",),
        (TALK, "JT"),
        ("27/03 Any other business",),
        ("The pond had frozen.", ""),
    )
    assert _texts(without_frames((bands,)))[2:6] == [
        ("27/02", "Minutes of the last meeting"),
        (None, TALK),
        (None, "Action: JT"),
        ("27/03", "Any other business"),
    ]


def test_what_was_decided_and_who_acts_follow_the_text() -> None:
    decisions = table(
        ("No", "Item", "Decision", "Action"),
        ("1", "Apologies for absence", "", ""),
        ("2", TALK, "Two sluices to be bought", "JT"),
        ("3", "Minutes of the last meeting", "RESOLVED that they be signed", ""),
    )
    assert _texts(without_frames((decisions,))) == [
        ("1", "Apologies for absence"),
        ("2", TALK),
        (None, "Decision: Two sluices to be bought"),
        (None, "Action: JT"),
        ("3", "Minutes of the last meeting"),
        (None, "RESOLVED that they be signed"),
    ]


def test_decisions_and_tasks_of_one_column_are_told_apart() -> None:
    column = table(
        ("Item", "Discussion", "Decisions and Action Points"),
        ("01", "Minutes of the last meeting", "Minutes approved"),
        ("02", TALK, "05-02 SAB to draw up a list"),
        ("03", "Any other business", "See the list"),
    )
    assert _texts(without_frames((column,))) == [
        ("01", "Minutes of the last meeting"),
        (None, "Decisions: Minutes approved"),
        ("02", TALK),
        (None, "Action: SAB to draw up a list"),
        ("03", "Any other business"),
        (None, "See the list"),
    ]


def test_no_cell_is_lost_beside_the_text() -> None:
    unheaded = table(
        ("1.", "Apologies", "There were none.", ""),
        ("2.", "The pond", TALK, "JT"),
        ("3.", "Any other business", "None.", ""),
    )
    assert [text for _, text in _texts(without_frames((unheaded,)))] == [
        "Apologies",
        "There were none.",
        "The pond",
        TALK,
        "JT",
        "Any other business",
        "None.",
    ]


def test_who_came_stays_a_table_below_a_title_over_all_the_columns() -> None:
    whole = table(
        ("Mere Ponds Board: minutes",),
        ("Present", "Ann Thorne (Chair) Joe Pike", ""),
        ("Apologies", "Ivy Stokes", ""),
        ("Item", "Discussion", "Action"),
        ("1.", "Minutes of the last meeting", ""),
        ("2.", TALK, "JT"),
        ("3.", "Any other business", ""),
    )
    flow = without_frames((whole,))
    assert _texts(flow)[:2] == [
        (None, "Mere Ponds Board: minutes"),
        ("1.", "Minutes of the last meeting"),
    ]
    (head,) = (b for b in flow if isinstance(b, Table))
    assert [row.cells[0].text for row in head.rows] == ["Present", "Apologies"]


def test_a_misprint_among_many_numbers_leaves_the_frame() -> None:
    titles = ("Apologies", "Ponds", "Mills", "Reeds", "Sluice", "Boats", "Weeds", "Next meeting")
    numbers = [1, 2, 3, 4, 5, 6, 17, 8]
    rows = [(f"{n}.", title, "") for n, title in zip(numbers, titles, strict=True)]
    rows[1] = ("2.", TALK, "JT")
    flow = without_frames((table(*rows),))
    assert [marker for marker, text in _texts(flow) if marker] == [f"{n}." for n in numbers]


def test_raised_letters_do_not_break_a_line() -> None:
    def word(text: str, start: int, x: float, bottom: float) -> Word:
        return Word(start, start + len(text), 1, Box(x, bottom - 9, x + 5 * len(text), bottom))

    said = Passage(
        "by 4th May",
        (
            word("by", 0, 100, 50),
            word("4", 3, 115, 50),
            word("th", 4, 120, 46),
            word("May", 7, 133, 50),
        ),
    )
    owner = Passage("JT", (word("JT", 0, 300, 50),))
    cells = (Cell(Passage("4."), 0), Cell(said, 1), Cell(owner, 2))
    whole = Table((*FRAME.rows, Row(cells)), columns=3)
    assert ("4.", "by 4th May") in _texts(without_frames((whole,)))
