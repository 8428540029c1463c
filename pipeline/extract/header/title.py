"""The lines of a paper's head put together to statements: a title is often set over several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Passage, join
from pipeline.extract.grammar.dates import first_date
from pipeline.lexicon import rule

_OPENING = rule("meetings", "title_opening")
_NAMED = rule("meetings", "minutes_of")
_BODY_WORD = rule("meetings", "body")
_DANGLING = rule("meetings", "open_end")
_CONTINUING = rule("meetings", "continuing")
_PEOPLE = rule("meetings", "head_of_people")
_HELD = rule("meetings", "is_held")
_LONGEST = 420
"""Characters of a title with date, time and place, at most."""
_MOST_LINES = 14


def statements(head: Sequence[Passage]) -> list[Passage]:
    """`head`, with a title that runs over several lines as one passage.

    'MINUTES OF THE' / 'GREENS COMMITTEE HELD IN' / 'THE VILLAGE HALL ON 3 MAY 2027' is one.
    """
    out: list[Passage] = []
    at = 0
    while at < len(head):
        taken = 1
        title = head[at]
        if _OPENING.match(title.text):
            while at + taken < len(head) and taken < _MOST_LINES:
                following = head[at + taken : at + taken + 3]
                if not _goes_on(title, following):
                    break
                title = _joined(title, following[0])
                taken += 1
        out.append(title)
        at += taken
    return out


def _joined(title: Passage, line: Passage) -> Passage:
    """'ADARE-' and 'RATHKEALE' are one name; all else is set apart by a blank."""
    broken = re.search(r"\w-$", title.text) is not None
    return join([title, line], "" if broken else " ")


def _goes_on(title: Passage, following: Sequence[Passage]) -> bool:
    line = following[0]
    text, after = title.text, line.text
    if len(text) + len(after) > _LONGEST or _PEOPLE.match(after) or text.endswith((":", ";")):
        return False
    if _DANGLING.search(text) or _CONTINUING.match(after):
        return True
    alike = title.bold == line.bold and _capitals(text) == _capitals(after)
    if not alike or len(after) > 110:
        return False
    unnamed = _NAMED.match(text) is not None and _BODY_WORD.search(text) is None
    if unnamed:
        return any(_BODY_WORD.search(p.text) and len(p.text) < 110 for p in following[:2])
    if first_date(text) is not None or text.endswith(".") or not _NAMED.match(text):
        return False
    # '... OF NEWCASTLE' / 'WEST HELD IN', '... HELD IN THE COUNCIL' / 'CHAMBER, ...'.
    return _HELD.search(after) is not None or (_HELD.search(text) is not None and _capitals(text))


def _capitals(text: str) -> bool:
    """Whether a line is set in capitals, but for the '3rd' and the 'pm' of a day and time."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) >= 0.8 * len(letters)
