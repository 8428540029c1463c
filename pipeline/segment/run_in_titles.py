"""A heading and the text that runs on behind it, parted by type, capitals, signs or sentence."""

from __future__ import annotations

import re

from pipeline.document import Passage
from pipeline.lexicon import rule
from pipeline.segment.headings import is_capitals
from pipeline.segment.titles import has_verb, sentence_start

_SAYS = re.compile(r"\b(?:was|were|had been|has been)\b")
_RUN_IN = re.compile(
    r"^(?P<title>[^:.]{2,90}?)\s*(?:(?<!\d):-?|(?<=\d):(?!\d\d)-?|[:]\s?-|\s[–-]\s(?=[A-Z]|(?:it|the|there|all|we)\s))\s*(?=\S|$)"
)
_DECIDES = rule("parts", "title_then_decision")
"""'Minutes of 12 June It was resolved that ...': the decision is no part of the title."""
_FIRST_SENTENCE = re.compile(
    r"^[^.:;]{3,60}(?<!\bCllr)(?<!\bMrs)(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bNO)(?<!\s[A-Z])\.\s+(?P<rest>[A-Z(\d].{20,})$"
)
"""'Finance. It was agreed to pay ...'"""
_SUMMONED = re.compile(
    r"(?P<title>To\s+[a-z]+\s[^?!:;]{10,160}?(?<!\s[A-Z])(?<!\bCllr)(?<!\bNo))\.\s+(?!To\s)(?P<rest>[A-Z].{20,})$"
)
"""'To review the charge. It was put off.': the words of the summons, and what became of it."""
_USUAL = rule("parts", "usual_title")
_THEN_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}\D", re.IGNORECASE)
"""'Date of next meeting - Monday, 4th May': the day is no title, in bold neither."""
_NOTHING_TO_SAY = rule("parts", "title_then_none")
_AFTER_DASH = rule("parts", "title_then_text")
_VERB = rule("parts", "sentence")
_TIMED = re.compile(
    r"(?P<title>[A-Z][^:.\d]{3,50}?)\s*:\s+(?=(?:at\s+)?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|hours|hrs|$))",
    re.IGNORECASE,
)
"""'CALL TO ORDER: 6:45 PM': when it was, behind the title."""
_CLOCK_BEHIND = re.compile(
    r"\s*(?:\([A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){1,3}\)\s*)?\(\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)\)[;.,]?",
    re.IGNORECASE,
)
"""'Call to order (Ada Quill) (7:00 pm)': who spoke and when, behind the title."""
_SLASHED = re.compile(
    r"(?P<title>[A-Z][^/]{8,140}?)\s+/\s+(?=(?:It|The|Councillor|Cllr|Mr|Mrs|Ms|There)\s)"
)
"""'To fix the charges. / It was agreed': the cells of a row, parted by a slash."""
_TELLS_ON = frozenset({"had", "have", "received", "was", "were", "which"})
"""'APOLOGIES FOR ABSENCE were received from ...': the sentence that the title begins."""
_SHORTEST = 4
"""Characters of a title that such a bracket stands behind, at least."""
_LETTERED = re.compile(r"\(?[a-z][.)]")
"""'a.': the first of a list within an item, on the line of its title."""
_DASHES = ("-", "–", "—")
_SUBTITLE = re.compile(r"(?P<title>[A-Z][^.:;–—]{8,160}?)\s+[-–—]\s+(?=[A-Z])")
_ASIDE = re.compile(r"\([A-Z][^().]{3,60}\)\.?(?=\s+[A-Z])")
"""'Minute 55. (Cemetery Gate). It was said': what the matter is called, behind its number."""
_SPEAKER = re.compile(r"(?:[.:]\s*|\s[-–—]\s*)(?P<who>(?=[A-Z]\w*[A-Z])\w{2,5})$")
"""'Planters. JA' in bold, and behind it 'said that': the initials are no part of the title."""
_OPENER = rule("parts", "sentence_opener")
_INITIAL = re.compile(r"[A-Z]\.?")
_AFTER_TITLE = re.compile(r"\s[–-]\s")


