from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Block, Document, MediaType, Paragraph, Part
from pipeline.extraction import PaperKind
from pipeline.segment import paper_kind, segment
from pipeline.segment.parts import minutes_end
from tests import strategies
from tests.extract.building import blocks, para, table

MINUTES = (
    para("**MINUTES OF THE PONDS PANEL HELD ON 4 MAY 2024**"),
    para("Members Present:"),
    para("Councillor Bethan Orme (Chair)"),
    para("**APOLOGIES FOR ABSENCE**", "1."),
    para("There were no apologies for absence from any member of the Panel."),
    para("**POND CARE**", "2."),
    para("RESOLVED: That the report be noted."),
    para("**ANY OTHER BUSINESS**", "3."),
    para("There was none, and nobody minded."),
    para("The meeting ended at 8.45 p.m."),
)
AGENDA = (
    para("**PONDS PANEL**"),
    para("A meeting will be held on 6 July 2024"),
    para("**Agenda**"),
    para("**APOLOGIES FOR ABSENCE**", "1."),
    para("**MINUTES**", "2."),
    para("**STATE OF THE PONDS**", "3."),
)
REPORT = (
    table(("Report title:", "Ponds"), ("Report of:", "Ann Thorne"), ("Date:", "6 July 2024")),
    para("**Recommendations**"),
    para("The Panel is asked to note the state of the ponds."),
)
FORWARD_PLAN = (
    para("**Forward Plan**"),
    table(("Meeting date", "Item"), ("6 July 2024", "Ponds")),
)


def cut(*flow: Block | tuple[Block, ...]) -> tuple[Part, ...]:
    each = [b for f in flow for b in (f if isinstance(f, tuple) else (f,))]
    return segment(Document("application/pdf", tuple(each)))


def kinds(*flow: Block | tuple[Block, ...]) -> list[str]:
    return [p.kind for p in cut(*flow)]


def test_minutes_alone() -> None:
    (part,) = cut(MINUTES)
    assert (part.kind, part.draft) == ("minutes", False)
    assert [i.number for i in part.items] == ["1", "2", "3"]
    assert part.preamble == MINUTES[:3]


def test_a_pack_is_cut_into_its_parts() -> None:
    assert kinds(AGENDA, MINUTES, REPORT, FORWARD_PLAN) == [
        "agenda",
        "minutes",
        "report",
        "forward_plan",
    ]


def test_minutes_inside_a_pack_are_a_draft() -> None:
    assert [p.draft for p in cut(AGENDA, MINUTES)] == [False, True]


def test_parts_are_numbered_in_order() -> None:
    assert [p.index for p in cut(AGENDA, MINUTES, REPORT)] == [0, 1, 2]


def test_two_reports_are_two_parts() -> None:
    body = tuple(para(f"Pond {n} was full all the year.") for n in range(12))
    assert kinds(REPORT, body, REPORT) == ["report", "report"]


def test_what_follows_the_closing_words_is_another_part() -> None:
    more = tuple(para(f"Appendix line {n}: " + "the pond was full. " * 5) for n in range(6))
    assert kinds(MINUTES, more) == ["minutes", "other"]


def test_a_signature_belongs_to_the_minutes() -> None:
    assert kinds(MINUTES, para("Chair, Ponds Panel"), para("Date")) == ["minutes"]


def test_an_adjournment_does_not_end_the_minutes() -> None:
    flow = blocks(
        "The meeting was adjourned for tea.", *["It rained. " * 12] * 6, "The meeting ended."
    )
    assert minutes_end(flow, 0, len(flow)) == len(flow)


def test_minutes_end_after_the_signature() -> None:
    flow = blocks("Text.", "The meeting ended at 8 pm.", "Chair", table(("a", "b")), "Text.")
    assert minutes_end(flow, 0, len(flow)) == 3


def test_a_page_with_marked_up_items_is_one_part() -> None:
    page = (para("Ponds", "1.", style="item"), para("Noted."), *MINUTES)
    (part,) = cut(page)
    assert part.kind == "meeting_page"


