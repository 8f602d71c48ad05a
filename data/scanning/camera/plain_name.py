"""A video under a name that OpenCV can open.

On Windows it hands the path on in the system's code page, in which most Vietnamese letters are missing
(OpenCV's issue 4242): a film in "Thôn Đồng Thái" cannot be opened there, though it is sound.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def plainly_named(path: Path) -> Iterator[Path | None]:
    """Another name for the file, of ASCII letters alone, while it is needed; None where there can be none.

    A second link to the same file where the disk can do that, else a copy.
    """
    folder = _folder()
    if folder is None:
        yield None
        return
    try:
        name = folder / f"video{path.suffix if path.suffix.isascii() else ''}"
        yield name if _is_put(path, name) else None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_put(path: Path, name: Path) -> bool:
    for put in (os.link, shutil.copyfile):
        try:
            put(path, name)
        except OSError:
            continue
        return True
    return False


def _folder() -> Path | None:
    """A new folder of which every letter is ASCII: a person's own may lie under "C:\\Users\\Hải"."""
    for place in (tempfile.gettempdir(), os.environ.get("PUBLIC"), os.environ.get("PROGRAMDATA")):
        if place and place.isascii():
            try:
                return Path(tempfile.mkdtemp(prefix="le-ra-mat-", dir=place))
            except OSError:
                continue
    return None
