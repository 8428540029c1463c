"""The kind of a paper is told from its bytes first."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PipelineError, UnreadablePaperError
from pipeline.read.sniff import sniff

PAGE = b"\xef\xbb\xbf\n<!DOCTYPE html><html><head></head><body><p>Minutes</p></body></html>"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n...", "minutes.pdf", "application/pdf"),
        (b"junk " * 100 + b"%PDF-1.4\n", "minutes.pdf", "application/pdf"),
        (b"%PDF-1.7\n...", "download.txt", "application/pdf"),
        (PAGE, "page.html", "text/html"),
        (PAGE, "page.txt", "text/html"),
        (PAGE, "ieListDocuments.aspx", "text/html"),
        (b"<?xml version='1.0'?>\n<html xmlns='x'><body/></html>", "page.xhtml", "text/html"),
        (b"<table><tr><td>1.</td></tr></table>", "fragment.htm", "text/html"),
        (b"# Minutes\n\n- one", "minutes.md", "text/markdown"),
        (b"MINUTES of the Council", "minutes.TXT", "text/plain"),
        ("Caf\xe9 licence".encode("cp1252"), "note.txt", "text/plain"),
        ("Minutes".encode("utf-16"), "note.txt", "text/plain"),
    ],
)
def test_kind(data: bytes, name: str, kind: str) -> None:
    assert sniff(data, name) == kind


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.pdf", "empty"),
        (b" \n\t", "a.txt", "empty"),
        (PAGE, "minutes.pdf", "the server sent a web page"),
        (b"PK\x03\x04....word/document.xml", "minutes.pdf", "Word document"),
        (b"PK\x03\x04....things", "minutes.pdf", "unpack"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "minutes.doc", "export it as PDF"),
        (b"\x89PNG\r\n\x1a\n", "scan.pdf", "OCR"),
        (b"Dear all", "minutes.pdf", "no PDF header"),
        (b"a,b,c", "votes.csv", "not a known type"),
        (b"\x00\x01\x02\x03" * 50, "minutes.txt", "binary"),
        (b"<?xml version='1.0'?><meeting><id>1</id></meeting>", "meeting.html", "XML"),
    ],
)
def test_refused_with_the_remedy(data: bytes, name: str, says: str) -> None:
    with pytest.raises(UnreadablePaperError, match=says) as refused:
        sniff(data, name)
    assert str(refused.value).startswith(name)


@given(st.binary(max_size=300), st.sampled_from(["a.pdf", "a.html", "a.md", "a.txt", "a", "a.zip"]))
def test_any_bytes_have_a_kind_or_a_reason(data: bytes, name: str) -> None:
    with suppress(PipelineError):
        assert sniff(data, name).startswith(("application/", "text/"))
