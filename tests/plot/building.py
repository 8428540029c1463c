"""Rows of an invented plan, as an archive gives them."""

from datetime import date

DAYS = (date(2031, 3, 4), date(2031, 6, 3), date(2031, 9, 9))


def row(history_id, day, milestone, **more):
    """One milestone in one report."""
    return {
        "history_id": history_id,
        "reported_on": day,
        "milestone": milestone,
        "theme": "Harbour",
        "status": "On Target",
        "percent_complete": 10,
        "deadline": "May-31",
        "deadline_to": date(2031, 5, 31),
        "plan": "Harbour Plan",
        "body": "Harbour Board",
        "activity_number": "1",
        "reference": None,
        "dropped": False,
        **more,
    }


def rows():
    """A crane that slips twice, a quay that is done, a light that is dropped, in three reports."""
    slips = [
        (date(2031, 5, 31), "Green"),
        (date(2031, 7, 31), "Amber"),
        (date(2031, 12, 31), "Red"),
    ]
    crane = [
        row("h-crane", day, "New crane in service", deadline_to=due, status=status)
        for day, (due, status) in zip(DAYS, slips, strict=True)
    ]
    quay = [row("h-quay", day, "Quay wall surveyed", status="Completed") for day in DAYS]
    light = [
        row(
            "h-light",
            DAYS[0],
            "Light <repaired> & lit",
            theme="Lights",
            deadline_to=None,
            dropped=True,
        )
    ]
    return sorted([*crane, *quay, *light], key=lambda each: each["reported_on"])
