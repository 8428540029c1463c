"""A saved web page to a Document: a ModernGov meeting or item, or any other page."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from pipeline.document import Document, Paragraph
from pipeline.errors import UnreadablePaperError
from pipeline.lexicon import rule
from pipeline.read.columns import set_in_columns
from pipeline.read.elements import Element, text_of
from pipeline.read.markup import Flow
from pipeline.read.modgov.html import PageFlow, modgov_part
from pipeline.read.text import decode

LIMIT = 20_000_000
"""Bytes; a page longer than this is not a committee paper."""
_DEEPEST = 200
"""Elements inside one another; hand-made and generated pages stay far below."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_PRODUCT = re.compile(r"\s+[-–|]\s+(?:modern council|modern\.?gov)\s*$", re.IGNORECASE)
_FAILED = rule("pages", "error")
_MAIN = (
    "//*[@role='main']",
    "//main",
    "//article",
    "//*[@id='content' or @id='main' or @id='main-content' or @id='maincontent']",
    "//body",
)


def read_html(data: bytes) -> Document:
    """A Document from the bytes of a saved web page.

    Items of a meeting page come as paragraphs of style 'item', 'Minutes:' and the like as
    'label'. What the page shows only in part stands in `problems`. Nothing is fetched.
    Raises UnreadablePaperError for a page over 20 MB, without words, or that is an error page,
    and RestrictedPaperError for a page that says that it is exempt from publication.
    """
    if len(data) > LIMIT:
        raise UnreadablePaperError(
            f"the page has {len(data):,} bytes, over the limit of {LIMIT:,}: save it without "
            "the pictures inside it"
        )
    root = _parse(data)
    title = _title(root)
    part = modgov_part(root)
    if part is not None:
        page = PageFlow()
        page.read(part)
        blocks, problems = page.blocks, tuple(dict.fromkeys(page.problems))
    else:
        blocks, problems = set_in_columns(_main_flow(root).blocks), ()
    words = sum(len(b.text.split()) if isinstance(b, Paragraph) else 20 for b in blocks)
    heading = next((b.text for b in blocks if isinstance(b, Paragraph)), "")
    if words < 150 and (_FAILED.fullmatch(title or "") or _FAILED.fullmatch(heading)):
        raise UnreadablePaperError(
            f"the page is an error or sign-in page ('{title or heading}'), not a paper: "
            "download it again"
        )
    if not blocks:
        raise UnreadablePaperError(
            "the page holds no text: save it again from a browser, after it has loaded"
        )
    return Document("text/html", tuple(blocks), title=title, problems=problems)


def _parse(data: bytes) -> Element:
    declared = _CHARSET.search(data[:4096])
    text = None
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode(declared[1].decode("ascii"), errors="strict")
        except (LookupError, UnicodeDecodeError):
            text = None
    # The declared encoding is often wrong; decode() tells by the bytes.
    text = decode(data) if text is None else text
    parser = lxml_html.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = lxml_html.document_fromstring(
            text.replace("\x00", "").encode("utf-8", errors="replace"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadablePaperError(
            f"the page can't be parsed ({error}): save it again from a browser"
        ) from error
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise UnreadablePaperError(
                f"the page nests its elements more than {_DEEPEST} deep: it is damaged; "
                "save it again from a browser"
            )
    return root


def _title(root: Element) -> str | None:
    found = root.xpath("//head/title")
    title = _PRODUCT.sub("", text_of(found[0])) if found else ""
    return title or None


def _main_flow(root: Element) -> Flow:
    """The blocks of a page's main part: of the first that is marked as such and has text."""
    flow = Flow()
    for path in _MAIN:
        for element in root.xpath(path):
            flow = Flow()
            flow.walk(element)
            flow.close()
            if flow.blocks:
                return flow
    return flow
