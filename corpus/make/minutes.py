"""How each of the two bodies sets out its minutes."""

from __future__ import annotations

from .blocks import Block, Heading, Pairs, Para
from .markup import to_blocks
from .meetings import Attendee, Meeting

_GROUPS = (
    ("Members Present:", "member"),
    ("Other Councillors Present:", "councillor"),
    ("Guests Present:", "guest"),
    ("Officers Present:", "officer"),
)


def minutes_blocks(meeting: Meeting) -> list[Block]:
    """The whole minutes of a meeting, from its title to the sign-off."""
    borough = meeting.body.style == "borough"
    blocks = _borough_head(meeting) if borough else _county_head(meeting)
    for item in meeting.items:
        heading = item.title if item.number is None else f"{item.number}. {item.title}"
        blocks.append(Heading(heading))
        blocks += to_blocks(item.lines)
    closing = f"The meeting {meeting.body.signs_off} at {meeting.ended[0]}"
    blocks.append(Para(closing if closing.endswith(".") else f"{closing}."))
    if borough:
        chair = next(person for person in meeting.attendees if person.chair)
        blocks += [Para(f"Chair, {chair.printed}"), Para(meeting.body.name)]
    else:
        blocks.append(Para("Chair .................................................."))
    return blocks


def _borough_head(meeting: Meeting) -> list[Block]:
    day = f"{meeting.held:%A}, {meeting.long_date}".upper()
    blocks: list[Block] = [
        Heading("LONDON BOROUGH OF HARROWMERE"),
        Heading(f"MINUTES OF THE {meeting.body.name.upper()}"),
        Heading(f"HELD AT {meeting.starts[0].upper()} ON {day}"),
        Heading(meeting.venue.upper()),
    ]
    for label, group in _GROUPS:
        people = [p for p in meeting.attendees if p.listed and p.group == group]
        if people:
            blocks += [Heading(label), Pairs(tuple(_borough_row(p) for p in people))]
    return blocks


def _borough_row(person: Attendee) -> tuple[str, str]:
    name = person.printed + (" (Chair)" if person.chair else "")
    if person.role is None:
        return name, ""
    dash = "\u2013 " if person.group == "officer" else ""
    return name, f"{dash}({person.role})"


def _county_head(meeting: Meeting) -> list[Block]:
    name = meeting.body.name
    listed = [person for person in meeting.attendees if person.listed]
    article = "" if meeting.venue.startswith("Room") else "the "
    blocks: list[Block] = [
        Heading(f"{name.upper()} \u2013 {meeting.long_date}", "center"),
        Heading(
            f"MINUTES of the meeting of the {name} held in "
            f"{article}{meeting.venue} "
            f"on {meeting.held:%A}, {meeting.long_date} at {meeting.starts[0]}",
            "center",
        ),
        Para(f"PRESENT: {_run_in([p for p in listed if p.group == 'member'])}"),
    ]
    also = [p for p in listed if p.group in ("councillor", "guest")]
    if also:
        blocks.append(Para("ALSO PRESENT: " + "; ".join(map(_county_also, also)) + "."))
    officers = [p for p in listed if p.group == "officer"]
    if officers:
        blocks.append(
            Para("IN ATTENDANCE: " + _join([f"{p.printed} ({p.role})" for p in officers]))
        )
    return blocks


def _county_also(person: Attendee) -> str:
    return f"{person.printed}, {person.role}" if person.role else person.printed


def _county_name(person: Attendee) -> str:
    if person.chair:
        return f"{person.printed} (in the Chair)"
    return f"{person.printed} ({person.role})" if person.role else person.printed


def _run_in(people: list[Attendee]) -> str:
    """One sentence of names: the chair, `Councillors` once for the rest of them, then others."""
    names = [_county_name(person) for person in people]
    plain = [i for i, n in enumerate(names) if n.startswith("Councillor ") and not people[i].chair]
    for index in plain:
        bare = names[index].removeprefix("Councillor ")
        names[index] = f"Councillors {bare}" if index == plain[0] else bare
    councillors = [names[index] for index in plain]
    others = [name for index, name in enumerate(names) if index not in plain]
    run = [_join(councillors)] if councillors else []
    return _join([others[0], *run, *others[1:]])


def _join(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
