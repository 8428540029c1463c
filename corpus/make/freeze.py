"""Takes clock and chance out of finished PDFs, so that a rebuild changes no byte without cause."""

from __future__ import annotations

import re
from pathlib import Path

_DATE = re.compile(rb"\(D:(\d{14})([^)]*)\)")
_HEX_ID = re.compile(rb"(/ID\s*\[\s*<)([0-9A-Fa-f]+)(>\s*<)([0-9A-Fa-f]+)(>)")
_CHECKSUM = re.compile(rb"(/DocChecksum /)([0-9A-F]+)")
_FIXED = b"20261101090000"


def freeze_pdf(path: Path) -> None:
    """Overwrite dates and identifiers in place; every replacement keeps its length."""
    data = path.read_bytes()
    data = _DATE.sub(lambda match: b"(D:" + _FIXED + match[2] + b")", data)
    data = _HEX_ID.sub(lambda m: m[1] + b"0" * len(m[2]) + m[3] + b"0" * len(m[4]) + m[5], data)
    data = _CHECKSUM.sub(lambda match: match[1] + b"0" * len(match[2]), data)
    path.write_bytes(data)
