"""How likely two mentions are of the same business, and from which score they are taken to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.resolve.threads.mentions import Mention
from pipeline.resolve.threads.subjects import same_subject
from pipeline.resolve.threads.wording import Weights

Pairing = Literal["texts", "titles", "mixed"]


NEVER = 2.0


@dataclass(frozen=True)
class Limits:
    """From which score a mention joins a thread: measured by `bench.threads`."""

    texts: float = 0.5
    titles: float = 0.72
    mixed: float = 0.66
    """A title, and a text that asks for a paper or stands under such a title."""
    passing: float = 0.85
    """A title, and any other text: it may name the matter in passing."""
    other_body: float = 0.08
    """What is added for two bodies of one council, where chance likeness is likelier."""
    same_meeting: float = 0.3
    """What is added for two requests of one meeting: most are two, however alike."""
    floor: float = 0.3
    """Most of a thread's wordings must be at least this alike to what joins it: no chains."""


LIMITS = Limits()


def likeness(one: Mention, other: Mention, weights: Weights) -> float:
    """The score of two mentions, from 0 to 1, whichever comes first."""
    if one.is_title and other.is_title:
        return same_subject(one.wording, other.wording, weights)
    if one.is_title or other.is_title:
        title, text = (one, other) if one.is_title else (other, one)
        if text.weak:
            return (
                0.0 if text.subject is None else same_subject(title.wording, text.subject, weights)
            )
        return weights.alike(title.wording, text.wording)
    if one.weak or other.weak:
        return 0.0
    return weights.alike(one.wording, other.wording)


def limit(one: Mention, other: Mention, kin: str, *, together: bool, limits: Limits) -> float:
    """The score from which `one` and `other` are one business; `together`: of one meeting."""
    if one.is_title != other.is_title:
        title, text = (one, other) if one.is_title else (other, one)
        heading = text.subject.telling if text.subject else frozenset()
        if heading & title.wording.telling or text.wants_paper:
            least = limits.mixed
        else:
            # What stands under a heading of its own is of that.
            least = NEVER if heading else limits.passing
    else:
        least = limits.titles if one.is_title else limits.texts
    if kin != "body":
        least += limits.other_body
    if together and not one.is_title and not other.is_title:
        least += limits.same_meeting
    return least
