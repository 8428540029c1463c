"""Who is listed at the front of minutes, for tests."""

from __future__ import annotations

from pipeline.document import Block
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only


def people(*front: str | Block, body: str = "Minutes") -> list[tuple[str, str, str]]:
    """Name, group and status of everybody who is found."""
    found = only(Attendee, ATTENDANCE, minutes(item("1", body), front=front))
    return [(each.name, each.grouping, each.status) for each in found]
