from __future__ import annotations

import pytest

from pipeline.document import Block, Item, Paragraph, Table
from pipeline.segment.items import items_of
from tests.extract.building import blocks, bullets, para, table


def items(*flow: str | Block | list[Block], agenda: bool = False) -> tuple[Item, ...]:
    return items_of(blocks(*flow), agenda=agenda)[1]


def headings(
    *flow: str | Block | list[Block], agenda: bool = False
) -> list[tuple[str | None, str]]:
    return [(i.number, i.heading.text) for i in items(*flow, agenda=agenda)]


NOTED = "The report was considered by the members of the Panel at some length."


@pytest.mark.parametrize(
    "numbers",
    [
        ("1.", "2.", "3."),
        ("74.", "75.", "76."),
        ("18.03.05", "18.03.06", "18.03.07"),
        ("5/24", "6/24", "7/24"),
        ("C.11", "C.12", "C.13"),
        ("A.", "B.", "C."),
    ],
)
def test_a_series_of_numbered_headings(numbers: tuple[str, ...]) -> None:
    titles = ("APOLOGIES FOR ABSENCE", "DECLARATIONS OF INTEREST", "POND CARE UPDATE")
    flow = [
        b for n, t in zip(numbers, titles, strict=True) for b in (para(f"**{t}**", n), para(NOTED))
    ]
    expected = [(n.rstrip("."), t) for n, t in zip(numbers, titles, strict=True)]
    assert headings(flow) == expected


def test_numbers_printed_in_the_text_itself() -> None:
    assert headings("4. APOLOGIES FOR ABSENCE", NOTED, "5. MINUTES", NOTED) == [
        ("4", "APOLOGIES FOR ABSENCE"),
        ("5", "MINUTES"),
    ]


def test_lists_of_decisions_are_no_headings() -> None:
    decided = [para("That the report be noted.", "1."), para("That the plan be approved.", "2.")]
    found = headings(
        [para("**Apologies**", "1."), para(NOTED)],
        [para("**Ponds**", "2."), para("RESOLVED:"), *decided],
        [para("**Mills**", "3."), para("RESOLVED:"), *decided],
        [para("**Any Other Business**", "4."), para(NOTED)],
    )
    assert found == [
        ("1", "Apologies"),
        ("2", "Ponds"),
        ("3", "Mills"),
        ("4", "Any Other Business"),
    ]


def test_numbers_may_be_missing() -> None:
    assert headings(
        para("**APOLOGIES**", "1."),
        NOTED,
        para("**MINUTES**", "2."),
        NOTED,
        para("**PONDS**", "5."),
    ) == [("1", "APOLOGIES"), ("2", "MINUTES"), ("5", "PONDS")]


def test_a_second_number_on_a_line_of_its_own() -> None:
    (first, _) = items(
        para("**Ponds**", "76."), para("(Item 1)"), NOTED, para("**Mills**", "77."), NOTED
    )
    assert (first.number, first.also, first.heading.text) == ("76", "1", "Ponds")
    assert len(first.flow) == 1


def test_a_second_number_at_the_headings_end() -> None:
    (first, _) = items(para("**Ponds (Item 1)**", "76."), NOTED, para("**Mills**", "77."), NOTED)
    assert (first.also, first.heading.text) == ("1", "Ponds")


def test_text_that_runs_on_after_a_bold_heading() -> None:
    (first, _) = items(
        para("**Police Report:** Attached.", "1."), para("**Clerk's Report:** None came.", "2.")
    )
    assert first.heading.text == "Police Report"
    assert [p.text for p in first.paragraphs()] == ["Attached."]


def test_text_that_runs_on_after_a_heading_in_capitals() -> None:
    (first, _) = items(
        para("APOLOGIES FOR ABSENCE Cllr Pike had sent his apologies.", "1."),
        para("LAST MEETING MINUTES These were approved and signed.", "2."),
    )
    assert first.heading.text == "APOLOGIES FOR ABSENCE"
    assert [p.text for p in first.paragraphs()] == ["Cllr Pike had sent his apologies."]


