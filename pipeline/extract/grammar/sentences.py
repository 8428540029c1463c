"""Sentences of a paragraph, by spaCy's rule-based English pipeline.

The tokenizer knows 'e.g.' and 'p.m.'; the abbreviations that minutes add are taught here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import spacy
from spacy.language import Language

_ABBREVIATIONS = (
    "Cllr.", "Cllrs.", "Cllr", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Rev.", "Revd.", "St.",
    "No.", "Nos.", "no.", "Ch.", "para.", "paras.", "approx.", "incl.", "Ltd.", "Co.", "Rd.",
    "Ave.", "a.m.", "p.m.", "e.g.", "i.e.", "etc.", "nem.", "con.", "min.", "Min.", "ref.",
    "Ref.", "v.", "pp.", "p.", "Supt.", "Sgt.", "Insp.", "Fr.", "Capt.", "Hon.", "Prop.", "Sec.",
    "Rt.",
)  # fmt: skip


_LISTED = re.compile(r"\s*\(?(?:[ivx]{1,5}|[a-h])\)\s+[A-Z]")
"""'... was full. vi) Gates': the next matter of a list that runs on."""
_OPENS_NEXT = re.compile(r"(?<=[.!?])\s+[(\[]\s*$")

_OVER = re.compile(
    r"(?<=\bLtd\.)\s+(?=(?:The|He|She|They|It|This|There|In)\s[a-z])|(?<=\betc\.)\s+(?=(?:The|It)\s[a-z])"
    r"|(?<=\w\.\.)\s+(?=[A-Z])"
    r"|(?:(?<=[Aa]ppendix\s[A-H]\.)|(?<=[Aa]nnex\s[A-H]\.)|(?<=[Tt]able\s[A-H]\.)"
    r"|(?<=[Oo]ption\s[A-H]\.)|(?<=[Zz]one\s[A-Z]\.))\s+(?=[A-Z])"
    r"|(?<=[A-Z]\.[A-Z]\.[A-Z]\.)\s+(?=(?:The|An?|It|This|There|He|She|They|In|No)\s[a-z])"
)
"""Where a sentence is over at an abbreviation: 'a shareholder in Ash Ltd. The item was noted',
'Clerk to contact N.C.C. It was late.', '... in Appendix B. The Chair said'"""
_UNSTOPPED = re.compile(
    r"(?<=[a-z\d)])\s+(?=Motion\s(?:was\s)?made\sby\s[A-Z]|(?:Voice|Vote)\s[\w/]+\scarried\b)"
    r"|(?<=[a-z\d)])\s+(?=The\s(?:Councillors|Members|Committee|Council|Board|Trustees|Governors|Clerk|"
    r"Chair(?:man|woman|person)?)\s(?:then\s|also\s)?(?:resolved|agreed|decided|approved|noted|proposed)\b)"
)
"""Where a line ended without a stop: '... to pay the rent The Council resolved to pay the tax'."""
_JOINT = re.compile(r"\b(?:and|but|that|which|whom|by|of|to|in|at|for|with|from|on|as|if|when)$")


@cache
def _english() -> Language:
    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer  # spaCy's compiled class has no type stub
    for text in _ABBREVIATIONS:
        tokenizer.add_special_case(text, [{"ORTH": text}])
    nlp.add_pipe("sentencizer")
    return nlp


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences in `text`, white space at their ends left out."""
    start = 0
    spans = [(s.start_char, s.end_char) for s in _english()(text).sents]
    for number, (_, ends) in enumerate(spans):
        end = ends
        following = text[end : end + 4].lstrip()
        last = number == len(spans) - 1
        # A sentence begins with a capital, a digit, a quote or a bracket: '(Ch. No' goes on.
        if not last and following[:1].islower() and not _LISTED.match(text, end):
            continue
        # A figure that is printed with a blank in it: '£3010. 00'.
        if not last and re.search(r"\d\.$", text[start:end]) and re.match(r"\d\d\b", following):
            continue
        if not last and re.search(
            r"\b(?:No|Ch|Nos|Cllr|Mr|Mrs|Ms|Dr|St|Rev|Supt|Sgt|Insp|Fr|Capt|Prop|Rt|Hon|(?<![/\d])[A-Z])\.$",
            text[start:end],
        ):
            continue
        piece = text[start:end]
        # A bracket that opens the next sentence: 'It was late. (It was dark.)'
        opens = None if last else _OPENS_NEXT.search(piece)
        if opens:
            end = start + opens.start()
            piece = text[start:end]
        begin = start + len(piece) - len(piece.lstrip())
        stop = start + len(piece.rstrip())
        ended = (
            m for m in _UNSTOPPED.finditer(text, begin, stop) if _ends(text[begin : m.start()])
        )
        for over in sorted([*_OVER.finditer(text, begin, stop), *ended], key=re.Match.start):
            yield begin, over.start()
            begin = over.end()
        if stop > begin:
            yield begin, stop
        start = end


def _ends(text: str) -> bool:
    """Whether a sentence may end here: not behind 'and' or 'that'."""
    return _JOINT.search(text) is None
