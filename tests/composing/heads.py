"""How minutes begin and end: body, day, time and place, and when it was over."""

from __future__ import annotations

HEADS = (
    "{capitals}\n\nMinutes of the meeting of the {body} held on {date} at {time} in {venue}",
    "{body}\nMINUTES OF MEETING\n{date}\n{time}\n{venue}",
    "{body}\nMinutes\n\nDate: {date}\nTime: {time}\nVenue: {venue}",
    "{body}\nMinutes of a meeting held at {venue} on {date} commencing at {time}",
    "{body} – Minutes\n{date}, {time}\n{venue}",
    "At a Meeting of the {capitals} held in {venue} on {date} at {time}",
)
ENDS = (
    "The meeting closed at {end}.",
    "There being no further business the Chair closed the meeting at {end}.\n\nSigned ......",
    "Meeting closed: {end}",
    "(The meeting finished at {end})",
)
