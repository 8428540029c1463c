"""What addresses of a site name, however they are written."""

from __future__ import annotations

import pytest

from pipeline.fetch.modgov.addresses import absolute, is_within, named

BASE = "https://democracy.harrowmere.example/"


@pytest.mark.parametrize(
    ("href", "key"),
    [
        ("documents/s112217/Petition Report.pdf", "s112217"),
        ("documents/g10230/Printed minutes Thursday 15-Jan-2026 19.30 Panel.pdf?T=1", "g10230-T1"),
        ("/Documents/b77/Supplement.pdf?T=9", "b77-T9"),
        ("mgConvert2PDF.aspx?ID=69880", "s69880"),
        ("mgConvert2PDF.aspx?ID=3035&T=0", "g3035-T0"),
        ("mgAi.aspx?ID=51593", "ai51593"),
        ("ieDecisionDetails.aspx?AIId=5", "di5"),
        ("ieDecisionDetails.aspx?ID=5", "dd5"),
        ("mgMeetingAttendance.aspx?ID=9", "ma9"),
        ("ieListDocuments.aspx?CId=3&MeetingId=7&Ver=4", "m7"),
        ("ieListDocuments.aspx?CId=3&MID=7", "m7"),
        ("mgReasonsRestricted.aspx?ID=1&OID=77&OT=A", "s77"),
        ("mgReasonsRestricted.aspx?OID=77&OT=I", "x77"),
        ("mgChooseDocPack.aspx?ID=3&SID=44", "cp3-44"),
        ("mgCommitteeDetails.aspx?ID=7", None),
        ("mgAi.aspx?ID=abc", None),
        ("mgAi.aspx?ID=" + "9" * 40, None),
        ("index.html", None),
    ],
)
def test_things_have_one_name(href: str, key: str | None) -> None:
    address = absolute(BASE, href)
    assert address is not None
    assert named(address).key == key


def test_blanks_line_breaks_and_session_tokens_are_taken_out() -> None:
    assert absolute(BASE + "x/y.aspx", " documents/s1/A\r\n b.pdf ") == BASE + (
        "x/documents/s1/A%20%20b.pdf"
    )
    assert absolute(BASE, "/(X(1)S(abc123))/mgAi.aspx?ID=1") == f"{BASE}mgAi.aspx?ID=1"
    assert absolute(BASE, "documents/s1/50%25 off.pdf") == f"{BASE}documents/s1/50%25%20off.pdf"


@pytest.mark.parametrize(
    "href",
    ["mailto:a@b.example", "javascript:void(0)", "http://[", "https://x:99999/", "ftp://x/y"],
)
def test_what_cannot_be_fetched_is_no_address(href: str) -> None:
    assert absolute(BASE, href) is None


@pytest.mark.parametrize(
    ("url", "within"),
    [
        ("https://democracy.harrowmere.example/a", True),
        ("https://DEMOCRACY.harrowmere.example:443/a", True),
        ("http://democracy.harrowmere.example/a", False),
        ("https://democracy.harrowmere.example.evil.example/a", False),
        ("https://democracy.harrowmere.example:8080/a", False),
        ("https://evil.example/?democracy.harrowmere.example", False),
    ],
)
def test_only_the_sites_own_host_is_within(url: str, within: bool) -> None:
    assert is_within(url, BASE) is within


def test_a_name_and_password_in_an_address_are_dropped() -> None:
    address = absolute(BASE, "https://democracy.harrowmere.example@evil.example/x.pdf")
    assert address == "https://evil.example/x.pdf"
    assert not is_within(address, BASE)


def test_a_site_may_lead_on_to_its_protected_self() -> None:
    assert is_within("https://a.example/x", "http://a.example/")
