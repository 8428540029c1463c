from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Paragraph
from pipeline.read.run_in_capitals import cut_at_capitals, without_running_heads
from tests.read.flows import paragraphs, read

HEAD = "CONFIRMED MINUTES OF THE MEETING OF 20 JUNE 2027"
TALK = "The pond was looked at by the warden, who told the members of its state at length. "
FIRST = (
    f"{HEAD} ATTENDANCE Crs A Ash, B Birch & C Cole OFFICERS PRESENT Ms D Dell, Clerk APOLOGIES "
    f"Apology received from Cr E Elm. {TALK * 8}MINUTES RESOLUTION: That the Minutes be confirmed. "
    "MOVED: Cr Ash SECONDED: Cr Birch CARRIED"
)
SECOND = (
    f"{HEAD} {TALK * 8}4.1 WORKS REPORT RESOLUTION: That it be received. MOVED: Cr Cole "
    "SECONDED: Cr Ash CARRIED"
)


def test_headings_labels_and_numbers_stand_apart_again() -> None:
    found = [text for _, text in paragraphs(read(f"{FIRST}\n\n{SECOND}"))]
    assert "Crs A Ash, B Birch & C Cole" in found
    assert found[found.index("OFFICERS PRESENT") + 1] == "Ms D Dell, Clerk"
    assert "RESOLUTION: That the Minutes be confirmed." in found
    assert "MOVED: Cr Ash" in found
    assert ("4.1", "WORKS REPORT") in paragraphs(read(f"{FIRST}\n\n{SECOND}"))


def test_the_head_of_a_page_stands_once() -> None:
    assert without_running_heads([FIRST, SECOND]) == [FIRST, SECOND[len(HEAD) + 1 :]]
    assert without_running_heads([TALK, SECOND]) == [TALK, SECOND]


def test_prose_with_abbreviations_stays_whole() -> None:
    assert cut_at_capitals(f"The NHS and the BBC told RSPCA and UNISON. {TALK * 9}") == []


@given(st.text(alphabet="ABCab .:,4\n", max_size=200))
def test_no_letter_is_lost(text: str) -> None:
    found = cut_at_capitals(text)
    told = "".join(f"{b.marker or ''}{b.text}" for b in found if isinstance(b, Paragraph))
    assert not found or "".join(told.split()) == "".join(text.split())
