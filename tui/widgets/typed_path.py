"""A path as people give it: typed, pasted, or a file dropped on the window."""

import os
import re
from pathlib import Path
from urllib.parse import unquote


def typed_path(text: str) -> Path:
    """The path that is meant.

    Terminals put quotes around a dropped file, PowerShell an ``&`` before them, others a backslash before
    each blank; file managers copy ``file://`` addresses.
    """
    bare = text.strip().removeprefix("& ").strip()
    for quote in ("'", '"'):
        if len(bare) > 1 and bare.startswith(quote) and bare.endswith(quote):
            bare = bare[1:-1]
    if bare.startswith("file://"):
        bare = unquote(bare.removeprefix("file://"))
        # Windows: file:///C:/… has a slash before the drive.
        bare = re.sub(r"\A/(?=[A-Za-z]:)", "", bare)
    path = Path(bare).expanduser()
    if os.name != "nt" and "\\" in bare and not path.exists():
        return Path(re.sub(r"\\(.)", r"\1", bare)).expanduser()
    return path
