"""Reading a page's markup: parsing it safely, and finding what the system's own classes name."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from lxml import etree, html

from pipeline.fetch.modgov.records import LayoutError

Element = Any
"""An lxml element; lxml has no types of its own."""
_DEEPEST = 250
_NOT_SEEN = frozenset({"script", "style", "noscript", "template"})


def parse(data: bytes) -> Element:
    """The root element of a page. Raises LayoutError for what is no page at all."""
    parser = html.HTMLParser(encoding=_encoding(data), remove_comments=True, no_network=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise LayoutError(f"the answer is no web page ({error})") from error
    return root


def _encoding(data: bytes) -> str:
    found = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:2048], re.IGNORECASE)
    name = found[1].decode("ascii").lower() if found else "utf-8"
    return name if name in {"utf-8", "iso-8859-1", "windows-1252"} else "utf-8"


def classed(element: Element, name: str, tag: str = "*") -> list[Element]:
    """The elements below `element` that carry a class."""
    path = f".//{tag}[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
    return list(element.xpath(path))


def text(element: Element) -> str:
    """All text of an element on one line, without the size of the file that it links to."""
    parts: list[str] = []
    _gather(element, parts, 0)
    return " ".join("".join(parts).split())


def _gather(element: Element, parts: list[str], depth: int) -> None:
    if isinstance(element.tag, str) and element.tag not in _NOT_SEEN:
        named = (element.get("class") or "").split()
        if depth < _DEEPEST and not {"mgFileSize", "mgHide"} & set(named):
            parts.append(element.text or "")
            for child in element:
                _gather(child, parts, depth + 1)
                parts.append(" " if child.tag in {"p", "div", "li", "br", "td", "tr"} else "")
                parts.append(child.tail or "")


def system_part(root: Element) -> Element:
    """The part of the page that the system made, without the council's own frame."""
    found = root.xpath("//*[@id='modgov' or @id='mgContent']")
    if found:
        return found[0]
    titled = classed(root, "mgMainTitleTxt") or classed(root, "mgContent")
    if not titled:
        return root
    # The smallest element that holds both the title and the content.
    content = classed(root, "mgContent")
    for above in titled[0].iterancestors():
        if all(above in list(each.iterancestors()) for each in content):
            return above
    return root


def content_digest(data: bytes) -> str:
    """A digest of what a reader of the page sees and may follow, and of nothing else.

    Tokens, the day of the visit in its head, and scripts change at every visit: by them a page
    that says what it said yesterday would be another one each night.
    """
    part = system_part(parse(data))
    seen = [text(part)]
    for link in part.iter("a"):
        href = re.sub(r"/\((?:[A-Z]\([^()/]*\))+\)", "", link.get("href") or "")
        seen.append(f"{href} {text(link)}")
    return hashlib.blake2b("\n".join(seen).encode(), digest_size=16).hexdigest()
