"""How minutes list who came, and who was sorry not to."""

from __future__ import annotations

from collections.abc import Callable

from tests.composing.meeting import Meeting

Lines = list[str]


def _members(m: Meeting, mark: str = " (Chair)", styled: bool = True) -> list[str]:
    as_styled = m.styled if styled else str
    return [f"{as_styled(m.chair)}{mark}", *(as_styled(name) for name in m.members)]


def _officers(m: Meeting, form: str = "{} ({})", between: str = ", ") -> str:
    return between.join(form.format(*each) for each in m.officers)


def run_in(m: Meeting) -> Lines:
    *most, last = _members(m)
    return [f"Present: {', '.join(most)} and {last}", "", f"In attendance: {_officers(m)}"]


def councillors_once(m: Meeting) -> Lines:
    word = "Councillors " if m.councillors else ""
    *most, last = _members(m, styled=False)
    officers = _officers(m, "{}, {}", "; ")
    return [f"PRESENT: {word}{', '.join(most)} and {last}.", "", f"ALSO PRESENT: {officers}"]


def one_a_line(m: Meeting) -> Lines:
    officers = [f"{name}, {post}" for name, post in m.officers]
    return ["Present:", "", *_members(m), "", "In attendance:", "", *officers]


def bullets(m: Meeting) -> Lines:
    officers = [f"• {name} – {post}" for name, post in m.officers]
    members = [f"• {each}" for each in _members(m)]
    return ["Attendees", *members, "", "In attendance", *officers]


def under_headings(m: Meeting) -> Lines:
    officers = [f"{name} – {post}" for name, post in m.officers]
    return ["Members Present", *_members(m), "", "Officers in attendance", *officers]


def chair_first(m: Meeting) -> Lines:
    word = "Councillors" if m.councillors else "Members"
    rest = f"{word}: {', '.join(m.members)}"
    return [f"Present: {m.styled(m.chair)} in the Chair", "", rest, "", f"Officers: {_officers(m)}"]


def chair_labelled(m: Meeting) -> Lines:
    rest = f"Present: {', '.join(m.styled(name) for name in m.members)}"
    return [f"Chair: {m.styled(m.chair)}", rest, f"In attendance: {_officers(m, '{} – {}')}"]


def initials(m: Meeting) -> Lines:
    def own(name: str) -> str:
        return f"{name} ({''.join(word[0] for word in name.split())})"

    members = [f"{own(m.chair)} - Chair", *map(own, m.members)]
    officers = [f"{own(name)} - {post}" for name, post in m.officers]
    return ["Those present:", *members, "", "In attendance:", *officers]


def semicolons(m: Meeting) -> Lines:
    officers = _officers(m, "{}, {}", "; ")
    return ["Attendance:", f"Members: {'; '.join(_members(m))}", f"Officers: {officers}"]


def numbered(m: Meeting) -> Lines:
    members = [f"{at}. {each}" for at, each in enumerate(_members(m), 1)]
    officers = [f"{at}. {name} – {post}" for at, (name, post) in enumerate(m.officers, 1)]
    return ["MEMBERS PRESENT:", *members, "", "OFFICERS PRESENT:", *officers]


def over_two_lines(m: Meeting) -> Lines:
    every = _members(m)
    half = (len(every) + 1) // 2
    first = f"Present:    {', '.join(every[:half])},"
    return [first, f"            {', '.join(every[half:])}", f"Officers:   {_officers(m)}"]


LISTS: tuple[Callable[[Meeting], Lines], ...] = (
    run_in,
    councillors_once,
    one_a_line,
    bullets,
    under_headings,
    chair_first,
    chair_labelled,
    initials,
    semicolons,
    numbered,
    over_two_lines,
)
APOLOGIES = (
    (None, "Apologies: {names}"),
    (None, "Apologies:\n\n{listed}"),
    (None, "Absent with apologies: {names}"),
    ("Apologies for Absence", "Apologies were received from {names}."),
    ("Apologies", "{names}"),
    ("Apologies for absence", "Apologies for absence were submitted on behalf of {joined}."),
    ("To receive apologies", "Apologies were received and accepted from {reasoned}."),
    ("Welcome and apologies", "The Chair welcomed everyone. Apologies were noted from {joined}."),
)
"""The item's title, or None in the head of the minutes, and what is said."""


def apologies(m: Meeting, form: str) -> str:
    """The apologies of a meeting in a form."""
    names = [m.styled(name) for name in m.sorry]
    reasons = ("family illness", "work", "holiday")
    return form.format(
        names=", ".join(names),
        joined=" and ".join(names),
        listed="\n".join(names),
        reasoned=", ".join(f"{n} ({r})" for n, r in zip(names, reasons, strict=False)),
    )
