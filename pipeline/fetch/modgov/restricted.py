"""What a site says may not be seen: flags and words on a page, beside a title, over a section."""

from __future__ import annotations

import re
from typing import Any

from pipeline.lexicon import rule

_REFUSED = rule("site", "refused")
_CLOSED_SECTION = rule("site", "closed_section")
_OPEN_SECTION = rule("site", "open_section")
_FLAG = re.compile(r"\bmg\w*(?:Restricted|Exempt|Confidential)\w*\b", re.IGNORECASE)
_REASONS = re.compile(r"mgReasonsRestricted\.aspx", re.IGNORECASE)


def title_refuses(title: str) -> str | None:
    """The words of a title by which the paper is not public, or None."""
    found = _REFUSED.search(title)
    return f"its title says '{found.group().strip()}'" if found else None


def mark_refuses(element: Any, *, within: bool = True) -> str | None:
    """Why the part of a page that `element` holds is not public, or None.

    The system sets a class of its own, and a link to the reasons, beside what is restricted. With
    `within` False only the element itself is looked at.
    """
    for each in element.iter() if within else [element]:
        if not isinstance(each.tag, str):
            continue
        if _FLAG.search(each.get("class") or ""):
            return "the page marks it as restricted"
        if each.tag == "a" and _REASONS.search(each.get("href") or ""):
            return "the page gives reasons why it is restricted"
    return None


def section(title: str) -> bool | None:
    """Whether an unnumbered heading begins a closed part (True), an open one (False), or none."""
    if _CLOSED_SECTION.match(title):
        return True
    return False if _OPEN_SECTION.match(title) else None
