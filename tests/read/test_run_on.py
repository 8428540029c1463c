from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Paragraph, Passage
from pipeline.read.run_on import unfolded
from tests.read.flows import paragraphs, read

TALK = "The pond was looked at by the warden, who told the members of its state at length. " * 3
WHOLE = (
    "MINUTES OF MERE PARISH COUNCIL HELD IN THE HALL ON 4 MAY 2027 Present: Cllr Ada Quill, "
    f"Cllr Joss Tarn. 1. Apologies for absence Cllr Oake. 2. Ponds {TALK}2.1 Reeds {TALK}"
    f"• Cut the reeds. • Mend the sluice. 3. Any other business {TALK}"
)


def test_a_paper_that_is_one_paragraph_is_cut_at_its_numbers() -> None:
    found = paragraphs(read(WHOLE))
    assert [marker for marker, _ in found] == [None, None, "1.", "2.", "2.1", "•", "•", "3."]
    assert found[1][1] == "Present: Cllr Ada Quill, Cllr Joss Tarn."
    assert found[2][1] == "Apologies for absence Cllr Oake."


def test_minute_numbers_that_run_through_a_year_cut_it_too() -> None:
    text = WHOLE.replace("1. Ap", "204/20 Ap").replace("2. P", "205/20 P")
    text = text.replace("3. A", "206/20 A")
    found = paragraphs(read(text))
    assert [marker for marker, _ in found if marker and "/" in marker] == [
        "204/20",
        "205/20",
        "206/20",
    ]


def test_a_head_that_runs_into_business_is_cut_though_much_stands_below() -> None:
    assert len(paragraphs(read(f"{WHOLE}\n\n4. Date of next meeting\n\n{TALK * 20}"))) > 8


def test_a_long_paragraph_among_others_stays_whole() -> None:
    text = f"The members said 1. This 2. That 3. Other. {TALK * 3}"
    flow = [Paragraph(Passage(text)), Paragraph(Passage(TALK * 9))]
    assert unfolded(flow) == flow


@given(st.lists(st.sampled_from(["1. A", "2. B", "3. C", "pond ", "• x", "Present: "]), max_size=9))
def test_nothing_but_white_space_is_lost(pieces: list[str]) -> None:
    text = " ".join(pieces) + " " + "and so on " * 90
    out = unfolded([Paragraph(Passage(text.strip()))])
    joined = "".join(f"{b.marker or ''}{b.text}" for b in out if isinstance(b, Paragraph))
    bare = "".join(joined.split())
    assert bare == "".join(text.split()) or bare == "".join(text.split()).replace("•", "")


def test_serials_of_a_years_minutes_cut_a_paragraph() -> None:
    text = "40/27 Apologies None. 41/27 Interests None were told. 42/27 Minutes of 3 May They were"
    cut = unfolded([Paragraph(Passage(text)), Paragraph(Passage("Agreed. " * 200))])
    assert [b.marker for b in cut if isinstance(b, Paragraph)] == ["40/27", "41/27", "42/27", None]


def test_two_references_in_a_sentence_cut_nothing() -> None:
    block = Paragraph(Passage("Plans 40/27 Mill Lane and 41/27 The Green were seen."))
    assert unfolded([block, Paragraph(Passage("Agreed. " * 200))])[0] == block


def test_minute_numbers_with_letters_cut_it() -> None:
    text = (
        "Mere Council 4 May 2027 Present: A Ash C30/27 Apologies B Elm "
        f"C31/27 Ponds {TALK} C32/27 Lanes {TALK}"
    )
    assert [m for m, _ in paragraphs(read(text))][-3:] == ["C30/27", "C31/27", "C32/27"]


def test_minute_numbers_between_a_word_and_two_years_cut_it() -> None:
    text = (
        "Mere Council 4 May 2027 Gen/30/26-27 Present: A Ash Gen/31/26-27 Ponds "
        f"{TALK} Gen/32/26-27 Lanes {TALK}"
    )
    assert [m for m, _ in paragraphs(read(text)) if m] == [
        "Gen/30/26-27",
        "Gen/31/26-27",
        "Gen/32/26-27",
    ]


