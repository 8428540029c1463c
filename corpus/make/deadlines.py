"""What a printed deadline means as an interval of days; written by hand, not inferred."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_MONTHS = {name: number for number, name in enumerate(calendar.month_abbr) if name}
_MONTH_YEAR = re.compile(r"([A-Z][a-z]{2})-(\d\d)")

_IRREGULAR: dict[str, tuple[str | None, str | None]] = {
    "On-going": (None, None),
    "Quarterly": (None, None),
    "TBC": (None, None),
    "Mar-Apr 24": ("2024-03-01", "2024-04-30"),
    "Sep-Oct 25": ("2025-09-01", "2025-10-31"),
    "July 24 onwards": ("2024-07-01", None),
    "April 25 onwards": ("2025-04-01", None),
    "(a) 01/09/2024": ("2024-09-01", "2024-09-01"),
    "(a) 31/01/2025": ("2025-01-31", "2025-01-31"),
    "31/03/2025": ("2025-03-31", "2025-03-31"),
    "30/06/2025": ("2025-06-30", "2025-06-30"),
    "Apr 24 & Oct 24": ("2024-04-01", "2024-10-31"),
    "Apr 24 - Mar 25": ("2024-04-01", "2025-03-31"),
    "Sept 2024": ("2024-09-01", "2024-09-30"),
    "December 2024": ("2024-12-01", "2024-12-31"),
    "End of March 2025": ("2025-03-31", "2025-03-31"),
    "Ongoing": (None, None),
    "15/04/2026": ("2026-04-15", "2026-04-15"),
    "31/05/2026": ("2026-05-31", "2026-05-31"),
    "30/06/2026": ("2026-06-30", "2026-06-30"),
    "12/07/2026": ("2026-07-12", "2026-07-12"),
    "May 2026": ("2026-05-01", "2026-05-31"),
    "June 2026": ("2026-06-01", "2026-06-30"),
    "October 2026": ("2026-10-01", "2026-10-31"),
    "March 2027": ("2027-03-01", "2027-03-31"),
    "Dec 26 - Mar 27": ("2026-12-01", "2027-03-31"),
    "Q1 2026/27": ("2026-04-01", "2026-06-30"),
}


def interval(printed: str) -> tuple[str | None, str | None]:
    """First and last day of a deadline as ISO dates; None where the print leaves it open."""
    if printed in _IRREGULAR:
        return _IRREGULAR[printed]
    match = _MONTH_YEAR.fullmatch(printed)
    if match is None:
        raise ValueError(f"no meaning written down for the deadline {printed!r}")
    year, month = 2000 + int(match[2]), _MONTHS[match[1]]
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, 1).isoformat(), dt.date(year, month, last).isoformat()
