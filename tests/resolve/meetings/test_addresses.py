from datetime import date

import pytest

from pipeline.resolve.meetings.addresses import (
    dates_in,
    dates_of_address,
    meeting_of_address,
    names_of,
)

DAY = date(2021, 3, 4)


@pytest.mark.parametrize(
    "name",
    [
        "board-2021-03-04-minutes.pdf",
        "2021_03_04.pdf",
        "20210304_minutes.pdf",
        "Minutes 04.03.21.pdf",
        "minutes 4-3-2021.docx",
        "Public reports pack 4th-Mar-2021 18.30 Best Start Board.pdf",
        "Printed minutes Thursday 04-Mar-2021 18.30 Board.pdf",
        "minutes of the 4th of March 2021",
        "Minutes-March-4-2021.pdf",
    ],
)
def test_a_full_date_in_a_name_is_read(name):
    assert dates_in(name) == [DAY]


@pytest.mark.parametrize(
    "name",
    [
        "tree-plan-2021-03.pdf",
        "plan-2021-22.pdf",
        "record-of-decision-21-00093.pdf",
        "20211340.pdf",
        "1234202103045678.pdf",
        "minutes.pdf",
        "version 1.2.3",
    ],
)
def test_what_is_no_full_date_is_none(name):
    assert dates_in(name) == []


def test_several_dates_are_all_told_in_their_order():
    assert dates_in("2021-06-03-minutes-of-2021-03-04.pdf") == [date(2021, 6, 3), DAY]


def test_a_moderngov_address_names_its_meeting():
    page = "https://democracy.netherby.gov.uk/ieListDocuments.aspx?CId=12&MId=0345&Ver=4"
    pack = "https://democracy.netherby.gov.uk/documents/g345/Pack%204th-Mar-2021.pdf?T=10"
    old = "http://democracy.netherby.gov.uk/CeListDocuments.aspx?MeetingId=345&DF=04%2f03%2f2021"
    site = ("democracy.netherby.gov.uk", "345")
    assert [meeting_of_address(url) for url in (page, pack, old)] == [site] * 3
    assert [dates_of_address(url) for url in (page, pack, old)] == [[], [DAY], [DAY]]


@pytest.mark.parametrize(
    "url",
    [
        None,
        "https://netherby.gov.uk/mgAi.aspx?ID=345",
        "https://netherby.gov.uk/documents/s345/Report.pdf",
        "https://netherby.gov.uk/ieListDocuments.aspx?CId=12",
    ],
)
def test_other_addresses_name_none(url):
    assert meeting_of_address(url) is None


def test_the_name_comes_before_the_folder():
    assert list(names_of("papers/2021-03-04/pack.pdf")) == ["pack.pdf", "2021-03-04"]
    assert list(names_of("https://a.gov.uk/x/My%20pack.pdf?T=1")) == ["My pack.pdf", "x"]