def test_numbers_before_titles_in_capitals_cut_it() -> None:
    text = (
        "Mere Council 4 May 2027 Present: A Ash 902 ROADS AND PATHS Full. 903 PONDS AND MILLS "
        f"{TALK} 904 LAST MINUTES OF MAY Signed."
    )
    assert [m for m, _ in paragraphs(read(text)) if m] == ["902.", "903.", "904."]


def test_numbers_without_a_mark_cut_it_where_there_are_five() -> None:
    text = (
        "Minutes of Mere Council 4 May 2027 Present: A Ash at 12 Mill Lane 1 Apologies B Elm "
        f"2 Interests None 3 Ponds {TALK * 2} until 4 June 4 Lanes {TALK} 5 Close It closed."
    )
    assert [m for m, _ in paragraphs(read(text)) if m] == ["1.", "2.", "3.", "4.", "5."]
    four = text.replace(" 5 Close", " Close")
    assert not [m for m, _ in paragraphs(read(four)) if m]


def test_the_head_of_joined_minutes_begins_with_their_name() -> None:
    text = f"A draft only Mere Council Minutes of a Meeting held on 4 May Present: A Ash {TALK * 4}"
    assert paragraphs(read(text))[1][1] == "Minutes of a Meeting held on 4 May"


def test_without_numbers_the_lists_of_its_head_cut_it() -> None:
    text = (
        "Minutes of Mere Council 4 May 2027 Present: A Ash; B Birch In Attendance: Clerk "
        f"Apologies: C Cole {TALK * 3}"
    )
    assert [t[:12] for _, t in paragraphs(read(text))] == [
        "Minutes of M",
        "Present: A A",
        "In Attendanc",
        "Apologies: C",
    ]


def test_numbers_of_one_month_cut_it() -> None:
    text = WHOLE.replace("1. Ap", "1.11.27 Ap").replace("2. P", "2.11.27 P")
    found = paragraphs(read(text.replace("3. A", "3.11.27 A")))
    assert [m for m, _ in found if m and m.endswith(".27")] == ["1.11.27", "2.11.27", "3.11.27"]


def test_a_paragraph_that_counts_on_from_those_above_is_cut_too() -> None:
    above = "1. Apologies\n\nNone.\n\n2. Ponds\n\nFull.\n\n3. Mills\n\nEmpty.\n\n"
    text = f"{above}4. Lanes {TALK * 4}5. Gates Shut. 6. Hedges Cut. 7. Any other business None."
    markers = [m for m, _ in paragraphs(read(text)) if m]
    assert markers == ["1.", "2.", "3.", "4.", "5.", "6.", "7."]


def test_numbers_that_run_on_from_the_meeting_before_cut_it_too() -> None:
    text = (
        WHOLE.replace("1. Ap", "612. AP")
        .replace("apologies", "APOLOGIES")
        .replace("Apologies for absence", "APOLOGIES FOR ABSENCE")
    )
    text = text.replace("612. APologies for absence", "612. APOLOGIES FOR ABSENCE")
    text = text.replace("2. Ponds", "613. PONDS AND REEDS").replace("3. Any", "614. ANY OTHER")
    found = paragraphs(read(f"Agenda Item No. 5 {text}"))
    assert [m for m, _ in found if m and m.startswith("61")] == ["612.", "613.", "614."]
    assert found[0][1] == "Agenda Item No. 5"
    assert all(words for _, words in found)


def test_serials_that_count_on_over_short_paragraphs_cut_them() -> None:
    found = paragraphs(
        read(
            "8812/11/27 APOLOGIES\n\nCouncillors Ash and Birch 8813/11/27 INTERESTS Cllr Cole "
            "8821/11/27 Football Club 8814/11/27 URGENT ITEMS\n\nDown. 8815/11/27 MINUTES"
            "\n\nRESOLVED to accept them. 8816/11/27 MATTERS ARISING\n\n8794/10/27 Mended."
        )
    )
    assert [marker for marker, _ in found if marker] == [f"88{n}/11/27" for n in range(12, 17)]
