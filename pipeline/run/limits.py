"""What one paper may cost before it is given up: time, memory and bytes."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.errors import UsageError

MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """The bounds of one paper's reading; checks itself when built (raises UsageError)."""

    seconds: int = 120
    """Wall time for a small paper."""
    seconds_per_megabyte: int = 20
    """Wall time more for each whole megabyte (2^20 bytes) of the file."""
    megabytes: int = 2048
    """Memory of the process that reads the paper."""
    file_megabytes: int = 500
    """The largest file that is opened at all."""

    def __post_init__(self) -> None:
        least = {"seconds": 1, "seconds_per_megabyte": 0, "megabytes": 256, "file_megabytes": 1}
        for name, bound in least.items():
            if getattr(self, name) < bound:
                raise UsageError(f"{name} must be {bound} or more, not {getattr(self, name)}")

    def seconds_for(self, size: int) -> int:
        """The wall time for a paper of `size` bytes."""
        return self.seconds + size // MEGABYTE * self.seconds_per_megabyte
