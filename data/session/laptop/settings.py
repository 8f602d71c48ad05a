"""What this laptop's user chose and wants to find again: kept beside the events, never in one."""

from pathlib import Path

import msgspec
from msgspec import Struct

from data.files.atomic_file import write_over
from data.files.disk import make_folder
from data.session.folders.home import home
from data.text.cleaning.harmless import harmless

SETTINGS_NAME = "settings.json"


class Settings(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """``duty`` is who was last on duty at this laptop; ``sound`` whether answers ring the bell.

    ``camera`` is the number of the camera that was last switched on, ``pictures`` the folder last watched,
    ``emblem`` the picture last put on a title sign. ``pin`` is the hash of the PIN that unlocks the
    keyboard, empty where there is none.
    ``copies`` is a folder, on a second drive perhaps, for further copies of every ledger; empty for none.
    """

    duty: str = ""
    sound: bool = True
    camera: int = 0
    pictures: str = ""
    pin: str = ""
    emblem: str = ""
    copies: str = ""


def load_settings() -> Settings:
    """What was chosen last; the defaults where nothing was, or where the file cannot be read."""
    try:
        return msgspec.convert(harmless(msgspec.json.decode(_path().read_bytes())), Settings)
    except (OSError, RecursionError, ValueError, msgspec.MsgspecError):
        return Settings()


def save_settings(settings: Settings) -> bool:
    """Keep ``settings`` for the next start; whether the disk took them. They hold until then anyway."""
    path = _path()
    try:
        make_folder(path.parent)
        write_over(path, lambda fresh: _write(fresh, settings))
    except OSError:
        return False
    return True


def _write(path: Path, settings: Settings) -> None:
    # For its owner alone from its first byte on: the PIN's hash is in it.
    path.touch(mode=0o600)
    path.write_bytes(msgspec.json.encode(settings))


def _path() -> Path:
    return home() / SETTINGS_NAME
