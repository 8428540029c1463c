"""Sentences in which somebody is asked, or undertakes, to do something after the meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.extract.grammar.acting_people import People, is_office
from pipeline.extract.grammar.given_names import is_given_name
from pipeline.lexicon import rule
from pipeline.records import ActionOrigin

_BODY = rule("undertakings", "body")

_TO_DO = rule("undertakings", "to_do")
_INITIALS = rule("undertakings", "initials")
"""'ES to inform the applicant.'"""
_SAID = rule("undertakings", "said")
"""'The Chair said that she would write to ...'"""
_GIVEN_LATER = rule("undertakings", "given_later")
"""'A breakdown would be circulated to Members after the meeting.'"""
_BODY_ASKED = rule("undertakings", "body_asked")
_ALSO_ASKED = rule("undertakings", "also_asked")
_AND_WAS_ASKED = rule("undertakings", "and_was_asked")
_PERSON_AND_WILL = rule("undertakings", "person_and_will")
_STAFF = rule("undertakings", "staff")
_BODY_WILL = rule("undertakings", "body_will")
"""'The Council will approach the owner.'"""
_WILL_DO = re.compile(r"\bwill\s")
_OFFICER_AGREED = rule("undertakings", "officer_agreed")
_AGREED_TO_SEND = rule("undertakings", "agreed_to_send")
_AND_WILL = rule("undertakings", "and_will")
_PROMISED = rule("undertakings", "promised")
_APOLOGISED = rule("undertakings", "apologised")
_WILL = rule("undertakings", "will")
_WAS_ASKED = rule("undertakings", "was_asked")
_ASKED = rule("undertakings", "asked")
_BARE_ASKED = rule("undertakings", "bare_asked")
_IT_WAS_ASKED = re.compile(r"(?<=\band\s)it\s+was\s+(?:asked|requested)\s+that\b")
"""Behind what was said: '... was late, and it was asked that the gate be mended.'"""
_BARE_CLERK = rule("undertakings", "bare_clerk")
_PERSON_ACTS = rule("undertakings", "person_acts")
_NO_TASK = rule("undertakings", "no_task")
_TASKS_OF_PEOPLE = rule("undertakings", "tasks_of_people")
_TO_BE_DONE = rule("undertakings", "to_be_done")
_PRONOUN_WILL = rule("undertakings", "pronoun_will")
_ANYBODY_TO = rule("undertakings", "anybody_to")
_ANYBODY_WILL = rule("undertakings", "anybody_will")
_PRONOUN = re.compile(r"He|She|They|We|I")
_SAYS = rule("parts", "finite_verb")
_TELLER = re.compile(
    r"(?:In\s+(?:reply|response|answer)[^,]{0,60},\s+)?(?P<owner>(?:[Tt]he\s+)?[A-Z][\w.’'-]*(?:\s+(?:(?:of|for|and)\s+)?"
    r"[A-Z][\w.’'-]*){0,6})(?:\s*\([^()]*\))?,?\s+(?:[a-z]+(?:s|ed|id|ok|ew)|are|have|were)\b"
)
"""'The Clerk said that ...', 'Cllr Ash took note and ...': who tells what will be done."""
_INTEREST = re.compile(r"\binterests?\s+in\b|\bdeclared\b", re.IGNORECASE)
"""'She declared an interest and would leave the room.': no task."""
_AND_WOULD = rule("undertakings", "and_would")
_MEMBERS_ASKED = rule("undertakings", "members_asked")
_HAD_ASKED = rule("undertakings", "had_asked")
_TOLD_TO = re.compile(r"\s(is|are)?\s?to\s+(?:also\s+|then\s+|now\s+)?[a-z-]+$")
_NEVER = rule("undertakings", "never_a_task")
_NOBODY = People()
_WHETHER = rule("undertakings", "whether")
"""'A member asked whether the Clerk would write': a question, and no task."""
_TO_BE = rule("undertakings", "to_be")
_AGREED_THAT = rule("undertakings", "agreed_that")
_NAME_WOULD = rule("undertakings", "name_would")
IN_REPLY = rule("undertakings", "in_reply")
"""What stands before an undertaking that was asked for: no part of it."""
_REPLYING = re.compile(
    r"^(?:In\s+(?:response|reply|answer)|Following|After)\b[^,]{3,80},\s+(?=the\b|[A-Z])"
)
_OWNER = rule("undertakings", "owner")
_SUBJECT = rule("undertakings", "subject")
_BY = rule("undertakings", "by")
_OWNER_ASKED = rule("undertakings", "owner_asked")


_FORMER = rule("undertakings", "former")
"""What was to be done before this meeting."""
_MOTION = rule("undertakings", "motion")
_TASK_AGREED = rule("undertakings", "task_agreed")
_OF_AGENDA = rule("undertakings", "of_agenda")
"""What a motion asks is the business of its vote."""


@dataclass(frozen=True)
class Undertaking:
    """That a sentence asks for, or promises, an action: of whom, and how sure that is."""

    origin: ActionOrigin
    owner: str | None
    confidence: float
    rule: str
    """The short name of the rule that tells it."""
    start: int = 0
    """Where the clause of the one who is to act begins in the sentence."""


def undertaking(sentence: str, people: People = _NOBODY) -> Undertaking | None:
    """What a sentence of the minutes asks or promises, or None where it only tells.

    `people` are those whom the paper names: theirs are initials and names alone.
    """
    if sentence.isupper() and len(sentence.split()) > 3:
        return _in_capitals(sentence, people)
    if _MOTION.search(sentence) or _OF_AGENDA.match(sentence):
        return None
    if _BARE_ASKED.match(sentence) or _ASKED.search(sentence):
        joined = _IT_WAS_ASKED.search(sentence)
        start = joined.start() if joined else 0
        return Undertaking("requested", owner_of(sentence[start:]), 0.75, "asked that", start)
    return _by_rule(sentence, people) or _by_person(sentence, people) or _without_owner(sentence)


def _in_capitals(sentence: str, people: People) -> Undertaking | None:
    """'CLERK TO WRITE TO THE COUNCIL': the same, printed in capitals."""
    found = undertaking(sentence.capitalize(), people)
    if found is None or found.owner is None:
        return found
    return replace(found, owner=found.owner.upper())


def _by_rule(sentence: str, people: People) -> Undertaking | None:
    for shape, origin, confidence, name in _RULES:
        for match in shape.finditer(sentence):
            told = match.groupdict()
            parts = ("owner", "named", "reporting", "tasked", "left")
            owner = next((told[p] for p in parts if told.get(p)), "").strip(" ,")
            if _WHETHER.search(sentence[: match.start()]):
                continue
            owner = _REPLYING.sub("", owner)
            body = shape is not _MEMBERS_ASKED and _BODY.match(owner)
            if body or _FORMER.search(sentence):
                continue
            last = owner.split()[-1] if " " in owner else ""
            if last.isupper() and people.hold(last) and not people.hold(owner):
                owner = last  # 'Litter Group JT to ask': a title on the line of the task
            if shape is _INITIALS and _is_a_body(match.group(), owner, people):
                continue
            return Undertaking(origin, owner, confidence, name, match.start())
    return None


def _is_a_body(clause: str, owner: str, people: People) -> bool:
    """Whether letters stand for no person of the paper, as in 'CDC will provide the skip'."""
    known = not people.initials or people.hold(owner)
    longest = max(len(one) for one in re.findall(r"\w+", owner))
    return not known and (longest > 2 or " will " in clause)


def _by_person(sentence: str, people: People) -> Undertaking | None:
    """Somebody whom the paper names only by a name or initials, and a task."""
    for match in _PERSON_ACTS.finditer(sentence):
        owner, verb = match["owner"], match["verb"]
        last = owner.split()[-1]
        first_name = match.start() == 0 and " " not in owner and is_given_name(owner)
        if not people.hold(owner) and people.hold(last) and not is_office(last):
            owner = last  # 'Fans Jo to ...': a word before the name is no part of it
        known = people.hold(owner) or (first_name and _TASKS_OF_PEOPLE.match(verb) is not None)
        if _FORMER.search(sentence) or not known:
            continue
        # 'Jo to ...' as a sentence, and 'Jo is to ...', set a task whatever the verb is.
        told = _TOLD_TO.search(match.group())
        is_set = (
            told is not None and not _NEVER.match(verb) and (not match.start() or bool(told[1]))
        )
        if _NO_TASK.match(verb) and not is_set:
            continue
        if is_office(owner) and "lerk" not in owner:
            continue
        head = sentence[: match.start()]
        if _HAD_ASKED.search(head) or _WHETHER.search(head):
            continue
        if is_set and match.start():
            return Undertaking("agreed", owner, 0.65, "is to", match.start())
        # What somebody 'will' do is a task whatever it is; 'would' also tells of wishes.
        promised = _WILL_DO.search(match.group()) is not None
        if is_set or promised or owner.isupper() or _TASKS_OF_PEOPLE.match(verb):
            return Undertaking("agreed", owner, 0.65, "person acts")
    more = _PERSON_AND_WILL.match(sentence)
    if more and people.hold(more["owner"]) and not _NO_TASK.match(more["verb"]):
        return Undertaking("agreed", more["owner"], 0.6, "person acts")
    return None


def _of_body(sentence: str) -> Undertaking | None:
    """What the body is asked, or will itself do outside the meeting."""
    asked = _BODY_ASKED.search(sentence)
    if asked:
        return Undertaking("requested", asked["owner"], 0.6, "body asked")
    will = _BODY_WILL.search(sentence)
    return Undertaking("agreed", will["owner"], 0.5, "body will") if will else None


def _without_owner(sentence: str) -> Undertaking | None:
    """What is asked of the body, or promised without a name."""
    by_body = _of_body(sentence)
    if by_body or _FORMER.search(sentence):
        return by_body or _apology(sentence)
    given = _GIVEN_LATER.search(sentence)
    if given:
        return Undertaking("agreed", given["owner"], 0.55, "given later")
    told = _PRONOUN_WILL.match(sentence) or _AND_WOULD.match(sentence)
    if told:
        owner = told["owner"] or told.groupdict().get("named")
        return Undertaking("agreed", owner, 0.5, "told would")
    if _TO_BE_DONE.search(sentence):
        return Undertaking("agreed", None, 0.5, "to be done")
    return _anybody(sentence) or _apology(sentence)


def _apology(sentence: str) -> Undertaking | None:
    """'The firm apologised, and would send the figures': what is promised with an apology."""
    if _APOLOGISED.search(sentence) is None:
        return None
    subject = _SUBJECT.match(sentence)
    return Undertaking("agreed", subject["owner"] if subject else None, 0.6, "and undertook")


def _anybody(sentence: str) -> Undertaking | None:
    """What the subject of a sentence will do, whoever that is, by a verb that is surely a task."""
    to_do = _ANYBODY_TO.match(sentence)
    if to_do is not None:
        doer = None if _BODY.match(to_do["owner"]) else to_do["owner"]
        return Undertaking("agreed", doer, 0.6, "anybody to do")
    match = _ANYBODY_WILL.search(sentence)
    if match is None or _INTEREST.search(sentence):
        return None
    subject = match["owner"] or ""
    if not subject or _SAYS.search(subject):
        teller = _TELLER.match(sentence)
        subject = teller["owner"] if teller else ""
    named = subject and "," not in subject and not _PRONOUN.fullmatch(subject)
    return Undertaking("agreed", subject if named else None, 0.5, "anybody will")


_RULES: tuple[tuple[re.Pattern[str], ActionOrigin, float, str], ...] = (
    (_AGREED_THAT, "agreed", 0.75, "agreed that"),
    (_WAS_ASKED, "requested", 0.75, "was asked"),
    (_PROMISED, "agreed", 0.8, "undertook"),
    (_OFFICER_AGREED, "agreed", 0.75, "officer agreed"),
    (_AGREED_TO_SEND, "agreed", 0.75, "officer agreed"),
    (_TO_DO, "agreed", 0.75, "somebody to do"),
    (_INITIALS, "agreed", 0.75, "initials to do"),
    (_SAID, "agreed", 0.6, "said would"),
    (_ALSO_ASKED, "requested", 0.6, "also asked"),
    (_MEMBERS_ASKED, "requested", 0.6, "members asked"),
    (_AND_WAS_ASKED, "requested", 0.6, "also asked"),
    (_AND_WILL, "agreed", 0.6, "and will"),
    (_WILL, "agreed", 0.55, "will"),
    (_NAME_WOULD, "agreed", 0.55, "name would"),
    (_TO_BE, "agreed", 0.55, "to be told"),
    (_BARE_CLERK, "agreed", 0.6, "bare clerk"),
)


def task_agreed(sentence: str) -> Undertaking | None:
    """What 'it was agreed that the Clerk write to ...' sets: a decision, and a task by it."""
    task = _TASK_AGREED.match(sentence)
    if task is None:
        return None
    owner = task["owner"] or task["asked"]
    known = owner if owner and not _BODY.match(owner) else None
    return Undertaking("agreed", known, 0.75, "agreed that")


def is_of_the_past(sentence: str) -> bool:
    """Whether a sentence tells of a motion, or of what was to be done before this meeting."""
    return _MOTION.search(sentence) is not None or _FORMER.search(sentence) is not None


def is_promise(sentence: str) -> bool:
    """Whether '... agreed that ...' tells what somebody will do, and decides nothing."""
    match = _AGREED_THAT.search(sentence)
    return match is not None and not _BODY.match(match["owner"].strip(" ,"))


def is_report_of_staff(sentence: str) -> bool:
    """Whether 'it was agreed that officers would ...' tells what the staff of a body will do."""
    match = _AGREED_THAT.search(sentence)
    return match is not None and _STAFF.search(match["owner"]) is not None


def owner_of(text: str) -> str | None:
    """Who is to act, where the text of an action names somebody."""
    match = _OWNER.match(text) or _OWNER_ASKED.search(text) or _BY.search(text)
    if match is None:
        return None
    owner = match["owner"].strip(" ,")
    return None if _BODY.match(owner) and owner.lower() not in _GROUPS else owner


_GROUPS = frozenset({"members", "councillors", "elected members"})
