from __future__ import annotations

from pipeline.read.transcribed import without_page_about

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
