from __future__ import annotations

from datetime import date

import pytest

from pipeline.document import Block
from pipeline.extract.business.reports import REPORTS, authors_of
from pipeline.records import Report
from tests.extract.building import only, para, part, refusals, table


def report(*flow: str | Block) -> Report:
    (found,) = only(Report, REPORTS, part("report", *flow))
    return found


def test_a_header_of_keys_and_values() -> None:
    found = report(
        table(
            ("Report title:", "Ponds and Mills"),
            ("Report of:", "Ann Thorne, Head of Ponds"),
            ("Date:", "4 May 2024"),
            ("Classification:", "[Unrestricted]"),
            ("Wards affected:", "All"),
            ("Item No:", "5."),
        )
    )
    assert found == Report(
        item_number="5",
        title="Ponds and Mills",
        authors=("Ann Thorne",),
        dated=date(2024, 5, 4),
        classification="Unrestricted",
    )


def test_a_header_whose_cells_hold_key_and_value() -> None:
    found = report(
        table(
            ("Improvement and Assurance Board 4 May 2024", ""),
            ("Report of: Ann Thorne, Head of Ponds", "Classification: Unrestricted"),
            ("The State of the Ponds", ""),
        )
    )
    assert found.title == "The State of the Ponds"
    assert found.authors == ("Ann Thorne",)
    assert (found.dated, found.classification) == (date(2024, 5, 4), "Unrestricted")


def test_a_header_of_keys_over_values() -> None:
    found = report(
        table(("Title", "Date", "Classification"), ("Ponds", "4 May 2024", "Unrestricted"))
    )
    assert (found.title, found.dated) == ("Ponds", date(2024, 5, 4))


def test_a_header_of_lines() -> None:
    found = report(
        "Report title: Ponds and Mills",
        "Report of: Ann Thorne, Head of Ponds",
        "Date: 4 May 2024",
    )
    assert (found.title, found.authors, found.dated) == (
        "Ponds and Mills",
        ("Ann Thorne",),
        date(2024, 5, 4),
    )


def test_a_bold_line_is_the_title_where_no_key_names_one() -> None:
    found = report("Report of: Ann Thorne", para("**The State of the Ponds**"), "It rained.")
    assert found.title == "The State of the Ponds"


def test_a_header_without_a_title_is_refused() -> None:
    of = part("report", "Report of: Ann Thorne", "It rained.")
    assert len(refusals(REPORTS, of)) == 1


def test_text_without_a_header_is_no_report() -> None:
    assert list(REPORTS.find(part("report", "It rained on the ponds."))) == []


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        ("Ann Thorne, Head of Ponds", ("Ann Thorne",)),
        ("Ann Thorne and Joe Pike", ("Ann Thorne", "Joe Pike")),
        ("Ann Thorne, Head of Ponds; Joe Pike, Director of Mills", ("Ann Thorne", "Joe Pike")),
        ("Director of Finance", ()),
        ("Councillor Ann Thorne, Cabinet Member", ("Ann Thorne",)),
        ("Ann Thorne - Corporate Director", ("Ann Thorne",)),
        ("", ()),
    ],
)
def test_who_wrote_a_report(printed: str, authors: tuple[str, ...]) -> None:
    assert authors_of(printed) == authors
