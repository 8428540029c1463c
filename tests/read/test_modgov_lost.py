"""Pages of which a copy lost bars, labels or the breaks between lines."""

from __future__ import annotations

from tests.read.flows import paragraphs, read, styled


def titles(text: str) -> list[str]:
    return [title for _, title in styled(read(text), "item")]


def test_bars_that_are_mostly_lost_part_no_rows() -> None:
    text = """Venue: Moot Hall
No. | Item |
Recording of Meeting Minutes: Members were reminded of it.
Apologies for Absence Minutes: None were received.
Interests Members are reminded to disclose any interests.
Minutes: None.
Ponds Minutes: They be noted. |
Gates Minutes: They be noted. |
"""
    assert titles(text) == [
        "Recording of Meeting",
        "Apologies for Absence",
        "Interests",
        "Ponds",
        "Gates",
    ]


def test_a_title_on_two_lines_and_a_sentence_above_the_items() -> None:
    text = """Agenda and minutes

Venue: Moot Hall

No. Item

Councillors A Ash and B Birch replaced Councillors C Cole and D Dell on the Committee.


Apologies


None were received for this meeting of the

Parks Committee.


Elm Borough: Application 7
Extension of the pit pdf icon PDF 352 KB

Additional documents:


It was noted.
"""
    assert titles(text) == ["Apologies", "Elm Borough: Application 7 Extension of the pit"]
    assert any(t.endswith("meeting of the Parks Committee.") for _, t in paragraphs(read(text)))


def test_numbers_with_letters_before_them() -> None:
    text = """Agenda and minutes

No. Item

COU18

Minutes

Minutes:

None.

CM 19

Ponds

Minutes:

None.
"""
    assert titles(text) == ["Minutes", "Ponds"]


def test_what_was_minuted_is_no_title_where_labels_are_lost() -> None:
    text = """Agenda and minutes

Contact: Ada Quill

No. Item


The Chair introduced Members and officers to the meeting


Apologies for Absence

Presented By: Chair


Councillors Ash and Birch


Declarations of Interest


None


Ponds pdf icon PDF 80 KB

The report of the Director of Ponds


They were noted.
"""
    assert titles(text) == ["Apologies for Absence", "Declarations of Interest", "Ponds"]


def test_a_purpose_is_a_title_and_an_agendas_list_is_none() -> None:
    spaced = """Agenda and minutes

No. Item

To elect a Chairman for the remainder of the ensuing year of the Forum.


Ada Quill was elected.


Ponds pdf icon PDF 80 KB


Noted.
"""
    assert titles(spaced)[0].startswith("To elect")
    rows = """Venue: Moot Hall
No. | Item |
Welcome Minutes: The Chair welcomed all.
Interests
Members should say by stating:
a) the item b) the interest Minutes: None were declared.
Apologies Minutes: None.
"""
    assert titles(rows) == ["Welcome", "Interests", "Apologies"]
