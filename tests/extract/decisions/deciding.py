"""What an item of minutes decided, for tests."""

from __future__ import annotations

from pipeline.document import Block, Item
from pipeline.extract.decisions.resolutions import RESOLUTIONS
from pipeline.records import Resolution
from tests.extract.building import item, minutes, only


def resolved(*under: str | Block | list[Block]) -> list[str]:
    """The texts decided under one item."""
    return [r.text for r in rows(item("4", "Ponds", *under))]


def rows(*items: Item) -> list[Resolution]:
    """The resolutions of items."""
    return only(Resolution, RESOLUTIONS, minutes(*items))
