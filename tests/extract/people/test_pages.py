"""Who came, was sorry or declared an interest, on web pages of meetings as crawlers copy them."""

from __future__ import annotations

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.extract.people.declarations import DECLARATIONS
from tests.extract.paging import everything, people


def test_substitutes_came_and_are_not_sorry() -> None:
    text = """Agenda and minutes

Items
No. Item

1.

Apologies

Minutes:

Apologies had been received from Councillor Ada Ash, Councillor Lee Birch was substituting in \
her place.

2.

Appointment of Substitute Members

Minutes:

It was noted that Councillor S B Dell had been appointed as a substitute member for Councillor \
S Elm.
"""
    assert sorted(people(text)) == [
        ("Ada Ash", "apologies", None),
        ("Lee Birch", "present", "Ada Ash"),
        ("S B Dell", "present", "S Elm"),
    ]


def test_members_who_declare_in_one_sentence_declare_apart() -> None:
    text = """Agenda and minutes

Items
No. Item

1.

Declarations of Interest

Minutes:

In relation to the question on Country Park, Councillor Ada Ash declared an interest as she had \
a contract with the park, and Councillor Cy Birch declared an interest as an employee of the park.
"""
    assert [(d.name, d.interest) for d in everything(text, DECLARATIONS)] == [
        ("Ada Ash", "an interest as she had a contract with the park"),
        ("Cy Birch", "an interest as an employee of the park"),
    ]


def test_a_bare_list_of_councillors_under_the_title_came() -> None:
    text = """Minutes of the meeting held on Tuesday 21 June 2027

Councillors Mrs Ash, Birch, Cole, Dellow (Chairman), D Elm and T Elm

Also Present:

Councillor Firth

1.           Apologies for Absence

Apologies were received from Councillor Gale.

2.           Election of the Chairman

RESOLVED: That Councillor Dellow be elected as the Chairman.

3.           Urgent Items

There were none.
"""
    came = [(p.name, p.chair) for p in everything(text, ATTENDANCE) if p.status == "present"]
    assert came[:6] == [
        ("Ash", False),
        ("Birch", False),
        ("Cole", False),
        ("Dellow", True),
        ("D Elm", False),
        ("T Elm", False),
    ]


def test_interests_may_be_told_as_facts_or_in_the_passive() -> None:
    text = """Agenda and minutes

Items
No. Item

1.

Declaration of any interests

Minutes:

The following voluntary announcements were made:

·         Councillor Ash-Quick was a tenant of the trust.

·         Councillor R Birch was a trustee of the pool.

Declarations of interest were made by Councillor Ann Cole and Councillor Jo Dell in relation to \
Item 11 Credit Union.
"""
    assert [(d.name, d.interest) for d in everything(text, DECLARATIONS)] == [
        ("Ash-Quick", "was a tenant of the trust"),
        ("R Birch", "was a trustee of the pool"),
        ("Ann Cole", "in relation to Item 11 Credit Union"),
        ("Jo Dell", "in relation to Item 11 Credit Union"),
    ]