def test_a_heading_that_wraps_to_a_second_paragraph() -> None:
    (first, _) = items(
        para("**Declarations of Interest and**", "1."),
        para("**Other Disclosures**"),
        NOTED,
        para("**Minutes**", "2."),
        NOTED,
    )
    assert first.heading.text == "Declarations of Interest and Other Disclosures"


def test_an_unnumbered_heading_stands_under_the_item_before_it() -> None:
    found = items(
        para("**APOLOGIES FOR ABSENCE**", "1."),
        NOTED,
        para("**EXCLUSION OF THE PRESS AND PUBLIC**"),
        NOTED,
        para("**ANY OTHER BUSINESS**", "2."),
        NOTED,
    )
    assert [(i.number, i.under) for i in found] == [("1", None), (None, "1"), ("2", None)]


def test_a_paper_that_numbers_nothing_has_its_bold_headings() -> None:
    assert headings(
        para("**Minutes of the Ponds Panel**"),
        "The members met in the hall on Tuesday and it rained on the roof.",
        para("**Apologies for Absence**"),
        NOTED,
        para("**Minutes of the Last Meeting**"),
        NOTED,
    ) == [(None, "Apologies for Absence"), (None, "Minutes of the Last Meeting")]


def test_markup_says_what_an_item_is() -> None:
    found = headings(
        para("Ponds", "1.", style="item"), NOTED, para("Mills", "2.", style="item"), NOTED
    )
    assert found == [("1", "Ponds"), ("2", "Mills")]


def test_what_stands_before_the_first_item_is_the_preamble() -> None:
    flow = blocks(
        "Ponds Panel", "Present: Cllr Pike", para("**APOLOGIES**", "1."), para("**MINUTES**", "2.")
    )
    preamble, _ = items_of(flow)
    assert preamble == flow[:2]


def test_prose_has_no_items() -> None:
    flow = blocks("The pond was full.", "It rained in May.", *bullets("on the mill;"))
    assert items_of(flow) == (flow, ())


def test_an_agenda_set_in_columns_with_pages() -> None:
    agenda: Table = table(
        ("1.", "APOLOGIES FOR ABSENCE", ""),
        ("2.", "MINUTES", "5 - 12"),
        ("3.", "POND CARE", "13 to 20"),
        ruled=False,
    )
    found = items("Agenda", agenda, agenda=True)
    assert [(i.number, i.heading.text, i.pages) for i in found] == [
        ("1", "APOLOGIES FOR ABSENCE", None),
        ("2", "MINUTES", "5 - 12"),
        ("3", "POND CARE", "13 to 20"),
    ]


def test_an_agenda_of_lines_with_pages_at_their_end() -> None:
    found = items(
        para("**Apologies for Absence**", "1."),
        para("**Minutes** (Pages 5 - 12)", "2."),
        para("**Pond Care** 13 - 20", "3."),
        agenda=True,
    )
    assert [(i.heading.text, i.pages) for i in found] == [
        ("Apologies for Absence", None),
        ("Minutes", "5 - 12"),
        ("Pond Care", "13 - 20"),
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("2. Declarations of interest – none", "Declarations of interest"),
        ("2. Disclosure of Interests None.", "Disclosure of Interests"),
        (
            "2. Minutes of the meeting of 5 May It was resolved that they be signed.",
            "Minutes of the meeting of 5 May",
        ),
        ("2. Police report. PC Lisle reported three incidents in June.", "Police report"),
    ],
)
def test_what_follows_a_title_is_no_title(line: str, title: str) -> None:
    found = headings("1. Apologies for absence", line, "3. Correspondence")
    assert found[1] == ("2", title)


