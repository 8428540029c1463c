"""What somebody was asked, or undertook, to do after the meeting.

Lists under a lead-in ('The Board requested that:'), sentences ('The Clerk to write to ...'), and
action logs (`pipeline/extract/actions/logs.py`). Lead-ins are data: `models/lexicon/business.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.document import Item, Paragraph, Part, PartKind, Passage
from pipeline.extract.actions.entries import all_clauses, entries_of, without_labels
from pipeline.extract.actions.headed import lists_before, opens_list, task_below
from pipeline.extract.actions.label_parts import named_label, on_lines, parted, without_due
from pipeline.extract.actions.logs import logged_actions
from pipeline.extract.actions.openings import (
    lead_in,
    opens_decision,
    past_decision,
    past_opened,
    past_title,
)
from pipeline.extract.actions.owner_labels import (
    LABEL,
    bracketed_tasks,
    fields_below,
    labels_below,
    owned_labels,
    owned_sentences,
    owner_at_head,
    owner_named,
    owner_of_bullet,
    owners_in_front,
    with_labels_apart,
    without_state,
)
from pipeline.extract.actions.rows import listed_tasks
from pipeline.extract.base import Extractor, found
from pipeline.extract.decisions.text import tell_decisions
from pipeline.extract.grammar.acting_people import People
from pipeline.extract.grammar.broken_lines import whole
from pipeline.extract.grammar.dates import parse_date
from pipeline.extract.grammar.minuted import minuted
from pipeline.extract.grammar.sentences import sentences
from pipeline.extract.grammar.undertakings import IN_REPLY, owner_of, task_agreed, undertaking
from pipeline.extract.people.named import people_of
from pipeline.extract.refusals import explained, refused_actions
from pipeline.lexicon import pattern, rule
from pipeline.provenance import Finding, Rejected
from pipeline.records import Action, ActionOrigin, AnyRecord

_MARK = re.compile(r"[*•>]\s*|A(?:ction|CTION)s?\s+(?=[A-Z])|\(?(?:[ivx]{1,5}|[a-h])\)\s+(?=[A-Z])")
"""What stands before an action without a colon: '*Clerk to', 'Action JT to', 'ix) JT to'."""
_UNSTOPPED = re.compile(
    r"(?<=\w)\s+(?P<label>A(?:ction|CTION)\s+(?:[A-Z][\w./&]*\s+){1,4}(?:to|will)\s)"
)
_AND_ANOTHER = re.compile(
    r",\s+and\s+(?=(?:the|The)\s(?:[A-Z][\w’-]*\s|of\s|and\s|for\s){1,6}(?:undertook|agreed|offered|promised)\s+to\b)"
)
"""'The Panel asked that ..., and the Head of Parks undertook to ...': two tasks of two people."""
_DONE = rule("actions", "marked_done")
"""'Read the meters - Done', in a list of what was asked before."""
_NUMBERED = re.compile(r"\s+\(?\d{1,2}\)\s+(?=[A-Z])")
"""'... look at the gutter 2) JT to buy paint 3) ...': a list that runs on in its paragraph."""
_MARGIN = re.compile(
    r"(?<=[.)])\s+(?:Cllrs?\.?\s(?:[A-Z]\.\s?)?[A-Z]\w+|[Cc]lerk|All|Chair(?:man)?)\.?(?:\s+[\d.]+\w{0,4}\)?)?\s*$"
)
"""Who acts, as a margin beside the sentence prints it, and the number of the matter below."""
_CLAUSE = re.compile(r"\W*(?:\(?\w{1,3}[.)]\s+)?(?:That|To|Authority|Delegated)\b")
_PLAIN = frozenset({"somebody to do", "initials to do", "was asked", "undertook", "officer agreed"})
"""Rules that tell a task of somebody named, and no more of what was decided."""
_PARAGRAPH_NUMBER = re.compile(
    r"\d{1,3}(?:\.\d{1,3})+(?:/\d{2}){0,2}\.?\s+(?:A(?:ction|CTION)\s*:\s*)?(?=[A-Z])"
)
"""The number of the paragraph, and its label, where a margin made a row of them."""
_VERDICT_ONLY = rule("business", "verdict_only")
_AGREED_FOLLOWING = rule("business", "agreed_following")
_LIST_TITLE = rule("actions", "list_title")
_LEAD_OWNER = rule("actions", "lead_owner")
_REFERENCE = rule("actions", "reference_before")
_DUE = rule("actions", "due")
_MOVES = rule("actions", "motion_begins")
_VOTED = rule("actions", "motion_over")
"""Where a motion's own text begins and where it is over."""
_RECORDS: frozenset[PartKind] = frozenset({"minutes", "meeting_page", "action_log"})
"""Parts that say in sentences what was asked for; a report asks in recommendations."""


