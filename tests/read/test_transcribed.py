from __future__ import annotations

from pipeline.read.transcribed import without_debris, without_page_about

PAGE = """Mere Parish Council

Size: px
Start display at page:

Download "Mere Parish Council"

Transcription

1 Mere Parish Council Minutes of 4 May 2027
"""


def test_what_a_page_says_above_a_document_is_left_out() -> None:
    assert without_page_about(PAGE) == "Mere Parish Council Minutes of 4 May 2027\n"


def test_a_heading_alone_is_no_such_page() -> None:
    text = "Minutes\n\nTranscription\n\n1 Mere Parish Council"
    assert without_page_about(text) == text


LEFT = (
    "Borough ong>ofong> Mereong>Cabinetong> ong>Minutesong>\n9 June 2027PRESENTCouncillor Ada "
    "Ash, LeaderCouncillor Bo Birch, ong>Cabinetong> Member for Ponds1. MINUTES OF THE LAST "
    "MEETINGRESOLVED:That ong>theong> minutes be agreed.2. APOLOGIES FOR ABSENCESent by "
    "Councillor Cole.3. PONDS AND REEDSRESOLVED:That ong>theong> pond be dug."
)


def test_what_is_left_of_markup_goes_and_lines_break_again() -> None:
    lines = without_debris(LEFT).split("\n")
    assert "Councillor Ada Ash, Leader" in lines
    assert "2. APOLOGIES FOR ABSENCE" in lines
    assert lines[-1] == "That the pond be dug."


def test_a_word_that_ends_so_is_no_debris() -> None:
    told = "He sang a song>loudly and a gong>softly."
    assert without_debris(told) == told
