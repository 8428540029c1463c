"""Where the title of an item ends, when its text runs on in the same paragraph."""

from __future__ import annotations

import re

from pipeline.lexicon import rule

_VERB = rule("parts", "finite_verb")
_DECIDES = rule("parts", "title_then_decision")
"""'Minutes of 12 June It was resolved that ...': the decision is no part of the title."""
_OPENER = rule("parts", "sentence_opener")
_DANGLING = rule("parts", "dangling")
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,2}")
_WORD = re.compile(r"\S+")
_ABBREVIATED = re.compile(r"(?:\b(?:Cllrs?|Mrs?|Ms|Dr|St|No|NO|Rev|Co|Hon)|\b[A-Z])\.?$")
_SENTENCE_END = re.compile(r"[.?!](?=[”’\"']?(?:\s|$))")
_HEADED = re.compile(
    r"(?P<title>[A-Z][\w’'/&-]*(?:\s+[\w’'/&-]+){0,4}(?<=[a-z]{3}))\.\s+(?=[A-Z£\d(])"
)
"""'Finance. The Clerk said ...': a title, and a stop behind it."""
_THERE = re.compile(r"There\s+(?:was|were)\b|(?:The|No)\s+\w+\s+(?:was|were)\b")
"""What begins no part of any title, however long it is."""
_MOST = 40
"""Words of a title before such a beginning, at most."""
_UNSTOPPED = 4
"""Words behind the verb of a sentence that no stop ends, at least."""
_LONGEST = 16
"""Words of a title that a sentence follows without a stop, at most."""


def has_verb(text: str) -> bool:
    """Whether a text has a finite verb, as sentences do and titles hardly."""
    return _VERB.search(text) is not None


def first_matter(title: str, number: str) -> int | None:
    """Where the first numbered matter of item `number` stands on its line: '5.1' in item 5."""
    match = re.search(rf"\s{re.escape(number)}[.]1[.)]?\s+(?=[A-Z])", title) if number else None
    return match.start() if match else None


def title_end(text: str) -> int | None:
    """Where the text of an item begins after its title on the same line, as far as words tell."""
    start = sentence_start(text)
    headed = _HEADED.match(text)
    if headed and not has_verb(headed["title"]):
        start = min(start or len(text), headed.end())
    decided = _DECIDES.search(text)
    if decided and decided.start("rest") > 3 and len(text[: decided.start()].split()) <= _LONGEST:
        start = min(start or len(text), decided.start("rest"))
    return start


def sentence_start(text: str) -> int | None:
    """Where the first sentence begins in 'Election of Chairman Ada Quill was elected.', if any.

    Papers copied from a page lose the line break after a title. A sentence has a finite verb, and
    begins with a capital after a word that can end a title.
    """
    verb = next(_VERB.finditer(text), None)
    if verb is None:
        return None
    stopped = _SENTENCE_END.search(text, verb.end()) is not None
    if not stopped and len(text[verb.end() :].split()) < _UNSTOPPED:
        return None
    before = list(_WORD.finditer(text, 0, verb.start()))
    if any(_ends_sentence(text, word) for word in before):
        return None
    at = _opened(text, before) or _repeated(before)
    if at is None and stopped:
        at = _named(before) or _capital(before)
    longest = _MOST if at and _THERE.match(text, before[at].start()) else _LONGEST
    if at is None or at > longest or not _can_end(before[at - 1].group()):
        return None
    return before[at].start()


def _ends_sentence(text: str, word: re.Match[str]) -> bool:
    return (
        _SENTENCE_END.search(word.group()) is not None
        and _ABBREVIATED.search(text[: word.end() - 1]) is None
        and not word.group()[0].isdigit()
    )


def _can_end(word: str) -> bool:
    """Whether a title may end with `word`: 'Report of' is none."""
    return _DANGLING.fullmatch(word.strip("(),;:")) is None and word[-1] not in ",-–—"


def _opened(text: str, before: list[re.Match[str]]) -> int | None:
    """The first word that only a sentence begins with: 'The', 'There', 'Cllr'."""
    for at in range(1, len(before)):
        if _OPENER.match(text, before[at].start()) and _can_end(before[at - 1].group()):
            return at
    return None


def _repeated(before: list[re.Match[str]]) -> int | None:
    """'Correspondence Correspondence received is passed on': the title's first word comes again."""
    if len(before) < 2:
        return None
    first = before[0].group()
    return next((at for at in range(1, len(before)) if before[at].group() == first), None)


def _named(before: list[re.Match[str]]) -> int | None:
    """'Election of Chairman Ada Quill was': two capital words straight before the verb."""
    capitals = 0
    while capitals < len(before) and before[-1 - capitals].group()[0].isupper():
        capitals += 1
    if len(before) > 2 and _INITIAL.fullmatch(before[-2].group()) and capitals >= 2:
        return len(before) - 2
    if capitals < 2 or capitals > 4 or len(before) < 4:
        return None
    at = len(before) - 2
    if not _can_end(before[at - 1].group()):
        return None
    return at


def _capital(before: list[re.Match[str]]) -> int | None:
    """'Lights for the pond Funding for lights would be': a capital after small words."""
    for at in range(len(before) - 1, 1, -1):
        word, above = before[at].group(), before[at - 1].group()
        if word[0].isupper():
            small = above[0].islower() and _can_end(above)
            return at if small and len(before) - at <= 6 else None
    return None


def is_told(text: str) -> bool:
    """Whether a text is a sentence of the minutes, and no name with a post."""
    words = len(text.split())
    return len(text) > 60 and (has_verb(text) or (words > 14 and text.endswith(".")))
