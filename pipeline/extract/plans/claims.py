"""Totals that a report states about the plan it carries: 'the 115 milestones', '26 actions'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from pipeline.document import Paragraph, Part, Table
from pipeline.extract.base import Extractor, found
from pipeline.extract.plans.columns import header_row
from pipeline.lexicon import rule
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, Claim

_MILESTONES = rule("reports", "claimed_milestones")
_ACTIVITIES = rule("reports", "claimed_activities")


def find_claims(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """The claimed totals of a part that holds a plan table; the same claim once."""
    if not any(isinstance(b, Table) and header_row(b) for b in part.flow):
        return
    seen: set[tuple[str, int]] = set()
    for paragraph in part.flow:
        if not isinstance(paragraph, Paragraph) or not re.search(
            r"\bplan\b", paragraph.text, re.IGNORECASE
        ):
            continue
        rules: tuple[tuple[Literal["milestones", "activities"], re.Pattern[str]], ...] = (
            ("milestones", _MILESTONES),
            ("activities", _ACTIVITIES),
        )
        for subject, counted in rules:
            for match in counted.finditer(paragraph.text):
                after = paragraph.text[match.end() : match.end() + 40]
                if rule("reports", "claim_of_progress").match(after):
                    continue
                key = (subject, int(match[1]))
                if key not in seen:
                    seen.add(key)
                    claim = Claim(subject=subject, count=key[1])
                    yield found(claim, paragraph.passage, match.start(), match.end())


CLAIMS = Extractor(name="claims", version=1, reads=frozenset({"report", "other"}), find=find_claims)
