"""Drawings that stand inside a page: SVG files made into elements of it."""

from __future__ import annotations

import re

from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_REFERENCE = re.compile(r"url\(#")


def inline(svg: bytes, name: str) -> str:
    """A drawing as an `svg` element that fills its place; `name` keeps its ids apart from others'.

    What it shows is told beside it, so it has neither title nor description, and readers of the
    screen pass it over.
    """
    root = etree.fromstring(svg)
    for kind in ("style", "metadata", "title", "desc"):
        for each in root.findall(f".//{_SVG}{kind}"):
            above = each.getparent()
            if above is not None:
                above.remove(each)
    for element in root.iter():
        _rename(element, name)
    for key in ("width", "height", "role", "aria-labelledby", "version"):
        root.attrib.pop(key, None)
    # What Matplotlib says in a style sheet, which would hold for the whole page.
    root.set("style", "stroke-linejoin: round; stroke-linecap: butt")
    root.set("aria-hidden", "true")
    root.set("focusable", "false")
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def _rename(element: etree._Element, name: str) -> None:
    """Ids of an element and in its references, with the drawing's name before them."""
    for key, value in element.attrib.items():
        if key == "id":
            element.set(key, f"{name}-{value}")
        elif key == "href":
            element.set(key, f"#{name}-{value.removeprefix('#')}")
        else:
            element.set(key, _REFERENCE.sub(f"url(#{name}-", value))