def test_a_heading_in_the_words_of_the_summons() -> None:
    found = headings("1. To receive apologies", NOTED, "2. To approve the minutes", NOTED)
    assert found == [("1", "To receive apologies"), ("2", "To approve the minutes")]


def test_numbers_below_their_headings() -> None:
    found = headings(
        "APOLOGIES",
        "PL146/14",
        NOTED,
        "SITE VISITS",
        "PL147/14",
        NOTED,
        "MINUTES",
        "PL148/14",
        NOTED,
    )
    assert found == [
        ("PL146/14", "APOLOGIES"),
        ("PL147/14", "SITE VISITS"),
        ("PL148/14", "MINUTES"),
    ]


def test_labels_on_lines_of_their_own() -> None:
    assert headings(
        "Item 1:", "Adoption of minutes", NOTED, "Item 2:", "Ponds and their wardens", NOTED
    ) == [("1", "Adoption of minutes"), ("2", "Ponds and their wardens")]


def test_the_number_of_the_agenda_in_brackets_is_no_label() -> None:
    found = items(
        "**Apologies**",
        "(Item 1)",
        NOTED,
        "**Ponds**",
        "(Item 2)",
        NOTED,
        "**Mills**",
        "(Item 3)",
        NOTED,
    )
    assert [(i.number, i.heading.text) for i in found] == [
        ("1", "Apologies"), ("2", "Ponds"), ("3", "Mills"),
    ]  # fmt: skip


def test_a_number_beside_the_first_bullet_is_of_the_heading_above() -> None:
    found = headings(
        [para("**Minutes**", "1."), para(NOTED), para("**Ponds**", "2."), para(NOTED)],
        [para("**Any other business**"), para("\uf0b7 Reeds had been cut.", "3"), para(NOTED)],
    )
    assert found[-1] == ("3", "Any other business")


def test_sentences_between_headings_keep_their_numbers() -> None:
    found = headings(
        [para("Apologies for absence", "1."), para(NOTED)],
        [para("The minutes of the meeting held on 4 May were agreed as a true record.", "2.")],
        [para("Matters arising", "3."), para(NOTED)],
        [para("Accounts were presented by the clerk and were accepted for payment.", "4.")],
    )
    assert [number for number, _ in found] == ["1", "2", "3", "4"]


def test_one_item_alone() -> None:
    assert headings("Present: Ada Quill", [para("Budget of the ponds", "1."), para(NOTED)]) == [
        ("1", "Budget of the ponds")
    ]


def test_lists_of_people_are_no_business() -> None:
    found = headings(
        "Minutes of the Ponds Panel held on 4 May 2027 in the hall by the pond.",
        "**MEMBERS PRESENT**",
        "Ada Quill",
        "**OFFICIALS IN ATTENDANCE**",
        "Joss Tarn",
        "**MINUTES AND MATTERS ARISING**",
        NOTED,
    )
    assert [title for _, title in found] == ["MINUTES AND MATTERS ARISING"]


def test_a_title_in_capitals_ends_at_its_dash() -> None:
    flow = [
        para("MINUTES – The minutes of 4 May were read and agreed by all.", "14/05"),
        para("DATE OF NEXT MEETING – Monday, 9th June at 7.30 p.m. in the Hall", "14/06"),
        para("PUBLIC COMMENT – The Chairman asked whether anybody would speak.", "14/07"),
    ]
    assert headings(*flow) == [
        ("14/05", "MINUTES"),
        ("14/06", "DATE OF NEXT MEETING"),
        ("14/07", "PUBLIC COMMENT"),
    ]


def test_numbers_that_count_through_a_paper_are_its_business() -> None:
    told = "The members heard of it at some length and thanked those who had come."
    titles = [
        "Ponds.",
        "Minutes of 4 May were read and agreed.",
        "Gates",
        "Fete.",
        "Any other business",
    ]
    flow = [b for n, t in enumerate(titles, 1) for b in (para(t, f"{n}."), para(told), para(told))]
    assert [number for number, _ in headings(*flow)] == ["1", "2", "3", "4", "5"]


