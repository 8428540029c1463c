"""Who is to act, as printed beside or below a paragraph: 'ACTION: JT', '... JT/AQ'."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.document import Paragraph, Passage
from pipeline.extract.grammar.acting_people import People
from pipeline.extract.grammar.sentences import sentences
from pipeline.lexicon import rule

LABEL = rule("actions", "label")
_OWNED = rule("actions", "label_owned")
_BULLET = rule("actions", "owner_bullet")
_OWNER_ONLY = rule("actions", "owner_only")
"""'JB', 'Clerk', 'Ada Hall, Director of Planning': who is to act, and no more."""
_LABEL_BARE = rule("actions", "label_bare")
_BRACKETED = re.compile(
    r"[\[(]\s*A(?:ctions?|CTIONS?)\s*[:–-]\s*(?P<task>[^\[\]()]*(?:\([^()]*\)[^\[\]()]*)*?)\s*[\])]"
)
_TASK_WORDS = 4
"""Words of such a label, at least, that says what is to be done and not only by whom."""
_ALONE = rule("actions", "owner_alone")
_INLINE = rule("actions", "label_inside")
"""'... needs mending. ACTION: the Clerk' on the line of the paragraph."""
_NAMED = re.compile(
    r"\s+A(?:ction|CTION)\s+(?P<owner>[A-Z]\w+(?:(?:\s*[/,&]\s*|\s+and\s+)[A-Z]\w+){0,3})\.?\s*$"
)
"""'... to the school Action Jo': one of the paper's people, behind the word."""
_TRAILING = rule("actions", "owner_trailing")
"""'... will look into it. JT/AQ': what stood in the margin, or in the last column."""
_TASK = rule("actions", "task")
_OLD = rule("actions", "told_of_old")
_HONORIFIC = re.compile(r"\b(?:Cllrs?|Councillors?|Crs?|Mrs?|Ms|Miss|Dr)\.?\s+")
_TO_ACTION = re.compile(r"\s+to\s+action$", re.IGNORECASE)
"""'JT to action': whose the sentence before it is."""
_FIELD = rule("actions", "field")
"""'Due: May', 'Lead: J Tarn': a line that says more of the action above it."""
_IN_FRONT = re.compile(
    r"(?P<owner>[A-Z][\w.’']*(?:(?:\s?[/&+,]\s?|\s(?:and\s)?)[\w.’']+){0,4}?)(?:\s+[-–—]|:)\s+(?=\w)"
)
"""'Jo - mend the gate', 'Jo + others - mend the gate', 'JT/AQ: mend the gate'."""
_AT_ONCE = re.compile(
    r"(?P<owner>[A-Z][\w.’']*(?:(?:\s?[/&+,]\s?|\s+and\s+)[A-Z][\w.’']*){0,3})\s+(?=[a-z])"
)
"""'JT needs a ladder', 'JT & AQ preparing the stall': one of the paper's people, at once."""
_ONE = re.compile(r"[A-Z][\w.’']*")
_DUE_AT_END = rule("actions", "due_at_end")
_STATE = rule("actions", "state_before")
_AT_HEAD = rule("actions", "owner_at_head")


def owned_labels(passage: Passage) -> list[tuple[Passage, str | None]]:
    """The tasks of 'ACTION JT: Mend the gate' or 'JT TODO: Mend it. AQ TODO: ...', and whose."""
    if _OWNED.match(passage.text) is None:
        return []
    starts = [s for s, _ in sentences(passage.text) if _OWNED.match(passage.text[s:])]
    tasks = []
    for start, end in itertools.pairwise([*starts, len(passage.text)]):
        clause = passage.cut(start, end)
        match = _OWNED.match(clause.text)
        if match is not None:
            part = next(name for name in ("task", "whole", "rest") if match[name])
            tasks.append((clause.cut(match.start(part)), match["owner"] or match["before"]))
    return tasks


def bracketed_tasks(passage: Passage) -> list[tuple[Passage, str | None]]:
    """The tasks set in brackets behind what was said: '... left about. [ACTION: JT to ask.]'."""
    tasks = [passage.cut(*m.span("task")) for m in _BRACKETED.finditer(passage.text)]
    return [(t, owner_at_head(t.text)) for t in tasks if len(t.text.split()) >= _TASK_WORDS]


def owner_named(text: str) -> str | None:
    """Whom a paragraph names that is 'ACTION: JB', or 'Action JB', and no more."""
    bare = _LABEL_BARE.match(text)
    if bare:
        return bare["rest"] or bare["before"]
    label = LABEL.match(text)
    rest = (label["rest"] or "").strip(" .()[]") if label else ""
    return rest if rest and _OWNER_ONLY.match(_DUE_AT_END.sub("", rest)) else None


def with_labels_apart(paragraphs: Sequence[Paragraph], people: People) -> list[Paragraph]:
    """The paragraphs, with the labels at their ends as paragraphs of their own."""
    taken: list[Paragraph] = []
    for paragraph in paragraphs:
        at = None if paragraph.style else _label_at(paragraph.text, people)
        if taken and not paragraph.style and _stands_alone(paragraph, people):
            paragraph = Paragraph(paragraph.passage, None, paragraph.indent, "label")  # noqa: PLW2901
        if at is None:
            taken.append(paragraph)
            continue
        end, begin = at
        passage = paragraph.passage
        taken.append(
            Paragraph(passage.cut(0, end), paragraph.marker, paragraph.indent, paragraph.style)
        )
        taken.append(Paragraph(passage.cut(begin), None, paragraph.indent, "label"))
    return taken


