"""Who may act: the people whom a part names, by surname, first name and initials.

Minutes of small bodies call their people 'Jo', 'JT' or 'J. Tarn'. A capital word or letters alone
would be anybody ('SBC to discuss'); the part's own lists tell who is one of its people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.lexicon import rule

_OFFICE = rule("actions", "office_alone")


def is_office(text: str) -> bool:
    """Whether a text is only an office or a group: 'the Clerk', 'All'."""
    return _OFFICE.fullmatch(text) is not None


@dataclass(frozen=True)
class People:
    """The names of a part's people, in pieces, and their initials in capitals."""

    names: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()

    def hold(self, owner: str) -> bool:
        """Whether every one of `owner` ('JT/AQ', 'Jo and the Clerk') is known, or an office."""
        each = [w.strip(" .,") for w in re.split(r"\s*[,/&+]\s*|\s+and\s+", owner)]
        named = [w for w in each if w]
        return bool(named) and all(self._knows(w) for w in named)

    def _knows(self, one: str) -> bool:
        if one.upper() in self.initials or _OFFICE.fullmatch(one):
            return True
        words = re.findall(r"[A-Z][\w'’-]+", one)
        return bool(words) and all(self._is_name(w) for w in (words[0], words[-1]))

    def _is_name(self, word: str) -> bool:
        """Whether a word is a name, or its beginning: 'Ali' for Alison."""
        short = 3 <= len(word) <= 5
        return word in self.names or (short and any(n.startswith(word) for n in self.names))
