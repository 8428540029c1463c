"""What a report asks the body to do, under its heading 'Recommendations'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document import Block, Paragraph, Part, Passage, Table, join
from pipeline.extract.base import Extractor, found
from pipeline.extract.business.reports import find_reports
from pipeline.lexicon import rule
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, Recommendation, Report

_HEADING = rule("reports", "recommendations")
_RUN_IN = rule("reports", "recommendations_run_in")
_LEAD = rule("reports", "recommendation_lead")
_NUMBER = re.compile(
    r"^(?P<number>\d{1,2}(?:\.\d{1,2})+|[IVX]{1,5}|[ivx]{1,5}|\(?[a-z]\)|\(?[ivx]{1,4}\))[.)]?\s+(?=\S)"
)
_FLAT = rule("reports", "recommendation_flat")
_NEXT = rule("reports", "next_section")


def find_recommendations(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """The recommendations of a report part, in order."""
    title = next(
        (
            f.value.title
            for f in find_reports(part)
            if isinstance(f, Finding) and isinstance(f.value, Report)
        ),
        None,
    )
    for ordinal, passage in enumerate(_texts(part.flow), start=1):
        yield found(Recommendation(report_title=title, ordinal=ordinal, text=passage.text), passage)


def _texts(flow: Sequence[Block]) -> list[Passage]:
    for at, block in enumerate(flow):
        if not isinstance(block, Paragraph):
            continue
        if _HEADING.match(block.text) and (
            block.passage.bold
            or block.text.isupper()
            or block.style
            or block.marker
            or len(block.text) < 22
        ):
            return _below(flow[at + 1 :], _top(block))
        run_in = _RUN_IN.match(block.text)
        if run_in:
            rest = block.passage.cut(run_in.end())
            return _below([Paragraph(rest, block.marker, block.indent), *flow[at + 1 :]], None)
    return []


def _top(heading: Paragraph) -> int | None:
    """The number of the heading's section."""
    digits = re.match(r"\d+", heading.marker or heading.text)
    return int(digits.group()) if digits else None


def _below(flow: Sequence[Block], section: int | None) -> list[Passage]:
    taken: list[Passage] = []
    leads: list[Passage] = []
    indent: float | None = None
    for block in flow:
        if isinstance(block, Table) or _ends(block, section, bool(taken or leads)):
            break
        passage, number = block.passage, block.marker
        match = _NUMBER.match(passage.text)
        if match:
            number, passage = match["number"], passage.cut(match.end())
        if _LEAD.search(passage.text) and not taken:
            leads.append(passage)
            continue
        if number is None and taken:
            if passage.text[:1].islower() and not taken[-1].text.endswith("."):
                taken[-1] = join([taken[-1], passage])
                continue
            if leads:
                break
        if indent is not None and block.indent > indent + 6 and number is not None and taken:
            taken[-1] = join([taken[-1], passage])
            continue
        indent = block.indent if indent is None else indent
        taken.append(passage)
    return taken or [_without_lead(p) for p in leads if len(p.text) > 40]


def _without_lead(passage: Passage) -> Passage:
    match = _FLAT.match(passage.text)
    return passage.cut(match.end()) if match else passage


def _ends(block: Paragraph, section: int | None, begun: bool) -> bool:
    """Whether a paragraph is the heading of the next section."""
    text = block.text
    if not begun:
        return False
    bold = block.passage.bold or block.style == "heading"
    capitals = text.isupper() and len(text) > 6
    if (bold or capitals) and len(text.split()) <= 12 and not text.endswith((";", ".")):
        return True
    if _NEXT.match(text) and len(text.split()) <= 6:
        return True
    digits = re.match(r"(\d+)", block.marker or "")
    if digits and section is not None and "." in (block.marker or "").rstrip("."):
        return int(digits.group()) != section
    return False


RECOMMENDATIONS = Extractor(
    name="recommendations", version=1, reads=frozenset({"report"}), find=find_recommendations
)
