"""How the replica misbehaves: which requests go wrong, in which way, and how often."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from typing import Literal

FaultKind = Literal[
    "slow",
    "drip",
    "error",
    "busy",
    "drop",
    "wrong type",
    "layout",
    "gone",
    "forbidden",
    "empty",
    "away",
    "huge",
    "evil name",
    "no service",
]
"""`drip` sends a byte now and then for ever; `away` redirects to another host; `evil name` sends
headers that name files outside any folder."""


@dataclass
class Fault:
    """Requests whose path and query match `where` go wrong, the first `times` of them."""

    kind: FaultKind
    where: str
    times: int = 1_000_000
    seconds: float = 0.0
    """How long `slow` waits, and what `busy` asks for as Retry-After."""
    status: int = 500
    """What `error` answers."""


@dataclass
class Faults:
    """The faults that are switched on."""

    switched: list[Fault] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, fault: Fault) -> Fault:
        """Switch one on."""
        with self._lock:
            self.switched.append(fault)
        return fault

    def clear(self) -> None:
        """Behave again."""
        with self._lock:
            self.switched.clear()

    def take(self, target: str) -> Fault | None:
        """The fault for a request, if it is to go wrong, counted off."""
        with self._lock:
            for fault in self.switched:
                if fault.times > 0 and re.search(fault.where, target, re.IGNORECASE):
                    fault.times -= 1
                    return fault
        return None
