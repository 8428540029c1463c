"""Lines to paragraphs: which line goes on from the one before, and how a broken word is joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from pipeline.document import Paragraph, Passage, Style
from pipeline.lexicon import rule
from pipeline.read.hyphens import Words, word_set
from pipeline.read.markers import INDENT, Nesting, is_capitals, kind_of, split_marker

NARROWEST = 45
"""No text is wrapped at fewer columns: short lines are a list, each by itself."""
_LONG_LINE = 0.6
"""Share of the width from which a line may have been broken off at it."""
_ENDED = 0.7
"""Share of the long lines that end as sentences do, where no line was wrapped."""
_FEWEST_LONG = 3
WIDEST = 130
"""Lines longer than this were not wrapped by hand or by a PDF: each is a paragraph."""


_END = re.compile(r"[.?!:;][\"'”’)\]]*$")
_BARE_TITLE = re.compile(r"(\d{1,4})\s+([A-Z].{0,150})")
_SHORT_TITLE = 60
"""Characters that a heading on a line of its own has fewer of."""
_DANGLING = word_set(
    "a an and as at by for from in into its of on or our than that the their this to upon was "
    "were which who will with would be been has have is are & ,"
)
_BEGUN = re.compile(r"[.?!]\s+(?:The|A|An|This|These|In|For|As|It)(?:\s+[\w’'-]+)?$")
"""A sentence of one or two words at the end of a text has only begun there."""
_ITEM = re.compile(r"\((?:agenda )?items?\b", re.IGNORECASE)
"""An item's second number stands in brackets under its title, as a role does beside a name."""
_NAME_WORD = r"(?:[A-Z][\w.'’-]*|de|van|von|der|al|bin|ap)"
PERSON = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,6}}(?:,?\s+[A-Z]{{2,4}})*")
"""A run of capitalised words that may be a person's name, honorific and post-nominals included."""
_LAST_LISTED = re.compile(rf"[:,;]\s+(?:and\s+)?{PERSON.pattern}$")
"""A person ends the line of a list: his role may stand in brackets on the next."""
_LISTED = re.compile(rf"{PERSON.pattern}\s*(?:\([^()]*\)\s*)*(?:[–-]\s*)?(?:\([^()]*\)?)?")


_OWN_LETTERS = re.compile(
    rf"(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}}?)\s+(?P<bracket>\()?(?P<letters>[A-Z][A-Za-z]{{1,3}})"
    r"(?(bracket)\))(?=\s+[A-Z]|\s*$)"
)
_REFERENCE = re.compile(r"[A-Z]{1,5}/\d{2,4}/\d{1,4}(?P<colon>:)?\s+[A-Z]")
"""A minute number of three parts: 'GBP/2223/001: Welcome'."""
_NUMBER_ALONE = re.compile(r"[A-Z]{1,5}[./-]?\d{1,4}/\d{2}(?:\d\d)?")
"""A minute number alone on its line, below its title: 'PLA146/27'."""
_LIST_LABEL = rule("lines", "people_label")
_GROUP_OF_LIST = rule("lines", "people_list")
_POST_LABEL = rule("lines", "post_label")
_DECIDED_LABEL = rule("lines", "decided_label")
_ANEW = rule("lines", "begins_anew")
_LIST_OF_BUSINESS = rule("lines", "business_label")
_MOVER_LABEL = rule("lines", "mover_label")
_USUAL = rule("lines", "usual_heading")
_SHORT_LABEL = re.compile(r"[A-Z][\w ]{2,30}:")
"""A heading of a list: 'Apologies:', 'In attendance:'."""
_POSTED = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}}\s+[–-]\s+[A-Z]")
"""A person and a post, as the lines of a list have them: 'Jo Bloggs – Head of Parks'."""


def _opens_person(text: str) -> bool:
    """Whether a line begins with a person and own initials: 'Jo Bloggs (JB) Chair'."""
    match = _OWN_LETTERS.match(text)
    if match is None:
        return False
    names, letters = match["name"].split(), match["letters"]
    last = {letters[1].casefold(), letters[-1].casefold()}
    return letters[0] in {n[0] for n in names[:2]} and names[-1][0].casefold() in last


