import pytest

from pipeline.extraction import Sidecar
from pipeline.resolve import resolve
from pipeline.resolve.meetings.places import place_of, place_of_address, same_place
from tests.resolve.building import DAY, header, paper, rows


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://democracy.netherby.gov.uk/ieListDocuments.aspx?CId=1", ("netherby",)),
        ("http://netherbycity.gov.uk/minutes", ("netherby",)),
        ("https://north-overby.moderngov.co.uk/mgAi.aspx?ID=2", ("north", "overby")),
        ("https://www.applewickparishcouncil.gov.uk/minutes.pdf", ("applewick",)),
        ("https://applewick-pc.org.uk/2020.pdf", ("applewick",)),
        ("https://documents.example/council/netherby", ()),
        ("not an address", ()),
        (None, ()),
    ],
)
def test_the_place_that_an_address_is_of(url, place):
    assert place_of_address(url) == place


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("northoverby",), place_of("North Overby District Council"), True),
        (("north", "overby"), place_of("North Overby Council"), True),
        (("overby",), ("netherby",), False),
        (("northoverby",), place_of("South Overby Council"), False),
        ((), ("netherby",), True),
    ],
)
def test_places_written_as_one_word(one, other, same):
    assert same_place(one, other) is same
    assert same_place(other, one) is same


def test_a_council_is_never_taken_for_another_that_names_its_bodies_alike():
    first = paper("first", header("Cabinet", DAY, authority="Netherby County Council"))
    second = paper(
        "second",
        header("Cabinet", DAY),
        kind="meeting_page",
        sidecar=Sidecar(source_url="https://democracy.overby.gov.uk/ieListDocuments.aspx?CId=1"),
    )
    third = paper("third", header("Cabinet", DAY.replace(day=9)))
    found = rows(resolve([first, second, third]), "meetings")
    assert {row["meeting_id"]: row["authority"] for row in found} == {
        "netherby-cabinet-2021-03-04": "Netherby County Council",
        "overby-cabinet-2021-03-04": None,
        "cabinet-2021-03-09": None,
    }


def test_in_an_archive_of_one_council_its_papers_need_not_name_it():
    first = paper("first", header("Cabinet", DAY, authority="Netherby County Council"))
    later = paper("later", header("Cabinet", DAY.replace(day=9)))
    found = rows(resolve([first, later]), "meetings")
    assert {row["authority"] for row in found} == {"Netherby County Council"}
