"""The same business at one meeting after another: a fold over what papers mention, as they came in.

Each mention joins the thread that it is most alike, or opens one. What stands is never joined,
split or renamed by a later arrival, and words weigh by what came before: so a paper that comes in
tomorrow changes no thread_id given today, and moves no member.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from pipeline.resolve.threads.likeness import LIMITS, Limits, likeness, limit
from pipeline.resolve.threads.mentions import Mention, apart, kinship, scopes
from pipeline.resolve.threads.wording import Weights, Wording
from pipeline.resolve.words import digest

CROWD = 150
"""A word that more threads of one council hold than this no longer brings mentions to them."""
CLOSEST = 8
"""How many threads, those that share most weight, a mention is compared with."""
VOICES = 6
"""How many wordings of a thread a mention is compared with: its first, and the latest others."""
COPY = 0.6
"""Score from which two papers' accounts of one meeting have the same request."""
_UNKNOWN = date.max


@dataclass(eq=False)
class Thread:
    """Business followed from meeting to meeting."""

    thread_id: str
    members: list[tuple[Mention, float]] = field(default_factory=list)
    """Each with the score that it joined with, in order of arrival."""
    asked: dict[date | str, list[Mention]] = field(default_factory=dict)
    """Its requests by day or, where none is known, by paper."""
    voices: list[Mention] = field(default_factory=list)
    """Members that are worded differently."""

    @property
    def founder(self) -> Mention:
        """The mention that opened it."""
        return self.members[0][0]


@dataclass
class Fold:
    """What stands after the mentions taken so far."""

    limits: Limits = LIMITS
    threads: list[Thread] = field(default_factory=list)
    weights: Weights = field(default_factory=Weights)
    _holding: dict[tuple[str, str], dict[int, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    """By scope and stem, the places of the threads that hold it, in order."""
    _told: dict[tuple[date, str], list[tuple[Mention, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """By day and scope, the texts that papers of that day's meetings hold."""
    _taken: Counter[tuple[date | None, str]] = field(default_factory=Counter)

    def take(self, mention: Mention) -> Thread:
        """Put one more mention in its thread, which is returned."""
        at, score = self._copied(mention) or self._nearest(mention) or (None, 1.0)
        if at is None:
            at = len(self.threads)
            self.threads.append(Thread(self._new_id(mention)))
        thread = self.threads[at]
        thread.members.append((mention, min(1.0, score)))
        if _asks(mention):
            key = mention.told_on or mention.document_id
            thread.asked.setdefault(key, []).append(mention)
        self._remember(mention, at)
        return thread

    def _new_id(self, mention: Mention) -> str:
        """From the day and the words that the thread began with; a second such has the number 2."""
        begun = (mention.told_on, mention.wording.key)
        self._taken[begun] += 1
        return digest("t", *begun, self._taken[begun])

    def _remember(self, mention: Mention, at: int) -> None:
        thread = self.threads[at]
        if mention.told_on and not mention.is_title:
            for scope in scopes(mention.body):
                self._told[mention.told_on, scope].append((mention, at))
        if mention.weak and thread.voices:
            return
        if any(mention.wording.key == voice.wording.key for voice in thread.voices):
            return
        self.weights.add(mention.wording)
        if len(thread.voices) == VOICES:
            del thread.voices[1]
        thread.voices.append(mention)
        for wording in _wordings(mention):
            for scope in scopes(mention.body):
                for word in wording.stems:
                    self._holding[scope, word].setdefault(at)

    def _copied(self, mention: Mention) -> tuple[int, float] | None:
        """The thread of the same request in another account of the same meeting."""
        if mention.told_on is None or mention.is_title:
            return None
        best: tuple[float, int] | None = None
        seen: set[int] = set()
        for scope in sorted(scopes(mention.body)):
            for other, at in self._told.get((mention.told_on, scope), ()):
                if id(other) in seen or not _accounts(mention, other):
                    continue
                seen.add(id(other))
                if other.wording.key == mention.wording.key:
                    score = 1.0 if _one_item(mention, other) else 0.0
                elif mention.weak or other.weak:
                    score = 0.0
                else:
                    score = self.weights.alike(mention.wording, other.wording)
                if score >= COPY and (best is None or (score, -at) > best):
                    best = (score, -at)
        return None if best is None else (-best[1], best[0])

    def _nearest(self, mention: Mention) -> tuple[int, float] | None:
        """The thread that the mention is most alike, if it is alike enough."""
        best: tuple[float, int] | None = None
        for at in self._candidates(mention):
            score = self._link(mention, self.threads[at])
            if score is not None and (best is None or (score, -at) > best):
                best = (score, -at)
        return None if best is None else (-best[1], best[0])

    def _candidates(self, mention: Mention) -> list[int]:
        """The threads that share most of the mention's weight, by words that few threads hold."""
        shared: Counter[int] = Counter()
        for wording in _wordings(mention):
            for word in sorted(wording.stems):
                weight = self.weights.of(word)
                near: dict[int, None] = {}
                for scope in sorted(scopes(mention.body)):
                    holding = self._holding.get((scope, word), {})
                    if len(holding) <= CROWD:
                        near.update(holding)
                for at in near:
                    shared[at] += weight
        return [at for at, _ in sorted(shared.items(), key=lambda s: (-s[1], s[0]))[:CLOSEST]]

    def _link(self, mention: Mention, thread: Thread) -> float | None:
        """The score with which a mention may join a thread; None where it may not."""
        best, near, compared = 0.0, 0, 0
        asked = thread.asked.get(mention.told_on or mention.document_id, ())
        together = any(_together(mention, other) for other in asked)
        for voice in thread.voices:
            kin = kinship(mention.body, voice.body)
            if kin is None and apart(mention.body, voice.body):
                return None
            if kin is None:
                continue
            score = likeness(mention, voice, self.weights)
            compared += 1
            near += score >= self.limits.floor
            least = limit(mention, voice, kin, together=together, limits=self.limits)
            if score >= least:
                best = max(best, score)
        return best if best and 2 * near >= compared else None


def _wordings(mention: Mention) -> Iterator[Wording]:
    """What a mention is found by: its own words, or its item's where its own say little."""
    if mention.weak:
        if mention.subject is not None:
            yield mention.subject
        if mention.wording.telling:
            yield mention.wording
    else:
        yield mention.wording


def _asks(mention: Mention) -> bool:
    return not mention.is_title and not mention.weak and not mention.closing


def _together(one: Mention, other: Mention) -> bool:
    """Whether two requests of one meeting are likely two.

    What members ask for is often agreed as an action at the end of the same item.
    """
    if not _asks(one):
        return False
    return one.origin == other.origin or one.heading != other.heading


def _accounts(one: Mention, other: Mention) -> bool:
    """Whether two texts may be one request in two accounts of its meeting, or told twice in one.

    A resolution often repeats the request before it; two requests of one account are two.
    """
    if kinship(one.body, other.body) != "body" or (one.kind == "logged") != (
        other.kind == "logged"
    ):
        return False
    if one.document_id == other.document_id and one.part == other.part:
        return one.kind != other.kind
    return True


def _one_item(one: Mention, other: Mention) -> bool:
    """Whether two texts of few words may stand under one item."""
    if not one.weak or one.subject is None or other.subject is None:
        return True
    return bool(one.subject.stems & other.subject.stems)


def fold(mentions: Iterable[Mention], limits: Limits = LIMITS) -> list[Thread]:
    """The threads of `mentions`, which come in order of arrival."""
    standing = Fold(limits)
    for mention in mentions:
        standing.take(mention)
    return standing.threads
