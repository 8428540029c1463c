"""What the body decided: under RESOLVED, in a sentence, or in a block headed 'Decision'.

Decision words and outcomes are data: `models/lexicon/business.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from pipeline.document import Item, Paragraph, Part, Passage, join
from pipeline.extract.base import Extractor, found
from pipeline.extract.decisions.carried import carried_motions
from pipeline.extract.decisions.formulas import Decided, formulas, listed_formulas
from pipeline.extract.decisions.inline_marks import with_letters
from pipeline.extract.decisions.judged import SURE, judged
from pipeline.extract.decisions.labelled import labelled_motion
from pipeline.extract.decisions.lists import OPEN_END, list_below, past_marked, run_in
from pipeline.extract.decisions.proposals import votes_joined
from pipeline.extract.decisions.prose import inside
from pipeline.extract.decisions.retold import without_retold
from pipeline.extract.decisions.text import as_stated, plain, resolved_again, tells_more, unquoted
from pipeline.extract.grammar.broken_lines import whole
from pipeline.extract.grammar.motion_blocks import MotionBlock, blocks_apart
from pipeline.extract.grammar.sentences import sentences
from pipeline.extract.grammar.undertakings import is_promise
from pipeline.extract.refusals import explained, refused_decisions
from pipeline.lexicon import ordered, pattern, rule
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, Outcome, Resolution

_NOT_DECIDED = rule("business", "not_decided")
_NOTHING = rule("business", "nothing_decided")
"""What a 'Decision:' block prints where nothing was decided."""
_PUT = rule("business", "put_to_vote")
"""The vote that the decision below reports."""
_MOVED = rule("business", "moved")
_STATED = re.compile(r"\bRESOLVED\b|^\W*Resolved\b|\b[Mm]otion\b.*\b(?:carried|passed)\b")
_SO_MOVED = re.compile(r"\bso\s+moved\b|\b(?:made|seconded)\s+(?:the|a)\s+motion\b", re.IGNORECASE)
_FORMALLY = 2
"""Decisions stated so from which minutes are taken to state them all so."""
_OUTSIDE = rule("business", "outside_decisions")
_VERDICT_AT_END = re.compile(
    r"[–—:.-]\s*(?:Approved|Refused|Granted|Permitted|Permission|Allowed)\W*$"
)
_RESOLVED_FIRST = re.compile(
    r"(?:The\s+)?(?:Committee|Sub-Committee|Council|Board|Panel|Cabinet|Authority|Executive)\s+"
    r"(?:unanimously\s+)?(?i:resolved)\b"
)
_MOTION_MADE = re.compile(r"(?:A\s+)?[Mm]otion\s+(?:was\s+)?made\s+(?:by|to)\b|Motion\s+by\s+[A-Z]")
_BODY_THEN = rule("business", "body_then")
_SPEAKER_THEN = rule("business", "speaker_then")
"""Over a list of what one person said: 'agreed to' is a promise there, and decides nothing."""
_AGREED_FOLLOWING = rule("business", "agreed_following")
_TO_OR_THAT = re.compile(r"\W*(?:that|to)\b", re.IGNORECASE)
_BODY_DID = rule("business", "body_did")
_CLAUSE = rule("business", "clause")
_WAS = re.compile(
    r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:confirmed|approved|agreed|noted|received|accepted)\b"
)
_ENDED = re.compile(r"[.;:]$")
_LINE = 90
"""Characters that a line which heads a list rarely exceeds."""
_VERDICT_ONLY = rule("business", "verdict_only")
_FORMAL = rule("business", "formal")
_LABEL_DECISION = rule("business", "decision_label")
_REASONS = rule("business", "after_decision")


def find_resolutions(
    part: Part, *, sure: float | None = SURE
) -> Iterator[Finding[AnyRecord] | Rejected]:
    """Every decision of every item, numbered within the item.

    `sure` is how sure the trained pipeline must be, from 0 to 1; with None only the rules decide.
    """
    counts: dict[str | None, int] = {}
    formal = _states_formally(part)
    for item in (*_before_items(part), *part.items):
        number = item.number or item.under
        given: set[str] = set()
        for printed, confidence, by in _of_item(item, formal, sure):
            text = as_stated(printed)
            if not any(c.isalpha() for c in text.text) or _NOTHING.match(text.text):
                continue
            # Under lost labels a page's decision stands before its minutes, and again in them.
            again = part.kind == "meeting_page" and plain(text.text) in given
            given.add(plain(text.text))
            if again:
                continue
            counts[number] = counts.get(number, 0) + 1
            record = Resolution(
                item_number=number,
                ordinal=counts[number],
                text=text.text,
                outcome=outcome_of(text.text),
            )
            yield found(record, text, confidence=confidence, rule=by)


def _before_items(part: Part) -> Iterator[Item]:
    """What the body resolved before its first item: to meet in private, for instance.

    Minutes with few headings tell their first motions there, from the call to order on.
    """
    above = [b for b in (part.preamble if part.items else ()) if isinstance(b, Paragraph)]
    moved = next((n for n, b in enumerate(above) if _MOTION_MADE.match(b.text)), len(above))
    told = [b for b in above[:moved] if _RESOLVED_FIRST.match(b.text)] + above[moved:]
    if told:
        yield Item(None, Passage(""), tuple(told))


def _states_formally(part: Part) -> bool:
    """Whether the minutes state decisions by RESOLVED or by motions put.

    The passive voice ('the grant was approved') then tells of what others did, or is stated below.
    """
    texts = [p.text for item in part.items for p in item.paragraphs()]
    stated = sum(_STATED.search(text) is not None for text in texts)
    return stated >= _FORMALLY or any(_SO_MOVED.search(text) for text in texts)


def outcome_of(text: str) -> Outcome:
    """What a decision does, by its own words; 'other' where they tell nothing."""
    for words, meaning in ordered("business", "outcomes"):
        if words.search(text):
            outcome: Outcome = msgspec.convert(meaning["outcome"], Outcome)
            return outcome
    return "other"


def _of_item(item: Item, formal: bool, sure: float | None) -> list[Decided]:
    """An item's decisions: its motions set as blocks, and what its minutes state besides."""
    taken: list[Decided] = []
    heading = item.heading
    for piece in blocks_apart(list(item.paragraphs())):
        if isinstance(piece, MotionBlock):
            words = () if piece.failed else piece.words
            taken += [(unquoted(w), 0.9, "motion by its label") for w in words]
        else:
            taken += _of_paragraphs(heading, piece, formal, sure)
        heading = Passage("")
    return taken


