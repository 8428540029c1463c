"""What was moved, by whom, and how the vote went, with the names where the vote was recorded.

An item is read from its top: a mover opens a motion, what follows settles it. Verbs, results and
vote words are data: `models/lexicon/motions.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.document import Item, Paragraph, Part, Passage, Table, join
from pipeline.extract.base import Extractor
from pipeline.extract.grammar.motion_blocks import MotionBlock, motion_block
from pipeline.extract.grammar.sentences import sentences
from pipeline.extract.motions.divisions import Division, division_at, division_within, is_vote_table
from pipeline.extract.motions.movers import clauses
from pipeline.extract.motions.moving import Moved, moved_in
from pipeline.extract.motions.tallies import number_of, tally_of, vote_of, words_of
from pipeline.extract.motions.text import begins_motion, below, goes_on_below, joined, recorded
from pipeline.extract.motions.voting import Draft, resolved_text, settle, target
from pipeline.extract.people.lists import entries
from pipeline.extract.people.posts import Entry
from pipeline.lexicon import pattern
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord

Blocks = Sequence[Paragraph | Table]
_NEAR = 2
"""How many sentences after a motion its result may come without naming it."""


def find_motions(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """Every motion of every item, numbered within the item, each followed by its votes by name."""
    counts: dict[str | None, int] = {}
    for item in part.items:
        number = item.number or item.under
        reading = _Reading(_blocks(item))
        reading.read()
        for draft in reading.drafts:
            if draft.is_loose:
                reading.loose.append(draft)
                continue
            counts[number] = counts.get(number, 0) + 1
            yield draft.finding(number, counts[number])
            yield from draft.vote_findings(number, counts[number])
        for draft in reading.loose:
            yield Rejected(draft.words, "proposed, but neither seconded nor voted on")


def _blocks(item: Item) -> Blocks:
    """An item's paragraphs and tables of votes; of a web page's item, its minutes."""
    each: list[Paragraph | Table] = []
    for block in item.flow:
        if isinstance(block, Table) and is_vote_table(block):
            each.append(block)
        else:
            each += Item(item.number, item.heading, (block,)).paragraphs()
    return recorded(each)


class _Reading:
    """One item as it is read: the motions so far, and what was decided last."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.drafts: list[Draft] = []
        self.current: Draft | None = None
        self.decided: Passage | None = None
        """The decision stated last: what a vote without a mover was about."""
        self.decided_at = -9
        """The block after that decision."""
        self.loose: list[Draft] = []
        """What was suggested and went no further."""
        self.before: Passage | None = None
        """The paragraph before the one that is read."""
        self.since = 0
        """Sentences since the current motion was last spoken of."""

    def read(self) -> None:
        at = 0
        while at < len(self.blocks):
            block = self.blocks[at]
            set_apart = self._block_at(at)
            if set_apart is not None:
                self._set_as_block(set_apart)
                at = set_apart.end
                continue
            division = division_at(self.blocks, at)
            if division is not None:
                self._divided(division[0])
                at = division[1]
            elif isinstance(block, Paragraph) and block.style != "label":
                at = self._paragraph(block, at + 1)
                self.before = block.passage
            else:
                at += 1

    def _block_at(self, at: int) -> MotionBlock | None:
        """The motion set as a block of short lines that begins at `at`, if it names its mover."""
        end = at
        while end < len(self.blocks) and isinstance(self.blocks[end], Paragraph):
            end += 1
        each = [b for b in self.blocks[at:end] if isinstance(b, Paragraph)]
        found = motion_block(each, 0) if each else None
        if found is None or not found.movers:
            return None
        return replace(found, end=at + found.end)

    def _set_as_block(self, found: MotionBlock) -> None:
        """Open and settle a motion that is set as a block."""
        draft = Draft(text=join(found.words))
        for said in clauses(found.put_by):
            if said.kind == "moved":
                draft.proposer = draft.proposer or said.name
            else:
                draft.seconder = draft.seconder or said.name
        draft.sources += [s for mover in found.movers for s in mover.sources()]
        for told in found.verdict:
            settle(draft, told)
        if found.resolved and not found.failed:
            draft.outcome = draft.outcome or "carried"
        self._open(draft)
        self.decided = None if found.failed else draft.text

    def _voted(self) -> Draft:
        """The motion that a count or a list of names is about; where none is open, a new one."""
        draft = self.current
        if draft is None or (draft.is_counted and draft.outcome is not None):
            draft = self._open(Draft(text=self.decided))
            draft.outcome = "carried" if self.decided is not None else None
        return draft

    def _divided(self, division: Division) -> None:
        """Take over a recorded vote, or one between a motion and its amendment."""
        draft = self._voted()
        if division.rival:
            amendment = next((d for d in reversed(self.drafts) if d.amendment), None)
            draft = next((d for d in reversed(self.drafts) if not d.amendment), draft)
            if amendment is not None:
                amendment.votes += division.rival
                amendment.tally = amendment.tally.with_count("for", division.rival_count)
        draft.add(division)
        self.current, self.since = draft, 0

    def _open(self, draft: Draft) -> Draft:
        self.drafts.append(draft)
        self.current, self.since = draft, 0
        return draft

    def _paragraph(self, paragraph: Paragraph, at: int) -> int:
        moves = [m for m in moved_in(paragraph.passage) if not self._is_known(m)]
        start, whole = 0, len(paragraph.text)
        for move in moves:
            self._prose(paragraph.passage, start, move.start)
            start = move.end
            at = self._moved(paragraph, move, at)
        self._prose(paragraph.passage, start, whole)
        if pattern("motions", "said", "resolved").match(paragraph.text) and not moves:
            at = self._formally(paragraph, at)
        draft = self.current
        if draft and not moves and draft.text is None and draft.outcome is None:
            said = clauses(paragraph.text)
            if said and said[-1].kind == "seconded" and said[-1].end >= len(paragraph.text) - 2:
                at = self._words_below(draft, paragraph, at)
        return at

    def _is_known(self, move: Moved) -> bool:
        """Whether 'the motion of Cllr Ash' is one that was read already."""
        surname = move.proposer.split()[-1]
        same = any(d.proposer and d.proposer.split()[-1] == surname for d in self.drafts)
        return move.noun and move.seconder is None and same

    def _moved(self, paragraph: Paragraph, move: Moved, at: int) -> int:
        """Open the motion that a paragraph moves, with its words below where they stand there."""
        draft = Draft(
            text=move.text,
            proposer=move.proposer,
            seconder=move.seconder,
            titled=move.titled,
            amendment=move.amendment,
            paragraph=re.sub(r"\W", "", paragraph.marker or "") or None,
        )
        draft.sources = [*paragraph.passage.sources(move.start, move.end), *draft.sources]
        draft.words = paragraph.text[move.start : move.end].strip()
        for said in move.results:
            settle(draft, said)
        if draft.outcome is None and pattern("motions", "said", "resolved").match(paragraph.text):
            draft.outcome = "carried"
        if draft.is_loose and not move.titled:
            self.loose.append(draft)
            return at
        self._open(draft)
        if move.open_end and (move.text is None or goes_on_below(move.text.text)):
            at = self._words_below(draft, paragraph, at)
        if draft.text is None and move.points_back:
            if self.decided is not None and at - self.decided_at <= 2:
                draft.text, draft.outcome = self.decided, draft.outcome or "carried"
            elif self.before is not None and begins_motion(self.before.text):
                draft.text = self.before
                draft.sources += self.before.sources()
        return at

    def _words_below(self, draft: Draft, paragraph: Paragraph, at: int) -> int:
        stop = below(self.blocks, at, paragraph, self._stops)
        taken = [b for b in self.blocks[at:stop] if isinstance(b, Paragraph)]
        if not taken:
            return at
        first = taken[0].text
        said = pattern("motions", "said", "resolved").match(first) or pattern(
            "motions", "text", "opens"
        ).match(first)
        if not said and not goes_on_below(paragraph.text):
            return at
        if pattern("motions", "said", "resolved").match(taken[0].text):
            draft.outcome = draft.outcome or "carried"
        more = resolved_text(joined(taken))
        if draft.text is not None and len(draft.text.text.split()) > 1:
            more = joined([Paragraph(draft.text), Paragraph(more)])
        draft.text = more if more.text else draft.text
        draft.sources += [s for block in taken for s in block.passage.sources()]
        return stop

    def _stops(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph does something to a motion, and so is none of its words."""
        text = paragraph.text
        return bool(
            any(clause.titled for clause in clauses(text))
            or pattern("motions", "said", "put").search(text)
            or division_at([paragraph], 0)
            or (len(text.split()) <= 6 and tally_of(text))
            or re.match(
                r"(?:substantive\s+|the\s+)?(?:motion|amendment)\s+(?:was\s+)?(?:carried|lost|agreed)",
                text,
                re.IGNORECASE,
            )
        )

    def _prose(self, passage: Passage, start: int, end: int) -> None:
        """Read sentences that move nothing: what is put, what became of it, who voted how."""
        within = division_within(passage.cut(start, end)) if end > start else None
        if within is not None:
            first, division, last = within
            whole = passage.cut(start, end)
            self._prose(whole, 0, first)
            self._divided(division)
            self._prose(whole, last, len(whole.text))
            return
        for begin, stop in sentences(passage.text[start:end]):
            self._sentence(passage.cut(start + begin, start + stop))

    def _sentence(self, said: Passage) -> None:
        text = said.text
        put = pattern("motions", "said", "put").search(text)
        formal = pattern("motions", "said", "resolved").match(text)
        named = target(self.drafts, self.current, text)
        quoted = pattern("motions", "said", "part").search(text)
        if put and quoted:
            quote = self._open(Draft(text=said.cut(quoted.start("text"), quoted.end("text"))))
            quote.sources += said.sources()
            return
        if pattern("motions", "said", "settled").search(text):
            for change in reversed(self.drafts):
                if change.amendment and change.outcome is None:
                    change.outcome = "carried"
                    change.sources += said.sources()
                    self.current = next((d for d in self.drafts if not d.amendment), change)
                    return
        if named is not None and (put or named.is_named_by(text)):
            self.current, self.since = named, 0
        if self._told(said):
            return
        seconder = next((c for c in clauses(text) if c.kind == "seconded"), None)
        draft = self.current
        if draft and seconder and draft.seconder is None and self.since <= _NEAR:
            draft.seconder = seconder.name
            draft.sources += said.sources()
        if self._between(said):
            return
        counted = tally_of(text)
        if counted is not None:
            voted = self._voted()
            self._counted(voted, said)
            settle(voted, said)
        elif draft and draft.outcome is None and (put or formal or self._speaks_of(draft, text)):
            settle(draft, said, only_result=bool(formal))
        if formal:
            rest = resolved_text(said)
            self.decided = rest if rest.text else self.decided
            self._worded(draft)
        self.since += 1

    def _counted(self, voted: Draft, said: Passage) -> None:
        """Give a vote without a mover its words: those of its sentence, or the decision before."""
        within = pattern("motions", "said", "resolved_within").search(said.text)
        if voted.text is None and voted.proposer is None:
            voted.text = said.cut(within.start("what")) if within else self.decided
            voted.sources += said.sources()

    def _worded(self, draft: Draft | None) -> None:
        """Give the decision just read to a vote that was told before it."""
        if draft and draft.is_counted and draft.text is None and draft.proposer is None:
            draft.text, draft.outcome = self.decided, draft.outcome or "carried"

    def _between(self, said: Passage) -> bool:
        """Read a sentence as '12 voted for the motion and 8 for the amendment'."""
        rivals = pattern("motions", "said", "rivals").search(said.text)
        motion = next((d for d in reversed(self.drafts) if not d.amendment), None)
        amendment = next((d for d in reversed(self.drafts) if d.amendment), None)
        if rivals is None or motion is None or amendment is None:
            return False
        for draft, key in ((motion, "motion"), (amendment, "amendment")):
            draft.tally = draft.tally.with_count("for", number_of(rivals[key]))
            draft.sources += said.sources()
        self.current, self.since = motion, 0
        return True

    def _speaks_of(self, draft: Draft, text: str) -> bool:
        """Whether a sentence's result is the motion's: it names it, or is short and follows."""
        longest = 40 if draft.is_counted and self.since == 0 else 14
        return draft.is_named_by(text) or (self.since <= _NEAR and len(text.split()) <= longest)

    def _told(self, said: Passage) -> bool:
        """Read a sentence as 'Cllr Ash abstained' or 'Mr Ash asked that his vote be recorded'."""
        text = said.text
        draft = self.current or (self.drafts[-1] if self.drafts else None)
        asked = pattern("motions", "said", "recorded").search(text)
        told = asked or pattern("motions", "said", "told").search(text)
        if told is None or (draft is None and self.decided is None):
            return False
        verb = re.search(r"\b(?:vot(?:ed?|es|ing)|abst\w+)\b", text[told.start() :], re.IGNORECASE)
        after = told.start() + verb.start() if verb else told.end()
        way = re.search(rf"\b(?:{words_of()})(?!\w)", text[after:], re.IGNORECASE)
        people, start = _people_before(text[: told.start()])
        if not people or way is None:
            return False
        if draft is None:
            draft = self._open(Draft(text=self.decided, outcome="carried"))
        for entry in people:
            draft.votes.append(
                (vote_of(way), entry, said.cut(start + entry.start, start + entry.end))
            )
        return True

    def _formally(self, paragraph: Paragraph, at: int) -> int:
        """Read a RESOLVED: it settles what is open, and says what a vote below was about."""
        rest = resolved_text(paragraph.passage)
        stop = at
        if not rest.text or goes_on_below(rest.text) or goes_on_below(paragraph.text):
            stop = below(self.blocks, at, paragraph, self._stops)
            rest = joined([*([Paragraph(rest)] if rest.text else []), *self.blocks[at:stop]])
        if not rest.text:
            return at
        self.decided, self.decided_at = rest, stop
        draft = self.current
        if draft and draft.text is None and draft.outcome == "carried":
            draft.text = rest
            draft.sources += rest.sources() if rest.words else ()
        return stop


def _people_before(head: str) -> tuple[list[Entry], int]:
    """The people that a sentence's subject is, and where it begins: a lead-in may go before it."""
    for start in (0, head.rfind(", ") + 1):
        people = list(entries(head[start:]))
        if sum(e.end - e.start for e in people) >= 0.6 * len(head[start:].strip()) > 0:
            return people, start
    return [], 0


MOTIONS = Extractor(
    name="motions",
    version=6,
    reads=frozenset({"minutes", "meeting_page", "decision_notice"}),
    find=find_motions,
)
