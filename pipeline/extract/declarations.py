"""Interests that somebody declared; 'none were declared' is no declaration."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document import Paragraph, Part, join
from pipeline.extract.base import Extractor, found
from pipeline.extract.people_lists import entries
from pipeline.extract.sentences import sentences
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, Declaration

_DECLARED = re.compile(
    r"\b(?:declar(?:ed|es)|disclosed|registered)\b(?=[^.]*\binterests?\b)|\bmade\b[^.]*\bdeclarations?\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:no|nil|none|not\s+any)\b[^.]*\b(?:declar|interest)|\bnone\b|\bnil\b", re.IGNORECASE
)
_RULE = re.compile(
    r"\b(?:must|should|are\s+(?:reminded|asked|invited)|to\s+(?:receive|declare|disclose)|shall|if\s+(?:any|you))\b",
    re.IGNORECASE,
)
_TYPE = re.compile(
    r"\b(?P<type>(?:non-?\s?)?(?:disclosable\s+)?(?:personal\s+and\s+prejudicial|pecuniary|personal|prejudicial|registrable|other|financial|non-registrable)"
    r"(?:\s+(?:and|non-prejudicial|but))?)\s+interests?\b|\b(?P<dpi>DPI|NPI|ODRI|ORI)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"\b(?:agenda\s+)?(?:item|minute)\s+(?:no\.?\s*|number\s+)?(?P<number>\d{1,3}(?:\.\d+)*[a-z]?)\b",
    re.IGNORECASE,
)


_LEFT = re.compile(
    r",?\s+(?:and|then)\s+(?:he\s+|she\s+|they\s+)?(?:accordingly\s+)?(?:left|withdrew|took\s+no|remained|stayed|abstained)\b.*$",
    re.IGNORECASE,
)


def find_declarations(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """The declarations under the item that asks for them, or in any item's sentences."""
    for item in part.items:
        asks = (
            re.search(r"\binterests?\b|\bdeclaration", item.heading.text, re.IGNORECASE) is not None
        )
        paragraphs = [p for p in item.paragraphs() if p.style != "label"]
        for at, paragraph in enumerate(paragraphs):
            if not asks and not _DECLARED.search(paragraph.text):
                continue
            number = None if asks else item.number
            if paragraph.text.endswith(":") and _DECLARED.search(paragraph.text):
                yield from _listed(paragraph, paragraphs[at + 1 :], number)
            else:
                yield from _of_paragraph(paragraph, number)


def _listed(
    lead: Paragraph, below: Sequence[Paragraph], number: str | None
) -> Iterator[Finding[AnyRecord] | Rejected]:
    """'The following members declared an interest as ...:', and their names below."""
    match = _DECLARED.search(lead.text)
    interest = _interest(lead.text[match.end() :]) if match else ""
    for paragraph in below:
        people = list(entries(paragraph.text, surnames=True))
        covered = sum(e.end - e.start for e in people)
        if not interest or not people or covered < 0.6 * len(paragraph.text):
            return
        for entry in people:
            yield found(
                Declaration(name=entry.person.name, item_number=number, interest=interest),
                join([lead.passage, paragraph.passage]),
                confidence=0.8,
            )
        if paragraph.marker is None:
            return


def _of_paragraph(
    paragraph: Paragraph, number: str | None
) -> Iterator[Finding[AnyRecord] | Rejected]:
    text = paragraph.text
    for start, end in sentences(text):
        sentence = text[start:end]
        match = _DECLARED.search(sentence)
        if match is None or _RULE.search(sentence[: match.start()]):
            continue
        if _NONE.search(sentence[: match.end()]) or re.match(
            r"\W*(?:no|there\s+were\s+no)\b", sentence, re.IGNORECASE
        ):
            yield Rejected(sentence, "says that nothing was declared")
            continue
        interest = _interest(sentence[match.end() :])
        if not interest:
            yield Rejected(sentence, "declares nothing that the sentence names")
            continue
        who = sentence[: match.start()]
        people = list(entries(re.sub(r"\b(?:also|both|each|then|had|has|have)\s*$", "", who)))
        kind = _TYPE.search(sentence)
        item = _ITEM.search(sentence)
        for entry in people:
            yield found(
                Declaration(
                    name=entry.person.name,
                    item_number=item["number"] if item else number,
                    interest=interest,
                    interest_type=(kind["type"] or kind["dpi"]) if kind else None,
                ),
                paragraph.passage,
                start,
                end,
                confidence=0.85,
            )


def _interest(after: str) -> str:
    """What was declared: the words after the verb, without what the member did then."""
    text = re.sub(
        r"^\s*(?:in\s+the\s+interests?\s+of\s+transparency,?\s*)?(?:that\s+|an?\s+(?=declaration))?",
        "",
        after,
        flags=re.IGNORECASE,
    )
    return _LEFT.sub("", text).strip(" .,;:")


DECLARATIONS = Extractor(
    name="declarations",
    version=1,
    reads=frozenset({"minutes", "meeting_page"}),
    find=find_declarations,
)
