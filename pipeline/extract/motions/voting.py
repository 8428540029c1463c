"""One motion while its item is read: what settles it, and which motion a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.document import Passage
from pipeline.extract.motions.divisions import Cast, Division
from pipeline.extract.motions.tallies import Tally, tally_of
from pipeline.lexicon import lexicon, pattern
from pipeline.provenance import Finding, Source
from pipeline.records import AnyRecord, Motion, MotionOutcome, Vote


@dataclass
class Draft:
    """A motion as far as it was read."""

    text: Passage | None = None
    proposer: str | None = None
    seconder: str | None = None
    titled: bool = True
    """Whether an honorific or an office says that the mover is of the meeting."""
    amendment: bool = False
    paragraph: str | None = None
    """The number of the paragraph that moves it: 'the motion set out in paragraph 2'."""
    outcome: MotionOutcome | None = None
    unanimous: bool | None = None
    tally: Tally = field(default_factory=Tally)
    votes: list[Cast] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    words: str = ""
    """The sentence that moved it."""

    def __post_init__(self) -> None:
        if self.text is not None and self.text.text:
            self.sources += self.text.sources()

    @property
    def is_counted(self) -> bool:
        """Whether its votes are known."""
        return bool(self.tally) or bool(self.votes)

    @property
    def is_loose(self) -> bool:
        """Whether it was only suggested: nobody seconded it, and nothing became of it."""
        settled = self.outcome is not None or self.is_counted or self.unanimous
        return self.seconder is None and (
            not settled or (self.proposer is not None and not self.titled)
        )

    def is_named_by(self, text: str) -> bool:
        """Whether a sentence speaks of it: 'the amendment', 'the motion', 'the proposal'."""
        word = r"\bamendment\b" if self.amendment else r"\b(?:motion|proposal|proposition)\b"
        return re.search(word, text, re.IGNORECASE) is not None

    def add(self, division: Division) -> None:
        """Take over a recorded vote."""
        self.tally = self.tally.filled(division.tally)
        self.votes += division.votes
        for head in division.heads:
            self.sources += head.sources()
        if not self.sources and division.votes:
            self.sources += division.votes[0][2].sources()

    def finding(self, number: str | None, ordinal: int) -> Finding[AnyRecord]:
        """The motion as a record, with every place that it was read from."""
        record = Motion(
            item_number=number,
            ordinal=ordinal,
            motion=(self.text.text or None) if self.text else None,
            proposer=self.proposer,
            seconder=self.seconder,
            amendment=self.amendment,
            outcome=self.outcome,
            unanimous=self.unanimous,
            votes_for=self.tally.votes_for,
            votes_against=self.tally.votes_against,
            abstentions=self.tally.abstentions,
        )
        sure = 0.95 if self.seconder else 0.85 if self.is_counted else 0.7
        return Finding(record, tuple(dict.fromkeys(self.sources)), sure)

    def vote_findings(self, number: str | None, ordinal: int) -> Iterator[Finding[AnyRecord]]:
        """The votes by name, nobody twice on one side."""
        seen: set[tuple[str, str | None, str]] = set()
        for way, entry, passage in self.votes:
            person = entry.person
            key = (person.name, person.honorific, way)
            if key in seen:
                continue
            seen.add(key)
            vote = Vote(
                item_number=number,
                ordinal=ordinal,
                name=person.name,
                honorific=person.honorific or None,
                printed=passage.text.strip(" ,;"),
                vote=way,
            )
            yield Finding(vote, passage.sources(), 0.95)


def settle(draft: Draft, said: Passage, *, only_result: bool = False) -> None:
    """Add what a sentence tells of a motion's fate; what is known already stays."""
    text = said.text
    before = (draft.outcome, draft.unanimous, draft.tally)
    if draft.outcome is None:
        draft.outcome = _outcome_of(text)
    if draft.unanimous is None and pattern("motions", "said", "unanimous").search(text):
        draft.unanimous = True
    counted = None if only_result else tally_of(text)
    if counted is not None:
        draft.tally = draft.tally.filled(counted[0])
    if before != (draft.outcome, draft.unanimous, draft.tally) and said.text:
        draft.sources += said.sources()


def _outcome_of(text: str) -> MotionOutcome | None:
    for entry in lexicon("motions")["results"]["outcomes"]:
        if re.search(entry["pattern"], text, re.IGNORECASE):
            outcome: MotionOutcome = entry["outcome"]
            return outcome
    return None


def target(drafts: Sequence[Draft], current: Draft | None, text: str) -> Draft | None:
    """The motion that a sentence is about.

    By the number of its paragraph, as the amendment, as the substantive motion (which is the
    motion that an amendment changed), else the one that was read last.
    """
    numbered = pattern("motions", "said", "paragraph").search(text)
    amending = re.search(r"\bamendment\b", text, re.IGNORECASE)
    substantive = re.search(r"\b(?:substantive|original)\s+motion\b", text, re.IGNORECASE)
    if substantive and not amending:
        return next((d for d in drafts if not d.amendment and d.proposer), current)
    if numbered:
        named = [d for d in drafts if d.paragraph == numbered["number"]]
        if named:
            return named[-1]
    if amending:
        return next((d for d in reversed(drafts) if d.amendment), current)
    if re.search(r"\bmotion\b", text, re.IGNORECASE) and current and current.amendment:
        settled = current.outcome is not None
        return (
            next((d for d in reversed(drafts) if not d.amendment), current) if settled else current
        )
    if current and current.outcome is not None and pattern("motions", "said", "vote").search(text):
        # A motion without notice came and went: 'the Motion' is the one that is still open.
        waiting = [d for d in drafts if d.outcome is None and d.proposer and not d.amendment]
        return waiting[-1] if waiting else current
    return current


def resolved_text(said: Passage) -> Passage:
    """A decision without the RESOLVED before it."""
    lead = pattern("motions", "said", "resolved").match(said.text)
    return said.cut(lead.end()) if lead else said