def _of_paragraphs(
    heading: Passage, printed: Sequence[Paragraph], formal: bool, sure: float | None
) -> list[Decided]:
    """The decisions of paragraphs, as the minutes state them or else as a decision block does."""
    paragraphs = votes_joined(with_letters(whole(printed)))
    if _bare_verdict(heading, paragraphs):
        return [(join([heading, paragraphs[0].passage], by=" – "), 0.7, "bare verdict")]
    if pattern("business", "decisions", "moved").search(heading.text):
        paragraphs = [Paragraph(heading), *paragraphs]
    recorded, decided = _after_labels(paragraphs)
    taken = _by_rule(recorded, decided, formal)
    # Minutes, or items, that state decisions formally are taken at their word.
    if sure is None or formal or any(by != "inside prose" for _, _, by in taken):
        return taken
    return [*taken, *judged(recorded or decided, taken, sure)]


def _by_rule(
    recorded: Sequence[Paragraph], decision_block: Sequence[Paragraph], formal: bool
) -> list[Decided]:
    """The decisions of an item's minutes, or of its decision block where that has more."""
    taken, block = list(_decisions(recorded, formal)), list(_decisions(decision_block, formal))
    known = {plain(d[0].text) for d in block}
    # The block and the minutes say the same; the longer list is the whole one.
    same = all(any(k.startswith(plain(d[0].text)) for k in known) for d in taken)  # a page cuts off
    if not taken or (len(block) >= len(taken) and same):
        taken = block
    taken = without_retold(taken)
    if taken and all(by == "inside prose" for _, _, by in taken):
        # 'Members agreed to look into it', and below the list whose 'RESOLVED' was not copied.
        taken = _with_motions(taken, recorded or decision_block)
        listed = listed_formulas(recorded or decision_block)
        return taken if any(_within(d, taken) for d in listed) else [*taken, *listed]
    return taken or _unsaid(recorded or decision_block)


