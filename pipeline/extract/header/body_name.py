"""The name of a body as it is called, without what a title prints around it.

Dates, references, the sort of meeting, the place, how a society is registered: none of it is name.
"""

from __future__ import annotations

import re

from pipeline.lexicon import rule

_BODY_WORD = rule("meetings", "body")
_KIND_WITHIN = rule("meetings", "kind_within_body")
_IS_BODY = rule("meetings", "meeting_is_body")
_LOCAL = rule("meetings", "local_council")
_YEARS = re.compile(
    r"\s*\((?:(?:pre|until|from|up\s+to|to|before|since)?[-\s]*)(?:19|20)\d\d"
    r"(?:\s*(?:[-–/]|to)\s*(?:(?:19|20)?\d\d|present))?\)$",
    re.IGNORECASE,
)
"""'Licensing Committee (2005-2015)': the years a body was kept under that name."""
_STAMP = re.compile(
    r"\s*(?:[-–—,]\s*)?(?:(?:(?:regular|special)\s+)?(?:minutes\s+)?\d{1,2}-\d{1,2}-\d{2,4}$"
    r"|\d{1,2}/\d{1,2}/\d{4}\b.*$|(?:19|20)\d\d[-./]\d\d[-./]\d\d\b.*$"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"\s+\d{1,2}[.,]?\s+\d{4}.*|(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|\d{1,2}\s?(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4}.*)$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"^\s*[A-Z]{1,4}\s+\d{1,2}[./]\d{1,2}[./]\d{2,4}\s+(?:&\s+)?(?=[A-Z])")
"""A minute book's running reference before a title: 'MM 27.08.2019'."""
_DAY_FIRST = re.compile(
    r"^\s*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s*(?:[-–:]\s*)?"
    r"|(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?),?\s+(?:19|20)\d\d\s+)(?=[A-Z])"
)
"""'12/09/2027 - Audit Committee' on the page of an issue."""
_WRAPPER = re.compile(
    r"^(?:the\s+)?(?:official\s+)?website\s+of\s+(?:the\s+)?"
    r"|^(?:(?:(?:annual|ordinary|monthly|special|extraordinary)\s+)?meeting\s+of\s+)?(?:the|a)\s+"
    r"|^meeting\s+of\s+"
    r"|\s+(?:(?:[-–—]\s+)?(?:annual\s+general|annual|ordinary|extra[\s-]?ordinary|special|open"
    r"|\d{1,3}\s?(?:st|nd|rd|th)|(?:\w+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|\w+teenth|\w+tieth))\s+)?"
    r"(?:meeting|minutes|agenda|A\.?G\.?M\.?)(?:\s+(?:minutes|agenda|in\s+public|in\s+private))?$",
    re.IGNORECASE,
)
_SORT = re.compile(
    r"^(?:(?:(?:adjourned|reconvened)\s+)?(?:regular|ordinary|monthly|quarterly)\s+(?=\S+\s)"
    r"|(?:adjourned|reconvened|special|emergency)\s+"
    r"(?=(?:\S+\s+){0,3}(?:city|town|village|county|parish|borough)\s+(?:council|board|commission)))",
    re.IGNORECASE,
)
_SORT_AROUND = re.compile(
    r"^(?:extra-?ordinary\s+(?=full\s+council)|(?-i:full)\s+(?=governing\s+body))"
    r"|(?<=commission)\s+(?:regular|special)$|(?<=committee)\s+of\s+the\s+council$",
    re.IGNORECASE,
)
_INCORPORATED = re.compile(r",?\s+\(?(?:inc|incorporated)\.?\)?$", re.IGNORECASE)
"""'Ash Chess Society Inc.': how it is registered."""
_OWN_INITIALS = re.compile(r"(?<=\w)\s*\([A-Z]{2,5}\)$")
"""'Local Governing Body (LGB)': the letters that the minutes use for it."""
_PLACED = re.compile(r"\s+(?:held\s+)?(?:in|at)\s+(?:the|our)\s+.*$|\s+held\b.*$", re.IGNORECASE)
_ARTICLE_BEHIND = re.compile(r"\s+(?:a|an|the)$", re.IGNORECASE)
"""'ASH BOARD A meeting of the Board': where the line break before another sentence was lost."""
_MINUTE_OF = re.compile(r"^.*\bMinutes?\s+of\s+(?:the|an?)\s+(?=[A-Z])")
"""The body, and again with 'Minute of the' before it."""


def clean_name(text: str) -> str:
    """The name of the body that a title or statement holds."""
    text = _YEARS.sub("", _DAY_FIRST.sub("", _REFERENCE.sub("", text)))
    plain = re.sub(r"\s+", " ", _STAMP.sub("", text)).strip(" .,:;–-")
    plain = _MINUTE_OF.split(_ARTICLE_BEHIND.sub("", plain))[-1]
    keep = _IS_BODY.search(re.sub(r"\s+(?:meeting|assembly)$", "", plain, flags=re.IGNORECASE))
    if keep and plain.casefold().endswith(("meeting", "assembly")):
        return re.sub(r"^(?:the|a)\s+", "", plain, flags=re.IGNORECASE)
    met = plain
    plain = _WRAPPER.sub("", plain).rstrip(" –-")
    plain = _WRAPPER.sub("", plain).strip(" .,:;–-’'")
    if plain != met:  # 'Regular Planning Commission Meeting': the sort of meeting, and its body
        plain = _SORT.sub("", plain)
    plain = _KIND_WITHIN.sub("", _PLACED.sub("", plain))
    plain = _OWN_INITIALS.sub("", _INCORPORATED.sub("", plain))
    plain = _SORT_AROUND.sub("", plain)
    local = _LOCAL.match(plain)
    if local and local["rest"] and not _BODY_WORD.search(local["rest"].rstrip("s")):
        return local["name"]
    return plain


def without_stamp(text: str) -> str:
    """A title without the day behind it: 'Homes Panel, 4 May 2027'."""
    return _STAMP.sub("", text)


def without_sort(name: str) -> str:
    """A body's name without what sort of meeting it was: 'Regular Planning Commission'."""
    return _SORT.sub("", name)


def without_registration(text: str) -> str:
    """A line without how a society is registered: 'Ash Chess Society Inc.'."""
    return _INCORPORATED.sub("", text)