@pytest.mark.parametrize(
    ("flow", "kind"),
    [
        (MINUTES, "minutes"),
        (AGENDA, "agenda"),
        ((*AGENDA, *MINUTES), "agenda_pack"),
        ((*AGENDA, *REPORT), "agenda_pack"),
        (REPORT, "report"),
        ((para("RECORD OF DECISION"), para("The pond is to be drained.")), "decision_notice"),
        ((para("Action Log"), table(("Action", "Owner"), ("Dig", "Pike"))), "action_log"),
        ((para("Ponds", "1.", style="item"),), "meeting_page"),
        ((para("The pond was full."),), "other"),
        ((), "other"),
    ],
    ids=[
        "minutes",
        "agenda",
        "agenda and minutes",
        "agenda and report",
        "report",
        "decision",
        "action log",
        "web page",
        "prose",
        "nothing",
    ],
)
def test_what_a_whole_paper_is(flow: tuple[Block, ...], kind: PaperKind) -> None:
    assert paper_kind(cut(flow)) == kind


@pytest.mark.parametrize("media_type", ["application/pdf", "text/plain"])
@given(flow=st.lists(strategies.blocks(), max_size=16))
def test_the_parts_together_hold_every_word(media_type: MediaType, flow: list[Block]) -> None:
    """A table that only frames minutes is dissolved; all else stands as it was."""
    parts = segment(Document(media_type, tuple(flow)))
    kept = " ".join(_words(b) for p in parts for b in p.flow).split()
    assert sorted(kept) == sorted(" ".join(_words(b) for b in flow).split())
    assert [p.index for p in parts] == list(range(len(parts)))
    paper_kind(parts)


def _words(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return " ".join(cell.text for row in block.rows for cell in row.cells)


def test_the_page_of_one_agenda_item_tells_what_happened() -> None:
    flow = (
        para("Agenda item"),
        para("There were apologies for absence from Councillor Bethan Orme, who was unwell."),
    )
    (part,) = cut(*flow)
    assert part.kind == "minutes"


def test_minutes_that_name_nobody_present_are_told_by_their_title() -> None:
    flow = blocks(
        "Minutes of meeting of the Ponds Panel held on 4 May 2027",
        "IN THE CHAIR: Ada Quill",
        "Members spoke of the reeds.",
    )
    assert [p.kind for p in segment(Document("text/plain", flow))] == ["minutes"]


def test_american_minutes_are_told_by_their_motions_and_their_end() -> None:
    flow = blocks(
        "Town of Mere",
        "The chair called the meeting to order.",
        "Motion by Oake, second by Tarn to approve the minutes. Motion carried.",
        "The meeting was adjourned at 7pm.",
    )
    assert [p.kind for p in segment(Document("text/plain", flow))] == ["minutes"]


def test_titles_above_the_title_of_minutes_belong_to_them() -> None:
    flow = blocks("Mere Parish Council, June", *MINUTES)
    (part,) = segment(Document("text/plain", flow))
    assert (part.kind, part.flow[0].text) == ("minutes", "Mere Parish Council, June")


def test_a_title_goes_on_in_the_line_below_where_it_breaks_off() -> None:
    lines = ("Minutes of the meeting of the Ponds Panel held on", "Monday 4 May 2026 at 7.30 pm")
    (part,) = cut(blocks(*lines, *MINUTES[1:]))
    assert part.title == " ".join(lines)


def test_an_interruption_is_no_end() -> None:
    flow = blocks(
        "The meeting was briefly closed at 7.35pm to allow the public to speak.",
        "The pond was spoken of.",
        "The meeting closed at 9pm.",
        "Clerk",
    )
    assert minutes_end(flow, 0, 4) == 4
    assert minutes_end(flow[:2], 0, 2) == 2


def test_minutes_without_the_word_tell_of_their_meeting_as_one_that_was() -> None:
    assert kinds(
        para("Pondham Parish Council Annual General Meeting 12th May 2014"),
        para("The AGM was held on the 12th May 2014 when all councillors were present."),
        para("It was decided to mend the gate."),
    ) == ["minutes"]


def test_a_line_that_begins_small_is_no_title_of_minutes() -> None:
    flow = blocks("**Ponds Board Agenda**", "The public may speak for three", "minutes.")
    flow += blocks("**CALL TO ORDER**", "**ROLL CALL**", "Present: the Board", "**ADJOURN**")
    assert "minutes" not in {p.kind for p in segment(Document("text/plain", tuple(flow)))}


def test_minutes_whose_people_stand_below_a_form() -> None:
    form = [para(f"Meeting {key}: as agreed") for key in ("title", "date", "time", "place")]
    flow = blocks(
        "MEETING MINUTES", *form, *form, *form, *form, "Attendees", "Present:", "Mrs Ada Quill"
    )
    assert [p.kind for p in segment(Document("text/plain", tuple(flow)))] == ["minutes"]
