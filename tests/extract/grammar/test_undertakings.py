from __future__ import annotations

import pytest

from pipeline.extract.grammar.acting_people import People
from pipeline.extract.grammar.undertakings import is_promise, owner_of, undertaking


@pytest.mark.parametrize(
    ("sentence", "origin", "owner"),
    [
        ("Clerk to write to the County Council.", "agreed", "Clerk"),
        ("The Clerk will report back in May.", "agreed", "The Clerk"),
        ("Cllr Pike to contact the contractor.", "agreed", "Cllr Pike"),
        ("The Chair agreed to write to the Mayor.", "agreed", "The Chair"),
        ("Hugh Penhallow undertook to circulate the figures.", "agreed", "Hugh Penhallow"),
        ("It was agreed that the Clerk would write to residents.", "agreed", "the Clerk"),
        ("The Director of Homes was asked to bring a paper.", "requested", "The Director of Homes"),
        ("Secretary will contact the school.", "agreed", "Secretary"),
        ("The Council will approach the owner of the hedge.", "agreed", "The Council"),
        ("A visitor came late and was asked to look into this.", "requested", "A visitor"),
    ],
)
def test_an_undertaking_and_its_owner(sentence: str, origin: str, owner: str) -> None:
    found = undertaking(sentence)
    assert found is not None
    assert (found.origin, found.owner) == (origin, owner)
    assert 0 < found.confidence < 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Members requested that the figures be shown by ward.",
        "The Panel asked for a report on damp.",
        "Requested that the map be redrawn.",
    ],
)
def test_a_request_of_nobody_named(sentence: str) -> None:
    found = undertaking(sentence)
    assert found is not None
    assert found.origin == "requested"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask Adam to clean the hall before the fair.",
        "We need to get another quote before proceeding.",
        "To be chased up.",
        "For agenda at next meeting: the pond.",
        "A new shade is required, cost to be investigated.",
    ],
)
def test_a_task_of_nobody_named(sentence: str) -> None:
    found = undertaking(sentence)
    assert found is not None
    assert found.origin == "agreed"


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Jo will make a gumbo.", "Jo"),
        ("Jo T. will take care of the paper plates.", "Jo T."),
        ("Jo knows somebody and will ring him.", "Jo"),
    ],
)
def test_a_task_of_one_of_the_papers_people(sentence: str, owner: str) -> None:
    found = undertaking(sentence, People(frozenset({"Jo", "Tarn"}), frozenset({"JT"})))
    assert found is not None
    assert found.owner == owner


@pytest.mark.parametrize(
    "sentence",
    [
        "The pond was full in June.",
        "The Council will receive the money in May.",
        "Waiting for plans to be written.",
        "The Board agreed to note the report.",
        "The Committee agreed to adjourn.",
        "Councillor Pike had asked that the map be redrawn.",
        "The Chair agreed to take item 7 first.",
        "Members to note the date.",
    ],
)
def test_what_only_tells(sentence: str) -> None:
    assert undertaking(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "promise"),
    [
        ("It was agreed that the Clerk would write to residents.", True),
        ("It was agreed that the Board would meet monthly.", False),
        ("It was agreed that the pond be drained.", False),
    ],
)
def test_an_agreement_that_tells_what_somebody_will_do(sentence: str, promise: bool) -> None:
    assert is_promise(sentence) is promise


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Clerk should write to residents.", "The Clerk"),
        ("Elected members should consider the questions.", "Elected members"),
        ("the map be updated by the Head of Maps.", "the Head of Maps"),
        ("Members should consider the map.", "Members"),
        ("the map be redrawn.", None),
        ("The Board should meet.", None),
    ],
)
def test_the_owner_of_an_action(text: str, owner: str | None) -> None:
    assert owner_of(text) == owner


@pytest.mark.parametrize(
    ("sentence", "origin", "owner"),
    [
        ("EP to inform the applicant.", "agreed", "EP"),
        ("The Chair said that she would write to the landowner.", "agreed", "The Chair"),
        (
            "In reply the Chief Finance Officer (ABC) agreed to circulate the costs.",
            "agreed",
            "the Chief Finance Officer",
        ),
        ("The costs would be circulated to Members after the meeting.", "agreed", None),
        ("Maud Lisle requested the panel to share the film.", "requested", "the panel"),
    ],
)
def test_other_forms_of_an_undertaking(sentence: str, origin: str, owner: str | None) -> None:
    found = undertaking(sentence)
    assert found is not None
    assert (found.origin, found.owner) == (origin, owner)


@pytest.mark.parametrize(
    "sentence",
    [
        "At the last meeting the Chair said that she would write to the landowner.",
        "Councillor Pike said that he would leave the room.",
    ],
)
def test_what_is_no_new_undertaking(sentence: str) -> None:
    assert undertaking(sentence) is None