@dataclass
class Line:
    """One line of a text, with what is known of it before lines are put together."""

    text: str
    blank_before: bool = False
    indent: float | None = None
    """Points, where the paper's own markup says it."""
    style: Style = ""
    marked: bool = True
    """Whether a list marker at its beginning may be split off."""
    counted: bool = False
    """Whether it begins with a number that counts on through the text."""


_TITLE_LINE = 0.55
"""Share of the width that a wrapped line in capitals fills at least: capitals are wide."""
_DANGLING_CAPITALS = frozenset({"AND", "OF", "THE", "FOR", "TO", "IN", "&", "WITH", "ON"})
"""What a title in capitals doesn't end with."""


@dataclass
class _Open:
    """A paragraph that further lines may join."""

    marker: str | None
    text: str
    last: str
    indent: float | None
    style: Style
    lines: int = 1
    bulletless: bool = False
    """A list entry whose bullet was lost when the text was drawn from its PDF."""

    @property
    def listed(self) -> bool:
        """Whether it is the entry of a list."""
        return self.marker is not None or self.bulletless


def _begins_entry(before: _Open, after: str) -> bool:
    """Whether a line begins a new entry of a list of people, or behind it the business."""
    if _LIST_LABEL.match(after) or _DECIDED_LABEL.match(after):
        return True
    if _GROUP_OF_LIST.match(before.text) and _POST_LABEL.match(after):
        return True
    ended = _END.search(before.last) is not None
    of_business = ended and _LIST_OF_BUSINESS.fullmatch(after)
    posted = _POSTED.match(before.text) and (_POSTED.match(after) or _USUAL.match(after))
    if of_business or posted:
        return True
    if _MOVER_LABEL.match(after) and (ended or _MOVER_LABEL.match(before.last)):
        return True
    reference = _REFERENCE.match(after)
    if reference and (reference["colon"] or _opens_person(before.text)):
        return True
    in_list = before.last.endswith(":") or _opens_person(before.text)
    return in_list and (_opens_person(after) or _SHORT_LABEL.fullmatch(after) is not None)


def _is_next_title(done: Sequence[_Open], after: str) -> bool:
    """Whether a short line bears the number that follows the last heading's: '3 Finance'."""
    title = _BARE_TITLE.fullmatch(after)
    if title is None or len(after) >= _SHORT_TITLE or _END.search(after):
        return False
    above = (_BARE_TITLE.fullmatch(each.text) for each in reversed(done[-60:]))
    last = next((t for t in above if t is not None and len(t[0]) < _SHORT_TITLE), None)
    return last is not None and int(title[1]) == int(last[1]) + 1


