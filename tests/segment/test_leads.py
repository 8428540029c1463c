from __future__ import annotations

from msgspec import structs

from pipeline.document import Block, Paragraph, Table
from pipeline.provenance import Box
from pipeline.segment.leads import without_leads
from tests.extract.building import para, passage, table


def title(text: str, lead: str, number: str, *, left: float = 500.0) -> Paragraph:
    whole = passage(f"{text} {lead}")
    last = whole.words[-1]
    moved = structs.replace(last, box=Box(left, last.box.top, left + 20, last.box.bottom))
    return Paragraph(structs.replace(whole, words=(*whole.words[:-1], moved)), number)


def texts(*flow: Block) -> list[tuple[str | None, str]]:
    return [(b.marker, b.text) for b in without_leads(flow) if isinstance(b, Paragraph)]


THREE = (title("Apologies", "JT", "1"), title("Sheds", "All", "2"), title("Hay", "AQ/JT", "3"))


def test_the_column_of_who_leads_is_no_part_of_the_titles() -> None:
    assert texts(*THREE) == [("1", "Apologies"), ("2", "Sheds"), ("3", "Hay")]


def test_two_titles_with_nothing_under_them_are_no_table() -> None:
    rows = table(("4 Barn", "All"), ("5 Mill", "JT"), ruled=False)
    moved = [
        structs.replace(r.cells[1].passage.words[0], box=Box(500, 100, 520, 110)) for r in rows.rows
    ]
    made = Table(
        tuple(
            structs.replace(
                r,
                cells=(
                    r.cells[0],
                    structs.replace(
                        r.cells[1], passage=structs.replace(r.cells[1].passage, words=(w,))
                    ),
                ),
            )
            for r, w in zip(rows.rows, moved, strict=True)
        ),
        2,
        ruled=False,
    )
    assert texts(*THREE, made)[-2:] == [("4", "Barn"), ("5", "Mill")]


def test_letters_without_a_gap_belong_to_the_title() -> None:
    flow = tuple(
        para(f"Report of the {n}", str(at)) for at, n in enumerate(("PCC", "PTA", "WI"), 1)
    )
    assert texts(*flow)[0] == ("1", "Report of the PCC")
