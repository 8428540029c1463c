from __future__ import annotations

from pipeline.document import Block, Paragraph, Passage
from pipeline.segment.items import items_of


def head(text: str) -> Block:
    return Paragraph(Passage(text), style="heading")


def line(text: str, marker: str | None = None, indent: float = 0.0) -> Block:
    return Paragraph(Passage(text), marker, indent)


CAME = (head("Attendance"), line("Present: Ada Quill, Jo Tarn, Bo Pike, Cy Dell"))
TOLD = line("Jo said that the shed was full of hay and that nobody had looked at it for a year.")


def titles(*flow: Block) -> list[tuple[str | None, str]]:
    return [(i.number, i.heading.text) for i in items_of(flow)[1]]


def test_lists_that_begin_anew_under_headings_are_no_items() -> None:
    flow = (
        *CAME,
        head("Garden shed"),
        TOLD,
        line("Door to be painted", "1."),
        line("Hay moved", "2."),
        head("Fundraising update"),
        line("Cake stall made 40 pounds", "1."),
        line("Raffle still open", "2."),
        line("Quiz in May", "3."),
        head("Treasurer’s report"),
        line("Cash 31 pounds", "1."),
        line("Nothing owed", "2."),
    )
    assert titles(*flow) == [
        (None, "Garden shed"),
        (None, "Fundraising update"),
        (None, "Treasurer’s report"),
    ]


def test_the_list_under_agenda_items_is_the_business() -> None:
    flow = (
        *CAME,
        TOLD,
        head("Agenda items"),
        line("Election of the keeper", "1."),
        line("one vote was cast", "1.", 36),
        line("New sheds", "2."),
        head("General business"),
        line("Jo showed a drawing of the shed.", "1."),
    )
    assert titles(*flow) == [
        ("1", "Election of the keeper"),
        ("2", "New sheds"),
        (None, "General business"),
    ]


def test_who_leads_a_matter_is_no_part_of_its_heading() -> None:
    flow = (
        *CAME,
        TOLD,
        head("Finance update - Jo"),
        TOLD,
        head("Garden shed - Bo"),
        TOLD,
        head("Next year"),
        TOLD,
    )
    assert titles(*flow) == [
        (None, "Finance update"),
        (None, "Garden shed"),
        (None, "Next year"),
    ]


def test_a_list_that_counts_through_the_paper_is_its_business() -> None:
    flow = (
        *CAME,
        head("Minutes"),
        line("Apologies for absence", "1."),
        TOLD,
        line("Matters arising", "2."),
        TOLD,
        line("Any other business", "3."),
    )
    assert [n for n, _ in titles(*flow)] == ["1", "2", "3"]
