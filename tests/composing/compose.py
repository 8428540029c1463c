"""Minutes of forms picked by a seed, and their gold."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.composing.business import ACTIONS, DECISIONS, NUMBERS, TASKS, TOPICS, Topic
from tests.composing.heads import ENDS, HEADS
from tests.composing.meeting import Meeting
from tests.composing.people import APOLOGIES, LISTS, apologies


def compose(seed: int) -> tuple[str, dict[str, object]]:
    """The text of minutes, and the gold of their meeting.

    Forms are dealt in turn, each list at a pace of its own, so that a few dozen seeds bring every
    form, in company that changes.
    """
    m = Meeting.drawn(seed)
    title, form = APOLOGIES[seed % len(APOLOGIES)]
    said = apologies(m, form)
    text = [_head(m, HEADS[(seed // 2) % len(HEADS)]), "\n".join(LISTS[seed % len(LISTS)](m))]
    titles = [("Declarations of Interest", "There were none.")]
    if title is None:
        text.append(said)
    else:
        titles.insert(0, (title, said))
    items = _Items(m, seed)
    text += [f"{items.heading(title)}\n{below}" for title, below in titles]
    text += [items.discussed(topic) for topic in m.chance.sample(TOPICS, 4)]
    text.append(ENDS[(seed // 7) % len(ENDS)].format(end=m.clock(m.ends)))
    return "\n\n".join(text) + "\n", m.told()


def _head(m: Meeting, form: str) -> str:
    return form.format(
        body=m.body, capitals=m.body.upper(), date=m.date(), time=m.clock(m.starts), venue=m.venue
    )


class _Items:
    """The items of one meeting's minutes, as they are composed."""

    def __init__(self, m: Meeting, seed: int) -> None:
        self.m = m
        self.at = 0
        self.number, self.line = NUMBERS[(seed // 3) % len(NUMBERS)]
        self.decision = DECISIONS[seed % len(DECISIONS)]
        self.action = ACTIONS[(seed // 5) % len(ACTIONS)]
        self.printed: str | None = None

    def heading(self, title: str) -> str:
        """The heading of the next item."""
        self.at += 1
        numbers = {"at": self.at, "count": self.m.first_number + self.at}
        day = {"year": f"{self.m.day:%y}", "month": self.m.day.month}
        self.printed = self.number and self.number.format(**numbers, **day)
        row = {"number": self.printed, "title": title, "optional": self.printed is None}
        self.m.gold["agenda_items"].append(row)
        line = self.line.format(**numbers, **day, title=title, capitals=title.upper())
        return line + "\n" * (self.m.chance.random() < 0.3)

    def discussed(self, topic: Topic) -> str:
        """An item with what was said of it, often with a decision, at times with an action."""
        text = [self.heading(topic.title), f"{self.m.officers[0][0]} reported that {topic.said}."]
        if self.m.chance.random() < 0.8:
            text.append(self._decided(topic))
        if self.m.chance.random() < 0.5:
            text.append(self._asked())
        return "\n".join(text)

    def _decided(self, topic: Topic) -> str:
        label, form = self.decision
        mover, seconder = map(self.m.styled, self.m.chance.sample(self.m.members, 2))
        moved = {"mover": mover, "seconder": seconder, "short": self.m.short}
        said = form.format(to=topic.to, that=topic.that, **moved)
        row = {"item": self.printed, "ordinal": 1, "text": said}
        self.m.gold["resolutions"].append(row)
        return label + said

    def _asked(self) -> str:
        who = self.m.chance.choice(["The Clerk", "The Chair", self.m.styled(self.m.members[1])])
        label, form, close = self.action
        said = form.format(who=who, task=self.m.chance.choice(TASKS))
        row = {"item": self.printed, "text": said, "origin": "agreed", "owner": who}
        self.m.gold["actions"].append(row)
        return label + said + close


def write(folder: Path, seeds: range, changed: Callable[[str], str] = str) -> None:
    """The minutes of some seeds, each text `changed`, as papers and gold below a folder."""
    for name in ("papers", "gold"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        name = f"composed-{seed:03d}-minutes"
        text, meeting = compose(seed)
        (folder / "papers" / f"{name}.txt").write_text(changed(text), encoding="utf-8")
        gold = {
            "document": name,
            "files": [f"papers/{name}.txt"],
            "kind": "minutes",
            "meetings": [meeting],
        }
        (folder / "gold" / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")
