"""Which papers the corpus holds, what each is made from, and by which producer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Producer = Literal[
    "libreoffice",
    "chromium",
    "reportlab",
    "moderngov",
    "text",
    "scan",
    "scan-skewed",
    "scan-faint",
    "scan-signed",
    "scan-mixed",
]
Kind = Literal[
    "minutes",
    "agenda_pack",
    "meeting_page",
    "item_page",
    "report",
    "action_log",
    "tracker",
    "series",
]


@dataclass(frozen=True)
class Entry:
    """One paper: its name without suffix, its place in the story, and how it is made."""

    name: str
    kind: Kind
    key: str
    producer: Producer
    suffix: str = "pdf"
    cut: tuple[str, int] | None = None
    """On a web page: the item that is cut and how many of its lines are shown whole."""
    item: str | None = None
    """On a page of a single item: its number."""
    headed: bool = True
    """Whether a web page was saved with the heading that prints body, date and time."""


CATALOGUE: tuple[Entry, ...] = (
    Entry("iab-2024-03-12-minutes", "minutes", "iab-2024-03-12", "libreoffice"),
    Entry("iab-2024-06-11-agenda-pack", "agenda_pack", "iab-2024-06-11", "libreoffice"),
    Entry("iab-2024-06-11-minutes", "minutes", "iab-2024-06-11", "chromium"),
    Entry("iab-2024-09-10-agenda-pack", "agenda_pack", "iab-2024-09-10", "chromium"),
    Entry("iab-2024-09-10-minutes", "minutes", "iab-2024-09-10", "reportlab"),
    Entry("iab-2024-12-10-agenda-pack", "agenda_pack", "iab-2024-12-10", "reportlab"),
    Entry(
        "iab-2024-12-10-meeting-page",
        "meeting_page",
        "iab-2024-12-10",
        "moderngov",
        "html",
        cut=("6", 2),
    ),
    Entry("iab-2024-12-10-item-6", "item_page", "iab-2024-12-10", "moderngov", "html", item="6"),
    Entry("iab-2025-03-11-agenda-pack", "agenda_pack", "iab-2025-03-11", "libreoffice"),
    Entry("iab-2025-03-11-minutes", "minutes", "iab-2025-03-11", "scan"),
    Entry("iab-2025-09-09-agenda-pack", "agenda_pack", "iab-2025-09-09", "chromium"),
    Entry("iab-2025-09-09-minutes", "minutes", "iab-2025-09-09", "chromium"),
    Entry("iab-2026-03-10-report-item-5", "report", "closing-plan", "text", "md"),
    Entry("iab-2026-03-10-minutes", "minutes", "iab-2026-03-10", "libreoffice"),
    Entry("iab-2026-06-09-minutes", "minutes", "iab-2026-06-09", "scan-signed"),
    Entry("hnp-2024-02-15-minutes", "minutes", "hnp-2024-02-15", "scan-faint"),
    Entry("hnp-2024-04-18-minutes", "minutes", "hnp-2024-04-18", "reportlab"),
    Entry("hnp-2024-10-17-agenda-pack", "agenda_pack", "hnp-2024-10-17", "chromium"),
    Entry("hnp-2024-10-17-minutes", "minutes", "hnp-2024-10-17", "libreoffice"),
    Entry("hnp-2025-02-13-minutes", "minutes", "hnp-2025-02-13", "text", "txt"),
    Entry("hnp-2025-07-10-agenda-pack", "agenda_pack", "hnp-2025-07-10", "reportlab"),
    Entry("hnp-2025-07-10-minutes", "minutes", "hnp-2025-07-10", "chromium"),
    Entry("hnp-2025-11-06-agenda-pack", "agenda_pack", "hnp-2025-11-06", "scan-mixed"),
    Entry("hnp-2025-11-06-minutes", "minutes", "hnp-2025-11-06", "scan-skewed"),
    Entry(
        "hnp-2026-01-22-meeting-page",
        "meeting_page",
        "hnp-2026-01-22",
        "moderngov",
        "html",
        headed=False,
    ),
    Entry("hnp-2026-06-18-agenda-pack", "agenda_pack", "hnp-2026-06-18", "libreoffice"),
    Entry("hnp-2026-06-18-action-log", "action_log", "hnp-2026-06-18", "chromium"),
    Entry("hnp-2026-06-18-minutes", "minutes", "hnp-2026-06-18", "reportlab"),
    Entry("pos-2026-02-open-spaces-plan", "tracker", "open-spaces-plan", "chromium"),
    Entry("pos-2026-02-tree-plan", "tracker", "tree-plan", "reportlab"),
    Entry("pos-2026-02-play-areas-slides", "tracker", "play-areas-slides", "reportlab"),
    Entry("pos-2026-03-12-action-log", "tracker", "action-log-march", "libreoffice"),
    Entry("pos-2026-05-14-action-log", "tracker", "action-log-may", "libreoffice"),
    Entry("fcl-2025-02-26-minutes", "minutes", "fcl-2025-02-26", "chromium"),
    Entry("fcl-2025-02-26-meeting-page", "meeting_page", "fcl-2025-02-26", "moderngov", "html"),
    Entry("tpc-2025-05-12-minutes", "minutes", "tpc-2025-05-12", "libreoffice"),
    Entry("tpc-2025-07-14-minutes", "minutes", "tpc-2025-07-14", "text", "txt"),
    Entry("pos-2025-04-10-flood-plan", "series", "flood/2025-04-10", "libreoffice"),
    Entry("pos-2025-07-10-flood-plan", "series", "flood/2025-07-10", "chromium"),
    Entry("pos-2025-10-09-flood-plan", "series", "flood/2025-10-09", "reportlab"),
    Entry("pos-2025-10-09-flood-plan-again", "series", "flood/2025-10-09", "libreoffice"),
    Entry("pos-2026-01-15-flood-plan", "series", "flood/2026-01-15", "libreoffice"),
    Entry("pos-2025-07-10-cemeteries-plan", "series", "cemeteries/2025-07-10", "reportlab"),
    Entry("pos-2026-01-15-cemeteries-plan", "series", "cemeteries/2026-01-15", "chromium"),
    Entry("tpc-2025-09-08-minutes", "minutes", "tpc-2025-09-08", "text", "txt"),
    Entry("tpc-2025-11-10-minutes", "minutes", "tpc-2025-11-10", "text", "txt"),
    Entry("tpc-2026-01-12-minutes", "minutes", "tpc-2026-01-12", "text", "txt"),
    Entry("tpc-2026-03-09-minutes", "minutes", "tpc-2026-03-09", "text", "txt"),
    Entry("ets-2025-02-11-minutes", "minutes", "ets-2025-02-11", "text", "txt"),
    Entry("ets-2025-05-13-minutes", "minutes", "ets-2025-05-13", "text", "txt"),
    Entry("ets-2025-09-16-minutes", "minutes", "ets-2025-09-16", "text", "txt"),
    Entry("ets-2026-01-20-minutes", "minutes", "ets-2026-01-20", "text", "txt"),
    Entry("ets-2026-03-17-minutes", "minutes", "ets-2026-03-17", "text", "txt"),
)
