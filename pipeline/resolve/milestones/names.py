"""Which plan a printed title names: its words without the dates that change with each report."""

from __future__ import annotations

import re

from pipeline.resolve.words import fold

_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_PERIOD = re.compile(
    rf"\b(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH})(?: \d{{1,2}}\b(?! \d{{2}}\b))?"
    r"(?: \d{4}| \d\d)?"
    r"|\d{1,2} \d{1,2} (?:20)?\d\d"
    r"|q(?:uarter|tr)? ?[1-4]|(?:first|second|third|fourth|final|mid|half) (?:quarter|year)"
    r"|(?:spring|summer|autumn|winter)(?: 20\d\d)?|months? \d{1,2}|week \d{1,2}|version \d[\d ]*)\b"
)
"""What tells one report of a plan from the next."""
_YEARS = re.compile(r"\b(?:fy ?)?(?:(?:19|20)\d\d|\d\d)\b")
_SET = re.compile(
    r"\b(?:appendix|annexe?|enclosure|attachment|schedule|item|paper|part) (?:\d+|[a-z]|[ivx]+)\b"
)
_FORM = """
a an and as at by for from in of on s the to with
appendix annex annexe end ending current draft final latest monthly quarterly annual period
position progress quarter quarterly report reporting status summary update updated monitoring
tracker year yearly
"""
_PLAIN = frozenset(_FORM.split())
"""Words that say what a report is, not of which plan."""
_KINDS = "action actions plan plans delivery improvement implementation strategic work"
_ANY = frozenset(_KINDS.split())
"""Words that make up the names of many plans."""


def plan_words(printed: str | None) -> frozenset[str]:
    """The words that name a plan; empty where nothing but dates and words of form is printed."""
    text = _SET.sub(" ", fold(printed or ""))
    text = _YEARS.sub(" ", _PERIOD.sub(" ", text))
    return frozenset(w for w in text.split() if w not in _PLAIN)


def is_distinctive(words: frozenset[str]) -> bool:
    """Whether a plan's name is its own: 'Street Trees Plan', not 'Action Plan'."""
    return bool(words - _ANY)


def same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two plans' words are one name: equal, but for one word in five or more."""
    both = len(one & other)
    return bool(both) and both / len(one | other) >= 0.8


def period_of(*printed: str | None) -> frozenset[str]:
    """What the titles print of the period that is reported on: months, days, quarters."""
    text = " ".join(fold(each or "") for each in printed)
    return frozenset(match[0] for match in _PERIOD.finditer(text))
