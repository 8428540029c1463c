"""The facts that the extractors find: one class per kind, fields as the public contract names them.

Values are as printed, with white space folded. What the paper doesn't print is None.
"""

from __future__ import annotations

from datetime import date, time
from typing import Literal

import msgspec

Grouping = Literal["member", "councillor", "officer", "guest"]
AttendanceStatus = Literal["present", "apologies", "late", "absent"]
Outcome = Literal[
    "noted",
    "approved",
    "agreed",
    "endorsed",
    "deferred",
    "rejected",
    "closed",
    "referred",
    "recommended",
    "other",
]
MotionOutcome = Literal["carried", "lost", "withdrawn", "deferred", "lapsed"]
VoteCast = Literal["for", "against", "abstain", "absent", "not voting"]
ActionOrigin = Literal["requested", "agreed", "resolved", "highlighted", "log"]
StatusSource = Literal["fill"]
"""The colour that a cell is filled with, or of a dot drawn in it."""


class Record(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Base of all records."""


class MeetingHeader(Record, frozen=True, kw_only=True):
    """What one paper prints of the meeting itself."""

    body: str | None = None
    authority: str | None = None
    held_on: date | None = None
    starts_at: time | None = None
    ended_at: time | None = None
    venue: str | None = None


class Attendee(Record, frozen=True, kw_only=True):
    """One person's presence at, or absence from, a meeting."""

    name: str
    """Without honorific or post-nominals."""
    honorific: str | None = None
    printed: str
    role: str | None = None
    """As printed, without brackets."""
    grouping: Grouping
    status: AttendanceStatus
    chair: bool = False
    substitute_for: str | None = None


class Member(Record, frozen=True, kw_only=True):
    """One name in a front page's list of members: not attendance."""

    name: str
    honorific: str | None = None
    printed: str
    role: str | None = None


class AgendaItem(Record, frozen=True, kw_only=True):
    """A heading of business."""

    number: str | None
    """As printed, without the final dot; None where the heading has no number."""
    also: str | None = None
    """A second printed number, such as the agenda's beside the minute's."""
    title: str
    pages: str | None = None
    """The page range as printed, on an agenda."""


class Declaration(Record, frozen=True, kw_only=True):
    """An interest that somebody declared."""

    name: str
    item_number: str | None = None
    interest: str
    interest_type: str | None = None


class Resolution(Record, frozen=True, kw_only=True):
    """Something the body decided."""

    item_number: str | None
    ordinal: int
    """From 1, within the item."""
    text: str
    outcome: Outcome


class Motion(Record, frozen=True, kw_only=True):
    """Something that was moved, or put to a vote."""

    item_number: str | None
    ordinal: int
    """From 1, within the item."""
    motion: str | None = None
    """What was moved, as printed; None where only the item's title tells."""
    proposer: str | None = None
    """Without honorific; an office as printed, where no name stands beside it."""
    seconder: str | None = None
    amendment: bool = False
    """Moved to change another motion."""
    outcome: MotionOutcome | None = None
    """What became of it; None where the paper is silent. 'lapsed': it found no seconder."""
    unanimous: bool | None = None
    """Whether the paper says that nobody was against; None where it doesn't say."""
    votes_for: int | None = None
    """As printed, never counted from names."""
    votes_against: int | None = None
    abstentions: int | None = None


class Vote(Record, frozen=True, kw_only=True):
    """How one person voted, where a paper records it by name."""

    item_number: str | None
    ordinal: int
    """The motion's, within the item."""
    name: str
    honorific: str | None = None
    printed: str
    vote: VoteCast


class Action(Record, frozen=True, kw_only=True):
    """Something somebody was asked, or undertook, to do."""

    item_number: str | None
    text: str
    owner: str | None = None
    due: str | None = None
    due_on: date | None = None
    origin: ActionOrigin
    status: str | None = None
    status_derived: StatusSource | None = None
    """What a status that is not printed was read from."""
    reference: str | None = None
    """The number that an action log gives it, as printed."""
    comment: str | None = None
    """What an action log says became of it, as printed."""


class Milestone(Record, frozen=True, kw_only=True):
    """One row of a delivery or improvement plan."""

    plan: str | None = None
    period: str | None = None
    theme: str | None = None
    activity_number: str | None = None
    activity: str | None = None
    milestone: str
    lead_officers: tuple[str, ...] = ()
    deadline: str | None = None
    deadline_from: date | None = None
    deadline_to: date | None = None
    status: str | None = None
    percent_complete: int | None = None
    comment: str | None = None
    status_derived: StatusSource | None = None
    """What a status that is not printed was read from."""
    reference: str | None = None
    """The number that the plan gives it, as printed."""
    direction: str | None = None
    """The direction of travel, as printed."""


class ForwardPlanEntry(Record, frozen=True, kw_only=True):
    """An item that a forward plan sets down for a later meeting."""

    for_meeting_on: date | None
    item: str
    lead: str | None = None


class Report(Record, frozen=True, kw_only=True):
    """The header of a report."""

    item_number: str | None = None
    title: str
    authors: tuple[str, ...] = ()
    dated: date | None = None
    classification: str | None = None


class Recommendation(Record, frozen=True, kw_only=True):
    """What a report asks the body to do."""

    report_title: str | None
    ordinal: int
    text: str


class Claim(Record, frozen=True, kw_only=True):
    """A total that a report's text states about its own plan."""

    subject: Literal["milestones", "activities"]
    count: int


AnyRecord = (
    MeetingHeader
    | Attendee
    | Member
    | AgendaItem
    | Declaration
    | Resolution
    | Motion
    | Vote
    | Action
    | Milestone
    | ForwardPlanEntry
    | Report
    | Recommendation
    | Claim
)
