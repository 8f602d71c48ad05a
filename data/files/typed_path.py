"""A path as people give it: typed, pasted, or a file dropped on the window."""

import os
import re
from pathlib import Path
from urllib.parse import unquote

_SCHEME = "file://"


def typed_path(text: str) -> Path:
    """The path that is meant.

    Terminals put quotes around a dropped file, PowerShell an ``&`` before them, others a backslash before
    each blank; file managers copy ``file://`` addresses.
    """
    bare = text.strip().removeprefix("& ").strip()
    for quote in ("'", '"'):
        if len(bare) > 1 and bare.startswith(quote) and bare.endswith(quote):
            bare = bare[1:-1]
    if bare.startswith(_SCHEME):
        bare = of_address(bare, windows=os.name == "nt")
    path = Path(bare).expanduser()
    if os.name != "nt" and "\\" in bare and not path.exists():
        return Path(re.sub(r"\\(.)", r"\1", bare)).expanduser()
    return path


def of_address(address: str, *, windows: bool) -> str:
    """The path in a ``file://`` address as the system writes it.

    On Windows a slash stands before the drive (``file:///C:/…``), and what stands before the path is the
    computer whose share it is (``file://laptop/anh/…``).
    """
    rest = unquote(address.removeprefix(_SCHEME))
    rest = re.sub(r"\Alocalhost(?=/)", "", rest)
    if not windows:
        return rest
    if not rest.startswith("/"):
        return f"//{rest}"
    return re.sub(r"\A/(?=[A-Za-z]:)", "", rest)
