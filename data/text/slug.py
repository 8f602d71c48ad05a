"""Names for files and folders, made from Vietnamese text."""

import re

from data.text.fold import fold

_NOT_NAMING = re.compile(r"[^a-z0-9]+")
# Windows opens a device for these, with any extension.
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_NAMELESS = "x"


def slug(text: str, limit: int = 40) -> str:
    """``text`` as small ASCII letters, digits and hyphens, 1 to ``limit`` (at least 1) long.

    Safe as a file name on Windows, and never empty: text with nothing to keep becomes ``x``.
    """
    kept = _NOT_NAMING.sub("-", fold(text)).strip("-")[:limit].rstrip("-")
    if _DEVICES.fullmatch(kept):
        kept = f"{_NAMELESS}-{kept}"[:limit].rstrip("-")
    return kept or _NAMELESS
