"""What one paper may cost before it is given up: time, memory and bytes."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.errors import UsageError
from pipeline.recognition import SECONDS_PER_PAGE

MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """The bounds of one paper's reading; checks itself when built (raises UsageError)."""

    seconds: int = 120
    """Wall time for a small paper."""
    seconds_per_megabyte: int = 20
    """Wall time more for each whole megabyte (2^20 bytes) of the file."""
    seconds_per_scanned_page: int = SECONDS_PER_PAGE
    """Wall time more for each page that must be recognised from its picture (OCR)."""
    megabytes: int = 2048
    """Memory of the process that reads the paper."""
    file_megabytes: int = 500
    """The largest file that is opened at all."""

    def __post_init__(self) -> None:
        least = {
            "seconds": 1,
            "seconds_per_megabyte": 0,
            "seconds_per_scanned_page": 1,
            "megabytes": 256,
            "file_megabytes": 1,
        }
        for name, bound in least.items():
            if getattr(self, name) < bound:
                raise UsageError(f"{name} must be {bound} or more, not {getattr(self, name)}")

    def seconds_for(self, size: int, scanned: int = 0) -> int:
        """The wall time for a paper of `size` bytes, of whose pages so many are `scanned`."""
        own = self.seconds + size // MEGABYTE * self.seconds_per_megabyte
        return own + scanned * self.seconds_per_scanned_page
