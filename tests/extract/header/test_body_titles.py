from __future__ import annotations

import pytest

from tests.extract.header.test_body import body


@pytest.mark.parametrize(
    ("front", "name"),
    [
        (
            ("Head Teacher: Jo Tarn / Minutes of the Governing Body Meeting held on 4 May 2027",),
            "Governing Body",
        ),
        (
            ("4 MAY 2027 MERE SHIRE COUNCIL MINUTES OF THE GENERAL MEETING HELD AT OAKE",),
            "Mere Shire Council",
        ),
        (("Mere Parish Council Extra Ordinary meeting.", "4 May 2027"), "Mere Parish Council"),
        (("Minutes Annual Parish Council Meeting 4th May 2027",), "Parish Council"),
        (("Minutes of parish council meeting held on 4 May 2027",), "Parish Council"),
        (("PPG Minutes 4th May 2027",), "PPG"),
        (("Mill Lane TRA General Meeting MinutesDraft", "4 May 2027"), "Mill Lane TRA"),
        (
            ("Ponds Board Minutes - 04/05/2027", "MERE COUNTY PONDS BOARD"),
            "Mere County Ponds Board",
        ),
        (
            ("MERE TOWNSHIP", "BOARD OF TRUSTEES MEETING", "4 May 2027"),
            "Mere Township Board of Trustees",
        ),
        (
            ("Regular Meeting of the Board of Trustees", "Mere College District", "4 May 2027"),
            "Mere College District Board of Trustees",
        ),
        (("MINUTES OF THE COMMITTEE MEETING", "MERE PONDS COMMITTEE"), "Mere Ponds Committee"),
        (("MERE BOARD", "MINUTES OF THE MEETING OF THE BOARD MEMBERS"), "Mere Board"),
        (
            ("Decisions of the Plans Panel may be appealed to the Court.", "MERE PLANS PANEL"),
            "Mere Plans Panel",
        ),
        (("MM 24.02.2027 & MERE CITY COUNCIL", "4 May 2027"), "Mere City Council"),
        (("Mere Data Panel – Twenty-second Meeting", "4 May 2027"), "Mere Data Panel"),
        (
            ("Approved by the Mere Board at its meeting of 6 June 2027", "MERE PONDS BOARD"),
            "Mere Ponds Board",
        ),
        (
            ("Mere Tennis Club", "Minutes of Committee Meeting held on 4 May 2027"),
            "Mere Tennis Club",
        ),
        (("AGM Minutes", "4 May 2027"), None),
    ],
)
def test_the_body_that_titles_name(front: tuple[str, ...], name: str | None) -> None:
    assert body(*front)[0] == name


def test_an_address_between_two_titles_keeps_them_apart() -> None:
    front = ("Mere Association", "Suite 230, Mill Lane", "BOARD OF DIRECTORS MEETING", "4 May 2027")
    assert body(*front)[0] == "Mere Association"
