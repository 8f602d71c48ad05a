"""The folders of a laptop where files lie that somebody wants to read in, sticks and all."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from platformdirs import user_desktop_path, user_documents_path, user_downloads_path

from data.session.folders.home import home

_USUAL = ("Documents", "Desktop", "Downloads", "Tài liệu", "Màn hình nền", "Tải xuống")
"""What Windows and its synced drives call them; where a name is translated, it is on screen only or this."""
_SYNCED = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_MOUNTS = ("/media", "/run/media", "/mnt")
_REMOVABLE = 2
"""What Windows' GetDriveType says of a stick (winbase.h, DRIVE_REMOVABLE)."""


def places() -> list[Path]:
    """The folders to look in, each once, only those that are there: sticks first, then the user's own."""
    own = [user_downloads_path(), user_desktop_path(), user_documents_path(), home()]
    return there([*sticks(), *own, *synced_folders(Path.home(), os.environ)])


def there(folders: Iterable[Path]) -> list[Path]:
    """Those of ``folders`` that can be looked into, each once, however it is spelt."""
    kept: dict[Path, Path] = {}
    for folder in folders:
        with suppress(OSError):
            if folder.is_dir():
                kept.setdefault(folder.resolve(), folder)
    return list(kept.values())


def synced_folders(user: Path, environment: Mapping[str, str]) -> list[Path]:
    """What OneDrive made of the usual folders: in its root as the system names it, or beside them."""
    named = [Path(environment[name]) for name in _SYNCED if environment.get(name)]
    beside: list[Path] = []
    with suppress(OSError):
        beside = sorted(folder for folder in user.iterdir() if folder.name.startswith("OneDrive"))
    return [root / usual for root in [*named, *beside] for usual in _USUAL]


def sticks() -> list[Path]:
    """The roots of USB sticks and cards that are in this laptop now."""
    if sys.platform == "win32":
        return list(_windows_sticks())
    if sys.platform == "darwin":
        return mounted([Path("/Volumes")])
    return mounted(map(Path, _MOUNTS))


def mounted(parents: Iterable[Path], is_mount: Callable[[Path], bool] = os.path.ismount) -> list[Path]:
    """The mounts right below ``parents``, or one folder further down, where it is a user's."""
    found = []
    for parent in parents:
        for folder in _folders(parent):
            below = [folder] if is_mount(folder) else filter(is_mount, _folders(folder))
            # The system's own disk has a link to itself among macOS's volumes.
            found += [one for one in below if one.resolve() != Path("/")]
    return found


def _folders(parent: Path) -> list[Path]:
    try:
        return sorted(folder for folder in parent.iterdir() if folder.is_dir())
    except OSError:
        return []


def _windows_sticks() -> Iterator[Path]:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it, and mypy knows
    there = kernel.GetLogicalDrives()
    for place in range(26):
        root = f"{chr(ord('A') + place)}:\\"
        if there >> place & 1 and kernel.GetDriveTypeW(root) == _REMOVABLE:
            yield Path(root)