class Candidate(NamedTuple):
    """An action's text, origin and owner, how sure its rule is of it, and the rule's name."""

    passage: Passage
    origin: ActionOrigin
    owner: str | None
    confidence: float
    rule: str
    due: str | None = None
    """When it is due, where a line of its own says so."""


def find_actions(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """The actions of every item, then those of action logs; of other parts only the logs."""
    people = people_of(part) if part.kind in _RECORDS and part.items else People()
    for whole_item in (
        (*_opening(part), *lists_before(part), *part.items) if part.kind in _RECORDS else ()
    ):
        number = whole_item.number or whole_item.under
        taken: set[str] = set()
        rows, rest = listed_tasks(whole_item.flow, people)
        for row in rows:
            listed = Candidate(row.task, "log", row.owner, 0.7, "row of a list")
            record = _record(listed, number, row.status)
            yield found(record, row.task, confidence=0.7, rule="row of a list")
        item = replace(whole_item, flow=tuple(rest))
        for one in _of_item(item, people):
            numbered = _PARAGRAPH_NUMBER.match(one.passage.text)
            if numbered:
                one = one._replace(passage=one.passage.cut(numbered.end()))  # noqa: PLW2901
            key = re.sub(r"\W+", "", one.passage.text.lower())
            if not key or (key in taken and one.origin != "agreed"):
                continue
            taken.add(key)
            record = _record(one, number)
            yield found(record, one.passage, confidence=one.confidence, rule=one.rule)
    yield from logged_actions(part)


def _opening(part: Part) -> Iterator[Item]:
    """What was told before the first item: the public's questions, for instance."""
    if part.kind == "minutes" and len(part.preamble) < len(part.flow):
        told = [
            b
            for b in part.preamble
            if isinstance(b, Paragraph) and b.marker is None and len(list(sentences(b.text))) > 1
        ]
        yield Item(None, Passage(""), tuple(told))


def _record(one: Candidate, number: str | None, status: str | None = None) -> Action:
    text = one.passage.text
    within = _DUE.search(text)
    printed = one.due or (within["due"] if within else None)
    return Action(
        item_number=number,
        text=text,
        owner=one.owner or owner_of(text),
        due=printed,
        due_on=parse_date(printed) if printed else None,
        origin=one.origin,
        status=status,
    )


def _of_item(item: Item, people: People) -> Iterator[Candidate]:
    said = without_labels(minuted(list(item.paragraphs())))
    paragraphs = with_labels_apart(whole(list(said)), people)
    at, moving = 0, False
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        text = paragraph.text
        moving = (moving or _MOVES.search(text) is not None) and not _VOTED.search(text)
        if moving:
            at += 1
            continue
        if opens_decision(paragraphs, at):
            yield from _behind_decision(paragraph, people)
            at = past_opened(paragraphs, at)
            continue
        if _AGREED_FOLLOWING.search(text) and all_clauses(paragraphs, at + 1):
            at = past_decision(paragraphs, at + 1)
            continue
        whose = opens_list(paragraphs, at)
        if whose is not None:
            entries, at = entries_of(paragraphs, at + 1)
            yield from (Candidate(e, "agreed", whose or None, 0.95, "list below") for e in entries)
            continue
        if own := list(_owned(paragraph, people)):
            yield from own
            at += 1
            continue
        labelled = _labelled(paragraphs, at, people)
        if labelled is not None:
            yield from labelled[0]
            at = labelled[1]
            continue
        origin = lead_in(text) or ("agreed" if _LIST_TITLE.fullmatch(text) else None)
        following = at + 1 < len(paragraphs) and paragraphs[at + 1].marker is not None
        if origin and following:
            entries, after = entries_of(paragraphs, at + 1)
            if tell_decisions(entries):
                at += 1  # 'agreed the following:' over matters that each tell what was agreed
                continue
            at = after
            lead = _LEAD_OWNER.search(text)
            titled = _LIST_TITLE.fullmatch(text) is not None
            yield from _of_list(
                entries, origin, lead["owner"] if lead else None, people, titled=titled
            )
            continue
        yield from _of_paragraph(paragraph, labels_below(paragraphs, at + 1), people)
        at += 1


def _labelled(
    paragraphs: Sequence[Paragraph], at: int, people: People
) -> tuple[list[Candidate], int] | None:
    """The actions that a label at `at` opens, and where the text goes on; None without one."""
    paragraph = paragraphs[at]
    text = paragraph.text
    if lined := on_lines(paragraphs, at):
        (task, owner, due), after = lined
        return [_of_label(task, owner, due)], after
    label = LABEL.match(text)
    if not (label or paragraph.style == "label" or owner_named(text)):
        return None
    verdict = label and label["rest"] and _VERDICT_ONLY.match(label["rest"])
    if label and label["rest"] and not verdict and owner_named(text) is None:
        said = parted(paragraph.passage.cut(text.index(label["rest"])), people)
        owner, due, after = fields_below(paragraphs, at + 1)
        return [_of_label(said.task, owner or said.owner, due or said.due)], after
    tasks = task_below(paragraphs, at)
    found = [
        Candidate(task, "agreed", owner_at_head(task.text), 0.9, "below a label") for task in tasks
    ]
    return found, at + 2 if tasks else at + 1


def _of_label(task: Passage, owner: str | None, due: str | None) -> Candidate:
    return Candidate(task, "agreed", owner or owner_at_head(task.text), 0.95, "labelled", due)


def _of_paragraph(
    paragraph: Paragraph, owners: Sequence[str], people: People
) -> Iterator[Candidate]:
    """The sentences that the labels below claim for their `owners`, and others that ask."""
    parts = dict(without_due(owner) for owner in owners)
    owned = owned_sentences(paragraph.text, list(parts))
    for (start, end), owner in owned.items():
        task = paragraph.passage.cut(start, end)
        yield Candidate(task, "agreed", owner, 0.7, "owner label", parts[owner])
    yield from _of_sentences(paragraph, people, without=set(owned))


def _owned(paragraph: Paragraph, people: People) -> Iterator[Candidate]:
    """The tasks of a paragraph that says by its form whose they are."""
    labels = bracketed_tasks(paragraph.passage) or owned_labels(paragraph.passage)
    for task, owner in labels:
        yield Candidate(task, "agreed", owner, 0.95, "labelled")
    named = None if labels else named_label(paragraph.passage, people)
    if named is not None:
        yield Candidate(named.task, "agreed", named.owner, 0.95, "labelled", named.due)
    owner = owner_of_bullet(paragraph, people)
    if owner is not None:
        yield Candidate(paragraph.passage, "agreed", owner, 0.75, "initials to do")


def _of_list(
    entries: Sequence[Passage],
    origin: ActionOrigin,
    who: str | None,
    people: People,
    *,
    titled: bool,
) -> Iterator[Candidate]:
    """The entries of a list; below 'Action list' (`titled`) each begins with who is to act."""
    owners = owners_in_front([e.text for e in entries], people) if titled else {}
    for number, entry in enumerate(entries):
        task = without_state(entry) if titled else entry
        yield Candidate(task, origin, who or owners.get(number), 0.95, "list below")


def _behind_decision(paragraph: Paragraph, people: People) -> Iterator[Candidate]:
    """Who is to act on what was decided: 'RESOLVED to pay the bill. Clerk to tell the firm.'."""
    for start, end in list(sentences(paragraph.text))[1:]:
        sentence = paragraph.text[start:end]
        asked = None if _CLAUSE.match(sentence) else undertaking(sentence, people)
        if asked is not None and not asked.start and asked.owner and asked.rule in _PLAIN:
            task = paragraph.passage.cut(start, end)
            yield Candidate(task, asked.origin, asked.owner, asked.confidence, asked.rule)


def _of_sentences(
    paragraph: Paragraph, people: People, *, without: set[tuple[int, int]]
) -> Iterator[Candidate]:
    """The sentences that ask or promise; without those that a label claims."""
    text = paragraph.text
    for begin, end in _clauses(text):
        if (begin, end) in without:
            continue
        mark = _MARK.match(text, begin, end) or _REFERENCE.match(text[:end], begin)
        start = mark.end() if mark else begin
        sentence = text[start:end]
        if len(sentence) > 900 or sentence.endswith(("?", ":")) or _DONE.search(sentence):
            continue
        decided = task_agreed(sentence)
        if decided is not None:
            task = paragraph.passage.cut(start, end)
            yield Candidate(task, "agreed", decided.owner, decided.confidence, decided.rule)
            continue
        asked = undertaking(sentence, people)
        if asked is None:
            continue
        titled = past_title(sentence)
        beyond = undertaking(sentence[titled:], people) if titled else None
        if beyond is not None:
            start, sentence, asked = start + titled, sentence[titled:], beyond
        if pattern("business", "decisions", "inside").search(sentence):
            # A decision and then who sees to it: the clause alone is the action.
            if asked.start == 0 or sentence[: asked.start].rstrip().endswith("that"):
                continue
            clause = start + asked.start
        else:
            told = sentence[: asked.start].rstrip()
            apart = asked.rule in {"is to", "name would", "asked that"} or told.endswith(";")
            apart = apart or IN_REPLY.match(sentence[: asked.start]) is not None
            clause = start + (asked.start if apart else 0)
        # 'Cllr X will pass this on; Finance - ...': of a list run on, one clause is the action.
        other = re.compile(r";\s+[A-Z][\w ]*\s[–-]\s").search(text, clause, end)
        margin = _MARGIN.search(text, clause, end)
        ends = [m.start() for m in (other, margin) if m]
        passage = paragraph.passage.cut(clause, min(ends, default=end))
        yield Candidate(passage, asked.origin, asked.owner, asked.confidence, asked.rule)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text, cut before 'Action JT to ...' where no stop stands before it.

    The matters of a list that runs on, '... 1) ... 2) ...', are clauses of their own too.
    """
    matters = list(_NUMBERED.finditer(text))
    for start, end in sentences(text):
        cuts = [(m.start("label"),) * 2 for m in _UNSTOPPED.finditer(text, start + 1, end)]
        cuts += [m.span() for m in matters] if len(matters) > 1 else []
        cuts += [m.span() for m in _AND_ANOTHER.finditer(text, start + 1, end)]
        inside = sorted(c for c in cuts if start < c[0] and c[1] < end)
        for stop, following in [*inside, (end, end)]:
            yield start, start + len(text[start:stop].rstrip())
            start = following  # noqa: PLW2901 - what follows the mark is a clause of its own


ACTIONS = Extractor(
    name="actions",
    version=22,
    reads=_RECORDS | {"report", "other", "agenda", "front_page", "forward_plan"},
    find=explained(find_actions, refused_actions),
)
