"""A person's own initials, printed beside the name so that the minutes can use them."""

from __future__ import annotations

import re

_SHAPE = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ]{1,4}")
_OWN_LETTERS = re.compile(
    r"(?P<name>[A-Z][\w'’-]+\s[A-Z][\w'’-]+)\s*(?P<bracket>\((?P<letters>[A-Z][A-Za-z]{1,3})\))$"
)
_LEADING = re.compile(r"^\(?(?P<token>[A-Za-zÀ-ÿ.]{2,6})\)?,?(?:(?=\s+\S)|\s*[–-]\s*(?=[A-Za-z]))")
_TRAILING = re.compile(r"(?:\s*\((?P<bracket>[A-Za-zÀ-ÿ.]{2,6})\)|\s[–-]\s*(?P<dash>[A-Z]{2,3}))$")


def are_initials(token: str, name: str) -> bool:
    """Whether a token stands for a name: 'JB', 'J.B.' or 'JBl' for 'Jo Bloggs'."""
    letters = re.sub("[.-]", "", token).strip("()[]")
    parts = [p for p in re.split(r"[\s.-]+", re.sub(r"\s*\([A-Z]\)$", "", name)) if p]
    if len(parts) < 2 or not _SHAPE.fullmatch(letters) or letters[0] != parts[0][0]:
        return False
    if letters.casefold() == "".join(p[0] for p in parts).casefold():
        return True  # 'KdS' for 'Kay de Soto'
    last = parts[-1]
    if letters.isupper():
        return letters[-1] in re.sub(r"[^A-Z]", "", last) and len(letters) <= len(parts) + 1
    capitals = "".join(c for c in letters if c.isupper())
    if len(capitals) == 2 and capitals[1] == last[0] and letters[:2] == capitals:
        return letters[2:] in last  # 'JBg' for 'Jo Bloggs', beside a 'JB'
    return any(
        last.casefold().startswith(letters[cut:].casefold())
        and sum(c.isupper() for c in letters[:cut]) == cut
        for cut in range(1, len(letters))
    )


def without_initials(note: str, name: str) -> str:
    """A note beside a name without the name's own initials: 'JB Clerk', 'Clerk (JB)'."""
    lead = _LEADING.match(note)
    if lead and are_initials(lead["token"], name):
        note = note[lead.end() :].strip()
    tail = _TRAILING.search(note)
    if tail and (tail["dash"] or "")[:1] == name[:1]:
        return note[: tail.start()].strip()
    if tail and tail["bracket"] and are_initials(tail["bracket"], name):
        return note[: tail.start()].strip()
    return note


def without_own_letters(text: str) -> str:
    """'Treasurer Jo Bloggs' of 'Treasurer Jo Bloggs (JB)': a post, a name and its initials."""
    behind = _OWN_LETTERS.search(text)
    if behind is None or not are_initials(behind["letters"], behind["name"]):
        return text
    return text[: behind.start("bracket")].rstrip()
