"""Plain text gives the flow that other papers give."""

from __future__ import annotations

import time

import pytest

from pipeline.document import Paragraph, Table
from pipeline.errors import UnreadablePaperError
from pipeline.read.text import decode, read_text
from tests.read.flows import paragraphs, read, styled, tables


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert decode("the mayor’s café – open".encode(encoding)) == "the mayor’s café – open"


def test_line_ends_of_all_systems() -> None:
    assert decode(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(UnreadablePaperError, match="no words"):
        read_text(b" \n ---- \n", markdown=False)


WRAPPED = """ WEALDMERE DISTRICT COUNCIL

MINUTES OF THE COMMONS AND GREENS COMMITTEE

Members Present:

Councillor Ada Marlowe (Chair) (Leader of the Council)
Councillor Tobias Penhallow Greene
(Member)

(Cabinet Member for Commons and
Village Greens)
Rosalind Achterberg (Member) (Director, Estates)

Officers Present:

Ivo Lamb \u2013 (Divisional Director, Ponds, Ditches and other running

water)
Petra Quill \u2013

1. APOLOGIES FOR ABSENCE

Apologies for absence were received from Councillors Ellis and Marjoram and
from the Director of Ponds.

2. THE REPAIR OF THE NORTHERN POND AND OF ALL ITS BANKS, SLUICES AND
WALLS

The Committee heard from the Director that the work on the bank had begun in
2017. The sluice was to be mended by the spring, and the walls after that by
a contractor from the county.

\u2022 The bank was weak on its northern side and would have to be dug out and

rebuilt before the autumn.
\u2022 The sluice leaked.
o Mend the gate
o Grease the wheel
\u2022 The walls were sound.

RESOLVED

1. That the report be noted.
2. That the Director bring a further report to the next meeting but one of

the Committee.

The meeting ended at 8.05 p.m.
"""


def test_wrapped_paragraphs_are_joined() -> None:
    found = paragraphs(read(WRAPPED))
    assert (
        None,
        "Apologies for absence were received from Councillors Ellis and Marjoram and "
        "from the Director of Ponds.",
    ) in found
    assert (
        "2.",
        "THE REPAIR OF THE NORTHERN POND AND OF ALL ITS BANKS, SLUICES AND WALLS",
    ) in found
    assert found[-1] == (None, "The meeting ended at 8.05 p.m.")


def test_a_year_at_the_beginning_of_a_line_is_no_marker() -> None:
    assert not any(marker == "2017." for marker, _ in paragraphs(read(WRAPPED)))


def test_an_entry_goes_on_after_a_blank_line() -> None:
    found = paragraphs(read(WRAPPED))
    assert (
        "•",
        "The bank was weak on its northern side and would have to be dug out and "
        "rebuilt before the autumn.",
    ) in found
    assert (
        "2.",
        "That the Director bring a further report to the next meeting but one of the Committee.",
    ) in found


def test_lists_inside_lists() -> None:
    inner = [b for b in read(WRAPPED).flow if isinstance(b, Paragraph) and b.marker == "o"]
    assert [(b.text, b.indent) for b in inner] == [("Mend the gate", 18), ("Grease the wheel", 18)]


def test_a_list_of_people_is_a_table_of_names_and_roles() -> None:
    members, officers = tables(read(WRAPPED))
    assert members == [
        ["Councillor Ada Marlowe (Chair)", "(Leader of the Council)"],
        [
            "Councillor Tobias Penhallow Greene (Member)",
            "(Cabinet Member for Commons and Village Greens)",
        ],
        ["Rosalind Achterberg (Member)", "(Director, Estates)"],
    ]
    assert officers == [
        ["Ivo Lamb", "– (Divisional Director, Ponds, Ditches and other running water)"],
        ["Petra Quill", "–"],
    ]
    assert not any(b.ruled for b in read(WRAPPED).flow if isinstance(b, Table))


def test_entries_whose_bullets_were_lost_keep_apart() -> None:
    body = "A line that is as long as the lines of this text are, or nearly so, it\nis said."
    text = (
        f"{body}\n\n{body}\n\nThe Panel noted the following:\n The pond was full.\n"
        f" The bank held.\n\nRESOLVED\n\n{body}\n"
    )
    assert paragraphs(read(text))[2:6] == [
        (None, "The Panel noted the following:"),
        ("•", "The pond was full."),
        ("•", "The bank held."),
        (None, "RESOLVED"),
    ]


def test_lines_of_an_unwrapped_text_are_paragraphs() -> None:
    long = "The Town Clerk read a letter from the owner of the mill, " * 4
    assert paragraphs(read(f"PRESENT: A Brook\nAPOLOGIES: C Dale\n{long}\n")) == [
        (None, "PRESENT: A Brook"),
        (None, "APOLOGIES: C Dale"),
        (None, long.strip()),
    ]


def test_prose_after_a_dash_is_no_role() -> None:
    text = "Village Hall – The lunch took place.\nMill School – Thanked the Council. It was glad.\n"
    assert tables(read(text)) == []


def test_the_second_number_of_an_item_is_no_role() -> None:
    text = "Ada Marlowe\n(Clerk)\n\nPond Repairs\n(Item 2)\n\n" + "The pond was full. " * 4
    assert [t for _, t in paragraphs(read(text))][:3] == [
        "Ada Marlowe (Clerk)",
        "Pond Repairs",
        "(Item 2)",
    ]


def test_a_bare_number_is_confirmed_by_the_numbers_below_it() -> None:
    text = "2 Minutes\n2.1 They were approved.\n|\n3 members of the public spoke\n" + "x " * 80
    assert [m for m, _ in paragraphs(read(text))] == ["2", "2.1", None, None]


def test_numbers_with_a_year_and_links_to_share() -> None:
    text = "No. Item\n\n44/23\n\nApologies\n\n  • Share this item\n\n  Minutes:\n\n  None.\n"
    page = read(text)
    assert styled(page, "item") == [("44/23", "Apologies")]
    assert "Share" not in str(page.flow)


def test_the_frame_of_a_page_is_no_paper() -> None:
    with pytest.raises(UnreadablePaperError, match="frame"):
        read("No. | Item |\n")


@pytest.mark.parametrize(
    "text",
    ["A " * 20_000, "(" * 20_000 + "a", "a" + "-" * 20_000, "." * 20_000 + "a", "*a" * 9_000,
     "a" + " " * 20_000 + "b", "Ab Cd\n(" * 3_000, "<p " * 5_000, "1.1." * 5_000, "a\t" * 9_000,
     "No. Item\n" + "Ab Cd " * 4_000, "a| -" * 5_000],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    began = time.perf_counter()
    for markdown in (False, True):
        read(text, markdown=markdown)
    assert time.perf_counter() - began < 5


def test_an_outer_list_goes_on_after_an_inner_one() -> None:
    wide = "The Leader proposed that the pond be dug out and that the bank be raised by"
    text = f"1. {wide} May\n2. {wide} May\n1. {wide} June\n5\n3. {wide} July\n2017. {wide}\n"
    markers = [marker for marker, _ in paragraphs(read(text))]
    assert markers == ["1.", "2.", "1.", "3."]


def test_tabs_set_cells_apart() -> None:
    assert tables(read("Present\n\nA Brook\tClerk\nC Dale\n")) == [[["A Brook", "Clerk"]]]


def test_wide_gaps_set_columns_apart_where_lines_share_them() -> None:
    text = "Ada Marlowe        Director of Ponds\nIvo Lamb           Clerk\n"
    assert tables(read(text)) == [[["Ada Marlowe", "Director of Ponds"], ["Ivo Lamb", "Clerk"]]]


def test_text_that_stands_left_of_the_last_cell_is_below_its_row() -> None:
    gap = " " * 24
    text = f"Name:   {gap}Name:\nNotes by:{gap}Ada Marlowe\n            1.0     Apologies\n"
    document = read(text)
    assert tables(document) == [[["Name:", "Name:"], ["Notes by:", "Ada Marlowe"]]]
    assert [(p.marker, p.text) for p in document.flow if isinstance(p, Paragraph)] == [
        ("1.0", "Apologies")
    ]


def test_page_numbers_at_form_feeds_are_dropped() -> None:
    line = "The northern pond was as full as it had been in the wet spring of the"
    text = f"{line}\n3\n\fyear before.\nPage 4 of 9\n\f"
    assert [t for _, t in paragraphs(read(text))] == [f"{line} year before."]


def test_a_person_with_initials_begins_a_line_of_a_list() -> None:
    found = paragraphs(
        read(
            "Present:\nAda Quill (AQ) Executive Keeper of the Ponds and Streams of the Mere\n"
            "Joss Tarn (JT) Lead for Lanes\nApologies:\nIvy Mere (IM) Keeper\n"
            "MPB/2728/001: Welcome\nThe Keeper welcomed everybody to the meeting of the Board.\n"
        )
    )
    assert [text for _, text in found][:6] == [
        "Present:",
        "Ada Quill (AQ) Executive Keeper of the Ponds and Streams of the Mere",
        "Joss Tarn (JT) Lead for Lanes",
        "Apologies:",
        "Ivy Mere (IM) Keeper",
        "MPB/2728/001: Welcome",
    ]


def test_a_numbered_title_in_capitals_goes_on_in_capitals() -> None:
    prose = (
        "The keeper told the Board at length how the ponds had been cleaned since the last time."
    )
    text = (
        f"{prose}\n\n"
        "2.1. ORDER 26 OF THE BOARD ON THE CLOSING HOURS OF THE PONDS AND\n"
        "DRY ZONES FOR THE GREENS - Final reading\n\n"
        "2.2. LETTER OF AGREEMENT BETWEEN THE MILL AND THE PUBLIC SAFETY\n"
        "ASSOCIATION\n\n"
        "2.3. SHEDS\nNONE\n"
    )
    assert [told for _, told in paragraphs(read(text))][1:] == [
        "ORDER 26 OF THE BOARD ON THE CLOSING HOURS OF THE PONDS AND"
        " DRY ZONES FOR THE GREENS - Final reading",
        "LETTER OF AGREEMENT BETWEEN THE MILL AND THE PUBLIC SAFETY ASSOCIATION",
        "SHEDS",
        "NONE",
    ]


def test_what_was_agreed_begins_a_paragraph_of_its_own() -> None:
    text = (
        "3 Frogs\nAda Quill presented the paper on the frogs of the upper pond. Members asked for\n"
        "comparative figures.\nAction: AQ to bring figures to the next meeting\n"
        "Agreed: The Forum agreed to set up a working group on the frogs.\n"
    )
    told = [text for _, text in paragraphs(read(text))]
    assert "Action: AQ to bring figures to the next meeting" in told
    assert "Agreed: The Forum agreed to set up a working group on the frogs." in told


WRAPPED_BUSINESS = """Minutes of the Parish Council Meeting held in the Reading Room on Monday 4th
March 2024 at 7:30pm
70/23 Park: The swings are rusty and the gate does not close any more at all.
RESOLVED to replace the gate at a cost of £240, and that the swings be painted
in the spring, which two of the members will do.
71/23 Finance: RESOLVED the payments for the month be approved as they stand.
72/23 Hall: Nothing new."""


def test_what_begins_anew_does_so_after_a_full_line() -> None:
    begun = [text.split(":")[0].split(" to ")[0] for _, text in paragraphs(read(WRAPPED_BUSINESS))]
    assert begun[1:] == ["70/23 Park", "RESOLVED", "71/23 Finance", "72/23 Hall"]


WRAPPED_LIST = """1. To receive the report of the footpath group on the winter's work at Low End
and beyond. The warden told of it.
2. Declarations of interest in matters that are to be discussed.
The chairman reminded members of them.
3. To consider who should be co-opted onto the council
Christine Ash was proposed, and nobody else; the clerk is to write to her in the
week."""


def test_entries_as_wide_as_the_text_have_no_lost_margin() -> None:
    assert [text[:22] for _, text in paragraphs(read(WRAPPED_LIST))] == [
        "To receive the report ",
        "Declarations of intere",
        "The chairman reminded ",
        "To consider who should",
        "Christine Ash was prop",
    ]


def test_a_numbered_title_below_a_blank_line_begins_anew() -> None:
    text = """6 Confirmation of the Open Minutes of the Meeting of the District Council
that was held on Thursday 25 January 2018 and of its committee (Pages 1 - 18)

7 Matters Arising"""
    assert paragraphs(read(text))[-1] == (None, "7 Matters Arising")


def test_a_role_on_the_line_below_its_holder_and_an_action_begin_and_end_lines() -> None:
    text = """Officers: Janet Orme (Democratic Services Officer), Colin Kettle
(Director of Place)
The board agreed to buy the pond and the meadow beside it, for all the village.
[Action: The Clerk to write to the owner]"""
    assert [t.split()[-1] for _, t in paragraphs(read(text))] == ["Place)", "village.", "owner]"]