def split_title(text: Passage) -> tuple[Passage, Passage]:
    """A heading's title, and text of the item that runs on in the same paragraph."""
    title, rest = _parted(text)
    aside = _ASIDE.match(rest.text)
    if aside and text.text.startswith(title.text) and text.text.endswith(rest.text):
        at = len(text.text) - len(rest.text) + aside.end()
        return text.cut(0, at), text.cut(at)
    return title, rest


def _parted(text: Passage) -> tuple[Passage, Passage]:
    """The same, a name in brackets behind the title being of the rest."""
    told = _told_by_title(text)
    if told is not None:
        return told
    title, rest = _split_by_form(text)
    start = sentence_start(text.text) if not text.words or not rest.text else None
    dashed = _AFTER_TITLE.match(text.text[len(title.text) :]) is not None
    if start is not None and dashed and is_capitals(title.text):
        # 'HALL ROOF – The Old School The Clerk said': before a sentence only a name is title too.
        dashed = _is_named(text.text[len(title.text) : start])
    if start is not None and (not rest.text or dashed):
        # 'Interests (for items below) – Dispensations The Clerk said': the dash is of the title.
        return text.cut(0, start), text.cut(start)
    if rest.text or len(title.text.split()) < 2:
        return title, rest
    return _at_sentence(title) or (title, rest)


def _at_sentence(title: Passage) -> tuple[Passage, Passage] | None:
    """The same, where a sentence behind the title, or what was decided, tells where it ends."""
    match = _FIRST_SENTENCE.match(title.text)
    if match and len(title.text[: match.start("rest")].split()) <= 8:
        head = title.cut(0, match.start("rest"))
        if not _VERB.search(head.text):
            return head.cut(0, len(head.text) - 1), title.cut(match.start("rest"))
    asked = _SUMMONED.match(title.text)
    if asked and not _VERB.search(asked["title"]):
        return title.cut(0, asked.end("title")), title.cut(asked.start("rest"))
    for pattern in (_DECIDES, _NOTHING_TO_SAY, _AFTER_DASH):
        match = pattern.search(title.text)
        if match and match.start("rest") > 3:
            return title.cut(0, match.start()), title.cut(match.start("rest"))
    return None


def _told_by_title(text: Passage) -> tuple[Passage, Passage] | None:
    """The same, where the title is a usual one or a time stands behind it."""
    clock = _CLOCK_BEHIND.search(text.text)
    if clock is not None and clock.start() > _SHORTEST:
        return text.cut(0, clock.start()), text.cut(clock.end())
    slash = _SLASHED.match(text.text)
    if slash is not None:
        return text.cut(0, slash.end("title")), text.cut(slash.end())
    usual = _USUAL.match(text.text)
    if usual and text.words and text.bold and not _THEN_DAY.match(usual["rest"] or ""):
        usual = None
    if usual:
        name, more = ("title", "rest") if usual["title"] else ("name", "more")
        return text.cut(0, usual.end(name)), text.cut(usual.start(more))
    timed = _TIMED.match(text.text)
    return (text.cut(0, timed.end("title")), text.cut(timed.end())) if timed else None


def _split_by_form(text: Passage) -> tuple[Passage, Passage]:
    """The same, by bold type, capitals, a colon or a dash."""
    nothing = Passage("")
    set_bold = _at_end_of_bold(text)
    if set_bold is not None:
        return set_bold
    capitals = _capitals_until(text.text)
    if capitals is not None:
        capitals = _subtitle_until(text.text, capitals) or capitals
        head = text.text[:capitals].rstrip(" -–—")
        return text.cut(0, len(head)), text.cut(capitals)
    parted = _at_colon_or_dash(text)
    if parted is not None:
        return parted
    if text.text.endswith(":"):
        return text.cut(0, len(text.text) - 1), nothing
    return text, nothing


def _at_end_of_bold(text: Passage) -> tuple[Passage, Passage] | None:
    """The same, where the text begins in bold type and goes on otherwise."""
    bold = _bold_until(text)
    if bold is None:
        return None
    speaker = _SPEAKER.search(text.text[:bold].rstrip())
    if speaker and text.text[bold:].lstrip()[:1].islower():
        return text.cut(0, speaker.start()), text.cut(speaker.start("who"))
    head = text.text[:bold].rstrip(" :-–")
    colon = head.find(":")
    if len(head[: max(colon, 0)].split()) >= 2:
        # 'Reports: Finance:- ...': the title, and the first of the reports under it.
        return text.cut(0, colon), text.cut(colon + 1)
    return text.cut(0, len(head)), text.cut(bold)


