"""Which person a printed name is: for now, people whose names are equal once folded are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from pipeline.resolve.words import digest, slug

Rows = list[dict[str, object]]


def person_id(name: str) -> str:
    """Return the id of whoever is printed as `name` (without honorific): 'ada-quill'."""
    return slug(name) or digest("person-", name)


def people(named: Iterable[tuple[str, str | None]]) -> Rows:
    """Rows of `people` from every (name, honorific) that the papers print.

    The canonical name is the form printed most often, and so is the honorific. Of forms printed
    equally often, one that isn't all capitals wins, then the longer one.
    """
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    styles: dict[str, Counter[str]] = defaultdict(Counter)
    for name, honorific in named:
        key = person_id(name)
        forms[key][name] += 1
        if honorific:
            styles[key][honorific] += 1
    return [
        {
            "person_id": key,
            "name": _favourite(forms[key]),
            "honorific": _favourite(styles[key]) if key in styles else None,
        }
        for key in sorted(forms)
    ]


def _favourite(counted: Counter[str]) -> str:
    return min(counted, key=lambda form: (-counted[form], form.isupper(), -len(form), form))
