"""What a thread is called: the words in which a person would name the business."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.lexicon import pattern, rule
from pipeline.resolve.meetings.bodies import titled
from pipeline.resolve.threads.mentions import Mention

LONGEST = 80
"""Characters of a label."""
_KIND = rule("threads", "kind_of_paper")
_KIND_WORD = pattern("threads", "kind_words")
_YEAR = re.compile(r"[(]?(?:19|20)\d\d(?:[-/–]\d{2,4})?[)]?")
_LEAD = rule("threads", "lead_in")
_PASSIVE = rule("threads", "passive")
_DOER = rule("threads", "doer")
_ARTICLE = re.compile(r"^(?:a|an|the|any)\s+", re.IGNORECASE)
_WHEN = re.compile(r"^(?:(?:in|by|at|before|to) (?:the )?(?:next )?\w+ )?(?:on|about) (?=\w)")
"""What is left of 'report back in the autumn on letting tenants follow repairs'."""
_PIECES = re.compile(r"(\s*[:|–—]\s*|\s+-+\s*|\s*-+\s+)")
_CUTS = (
    re.compile(r"[;:.]\s|\s[–—-]\s"),
    re.compile(r",\s"),
    re.compile(
        r"\s(?:so that|in order to|because|which|who|where|when|as|but|until|before|after)\s"
    ),
    re.compile(r"\s(?:and|or|with|by|to|for|from|in|at|on)\s"),
)
_LEAST = 16
_FEW = 3
"""A matter of so few words is named with what is to be done with it."""
_BECAUSE = re.compile(
    r"^(?:since|as|because|where|given that)\b[^.]{0,90}?, (?=(?:the|a|an)\s)", re.IGNORECASE
)


def label_of(members: Sequence[Mention]) -> str:
    """The clearest title of the thread; without one, the plainest request, cut to its core."""
    titles = [m for m in members if m.is_title]
    if titles:
        counted = Counter(m.wording.stems for m in titles)
        commonest = max(counted, key=lambda stems: (counted[stems], -len(stems), sorted(stems)))
        chosen = [_title(m.text) for m in titles if m.wording.stems == commonest]
        return min(chosen, key=lambda text: (text.isupper(), len(text), text))
    asked = [m for m in members if not m.closing] or list(members)
    used = Counter(word for m in asked for word in m.wording.stems)
    core = {word for word, count in used.items() if 2 * count > len(asked)}

    def clarity(mention: Mention) -> tuple[bool, int, str]:
        missing = len(core - mention.wording.stems)
        return (2 * missing > len(core), len(mention.text), mention.text)

    return _request(min(asked, key=clarity))


def _title(text: str) -> str:
    """A title without the pieces that only tell the kind of paper."""
    pieces = _PIECES.split(text.strip(" .:-–—"))
    kept = [i for i in range(0, len(pieces), 2) if not _KIND.match(pieces[i])]
    if not kept:
        return titled(text)
    whole = "".join(pieces[i] + (pieces[i + 1] if i + 2 in kept else "") for i in kept)
    words = titled(whole.strip()).split()
    while len(words) > 1 and (_KIND_WORD.fullmatch(words[-1]) or _YEAR.fullmatch(words[-1])):
        words.pop()
    return _first_up(" ".join(words).strip(" .:,-–—"))


def _request(mention: Mention) -> str:
    """What is asked for, as a noun phrase or an imperative."""
    text = " ".join(mention.text.split()).strip(" .;:,-–—•")
    for _ in range(3):
        text = _LEAD.sub("", text, count=1).lstrip(" ,:–-")
    text = _WHEN.sub("", text)
    text = re.sub(r"(?:[;,.]?\s+and)$", "", _BECAUSE.sub("", text))
    named = _PASSIVE.match(text)
    if named and len(named["what"].split()) > _FEW:
        text = named["what"]
    elif named:
        text = f"{named['what']} to be {text[named.start('done') :]}"
    else:
        text = _DOER.sub("", text, count=1)
    text = _ARTICLE.sub("", text)
    text = _short(text) or _short(mention.text)
    if mention.heading and len(text) < _LEAST and mention.subject:
        text = f"{_title(mention.heading)}: {text[:1].lower()}{text[1:]}"
    return _first_up(text)


def _short(text: str) -> str:
    """`text` cut at the last place before its limit where a phrase ends."""
    if len(text) <= LONGEST:
        return text.strip(" .,;:")
    for cut in _CUTS:
        ends = [m.start() for m in cut.finditer(text) if _LEAST <= m.start() <= LONGEST]
        if ends:
            return text[: ends[-1]].strip(" .,;:")
    return text[:LONGEST].rpartition(" ")[0].strip(" .,;:")


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