def test_whole_numbers_on_lines_of_their_own() -> None:
    assert headings(
        "1.0", "Apologies", "1.1", "None.", "2.0", "Finance", "2.1", NOTED, "3.0", "Gate", NOTED
    ) == [("1.0", "Apologies"), ("2.0", "Finance"), ("3.0", "Gate")]


@pytest.mark.parametrize(
    ("line", "title", "rest"),
    [
        ("Apologies: A. Ash; B. Birch", "Apologies", "A. Ash; B. Birch"),
        ("Date of next meeting 10 March 2027", "Date of next meeting", "10 March 2027"),
        ("Planning. 27/0114 Mill Lane, a shed.", "Planning", "27/0114 Mill Lane, a shed."),
        ("Matters arising • The swing was mended.", "Matters arising", "• The swing was mended."),
        ("Mill Lane – the dates were set for June: 3rd and 4th.", "Mill Lane", None),
        ("Ponds The Clerk to chase the county about weed.", "Ponds", None),
        ("Record of members Noted.", "Record of members", "Noted."),
    ],
)
def test_the_text_of_an_item_behind_its_title(line: str, title: str, rest: str | None) -> None:
    flow = [f"1. {line}", "2. Accounts", NOTED, "3. Any other business", NOTED]
    first = items(*flow)[0]
    assert first.heading.text == title
    told = first.flow[0]
    assert isinstance(told, Paragraph)
    assert rest is None or told.text == rest


def test_titles_that_only_begin_like_the_usual_ones() -> None:
    titles = ["Matters arising: (for information only)", "MATTERS ARISING FROM THE MINUTES"]
    flow = [f"{n}. {t}" for n, t in enumerate([*titles, "Accounts"], start=1)]
    assert [t for _, t in headings(*flow)] == [*titles, "Accounts"]


def test_a_list_at_the_end_is_not_the_business_of_a_paper() -> None:
    told = ["The pond was drained by the warden in May.", "The mill is to be let next year."]
    flow = [*told, *told, "1. The gate is old and must be mended.", "2. The wall has fallen down."]
    assert headings(*flow) == []


def test_the_first_items_of_an_agenda_may_read_as_prose() -> None:
    flow = (
        para("A report on the survey of the ponds and of the reeds in them, by the keeper", "1."),
        para("(enclosed)"),
        para("The appointment of somebody to look at the accounts for 2027 (Elm & Co)", "2."),
        para("Questions or comments", "3."),
        para("Any other business", "4."),
    )
    assert [n for n, _ in headings(list(flow), agenda=True)] == ["1", "2", "3", "4"]


def test_a_column_of_numbers_above_all_titles_numbers_none() -> None:
    flow = (
        *(para(f"1.{n}.") for n in range(1, 4)),
        para("2.1."),
        para("**REGULAR MEETING OF THE PONDS BOARD**"),
        para(NOTED),
        para("3. ADJOURNMENT"),
    )
    assert all(n != "2.1" for n, _ in headings(list(flow)))


def test_a_title_of_two_lines_above_its_number() -> None:
    _, items = items_of(
        blocks(
            "APOLOGIES",
            "PND146/14",
            "There were none.",
            "SITE VISITS",
            "PND147/14",
            "Members had seen the pond.",
            "APPLICATION FOR CONSIDERATION 14/50412: POND HOUSE,",
            "MILL LANE, HARROWMERE",
            "PND148/14",
            "It was granted.",
        )
    )
    assert [(i.number, i.heading.text) for i in items] == [
        ("PND146/14", "APOLOGIES"),
        ("PND147/14", "SITE VISITS"),
        (
            "PND148/14",
            "APPLICATION FOR CONSIDERATION 14/50412: POND HOUSE, MILL LANE, HARROWMERE",
        ),
    ]