PEOPLE = People(frozenset({"Ada", "Quill", "Linda", "Jo"}), frozenset({"AQ", "JT", "NO"}))


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Linda to make the warning sign.", "Linda"),
        ("Ada Quill will speak to him about the plough.", "Ada Quill"),
        ("JT would expedite.", "JT"),
        ("AQ still had to investigate a further grant.", "AQ"),
        ("This was outstanding, JT to chase.", "JT"),
        ("NO to respond to the District.", "NO"),
        ("JT and AQ to meet soon.", "JT and AQ"),
        ("CLERK TO WRITE TO THE COUNTY", "CLERK"),
        ("Clerk asked to contact the mower.", "Clerk"),
        ("A letter is to be sent to the school.", None),
        ("A reply will be drafted.", None),
        ("He will measure up and report back.", "He"),
    ],
)
def test_what_people_of_the_paper_are_to_do(sentence: str, owner: str | None) -> None:
    found = undertaking(sentence, PEOPLE)
    assert found is not None
    assert found.owner == owner


@pytest.mark.parametrize(
    "sentence",
    [
        "CDC will provide the skip.",
        "Linda would like a longer bench.",
        "The school had asked Linda to write a play.",
        "The hedge is to be cut by the county.",
        "The Chairman invited Members to speak.",
        "They asked the Council to take note of the cost.",
        "She advised that the Show would take place in May.",
    ],
)
def test_what_people_only_told(sentence: str) -> None:
    assert undertaking(sentence, PEOPLE) is None


def test_a_clerk_named_after_the_office_will_act() -> None:
    asked = undertaking("The Clerk Quill will send a letter to the tenant.")
    assert asked is not None
    assert asked.owner == "The Clerk Quill"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask the builder for advice on the roof.",
        "Contact Highways again.",
        "Email Jo to clarify when it will end.",
        "Incident form to be completed.",
        "The Treasurer will check the sums.",
        "Bookings secretary to send the list.",
        "All members to send comments to Jo.",
        "JT has walked the path and will write to the owner.",
    ],
)
def test_what_is_bidden(sentence: str) -> None:
    people = People(frozenset({"Jo", "Tarn"}), frozenset({"JT"}))
    assert undertaking(sentence, people) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Contact details are on the board.",
        "Contact with the school was made in May.",
        "Email from Jo about the pond.",
        "Send forms to the hall or they may be left here.",
        "Members were asked to declare any interest.",
        "Action from last meeting: Clerk to add the gate to the agenda.",
        "A date should be able to be provided in June.",
    ],
)
def test_what_bids_nobody(sentence: str) -> None:
    assert undertaking(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Sunny to arrange for the panel to be in the office.", "Sunny"),
        ("HdG to print a poster for the window", "HdG"),
        ("-RRA to look at mowing.", "RRA"),
        ("Healthwatch to draw up a list of three venues.", "Healthwatch"),
        ("Lights to be tested by Tam Elm.", None),
        ("He would let Members have a list of the boats.", "He"),
    ],
)
def test_whoever_is_to_do_what_is_surely_a_task(sentence: str, owner: str | None) -> None:
    found = undertaking(sentence)
    assert found is not None
    assert found.owner == owner


@pytest.mark.parametrize(
    "sentence",
    [
        "Nothing to report on the shelter.",
        "Happy to help with the survey.",
        "Parents to write to the council?",
        "Call to order 7:03 PM.",
    ],
)
def test_what_only_looks_like_it_is_no_task(sentence: str) -> None:
    assert undertaking(sentence) is None


def test_a_name_behind_words_whose_line_break_was_lost() -> None:
    found = undertaking("Testing of Fans Jo to ask the fitter.", People(frozenset({"Jo"})))
    assert found is not None
    assert found.owner == "Jo"


def test_a_title_on_the_line_of_a_task_is_not_its_owner() -> None:
    people = People(frozenset(), frozenset({"JT"}))
    found = undertaking("Litter Group JT to ask the wardens.", people)
    assert found is not None
    assert found.owner == "JT"


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Staff will work with the builders of the sluice.", "Staff"),
        ("The Clerk would see to this.", "The Clerk"),
        ("They will advertise again in May.", None),
        ("We will explore this further at the next meeting.", None),
        (
            "The Ponds Manager said that she did not have the figure but would send it round.",
            "The Ponds Manager",
        ),
        ("Cllr Thorne said no answer had come and that he would write again.", "Cllr Thorne"),
        ("Joss Pike said he’ll finish the drawing tonight.", "Joss Pike"),
        ("Councillors are looking at the gate, and will then arrange a day.", "Councillors"),
        ("New reminders will be sent out next week.", None),
        ("The minutes will be posted on the board.", None),
    ],
)
def test_what_anybody_will_do(sentence: str, owner: str | None) -> None:
    found = undertaking(sentence)
    assert found is not None
    assert found.owner == owner


@pytest.mark.parametrize(
    "sentence",
    [
        "The next meeting will take place in May.",
        "The survey will help us to decide.",
        "She declared an interest in the pond and would leave the room.",
        "He said that he would leave the room.",
        "The New Sluice would bring frogs.",
        "There will be a fair in May.",
    ],
)
def test_what_will_be_is_no_task(sentence: str) -> None:
    assert undertaking(sentence) is None
