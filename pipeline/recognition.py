"""Whether scanned pages can be recognised on this machine, and what to install where they can't.

It loads none of what it looks for, so that the main process may ask too.
"""

from __future__ import annotations

import shutil
from importlib.util import find_spec

SECONDS_PER_PAGE = 60
"""Wall time that recognising one page may take; an A4 page at 300 dpi takes two or three."""
_INSTALL_TESSERACT = (
    "install it (Debian and Ubuntu: 'apt install tesseract-ocr', macOS: 'brew install tesseract')"
)
_INSTALL_OCRMYPDF = "install it ('pip install ocrmypdf')"


def shortfall() -> str | None:
    """What keeps scanned pages from being recognised, and the remedy; None when nothing does."""
    if find_spec("ocrmypdf") is None:
        return f"OCRmyPDF is not installed: {_INSTALL_OCRMYPDF}"
    if shutil.which("tesseract") is None:
        return f"Tesseract is not installed: {_INSTALL_TESSERACT}"
    return None
