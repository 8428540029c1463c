from __future__ import annotations

from pipeline.read.counted_lines import counted_lines
from tests.read.flows import paragraphs, read

TYPED = """MINUTES OF THE PLANNING MEETING HELD IN THE READING ROOM
Councillors present: A Ash  B Birch  C Cole  D Dell and with them the clerk
118 Apologies were sent by Cllr Elm. Cllr Fern was away as well as her son
119 Letter from the rector, asking if the council would pay half for mowing
in the churchyard. Clerk to write and ask what the new mower would cost us
120 The footpath leaflet is out. Cllr Ash is to walk the north path and to
tell the clerk if the stile has been mended
121 The bill for the hall was passed for payment.
"""


def test_each_number_that_counts_on_begins_a_paragraph() -> None:
    begun = [text.split(maxsplit=1)[0] for _, text in paragraphs(read(TYPED))]
    assert begun[2:] == ["118", "119", "120", "121"]


def test_a_row_among_items_is_no_row_of_a_table() -> None:
    text = (
        "118     Those present\n\nPresent      Cllr A Ash, Cllr B Birch\n\n"
        "119     Apologies        Cllr C Cole     Cllr D Dell\n\n120     Ponds\n\n"
        "Deep.\n\n121     Paths\n"
    )
    assert "119 Apologies Cllr C Cole Cllr D Dell" in [t for _, t in paragraphs(read(text))]


def test_years_and_numbers_that_leap_count_nothing() -> None:
    assert counted_lines(["2017 The", "12 A", "14 B", "15 C", "19 D"]) == frozenset()
    assert counted_lines(["7 Ash", "8 Birch", "9 Cole"]) == frozenset()  # too few to tell
