"""Decisions that no rule knows the words of: sentences that the trained pipeline is sure of."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Paragraph
from pipeline.extract.decisions.formulas import Decided
from pipeline.extract.decisions.text import plain
from pipeline.extract.grammar.sentences import sentences
from pipeline.judge import judge
from pipeline.lexicon import rule

_NOT_DECIDED = rule("business", "not_decided")
_PROCEDURAL = rule("business", "procedural")
SURE = 0.98
"""How sure it must be: measured on papers kept apart, `bench/ablation.py`."""
_FEWEST = 3
"""Words of a sentence."""


def judged(paragraphs: Sequence[Paragraph], taken: Sequence[Decided], sure: float) -> list[Decided]:
    """The sentences of which it is `sure`, but for those that a rule took something from."""
    known = [plain(passage.text) for passage, _, _ in taken]
    passages = [
        paragraph.passage.cut(*span)
        for paragraph in paragraphs
        if paragraph.style != "label"
        for span in sentences(paragraph.text)
    ]
    asked = [
        p
        for p in passages
        if len(p.text.split()) >= _FEWEST
        and not _NOT_DECIDED.search(p.text)
        and not _PROCEDURAL.search(p.text)
        and not any(plain(p.text) in each or each in plain(p.text) for each in known)
    ]
    told = zip(asked, judge([p.text for p in asked]), strict=True)
    return [(p, j.decision, "judged") for p, j in told if j.decision >= sure]
