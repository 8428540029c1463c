"""What a page carries besides its text: page numbers, stamps, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.lexicon import rule
from pipeline.read.pdf.lines import Line

_EDGE = 0.12
"""Share of the page's height, at its top and its bottom, in which furniture stands."""
_PAGED = 2
"""Pages at whose foot a line stands that begins or ends with the number of its page."""
_FOOT = 0.18
"""Share of the page's height, at its bottom, in which a line stands that most pages end with."""
_STAMP = re.compile(
    r"""(?:
        page \s* \d+ (?: \s* (?:of|/) \s* \d+)?
      | [-–] \s* \d+ \s* [-–]
      | \d{1,4} (?: \s* (?:of|/) \s* \d{1,4})?
      | agenda \s+ item (?: \s+ no)? \.? :? \s* [\w.]{1,8}
      | (?:minute|agenda) \s+ (?:item|annex|appendix) \s+ \w{1,4}
    )\.?""",
    re.IGNORECASE | re.VERBOSE,
)
_TITLE = re.compile(r"\b(?:minutes|agenda(?!\s+items?\b)|notes\s+of)\b", re.IGNORECASE)
_ITEM = re.compile(
    r"\W*(?:\d+[./)]|(?:to\s+)?(?:approv|confirm|agree|sign|receiv|accept)\w*\b)|.*\b(?:last|previous)\b",
    re.IGNORECASE,
)
"""'3. To approve the minutes of 4 May' has the word, and is no title."""
_BODY = rule("meetings", "body")
_HOUSE = rule("meetings", "house_of_a_body")
_NAME = 90
"""Characters of a line that may be the name of a body."""
_FIRST = 12
"""Lines from the top of a page among which a paper's title stands."""
_DIGITS = re.compile(r"\d+")


def split_furniture(
    pages: Sequence[tuple[float, Sequence[Line]]],
) -> list[tuple[list[Line], list[Line]]]:
    """For each page (its height, its lines): the lines of text, and the lines of furniture.

    A stamp is furniture by its own words and its place; any other line at a page's edge is if the
    same line, page numbers apart, stands at the same height on three pages or more. The first line
    of a foot may stand higher: most pages have it, letter for letter.
    """
    seen = Counter(
        key
        for height, lines in pages
        for key in {_key(line) for line in lines if _at_edge(line, height)}
    )
    feet = Counter(
        (line.text, round(line.baseline / 4))
        for height, lines in pages
        for line in lines
        if line.box.top > (1 - _FOOT) * height
    )
    needed = max(3, round(0.2 * len(pages)))
    most = max(3, round(0.6 * len(pages)))
    split = []
    for page, (height, lines) in enumerate(pages, start=1):
        text: list[Line] = []
        kept_out: list[Line] = []
        for line in lines:
            stamp = _STAMP.fullmatch(line.text.strip()) is not None
            paged = re.search(rf"^{page}\s|\s{page}$", line.text) and line.box.top > height / 2
            repeated = seen[_key(line)] >= (_PAGED if paged else needed)
            foot = feet[line.text, round(line.baseline / 4)] >= most
            if foot or (_at_edge(line, height) and (stamp or repeated)):
                kept_out.append(line)
            else:
                text.append(line)
        split.append((text, kept_out))
    if split:
        split[0] = _with_title(*split[0], pages[0][0])
    return _without_first_head(split)


def _without_first_head(
    split: list[tuple[list[Line], list[Line]]],
) -> list[tuple[list[Line], list[Line]]]:
    """The pages, those that repeat the first page's head line by line without it.

    A paper of two pages repeats nothing three times; two lines or more tell its running head.
    """
    if len(split) != 2:
        return split
    first = [_key(line) for line in split[0][0][:_FIRST]]
    done = split[:1]
    for text, kept_out in split[1:]:
        same = 0
        while same < min(len(first), len(text)) and _key(text[same]) == first[same]:
            same += 1
        cut = same if 2 <= same < len(text) else 0
        done.append((text[cut:], [*kept_out, *text[:cut]]))
    return done


def _with_title(
    text: list[Line], kept_out: list[Line], height: float
) -> tuple[list[Line], list[Line]]:
    """The first page, its running head given back where the paper has no other title.

    A head that says whose minutes they are on every page is the title on the first of them.
    """
    head = [n for n in kept_out if n.box.bottom < _EDGE * height and not _STAMP.fullmatch(n.text)]
    below = text[:_FIRST]
    if any(_TITLE.search(line.text) for line in head):
        if any(_TITLE.search(n.text) and not _ITEM.match(n.text) for n in below):
            return text, kept_out
    elif not any(map(_names_body, head)) or any(map(_names_body, below)):
        return text, kept_out
    return [*head, *text], [line for line in kept_out if line not in head]


def _names_body(line: Line) -> bool:
    """Whether a line is short and holds the name of a body, and none of its rooms."""
    text = _HOUSE.sub("", line.text)
    return (
        len(text) < _NAME and _BODY.search(text) is not None and not re.search(r"[(@:\d]|\.$", text)
    )


def _at_edge(line: Line, height: float) -> bool:
    return line.box.bottom < _EDGE * height or line.box.top > (1 - _EDGE) * height


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.baseline / 4)