def _at_colon_or_dash(text: Passage) -> tuple[Passage, Passage] | None:
    """The same, where a colon or a dash stands behind the title."""
    run_in = _RUN_IN.match(text.text)
    if run_in and _SAYS.search(run_in["title"]) and text.text[run_in.end("title")] != ":":
        run_in = None  # 'Apologies were received from Jo Ash - Chair': a dash within a sentence
    short = len(text.text.split()) <= 12 and not text.text.rstrip().endswith((".", ";", "?"))
    if run_in and text.text[run_in.end("title")] == ":":
        # 'Welcome: Jo Tarn opened the meeting', 'Apologies: Jo, Al': a colon, and no title behind.
        short = short and not has_verb(text.text[run_in.end() :])
    if (
        run_in
        and not short
        and not is_capitals(text.text)
        and not (text.bold and not text.text.endswith((":", "-")))
    ):
        title = text.cut(0, run_in.end("title"))
        decided = _DECIDES.search(title.text)
        if decided and decided.start("rest") > 3:
            # 'Finance It was resolved to pay: A Ash £30': the colon is of the decision.
            return text.cut(0, decided.start()), text.cut(decided.start("rest"))
        if len(title.text.split()) <= 14:
            return title, text.cut(run_in.end())
    return None


def _bold_until(text: Passage) -> int | None:
    """Where a bold beginning ends, if the passage begins bold and goes on otherwise."""
    if not text.words or not text.words[0].bold or text.bold:
        return None
    first_plain = next(w for w in text.words if not w.bold)
    return first_plain.start if first_plain.start > 2 else None


def _capitals_until(text: str) -> int | None:
    """Where a beginning in capitals ends, if a sentence follows it in the same paragraph."""
    words = list(re.finditer(r"\S+", text))
    count = 0
    for word in words:
        letters = [c for c in word.group() if c.isalpha()]
        if letters and not all(c.isupper() for c in letters):
            break
        count += 1
    while count > 2 and count < len(words) and _begins_name(words[count - 1], words[count]):
        count -= 1
    rest = words[count:]
    listed = len(rest) > 3 and _LETTERED.fullmatch(rest[0].group()) is not None
    told = bool(rest) and count > 1 and rest[0].group() in _TELLS_ON
    if count < 1 or len(rest) < 3 or not (rest[0].group()[0].isupper() or listed or told):
        return None
    spoken = [w.group() for w in words[:count] if any(c.isalpha() for c in w.group())]
    if words[count - 1].group() in _DASHES and any(len(w) > 2 for w in spoken):
        after = text[rest[0].start() :]
        return None if _is_named(after) else rest[0].start()
    if len(spoken) < 2 and not (spoken and len(spoken[0]) > 5):
        return None
    # 'LGA Corporate Peer Challenge' begins with an abbreviation, not with a title in capitals.
    return rest[0].start() if any(len(w) > 4 for w in spoken) else None


def _begins_name(capital: re.Match[str], after: re.Match[str]) -> bool:
    """Whether a lone capital stands before a surname: 'DUCK PONDS H Quill'."""
    opens = _OPENER.match(after.group()) is not None
    return _INITIAL.fullmatch(capital.group()) is not None and not opens


def _subtitle_until(text: str, start: int) -> int | None:
    """Where the second part of a title ends: 'PONDS REVIEW – Evidence of the Wardens – The chair'.

    `start` is where the capitals and their dash end.
    """
    match = _SUBTITLE.match(text, start)
    dashed = text[:start].rstrip().endswith(_DASHES)
    if match is None or not dashed or len(match["title"].split()) < 2:
        return None
    if has_verb(match["title"]) or not has_verb(text[match.end() :]):
        return None
    return match.end()


def _is_named(text: str) -> bool:
    """Whether what follows a title names what its business is of: 'HALL ROOF – The Old School'."""
    spoken = re.findall(r"[^\s–—-]\S*", text)
    return 0 < len(spoken) <= 5 and all(
        re.fullmatch(r"[A-Z][\w'’&]*|of|the|and|&", word) for word in spoken
    )