@dataclass
class Folding:
    """Puts the lines of one text together to paragraphs."""

    words: Words
    width: int
    """Columns; 0 where the text is not wrapped."""
    flush: bool = False
    """Whether nearly all lines begin at the margin, so that a blank before one tells something."""
    hung: bool = True
    """Whether the lines of list entries look short, as the margin that they hung from is lost."""

    @staticmethod
    def of(lines: Sequence[str]) -> Folding:
        """How to fold `lines`: their words, and the width that they were wrapped at."""
        lengths = sorted(len(line.strip()) for line in lines if line.strip())
        widest = lengths[ceil(0.97 * (len(lengths) - 1))] if lengths else 0
        held = [line for line in lines if line.strip()]
        at_margin = sum(not line[0].isspace() for line in held)
        flush = 0.6 * len(held) <= at_margin < len(held)
        wrapped = NARROWEST <= widest <= WIDEST and not _is_line_by_line(lines, widest)
        width = widest if wrapped else 0
        marked = [len(line.strip()) for line in held if split_marker(line.strip())[0]]
        hung = not marked or max(marked) < width - 4
        return Folding(Words.of("\n".join(lines)), width, flush, hung)

    def paragraphs(self, lines: Iterable[Line]) -> list[Paragraph]:
        """The paragraphs that `lines` make, in order."""
        done: list[_Open] = []
        for line in lines:
            raw = line.text.strip()
            if not raw:
                continue
            before = done[-1] if done else None
            heading = line.style == "heading"
            marker, rest = split_marker(raw, heading=heading) if line.marked else (None, raw)
            if marker is not None and before is not None and self._is_running(done, line, marker):
                marker, rest = None, raw
            # A symbol font's bullet that has no letter in the text leaves its blank behind.
            hangs = before is not None and before.marker is not None and not line.blank_before
            lost = self._may_lack_bullet(line) if marker is None and not hangs else None
            fixed = lost or line.style or (before is not None and before.style)
            alone = line.counted or _NUMBER_ALONE.fullmatch(raw) is not None
            apart = marker is not None or fixed or alone or _is_next_title(done, raw)
            if before is not None and not apart and self._goes_on(before, line):
                before.text = self.words.join(before.text, rest)
                before.last, before.lines = raw, before.lines + 1
            else:
                done.append(_Open(marker, rest, raw, line.indent, line.style))
                done[-1].bulletless = bool(lost) and not is_capitals(rest)
        _give_bullets(done)
        _give_numbers(done)
        nesting = Nesting()
        return [_closed(each, nesting) for each in done]

    def _may_lack_bullet(self, line: Line) -> re.Match[str] | None:
        return re.match(r" {1,2}[A-Z‘“'\"]", line.text) if self.flush else None

    def _is_running(self, done: Sequence[_Open], line: Line, marker: str) -> bool:
        """Whether what looks like a marker is the middle of a sentence: 'held in / 2017. The'."""
        before = done[-1]
        number = marker.strip("().")
        if line.blank_before or not number.isdigit() or _END.search(before.last):
            return False
        if before.last.endswith(",") and 1900 <= int(number) < 2100:
            return True  # '15TH APRIL, / 2016 AT 2.30 P.M.'
        if number == "1" or not self._is_full(before, line):
            return False
        # A list inside the list may stand between 2. and 3.
        return not any(self._follows(each.marker, number) for each in done[-60:])

    @staticmethod
    def _follows(marker: str | None, number: str) -> bool:
        held = (marker or "").strip("().")
        return held.isdigit() and int(number) == int(held) + 1

    def _is_full(self, before: _Open, line: Line) -> bool:
        """Whether the next line's first word would not have fitted on the line before."""
        if not self.width:
            return False
        # Capitals are wide.
        slack = 16 if is_capitals(before.last) else 14 if before.listed and self.hung else 4
        # So many words on one line without an end are prose, not a name or a heading.
        if slack == 4 and len(before.last.split()) > 8 and not _END.search(before.last):
            slack = 10
        first = line.text.split(maxsplit=1)[0]
        return len(before.last) + 1 + len(first) > self.width - slack

    def _goes_on(self, before: _Open, line: Line) -> bool:
        """Whether `line` belongs to the paragraph before it."""
        if _begins_entry(before, line.text.strip()):
            return False
        if self._runs_over(before, line):
            return True
        by_form = self._by_form(before, line)
        return self._by_sentence(before, line) if by_form is None else by_form

    def _by_form(self, before: _Open, line: Line) -> bool | None:
        """What open brackets and lists of people tell; None where they tell nothing."""
        after = line.text.strip()
        bracket = before.text.rfind("(")
        if bracket > before.text.rfind(")") and len(before.text) - bracket < 200:
            return True
        if not before.text:
            # '111.' left of a broken number, and '2 Open forum' below: two headings, not one.
            numbered = _BARE_TITLE.fullmatch(after) is not None
            return not numbered and (not line.blank_before or before.marker is not None)
        near = (self.width > 0 or not line.blank_before) and not _ITEM.match(after)
        if near and not line.blank_before and after[0] == "(" and _LAST_LISTED.search(before.text):
            return True
        if before.listed or _LISTED.fullmatch(before.text) is None:
            return None
        if near and before.lines < 6 and len(before.text) < 120 and after[0] in "(–":
            return True
        named = ("(" in before.text or "–" in before.text) and PERSON.match(after)
        return False if named else None

    def _by_sentence(self, before: _Open, line: Line) -> bool:
        """What the ends of sentences, capitals and the width of the line before tell."""
        after = line.text.strip()
        ended = _END.search(before.text, max(len(before.text) - 80, 0)) is not None
        if self._begins_anew(before, line, ended=ended):
            return False
        full = self._is_full(before, line)
        capitals = is_capitals(before.last)
        if capitals != (after.upper() == after):
            named = " " in after or _USUAL.match(after) is not None
            heading = is_capitals(after) and named and not after.endswith(".")
            return full and not (capitals or heading or line.blank_before or ended)
        if after[0].islower() and not ended:
            return self.width > 0 or len(before.text) > 60
        if self._ends_open(before.text) and (self.width or len(before.text) > 60):
            return True
        if not line.blank_before:
            return full and not before.text.endswith(":")
        return full and not ended and (before.listed or before.lines > 1)

    @staticmethod
    def _begins_anew(before: _Open, line: Line, *, ended: bool) -> bool:
        """Whether `line` begins an item of business, however full the line before it is."""
        after = line.text.strip()
        title = _BARE_TITLE.fullmatch(after)
        above = _BARE_TITLE.match(before.text)
        if title and above and int(title[1]) == int(above[1]) + 1 and line.blank_before:
            return True
        # '2 Police report' after a full line of text that has ended, or below a blank line.
        if title and not _END.search(after) and len(after) < _SHORT_TITLE:
            return ended or line.blank_before
        return ended and _ANEW.match(after) is not None

    def _runs_over(self, before: _Open, line: Line) -> bool:
        """Whether a numbered title in capitals goes on in capitals on the line below it."""
        number = before.marker is not None and before.marker[:1].isdigit()
        first = line.text.split()[:3]
        return (
            number
            and self.width > 0
            and not line.blank_before
            and is_capitals(before.last)
            and len(before.last) >= _TITLE_LINE * self.width
            and before.last.rstrip()[-1] not in ".:;"
            and is_capitals(" ".join(first))
        )

    @staticmethod
    def _ends_open(text: str) -> bool:
        text = text[-80:]
        if is_capitals(text):
            return text.rsplit(maxsplit=1)[-1] in _DANGLING_CAPITALS
        last = text.rsplit(maxsplit=1)[-1]
        return text.endswith(",") or last in _DANGLING or _BEGUN.search(text) is not None


