"""A paper whose line breaks were lost, cut again where its headings stand in capitals.

'... in the Gallery. APOLOGIES Apology received from Cr A Ash. MINUTES RESOLUTION: That the Minutes
be confirmed. MOVED: Cr B Birch CARRIED ...': no number counts its business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Block, Paragraph, Passage

_WORD = r"(?:[A-Z][A-Z’'/-]*[A-Z]’?|&|[–-])"
_RUN = re.compile(
    rf"(?<!\S)(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}\.?\s+)?(?P<run>{_WORD}(?:,?\s+{_WORD})*)(?P<colon>:?)(?=\s)"
)
_LETTERS = 5
"""Letters of a run in capitals that is no abbreviation."""
_FEWEST = 5
"""Such runs from which they are headings."""
_HEAD = 20
"""Characters of a running head at least."""
_LONGEST = 12
"""Words of a heading at most."""
_SHARE = 0.5
"""Share of the letters that stand in capitals at most: a shouted text has no headings."""


def cut_at_capitals(text: str, *, further: bool = False) -> list[Block]:
    """The paragraphs of such a text; none where too few headings stand in it.

    `further`: whether it is a further page of a paper that was cut so.
    """
    runs = [m for m in _RUN.finditer(text) if _is_heading(m["run"])]
    letters = sum(c.isalpha() for c in text)
    shouted = sum(c.isalpha() for m in runs for c in m["run"])
    if len(runs) < (1 if further else _FEWEST) or shouted > _SHARE * letters:
        return []
    out = _paragraphs(text[: runs[0].start()], None)
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        end = following.start() if following is not None else len(text)
        number = (run["number"] or "").strip() or None
        if run["colon"]:
            title, _, label = run["run"].rpartition(" ")  # 'WORKS REPORT RESOLUTION: That ...'
            out += _paragraphs(title, number)
            out += _paragraphs(label + text[run.end("run") : end], None if title else number)
            continue
        out += _paragraphs(run["run"], number)
        out += _paragraphs(text[run.end() : end], None)
    return out


def without_running_heads(texts: Sequence[str]) -> list[str]:
    """The long paragraphs of a paper, without the head of each page that stands before the text."""
    if len(texts) <= 1:
        return list(texts)
    words = [text.split(maxsplit=_LONGEST + 1) for text in texts]
    same = 0
    while all(len(w) > same + 1 and w[same] == words[0][same] for w in words):
        same += 1
    head = " ".join(words[0][:same])
    if len(head) < _HEAD or not any(c.isupper() for c in head):
        return list(texts)
    return [texts[0], *(" ".join(text.split())[len(head) :].lstrip() for text in texts[1:])]


def _is_heading(run: str) -> bool:
    return sum(c.isalpha() for c in run) >= _LETTERS and len(run.split()) <= _LONGEST


def _paragraphs(text: str, marker: str | None) -> list[Block]:
    folded = " ".join(text.split())
    return [Paragraph(Passage(folded), marker)] if folded else []
