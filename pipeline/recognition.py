"""Whether scanned pages can be recognised on this machine, and what to install where they can't.

It loads none of what it looks for, so that the main process may ask too.
"""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from importlib.util import find_spec

SECONDS_PER_PAGE = 180
"""Wall time that recognising one page may take; an A4 page at 300 dpi takes two or three on a
processor of its own."""
_WANTED = ("eng", "cym")
"""What UK committees write in; Welsh is used where it is installed and English comes out poorly."""
_INSTALL_TESSERACT = (
    "install it (Debian and Ubuntu: 'apt install tesseract-ocr', macOS: 'brew install tesseract')"
)
_INSTALL_ENGLISH = "install it (Debian and Ubuntu: 'apt install tesseract-ocr-eng')"
_INSTALL_OCRMYPDF = "install it ('pip install ocrmypdf')"


def shortfall() -> str | None:
    """What keeps scanned pages from being recognised, and the remedy; None when nothing does."""
    if find_spec("ocrmypdf") is None:
        return f"OCRmyPDF is not installed: {_INSTALL_OCRMYPDF}"
    program = shutil.which("tesseract")
    if program is None:
        return f"Tesseract is not installed: {_INSTALL_TESSERACT}"
    if "eng" not in _languages_of(program):
        return f"Tesseract's English data is not installed: {_INSTALL_ENGLISH}"
    return None


def languages() -> tuple[str, ...]:
    """The languages that scans are recognised in, the first before the rest."""
    program = shutil.which("tesseract")
    there = _languages_of(program) if program else frozenset()
    return tuple(language for language in _WANTED if language in there)


@cache
def _languages_of(program: str) -> frozenset[str]:
    """The languages that a Tesseract has data for."""
    try:
        listed = subprocess.run(  # noqa: S603 - the user's own Tesseract
            [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(line.strip() for line in (listed.stdout + listed.stderr).splitlines())