def _is_line_by_line(lines: Sequence[str], widest: int) -> bool:
    """Whether each line of a text is a paragraph: its long lines end as sentences do.

    Where lines were wrapped, most of those that fill the width break off within a sentence.
    """
    long = [at for at, line in enumerate(lines) if len(line.strip()) > _LONG_LINE * widest]
    ended = sum(_END.search(lines[at].strip()) is not None for at in long)
    goes_on = any(
        at + 1 < len(lines)
        and lines[at + 1].strip()[:1].islower()
        and split_marker(lines[at + 1])[0] is None
        and _END.search(lines[at].strip()) is None
        for at in long
    )
    return len(long) >= _FEWEST_LONG and ended >= _ENDED * len(long) and not goes_on


def _give_bullets(paragraphs: list[_Open]) -> None:
    """Mark the list entries whose bullets were lost: after a lead-in, or two or more in a run."""
    for i, each in enumerate(paragraphs):
        if not each.bulletless or each.text.endswith(":"):
            continue
        before = paragraphs[i - 1] if i else None
        after = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        led = before is not None and (
            before.text.endswith((":", "–"))
            or (before.marker is not None and not is_capitals(before.text))
        )
        if led or (after is not None and after.bulletless and not after.text.endswith(":")):
            each.marker = "•"


def _give_numbers(paragraphs: list[_Open]) -> None:
    """Mark the headings like '2 Minutes' whose number a paragraph '2.1' below confirms."""
    for i, each in enumerate(paragraphs):
        found = _BARE_TITLE.fullmatch(each.text) if each.marker is None else None
        if found is None or _END.search(each.text):
            continue
        below = {(p.marker or "").rstrip(".") for p in paragraphs[i + 1 : i + 7]}
        if below & {f"{found[1]}.1", f"{found[1]}.01"}:
            each.marker, each.text = found[1], found[2]


def _closed(each: _Open, nesting: Nesting) -> Paragraph:
    if each.marker is None or each.style or is_capitals(each.text):
        nesting.reset()
        indent = each.indent or 0.0
    else:
        indent = nesting.indent(each.marker)
        # The markup's blanks before '3.10' are chance: it says by itself how deep it stands.
        if each.indent and not kind_of(each.marker).startswith("."):
            indent = max(each.indent, indent)
    return Paragraph(Passage(fold(each.text)), each.marker, indent, each.style)


def fold(text: str) -> str:
    """`text` on one line, white space collapsed."""
    return " ".join(text.split())


def nested(spaces: int) -> float:
    """Points of indent for so many leading blanks."""
    return INDENT * min((spaces + 1) // 2, 6)