def _within(one: Decided, taken: Sequence[Decided]) -> bool:
    """Whether a decision is among those taken."""
    return any(plain(one[0].text) in plain(other.text) for other, _, _ in taken)


def _same(one: Decided, other: Decided) -> bool:
    """Whether one of two decisions says what the other says, and perhaps more."""
    return _within(one, [other]) or _within(other, [one])


def _bare_verdict(heading: Passage, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether one word under a heading decides it: 'Minutes of 6 May – Agreed'."""
    return bool(paragraphs and heading.text and _VERDICT_ONLY.match(paragraphs[0].text))


def _unsaid(paragraphs: Sequence[Paragraph]) -> list[Decided]:
    """Decisions without 'RESOLVED': the formula 'That ... be noted', or a motion carried."""
    spoken = [p for p in paragraphs if p.style != "label"]
    return formulas(spoken) or [
        (passage, 0.6, "motion carried") for passage in carried_motions(spoken)
    ]


def _with_motions(taken: list[Decided], paragraphs: Sequence[Paragraph]) -> list[Decided]:
    """The decisions of an item's prose, and its motions; what only tells how one ended is none."""
    spoken = [p for p in paragraphs if p.style != "label"]
    ended: list[Passage] = []
    moved = carried_motions(spoken, by_name=True, ended=ended)
    over = {plain(p.text) for p in ended}
    kept = [d for d in taken if plain(d[0].text) not in over]
    motions = [(m, 0.6, "motion carried") for m in moved]
    return [*kept, *(m for m in motions if not any(_same(m, d) for d in kept))]


def _decisions(paragraphs: Sequence[Paragraph], formal: bool) -> Iterator[Decided]:
    at, outside = 0, False
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        text = paragraph.text
        if len(text) < _LINE and not _VERDICT_AT_END.search(text):
            outside = _OUTSIDE.match(text) is not None
        elif outside and _VERDICT_AT_END.search(text):
            at += 1  # 'Planning decisions': what another authority decided, line by line
            continue
        if paragraph.style == "label":
            if _LABEL_DECISION.match(text):
                taken, at = _block(paragraphs, at + 1)
                yield from ((t, 0.9, "decision block") for t in taken)
                continue
            at += 1
            continue
        formed = _of_form(paragraphs, at)
        if formed is not None:
            decided, at = formed
            yield from decided
            continue
        opens = pattern("business", "decisions", "opening").match(text)
        if opens is None and len(text) < 300:
            opens = pattern("business", "decisions", "moved").search(text)
        if opens and not _NOT_DECIDED.search(text):
            moved = _put_before(paragraphs[at - 1]) if at else []
            whole = moved and text.rstrip().endswith(".")
            taken, after = (
                ([], at + 1) if whole else list_below(paragraphs, at + 1, opening=paragraph)
            )
            if not taken and not whole and _decides_itself(paragraphs, at + 1):
                at += 1
                continue
            rule = "list below" if taken else "motion above"
            taken = taken or moved
            at = after
            yield from ((unquoted(t), 1.0, rule) for t in taken)
            continue
        opened = pattern("business", "decisions", "run_in").match(text)
        promised = text.startswith("Agreed") and is_promise(text)
        if opened and not promised and not tells_more(text):
            each = resolved_again(paragraph.passage.cut(opened.end()))
            taken, at = run_in(each[-1], paragraphs, at + 1)
            taken = [*each[:-1], *taken]
            yield from ((t, 0.95, "on its line") for t in taken)
            continue
        taken, at = inside(paragraph, paragraphs, at + 1, formal)
        yield from ((t, 0.8, "inside prose") for t in taken)


def _of_form(paragraphs: Sequence[Paragraph], at: int) -> tuple[list[Decided], int] | None:
    """What the form of the lines from `at` on tells by itself, and where the text goes on."""
    labelled = labelled_motion(paragraphs, at)
    if labelled is not None:
        return [(labelled[0], 0.9, "motion by its label")], labelled[1]
    marked = at + 1 < len(paragraphs) and paragraphs[at + 1].marker is not None
    if marked and _SPEAKER_THEN.match(paragraphs[at].text):
        return [], past_marked(paragraphs, at + 1)  # what one person agreed to, asked or said
    if _AGREED_FOLLOWING.search(paragraphs[at].text) and marked:
        listed, after = list_below(paragraphs, at + 1)
        if all(_TO_OR_THAT.match(entry.text) for entry in listed):
            return [(e, 0.9, "list below") for e in listed], after
    entries = _done_by_body(paragraphs, at)
    return ([(e, 0.9, "list below") for e in entries[0]], entries[1]) if entries else None


def _done_by_body(paragraphs: Sequence[Paragraph], at: int) -> tuple[list[Passage], int] | None:
    """The entries below 'the Committee:-' where each begins with what the body did."""
    if not _BODY_THEN.match(paragraphs[at].text):
        return None
    entries, after = list_below(paragraphs, at + 1)
    marked = at + 1 < len(paragraphs) and paragraphs[at + 1].marker is not None
    if not marked or not all(_BODY_DID.match(entry.text) for entry in entries):
        return None
    return entries, after


def _decides_itself(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether what stands below a bare 'RESOLVED' says again that it was resolved."""
    run_in_below = pattern("business", "decisions", "run_in")
    return at < len(paragraphs) and run_in_below.match(paragraphs[at].text) is not None


def _after_labels(
    paragraphs: Sequence[Paragraph],
) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """A web page's item: what its minutes say, and its decision block with what follows.

    The agenda's text, which stands before the first label, is left out.
    """
    labels = [
        at
        for at, p in enumerate(paragraphs)
        if p.style == "label" and rule("business", "minutes_label").match(p.text)
    ]
    if not labels:
        return paragraphs, ()
    minutes = next((at for at in labels if "minutes" in paragraphs[at].text.lower()), None)
    if minutes is None:
        return (), paragraphs[labels[0] :]
    return paragraphs[minutes:], paragraphs[labels[0] : max(minutes, labels[0])]


def _block(paragraphs: Sequence[Paragraph], at: int) -> tuple[list[Passage], int]:
    """The decisions of a block headed 'Decision:', up to the next label."""
    end = at
    while end < len(paragraphs) and paragraphs[end].style != "label":
        end += 1
    block = list(paragraphs[at:end])
    taken: list[Passage] = []
    inner, loose = 0, False
    # A block that tells the matter first says RESOLVED within: the rest of it decides nothing.
    told = any(_FORMAL.search(p.text) for p in block)
    while inner < len(block):
        text = block[inner].text
        if _REASONS.match(text):
            break
        opening = pattern("business", "decisions", "opening").match(text)
        opened = pattern("business", "decisions", "run_in").match(text)
        if opening or OPEN_END.search(text):
            more, after = list_below(block, inner + 1)
            taken += [join([block[inner].passage, *more])] if _told_of(text, more) else more
            inner = after
        elif opened:
            more, inner = run_in(block[inner].passage.cut(opened.end()), block, inner + 1)
            taken += more
        elif told:
            if _FORMAL.search(text):
                taken += inside(block[inner], block, inner + 1, formal=True)[0]
            inner += 1
        elif taken and loose and text[:1].islower() and not _ENDED.search(taken[-1].text):
            taken[-1] = join([taken[-1], block[inner].passage])
            inner += 1
        else:
            loose = True
            taken.append(block[inner].passage)
            inner += 1
    return taken, end


def _told_of(text: str, entries: Sequence[Passage]) -> bool:
    """Whether a line tells what was decided of the things below: 'These were confirmed: -'."""
    return (
        bool(entries)
        and _WAS.search(text) is not None
        and not any(_CLAUSE.search(entry.text) for entry in entries)
    )


def _put_before(paragraph: Paragraph) -> list[Passage]:
    """The motion before a bare 'RESOLVED': the last sentence that was proposed or seconded."""
    spans = [
        s
        for s in sentences(paragraph.text)
        if _MOVED.search(paragraph.text, *s) and not _PUT.search(paragraph.text, *s)
    ]
    return [paragraph.passage.cut(*spans[-1])] if spans else []


RESOLUTIONS = Extractor(
    name="resolutions",
    version=20,
    reads=frozenset({"minutes", "meeting_page", "decision_notice"}),
    find=explained(find_resolutions, refused_decisions),
)