def _stands_alone(paragraph: Paragraph, people: People) -> bool:
    """Whether a paragraph is the initials of the paper's people, and no more: 'SV'."""
    text = paragraph.text.strip()
    return (
        paragraph.marker is None
        and _ALONE.fullmatch(text) is not None
        and people.hold(text.strip("."))
    )


def _label_at(text: str, people: People) -> tuple[int, int] | None:
    """Where a paragraph's own words end, and where the label at its end begins."""
    inline = _INLINE.search(text)
    if inline and inline.start() > 0:
        return len(text[: inline.start()].rstrip(" ([")), inline.start("label")
    named = _NAMED.search(text)
    if named and people.hold(named["owner"]):
        return named.start(), named.start("owner")
    trailing = _TRAILING.search(text)
    if trailing and people.hold(_HONORIFIC.sub("", trailing["owner"])):
        return trailing.start(), trailing.start("owner")
    return None


def labels_below(paragraphs: Sequence[Paragraph], at: int) -> list[str]:
    """Whom the labels name that stand below a paragraph: 'ACTION: JB', or 'JB' at its end."""
    owners: list[str] = []
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        bare = paragraph.style == "label" and LABEL.match(paragraph.text) is None
        alone = _TO_ACTION.sub("", paragraph.text.strip(" .[]()"))
        owner = alone if bare else owner_named(paragraph.text)
        if owner is None:
            break
        owners.append(owner)
        at += 1
    return owners


def fields_below(paragraphs: Sequence[Paragraph], at: int) -> tuple[str | None, str | None, int]:
    """What lines of their own say of a labelled action: its owner and when it is due, as printed.

    The third value is where the paragraphs go on after them.
    """
    owner: str | None = None
    due: str | None = None
    while at < len(paragraphs) and (field := _FIELD.fullmatch(paragraphs[at].text.strip())):
        value = field["value"].strip(" .")
        if field["due"]:
            due = due or value
        else:
            owner = owner or value
        at += 1
    return owner, due, at


def owner_at_head(task: str) -> str | None:
    """Whom the text of a labelled action begins with: 'Events Team to send the list'."""
    head = _AT_HEAD.match(task)
    return head["owner"].strip(" ,") if head else None


def owners_in_front(entries: Sequence[str], people: People) -> dict[int, str]:
    """Whom the entries of a list of actions begin with, by place: 'Jo - mend the gate'.

    Where half of the entries or more begin with one of the paper's people and a dash, what stands
    before a dash is who is to act in the others too. 'JT to mend the gate' tells it by itself.
    """
    fronts = {n: m["owner"] for n, text in enumerate(entries) if (m := _IN_FRONT.match(text))}
    known = sum(_hold_one(people, owner) for owner in fronts.values())
    found = {n: owner.strip() for n, owner in fronts.items()} if 2 * known >= len(entries) else {}
    for number, text in enumerate(entries):
        task = _STATE.sub("", text)
        named = _AT_ONCE.match(task)
        known_one = named is not None and _hold_one(people, named["owner"])
        head = named["owner"] if named and known_one else owner_at_head(task)
        if number not in found and head is not None:
            found[number] = head
    return found


def _hold_one(people: People, owner: str) -> bool:
    """Whether one of those named at least is one of the paper's people."""
    return any(people.hold(one) for one in _ONE.findall(owner))


def without_state(entry: Passage) -> Passage:
    """An entry without the word before it that says how far it is: 'New: JT to mend the gate'."""
    state = _STATE.match(entry.text)
    return entry.cut(state.end()) if state else entry


def owned_sentences(text: str, owners: Sequence[str]) -> dict[tuple[int, int], str]:
    """The sentences that labels belong to, with whom: the last ones that leave something to do."""
    spans = _tasks(text)
    if len(owners) == 1:
        named = [s for s in spans if _names(text[slice(*s)], owners[0])]
        return {(named or spans)[-1]: owners[0]} if spans else {}
    last = spans[-len(owners) :] if owners else []
    return dict(zip(last, owners[-len(last) :], strict=True)) if last else {}


def _names(sentence: str, owner: str) -> bool:
    """Whether a sentence names one of those whom a label names."""
    return any(re.search(rf"\b{one}\b", sentence) for one in re.findall(r"\w{2,}", owner))


def _tasks(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph that say what is still to be done."""
    return [
        (start, end)
        for start, end in sentences(text)
        if _TASK.search(text[start:end]) and not _OLD.search(text[start:end])
    ]


def owner_of_bullet(paragraph: Paragraph, people: People) -> str | None:
    """Who has a task that is an entry of a list by itself: 'JT to paint the gate'."""
    match = _BULLET.match(paragraph.text) if paragraph.marker else None
    if match is None or not people.hold(match["owner"]):
        return None
    return match["owner"]
