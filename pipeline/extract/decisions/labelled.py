"""Motions by their label, and behind them who put them and how the vote went.

'Proposal: To buy a boat. Proposed: JT, Seconded: AQ. For: 7, Against: 0' is a decision as it
stands behind its label.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Paragraph, Passage, join
from pipeline.lexicon import rule

_LABELLED = rule("business", "labelled_motion")
_VOTE_LINE = rule("business", "vote_line")
_FAILED = rule("business", "motion_failed")


def labelled_motion(paragraphs: Sequence[Paragraph], at: int) -> tuple[Passage, int] | None:
    """What the motion labelled at `at` says, if it passed, and where the paragraphs go on.

    Who put it and the vote stand on its line or on the next.
    """
    passage, after = paragraphs[at].passage, at + 1
    below = paragraphs[after].passage if after < len(paragraphs) else None
    if _LABELLED.match(passage.text) is None and below and _VOTE_LINE.match(below.text):
        passage, after = join([passage, below]), after + 1
    match = _LABELLED.match(passage.text)
    if match is None or _FAILED.search(match["vote"]):
        return None
    if match["ayes"] and int(match["ayes"]) <= int(match["noes"] or 0):
        return None
    return passage.cut(*match.span("what")), after
