"""What `papers.toml` may say. Every key has its meaning here and its comment in the template."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec

_GSS = re.compile(r"[ENSW]\d{8}")
_CONTACT = re.compile(r"(?:mailto:)?[^@\s()]+@[^@\s()]+\.[^@\s()]+|https?://[^\s()]+")
_EXAMPLE = re.compile(r"[@./]example(?:\.[a-z]+)?/?$", re.IGNORECASE)
LEAST_DELAY = 0.5
"""Seconds between requests to a council's site, at the least; on loopback less may be set."""

Restricted = Literal["name", "count"]


def _at_least(name: str, value: float, least: float) -> None:
    if not value >= least:
        raise ValueError(f"{name} must be {least:g} or more, not {value:g}")


class Politeness(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How gently a site is asked."""

    delay_seconds: float = 2.0
    """From the beginning of one request to the next, at the least."""
    slowest_seconds: float = 60.0
    """The same, at the most, when the site is slow."""
    retries: int = 3
    wait_seconds: float = 5.0
    """Before the first repetition; each further one waits twice as long."""
    longest_wait_seconds: float = 300.0
    """A site that asks for a longer pause is left alone until the next night."""

    def __post_init__(self) -> None:
        """Check itself. Raises ValueError."""
        _at_least("delay_seconds", self.delay_seconds, 0)
        _at_least("slowest_seconds", self.slowest_seconds, self.delay_seconds)
        _at_least("retries", self.retries, 0)
        if self.retries > 10:
            raise ValueError(f"retries = {self.retries}: more than 10 is no politeness")
        _at_least("wait_seconds", self.wait_seconds, 0)
        _at_least("longest_wait_seconds", self.longest_wait_seconds, self.wait_seconds)


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a night, and one paper, may cost."""

    file_megabytes: float = 200.0
    file_seconds: float = 120.0
    fetch_minutes: float = 180.0
    """For fetching from one site in one night; the next night goes on."""
    requests: int = 20_000
    """To one site in one night."""
    fetch_memory_megabytes: int = 1024
    paper_seconds: int = 120
    paper_megabytes: int = 2048
    jobs: int = 0
    """Papers read at once; 0 is one for each processor."""

    def __post_init__(self) -> None:
        """Check itself. Raises ValueError."""
        for name in ("file_megabytes", "file_seconds", "fetch_minutes"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be more than 0, not {getattr(self, name):g}")
        _at_least("requests", self.requests, 1)
        _at_least("fetch_memory_megabytes", self.fetch_memory_megabytes, 256)
        _at_least("paper_seconds", self.paper_seconds, 1)
        _at_least("paper_megabytes", self.paper_megabytes, 256)
        _at_least("jobs", self.jobs, 0)


class Smtp(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The mail server that sends the digest."""

    host: str
    sender: str
    recipients: tuple[str, ...]
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password_file: Path | None = None
    """A file that holds the password alone; it is never written in the settings."""

    def __post_init__(self) -> None:
        """Check itself. Raises ValueError."""
        if not self.recipients:
            raise ValueError("recipients is empty: name at least one address")
        for name, addresses in (("sender", (self.sender,)), ("recipients", self.recipients)):
            for address in addresses:
                if "@" not in address or any(each in address for each in "\r\n"):
                    raise ValueError(f"{name}: '{address[:60]}' is no mail address")
        if not 0 < self.port < 65536:
            raise ValueError(f"port = {self.port} is none")
        if (self.user is None) != (self.password_file is None):
            raise ValueError("user and password_file go together: give both or neither")


class Digest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The report after a night."""

    folder: Path = Path("digests")
    keep: int = 400
    """How many are kept."""
    quiet: bool = False
    """Whether nothing is sent after a night that brought nothing and needs nobody."""
    smtp: Smtp | None = None

    def __post_init__(self) -> None:
        """Check itself. Raises ValueError."""
        _at_least("keep", self.keep, 1)


class Authority(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A council whose ModernGov site is read."""

    name: str
    """As its papers print it."""
    base: str
    """Where its ModernGov pages are."""
    since: date
    """Meetings held before are not looked for."""
    gss: str | None = None
    """Its code in the register of the Office for National Statistics."""
    licence: str | None = None
    """Under which its papers may be used."""
    bodies: Literal["all"] | tuple[int | str, ...] = "all"
    """Numbers (CId) or names."""
    recheck_days: int = 60
    """How long after a meeting its page is looked at each night."""
    ahead_days: int = 90
    """How far ahead meetings are looked for."""
    service: bool = True
    """Whether its web service is asked, where it offers one."""

    def __post_init__(self) -> None:
        """Check itself. Raises ValueError."""
        if not self.name.strip():
            raise ValueError("name is empty")
        parts = urlsplit(self.base)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query:
            raise ValueError(
                f"base = '{self.base[:80]}' is no address of a site; write it like "
                "'https://democracy.example.gov.uk/'"
            )
        if parts.path.lower().endswith((".aspx", ".asmx")):
            raise ValueError("base names a page; leave out what follows the last slash")
        if self.gss is not None and not _GSS.fullmatch(self.gss):
            raise ValueError(f"gss = '{self.gss[:20]}' is no GSS code; one is like 'E09000021'")
        if self.bodies != "all" and not self.bodies:
            raise ValueError("bodies is empty; name some, or write 'all'")
        _at_least("recheck_days", self.recheck_days, 1)
        _at_least("ahead_days", self.ahead_days, 0)

    @property
    def site(self) -> str:
        """Its address with a slash at the end."""
        return self.base if self.base.endswith("/") else f"{self.base}/"

    @property
    def is_here(self) -> bool:
        """Whether the site is on this very machine, as a replica for trying things is."""
        return urlsplit(self.base).hostname in {"127.0.0.1", "localhost", "::1"}

    @property
    def slug(self) -> str:
        """Its name as that of a folder."""
        words = re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")
        return words[:60] or "authority"


class Folder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A drop folder, or a folder of a network share."""

    path: Path
    name: str | None = None
    """What reports call it; its path else."""
    emptied: Literal["fault", "fine"] = "fault"
    """Whether the folder may suddenly hold nothing at all: a share that isn't mounted looks so."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything in `papers.toml`. Paths that aren't absolute are below the file's own folder."""

    archive: Path
    contact: str
    """In the User-Agent: whom a council may write to."""
    restricted: Restricted = "name"
    """Whether reports name papers that the site itself lists as restricted, or count them alone.
    They are never fetched."""
    authority: tuple[Authority, ...] = ()
    folder: tuple[Folder, ...] = ()
    politeness: Politeness = Politeness()
    limits: Limits = Limits()
    digest: Digest = Digest()

    def __post_init__(self) -> None:
        """Check itself. Raises ValueError."""
        if not _CONTACT.fullmatch(self.contact.strip()):
            raise ValueError(
                f"contact = '{self.contact[:60]}' is neither a mail address nor a web address; "
                "councils must be able to reach you"
            )
        if any(not each.is_here for each in self.authority) and _EXAMPLE.search(self.contact):
            raise ValueError(f"contact = '{self.contact[:60]}' is still the example: put your own")
        if not self.authority and not self.folder:
            raise ValueError("no source: add an [[authority]] or a [[folder]]")
        for each in self.authority:
            if self.politeness.delay_seconds < LEAST_DELAY and not each.is_here:
                raise ValueError(
                    f"delay_seconds = {self.politeness.delay_seconds:g} is too little for the site "
                    f"of {each.name}; {LEAST_DELAY:g} is the least"
                )
        slugs = [each.slug for each in self.authority]
        twice = next((name for name in slugs if slugs.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"two authorities are called alike ('{twice}')")
