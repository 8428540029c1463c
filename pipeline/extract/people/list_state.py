"""What is open while the lists of people of a stretch of minutes are walked."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.people.list_columns import Column
from pipeline.extract.people.list_headings import List


@dataclass
class State:
    """What is open while the blocks are walked."""

    opened: List | None
    columns: tuple[Column, ...] = ()
    alone: bool = False
    """Whether the members stand in a list headed 'Members in attendance', and in no other."""
    post: str | None = None
    """The post that a heading on a line of its own gives to the one below it: 'Clerk'."""
    bulleted: bool = False
    """Whether the entries of the open list bear bullets."""
    comma: int | None = None
    """Where the name of the one line ends, behind which stands where the person comes from."""
    titled: int = 0
    """How many people the open list has on lines of their own, all with honorifics."""
    found: bool = False
    fresh: bool = False
    """Whether the last heading stood alone, and nobody was named under it yet."""
    led: bool = False
    """Whether nobody but the one who led is listed as a member yet."""
    voting: bool = False
    """Whether the lines above tell who voted which way: 'Absent: none' belongs to them."""
    closed: bool = False
    """Whether business has begun: no more lists, only words on apologies."""
    names: list[str] = field(default_factory=list)
    """Who was named so far."""

    def one_named(self) -> bool:
        """Whether all who were named so far have one name alone, as among friends."""
        return len(self.names) >= 3 and not any(" " in name for name in self.names)
