"""What a digest says: plain values, in the order that they are told."""

from __future__ import annotations

from datetime import date

import msgspec


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """One paper, as a reader knows it."""

    document_id: str
    title: str
    kind: str
    status: str
    reason: str | None = None
    source: str
    url: str | None = None
    """Where it was published, for a link; http and https only."""
    authority: str | None = None
    body: str | None = None
    held_on: date | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a statement was read."""

    document_id: str | None = None
    page: int | None = None


class Gathering(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting."""

    authority: str | None = None
    body: str | None = None
    held_on: date | None = None


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """An action, new or come back."""

    text: str
    owner: str | None = None
    due: str | None = None
    body: str | None = None
    held_on: date | None = None
    """Of a task that came back: when it was raised last."""
    times: int = 1
    """In how many meetings it was raised."""
    first_raised: date | None = None
    state: str | None = None
    place: Place = Place()


class Slip(msgspec.Struct, frozen=True, kw_only=True):
    """A milestone whose deadline moved back, or whose status got worse."""

    milestone: str
    plan: str | None = None
    leads: tuple[str, ...] = ()
    was_due: date | None = None
    due: date | None = None
    was_status: str | None = None
    status: str | None = None
    place: Place = Place()

    @property
    def days(self) -> int:
        """By how many days the deadline moved."""
        return (self.due - self.was_due).days if self.due and self.was_due else 0


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that disagrees with itself or with another."""

    subject: str
    detail: str
    body: str | None = None
    held_on: date | None = None
    document_id: str | None = None


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be had or done."""

    source: str
    reason: str


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting of which not everything is held."""

    source: str
    body: str | None = None
    held_on: date | None = None
    listed: int
    held: int
    refused: int
    failed: int
    partial: int
    reason: str | None = None


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What one source lists in all."""

    source: str
    meetings: int
    complete: int
    listed: int
    held: int
    refused: int
    failed: int


class Digest(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one digest says."""

    run_id: str
    since: str | None
    """The run that it begins after; None for the first of an archive."""
    papers: int
    """How many the archive holds now."""
    meetings: int
    new: tuple[Paper, ...] = ()
    replaced: tuple[Paper, ...] = ()
    removed: tuple[Paper, ...] = ()
    returned: tuple[Paper, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    actions: tuple[Task, ...] = ()
    again: tuple[Task, ...] = ()
    """Actions that came back, and are not known to be done."""
    closed: tuple[Task, ...] = ()
    """Actions that a new paper closed."""
    slips: tuple[Slip, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    needing: tuple[Paper, ...] = ()
    """New among the papers that could not be read, or only in part."""
    withheld: tuple[Paper, ...] = ()
    """New among those that turned out to be restricted: no text was kept."""
    refused: tuple[Failure, ...] = ()
    """Restricted by their source's own word, and not fetched."""
    waiting: int = 0
    """Papers that needed a person before, and still do."""
    failures: tuple[Failure, ...] = ()
    gaps: tuple[Gap, ...] = ()
    coverage: tuple[Coverage, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Whether nothing happened that anybody needs to be told."""
        return not (
            self.new
            or self.replaced
            or self.removed
            or self.returned
            or self.actions
            or self.again
            or self.closed
            or self.slips
            or self.contradictions
            or self.needing
            or self.withheld
            or self.failures
        )
