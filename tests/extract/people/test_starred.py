from __future__ import annotations

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, para
from tests.extract.people.listing import people


def test_a_star_before_a_name_means_what_the_legend_says() -> None:
    flow = (
        para("Mr D Thorne (Chairman)", "*"),
        para("Mrs H Pike", "*"),
        para("Mr L Orme"),
        para("Mrs E Elm", "*"),
        para("*Present"),
    )
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=flow))
    assert [(p.name, p.chair) for p in found if p.status == "present"] == [
        ("D Thorne", True),
        ("H Pike", False),
        ("E Elm", False),
    ]


def test_stars_without_a_legend_tell_nothing_of_who_came() -> None:
    flow = (para("Mr D Thorne", "*"), para("Mrs H Pike", "*"), para("Mrs E Elm", "*"))
    assert only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=flow)) == []


def test_who_has_no_star_is_absent_or_sorry() -> None:
    flow = (
        para("Cllr. D.L. Thorne (Chairman)", "*"),
        para("Cllr. G.T. Orme"),
        para("Cllr. M.J. Elm", "*"),
        para("Cllr. Miss L. Pike"),
        para("Cllr. A. Stokes", "*"),
        para("Denotes Members present.", "*"),
    )
    said = item("318", "Apologies for Absence", "Apologies were received from Cllr. Miss Pike.")
    found = only(Attendee, ATTENDANCE, minutes(said, front=flow))
    assert {p.name: p.status for p in found if p.status != "present"} == {
        "G.T. Orme": "absent",
        "L. Pike": "apologies",
    }


def test_signs_behind_names_say_who_did_not_come() -> None:
    found = people(
        "Present:",
        "Ann Thorne (AT)",
        "Lucy Ferris (LF) *",
        "Cllr. Ray Orme (RO) +",
        "Joe Pike (JP)",
        "* Denotes absence from the meeting",
        "+Denotes absence and apologies accepted",
    )
    assert sorted((name, status) for name, _, status in found) == [
        ("Ann Thorne", "present"),
        ("Joe Pike", "present"),
        ("Lucy Ferris", "absent"),
        ("Ray Orme", "apologies"),
    ]


def test_a_list_run_into_one_line_is_parted_at_its_stars() -> None:
    found = people(
        "Elected Members * P H Thorne Mere D C * W J Orme R Pike * L T Elm * Mrs J K Stokes",
        "* Present (75%)",
    )
    assert [name for name, _, _ in found] == ["P H Thorne", "W J Orme", "L T Elm", "J K Stokes"]
