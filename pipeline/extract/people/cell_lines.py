"""Lines of a cell that each begin with a person: 'A Ash, Clerk' over 'B Birch, Treasurer'."""

from __future__ import annotations

import itertools
import re

from msgspec import structs

from pipeline.document import Passage
from pipeline.extract.people.lists import entries

_LEAST = 2
"""Lines that begin with a person, of which a list of such lines is told."""
_GOES_ON = re.compile(r"(?:[,;&/–-]|\b(?:and|of|for|the))\s*$", re.IGNORECASE)


def with_lines(passage: Passage) -> Passage:
    """The passage with a line break before each line that begins with another person.

    The lines of a cell are run together, so that in 'A Ash, Clerk B Birch, Treasurer' the clerk's
    post would be the other's. Nothing is changed where lines break within a list of names.
    """
    starts = [
        after.start
        for before, after in itertools.pairwise(passage.words)
        if after.page != before.page or after.box.top > before.box.bottom - 1.0
    ]
    edges = [0, *starts, len(passage.text)]
    lines = [passage.text[a:b].strip() for a, b in itertools.pairwise(edges)]
    heads = [n for n, line in enumerate(lines) if _is_head(line)]
    if len(heads) < _LEAST or heads[0] != 0:
        return passage
    text = list(passage.text)
    for head in heads[1:]:
        if _GOES_ON.search(lines[head - 1]) is None and text[edges[head] - 1] == " ":
            text[edges[head] - 1] = "\n"
    return structs.replace(passage, text="".join(text))


def _is_head(line: str) -> bool:
    people = list(entries(line))
    if not people or people[0].start != 0 or " " not in people[0].person.name:
        return False
    # 'Jo Ash, Partner, Elm Consulting': a post stands between the one and what else is a name.
    return len(people) == 1 or (people[0].role is not None and "," in line[: people[1].start])
