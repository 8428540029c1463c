from pipeline.segment.items import items_of
from tests.extract.building import para


def test_letters_that_begin_anew_under_each_section_are_items() -> None:
    flow = (
        para("CONSENT CALENDAR"),
        para("*Report of the Librarian for March. Accepted.", "A."),
        para("*Bills for February. Approved.", "B."),
        para("UNFINISHED BUSINESS"),
        para("Mill Branch project (A. Thorne)", "A."),
        para("The roof is on, and the shelves are ordered."),
        para("State budget", "B."),
        para("Pike did not attend, so nothing was reported.", "J.", indent=36),
        para("Friends of the library", "C."),
    )
    _, items = items_of(flow)
    assert [(item.number, item.heading.text) for item in items if item.number] == [
        ("A", "*Report of the Librarian for March"),
        ("B", "*Bills for February"),
        ("A", "Mill Branch project (A. Thorne)"),
        ("B", "State budget"),
        ("C", "Friends of the library"),
    ]


def test_one_lettered_list_is_no_business() -> None:
    flow = (para("POLICY"), para("Quiet in the hall", "A."), para("No dogs", "B."))
    _, items = items_of(flow)
    assert not [item for item in items if item.number]
