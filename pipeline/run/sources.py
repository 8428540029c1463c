"""The sources that the settings name, as fetching wants them."""

from __future__ import annotations

from pathlib import Path

from pipeline import __version__
from pipeline.fetch.modgov.job import Bounds, Pace
from pipeline.fetch.modgov.source import Source
from pipeline.settings import Authority, Settings

FETCHED = "fetched"
"""Below the archive's folder: what was fetched of each site."""


def source_of(authority: Authority, settings: Settings) -> Source:
    """A council's site as a source."""
    gentle, limits = settings.politeness, settings.limits
    contact = settings.contact.strip()
    return Source(
        authority=authority.name,
        base=authority.site,
        since=authority.since,
        bodies=() if authority.bodies == "all" else authority.bodies,
        recheck_days=authority.recheck_days,
        ahead_days=authority.ahead_days,
        service=authority.service,
        pace=Pace(
            user_agent=f"committee-papers/{__version__} (+{contact})",
            delay=gentle.delay_seconds,
            slowest=gentle.slowest_seconds,
            retries=gentle.retries,
            wait=gentle.wait_seconds,
            longest_wait=gentle.longest_wait_seconds,
        ),
        bounds=Bounds(
            file_bytes=int(limits.file_megabytes * (1 << 20)),
            file_seconds=limits.file_seconds,
            seconds=limits.fetch_minutes * 60,
            requests=limits.requests,
        ),
        megabytes=limits.fetch_memory_megabytes,
    )


def folder_of(authority: Authority, settings: Settings) -> Path:
    """Where what was fetched of a council's site lies."""
    return settings.archive / FETCHED / authority.slug
