"""A Document cut into Parts, and each part of business into Items."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.document import Block, Document, Item, Paragraph, Part, PartKind, Passage
from pipeline.extraction import PaperKind
from pipeline.lexicon import rule
from pipeline.segment.frames import without_frames
from pipeline.segment.items import items_of
from pipeline.segment.languages import spoken, told_of
from pipeline.segment.layout import layout_of
from pipeline.segment.leads import without_leads
from pipeline.segment.notices import notice_items
from pipeline.segment.parts import (
    Start,
    is_agenda_title,
    is_attendance,
    is_end,
    is_held,
    minutes_end,
    starts_of,
)

SEGMENT_VERSION = 24
"""Raise it when the parts or items of the same Document come out differently."""

_DECISION_NOTICE = rule("parts", "decision_notice")
_DECIDED = rule("parts", "recorded")
_WAS_HELD = rule("parts", "was_held")
"""'The AGM was held on 12 May when all were present.'"""
"""Words that only the record of a meeting prints."""
_CALLED = rule("parts", "called_to_order")
_PAGE_OF_MINUTES = rule("parts", "page_of_minutes")
_MEETING = rule("meetings", "page_of_one_item")
_SINGLE = rule("pages", "single")
_ACTION_LOG = rule("parts", "action_log")
_DECIDES = rule("parts", "decides")
_SUMMONS = rule("parts", "summons_to_meet")
_MINUTES = rule("parts", "minutes_in_title")
_TITLE = rule("parts", "minutes_of_meeting")
_TOLD = rule("parts", "told")


_MOST_ABOVE = 8
"""Paragraphs above the title of minutes that may still be titles."""


def segment(document: Document) -> tuple[Part, ...]:
    """The parts of a paper, in order; together they hold its whole flow."""
    flow: Sequence[Block] = document.flow
    if document.media_type == "application/pdf":
        flow = without_leads(without_frames(flow))
    told = spoken(flow)
    return told_of(_parts(document, told.flow), told.asides)


def _parts(document: Document, flow: Sequence[Block]) -> tuple[Part, ...]:
    if any(isinstance(b, Paragraph) and b.style == "item" for b in flow):
        return tuple(
            _part(document, index, "meeting_page", piece)
            for index, piece in enumerate(_meetings_of_issue(flow))
        )
    if (headings := _single_headings(flow)) and len(flow) > headings:
        item = Item(None, Passage(""), tuple(flow[headings:]))
        return (
            Part(
                0,
                "meeting_page",
                tuple(flow),
                items=(item,),
                preamble=tuple(flow[:headings]),
                media_type=document.media_type,
            ),
        )
    pieces: list[tuple[PartKind, Sequence[Block], str | None]] = []
    starts = starts_of(flow)
    if starts and starts[0].kind == "minutes" and _is_title_page(flow, starts[0].index):
        starts[0] = Start(0, "minutes", starts[0].title)
    first = starts[0].index if starts else len(flow)
    if first and not starts:
        pieces.append((_kind_of_whole(flow), flow, None))
    elif first:
        pieces.extend(_front(flow[:first], bool(starts)))
    for start, following in zip(starts, [*starts[1:], None], strict=False):
        stop = following.index if following else len(flow)
        pieces.extend(_pieces(flow, start, stop))
    parts = tuple(
        _part(document, index, kind, piece, title)
        for index, (kind, piece, title) in enumerate(p for p in pieces if p[1])
    )
    return _mark_drafts(parts)


def _single_headings(flow: Sequence[Block]) -> int:
    """The headings above the one item of a page whose title was not copied: 'Agenda item'."""
    count = 0
    for block in flow[:3]:
        if not isinstance(block, Paragraph) or block.style != "heading":
            break
        if not _SINGLE.fullmatch(block.text):
            break
        count += 1
    return count


def _meetings_of_issue(flow: Sequence[Block]) -> list[Sequence[Block]]:
    """The page of an issue cut where it comes to another meeting: 'Meeting: 4/5/2027 - Panel'."""
    starts = [
        at
        for at, block in enumerate(flow)
        if isinstance(block, Paragraph) and block.style == "heading" and _MEETING.match(block.text)
    ]
    edges = [0, *starts[1:], len(flow)]
    return [flow[a:b] for a, b in itertools.pairwise(edges)]


def _is_title_page(flow: Sequence[Block], stop: int) -> bool:
    """Whether what stands above the title of minutes is only more title, on the same page."""
    above = flow[:stop]
    return (
        len(above) <= _MOST_ABOVE
        and not any(is_agenda_title(b) for b in above)
        and all(isinstance(b, Paragraph) or len(b.rows) <= 2 for b in above)
        and sum(len(b.text) for b in above if isinstance(b, Paragraph)) < 600
        and {b.page for b in above} <= {flow[stop].page}
    )


def _pieces(
    flow: Sequence[Block], start: Start, stop: int
) -> list[tuple[PartKind, Sequence[Block], str | None]]:
    end = minutes_end(flow, start.index, stop) if start.kind == "minutes" else stop
    pieces: list[tuple[PartKind, Sequence[Block], str | None]] = [
        (start.kind, flow[start.index : end], start.title)
    ]
    if end < stop:
        rest = flow[end:stop]
        small = sum(len(b.text) if isinstance(b, Paragraph) else 200 for b in rest) < 400
        if small:
            return [(start.kind, flow[start.index : stop], start.title)]
        pieces.append(("other", rest, None))
    return pieces


def _front(
    flow: Sequence[Block], goes_on: bool
) -> list[tuple[PartKind, Sequence[Block], str | None]]:
    """What stands before the first minutes or report: an agenda, or only a title."""
    if not goes_on:
        return [(_kind_of_whole(flow), flow, None)]
    _, items = items_of(flow, agenda=True)
    if len(items) >= 2:
        return [("agenda", flow, None)]
    return [("front_page", flow, None)]


def _kind_of_whole(flow: Sequence[Block]) -> PartKind:
    """What a paper without a plain title of its parts is."""
    head = flow[:40]
    texts = [b.text for b in head[:14] if isinstance(b, Paragraph)]
    if any(_DECISION_NOTICE.search(t) for t in texts):
        return "decision_notice"
    if any(_ACTION_LOG.search(t) and len(t) < 90 for t in texts):
        return "action_log"
    decided = any(_decides(b) for b in flow)
    recorded = any(isinstance(b, Paragraph) and _DECIDED.search(b.text) for b in flow)
    recorded = recorded or any(_PAGE_OF_MINUTES.match(t) or _CALLED.search(t) for t in texts)
    agenda = any(is_agenda_title(b) for b in head)
    if any(is_attendance(b) for b in head) and (decided or not agenda):
        return "minutes"
    _, items = items_of(flow, agenda=False)
    business = sum(item.number is not None for item in items) >= 3
    # 'Agenda item' over a few sentences of what happened is the page of one item.
    if recorded or (decided and business != agenda) or _is_record(flow, texts):
        return "minutes"
    if agenda or (business and any(is_held(b) or _summons(b) for b in head)):
        return "agenda"
    return "other"


def _is_record(flow: Sequence[Block], titles: Sequence[str]) -> bool:
    """Whether a paper tells of a meeting that was: its title says minutes, or its last words do."""
    called = any(_summons(b) for b in flow[:12])
    if any(_TITLE.match(t) and len(t) < 220 for t in titles[:3]) and not called:
        return True
    deciding = sum(_decides(b) for b in flow)
    titled = any(_MINUTES.match(t) and len(t) < 120 for t in titles[:8])
    ended = any(is_end(b) for b in flow[len(flow) // 2 :])
    told = sum(isinstance(b, Paragraph) and _TOLD.search(b.text) is not None for b in flow)
    titled = titled or any(_WAS_HELD.match(t) for t in titles[:6])
    return (titled and (deciding > 0 or told > 1)) or (ended and deciding > 1 and not called)


def _decides(block: Block) -> bool:
    return isinstance(block, Paragraph) and _DECIDES.search(block.text) is not None


def _summons(block: Block) -> bool:
    return isinstance(block, Paragraph) and _SUMMONS.search(block.text) is not None


def _part(
    document: Document,
    index: int,
    kind: PartKind,
    flow: Sequence[Block],
    title: str | None = None,
) -> Part:
    preamble: tuple[Block, ...] = ()
    items: tuple[Item, ...] = ()
    if kind in {"minutes", "meeting_page", "agenda"}:
        preamble, items = items_of(flow, agenda=kind == "agenda")
        if not items and kind == "minutes":
            # An excerpt without any heading is one piece of business.
            items = (Item(None, Passage(""), tuple(flow)),)
    elif kind == "decision_notice":
        items = notice_items(flow)
    return Part(
        index,
        kind,
        tuple(flow),
        items=items,
        preamble=preamble,
        title=title,
        media_type=document.media_type,
    )


def _mark_drafts(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Minutes that follow an agenda are another meeting's, to be approved at this one."""
    marked, after_agenda = [], False
    for part in parts:
        draft = part.kind == "minutes" and after_agenda
        after_agenda = after_agenda or part.kind == "agenda"
        marked.append(
            Part(
                part.index,
                part.kind,
                part.flow,
                part.items,
                part.preamble,
                part.title,
                draft,
                part.media_type,
            )
        )
    return tuple(marked)


def paper_kind(parts: Sequence[Part]) -> PaperKind:
    """What the whole paper is, from its parts."""
    kinds = {p.kind for p in parts}
    if "meeting_page" in kinds:
        return "meeting_page"
    if "agenda" in kinds or "front_page" in kinds:
        several = kinds & {"minutes", "report", "forward_plan"}
        if several:
            return "minutes" if kinds == {"front_page", "minutes"} else "agenda_pack"
        return "agenda"
    for kind in ("minutes", "decision_notice", "report", "action_log"):
        if kind in kinds:
            return kind
    return "other"


__all__ = ["SEGMENT_VERSION", "layout_of", "paper_kind", "segment"]
