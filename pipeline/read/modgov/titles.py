"""What a meeting's web page prints in set words: item titles, labels, cut-off notes, headings."""

from __future__ import annotations

import re

from pipeline.lexicon import rule
from pipeline.read.wrapping import fold

FILE_TAIL = re.compile(
    r"\s{0,9}(?:,\s{1,9}item\s{1,9}\w+\.?\s{1,9})?(?:pdf icon|word icon)?\s{0,9}"
    r"\b(?:PDF|DOCX?|XLSX?|PPTX?|RTF|HTML)\s+\d+(?:[.,]\d+)?\s*[KM]?B\b",
    re.IGNORECASE,
)
"""The type and size of the file that a title links to: 'PDF 128 KB'."""
_CUT_TAIL = re.compile(r"\s+(?:pdf|word) icon(?:\s+(?:PDF|DOCX?)(?:\s+\d*(?:\s*[KM])?)?)?\s*$")
"""The same, where an excerpt of a page ends within it."""
LABEL = rule("pages", "label")
"""What sets off the parts of an item; the page prints it in just these words."""
NUMBER = re.compile(
    r"\d{1,4}[a-z]{0,2}\.?|[A-Z]\d{1,3}\.|\d{1,4}/\d{1,4}\.?|\d{1,3}(?:\.\d{1,2})+\.?"
    r"|[A-Z]{1,5}\s?\d{1,4}/\d{2}(?:\d{2})?\.?|[A-Z]{1,4}\s?\d{1,4}"
    r"|\d{2}(?:-\d{2})?/[A-Z]{1,5}/\d{1,4}"
)
"""An item's number, alone in its cell."""
PAGE_KIND = rule("pages", "kind")
"""The main heading of a page: what is published of the meeting."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
WEEKDAY_DATE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+\d{1,2}(?:st|nd|rd|th)?\s+"
    rf"{_MONTH},?\s+\d{{4}}",
    re.IGNORECASE,
)
_CUT = rule("pages", "cut")
CHROME = rule("pages", "chrome")
"""Links that some councils' pages set among the items."""
_DIRECTIONS = rule("pages", "directions")
_SENTENCE = re.compile(
    r"(?<=\s)(?:To\s+[a-z]|(?:[A-Z][\w'’]*|The [A-Z]\w+(?: [A-Z]\w+)?)\s+"
    r"(?:is|are|was|were|will|may|has|have|must|should|can|provides?|asks?|sets? out)\s)"
)


_DESCRIPTION = re.compile(
    r"(?<=[a-z)’'])\s+(?=(?:The|This|These|In|If|A(?=\s[a-z]+\s[a-z]+\s)|An|Any|Please|Under|Pursuant|Following|Where|"
    r"Subject|Each|At|It|As|Report(?= for))\s[a-z])"
)
"""Where a sentence begins after a title: words of a title are not set so."""
_SUBJECT = rule("pages", "sentence_on_people")
"""'Disclosure of Interests Members and co-opted Members are reminded ...'."""
_OFFICER = rule("pages", "officer_to_report")
"""'Learning Update Head of Learning to report.', 'Ponds Report of the Head of Parks attached.'"""
_LETTERED = re.compile(r"(?<=\w)\s+(?=\(?a\)\s+\S.{0,200}?\s\(?b\)\s)", re.DOTALL)
"""'Announcements a) Mayor b) Leader': the matters under a title."""
_RULE = re.compile(
    r"(?<=[a-z)])\s+(?=(?:These|This|They|It)\s(?:item\s)?(?:must|should|is|are|will|may)\s[a-z])"
)
"""'Public questions These must be received by noon': what the title's matter is bound to."""
_CONTACT = re.compile(r"\s(?=Contact:\s)")
_CAPITALS = re.compile(
    r"(?=[^a-z]*[A-Z]{5})[A-Z0-9][A-Z0-9’'&,/()-]+(?:\s+[A-Z0-9’'&,/()-]+)+"
    r"(?=\s+[A-Z][a-z]*(?:\s+[a-z]\S*){2})"
)
"""'URGENT BUSINESS It being a special meeting': a title in capitals before a sentence."""
_ARTICLES = ("A", "An", "The", "This")
"""What no title is, though a sentence about somebody begins behind it: 'The Forum will be ...'."""
_PURPOSE = re.compile(
    r"(?<=\s)To\s+(?:receive|consider|note|approve|confirm|agree|sign|declare|elect|appoint|determine)\b"
)


def split_title(text: str) -> tuple[str, str]:
    """An item's title and the text of the agenda that runs on after it on the same line.

    A file size after the title ends it; without one the title ends where a sentence begins.
    """
    text = text.strip()
    if tail := FILE_TAIL.search(text):
        return fold(text[: tail.start()]), text[tail.end() :].strip()
    ends = text.endswith((".", ":", "?"))
    starts = [
        found.start()
        for found in (
            ends and _SENTENCE.search(text),
            ends and _DESCRIPTION.search(text),
            ends and _SUBJECT.search(text),
            ends and _OFFICER.search(text),
            _PURPOSE.search(text),
            _RULE.search(text),
            _LETTERED.search(text),
            _CONTACT.search(text),
        )
        if found
    ]
    starts = [start for start in starts if text[:start].strip() not in _ARTICLES]
    if capitals := _CAPITALS.match(text):
        starts.append(capitals.end())
    if starts:
        return fold(text[: min(starts)]), text[min(starts) :].strip()
    return fold(text), ""


def without_tail(text: str) -> str:
    """`text` without the sizes of linked files and links to a map."""
    return _DIRECTIONS.sub("", _CUT_TAIL.sub("", FILE_TAIL.sub("", text))).strip()


def without_cut(text: str) -> tuple[str, str | None]:
    """`text` without a page's note that it was cut, and the number of the item if it was.

    The number is '' where the note gives none.
    """
    found = _CUT.search(text)
    if found is None:
        return text, None
    return _CUT.sub("", text).strip(), (found[1] or "").rstrip(".")


def cut_problem(item: str) -> str:
    """What to say of an item that the page shows in part."""
    which = f"item {item}" if item else "an item"
    note = f"view the full minutes text for item {item}".rstrip()
    return (
        f"{which} is cut on the web page ('{note}'): "
        "fetch the item's own page or the printed minutes"
    )
