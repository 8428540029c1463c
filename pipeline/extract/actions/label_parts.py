"""What a label of an action and its line hold besides the task: whose it is, and when it is due.

'Action (the Clerk): Mend the gate', 'Action: Mend the gate – JT', 'Action: Mend the gate | Owner:
JT | Due: 4 May', and 'Who: JT', 'What: Mend the gate', 'When: 4 May' on three lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Paragraph, Passage
from pipeline.extract.grammar.acting_people import People
from pipeline.extract.grammar.names import honorific_of
from pipeline.lexicon import rule

_NAMED = rule("actions", "label_named")
_POST = rule("actions", "owner_post")
"""A word that makes a post or a group of what it stands in: 'Events Team'."""
_ARTICLE = re.compile(r"^(?:the|all)\s+", re.IGNORECASE)
_OWNER = (
    r"(?:[Tt]he\s+)?[A-Z][\w.'’-]*"
    r"(?:(?:\s*[,/&]\s*|\s+and\s+(?:the\s+)?|\s+(?:of\s+)?)[A-Z][\w.'’-]*){0,5}"
)
_IN_FRONT = re.compile(rf"(?P<owner>{_OWNER})(?:\s+[–—-]|:)\s+(?=\w)")
"""'Clerk – mend the gate'."""
_AT_END = re.compile(rf"\s*(?:[.;]?\s+[–—-]|[.;])\s+[(\[]?(?P<owner>{_OWNER})[)\]]?\W*$")
"""'Mend the gate – Clerk'."""
_IN_BRACKETS = re.compile(rf"[(\[](?P<owner>{_OWNER})[)\]]\W*$")
_FIELD_INSIDE = rule("actions", "field_inside")
_FIELD = rule("actions", "field")
_WHAT = rule("actions", "what")
_DUE_AT_END = rule("actions", "due_at_end")


class Labelled(NamedTuple):
    """A task, whose it is and when it is due, as printed."""

    task: Passage
    owner: str | None
    due: str | None


def is_known(owner: str, people: People) -> bool:
    """Whether somebody is one of the paper's people, an office or a group, however it is set."""
    bare = _ARTICLE.sub("", owner.strip(" .,"))
    name = honorific_of(bare)[1] or bare
    if not name:
        return False
    return people.hold(name) or people.hold(name.title()) or _POST.search(name) is not None


def named_label(passage: Passage, people: People) -> Labelled | None:
    """The task behind a label that has the owner in it: 'ACTION CLLR TARN: Mend the gate'."""
    found = _NAMED.match(passage.text)
    if found is None or not is_known(found["owner"], people):
        return None
    task = parted(passage.cut(found.start("task")), people)
    return task._replace(owner=found["owner"].strip())


def parted(task: Passage, people: People) -> Labelled:
    """A labelled task without the owner before or behind it and without the fields at its end."""
    owner: str | None = None
    due: str | None = None
    while (field := _FIELD_INSIDE.search(task.text)) and field.start() > 0:
        value = field["value"].strip(" .|;")
        owner, due = (owner, value) if field["due"] else (value, due)
        task = task.cut(0, field.start())
    front = _IN_FRONT.match(task.text)
    if front and is_known(front["owner"], people):
        return Labelled(task.cut(front.end()), front["owner"], due)
    end = _AT_END.search(task.text)
    if owner is None and end and end.start() > 0 and is_known(end["owner"], people):
        return Labelled(task.cut(0, end.start()), end["owner"], due)
    inside = _IN_BRACKETS.search(task.text)
    if owner is None and inside and is_known(inside["owner"], people):
        owner = inside["owner"]
    return Labelled(task, owner, due)


def without_due(label: str) -> tuple[str, str | None]:
    """A label's owner without when it is due behind it: 'Clerk by 4 May'."""
    found = _DUE_AT_END.search(label)
    return (label[: found.start()].rstrip(" ,–-"), found["due"]) if found else (label, None)


def on_lines(paragraphs: Sequence[Paragraph], at: int) -> tuple[Labelled, int] | None:
    """A task whose parts stand on lines of their own, in any order, and where they end."""
    task: Passage | None = None
    owner: str | None = None
    due: str | None = None
    place = at
    while place < len(paragraphs):
        text = paragraphs[place].text.strip()
        what, field = _WHAT.match(text), _FIELD.fullmatch(text)
        if what and task is None:
            task = paragraphs[place].passage.cut(what.end())
        elif field and field["due"] and due is None:
            due = field["value"].strip(" .")
        elif field and not field["due"] and owner is None:
            owner = field["value"].strip(" .")
        else:
            break
        place += 1
    if task is None or place - at < 2:
        return None
    return Labelled(task, owner, due), place
