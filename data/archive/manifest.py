"""What an archive says of itself: which event, and each of its files with its size and checksum."""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

MANIFEST = "archive.json"


class ArchivedFile(Struct, frozen=True):
    """A file of the event: its path below the event's folder (with ``/``), bytes, and SHA-256 in hex."""

    path: str
    size: int
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True):
    """The first file of every archive. ``folder`` is the event folder's name; ``written`` is in UTC."""

    format: Literal["le-ra-mat-archive"] = "le-ra-mat-archive"
    version: Literal[1] = 1
    written: datetime
    folder: str
    title: str
    village: str
    date: date | None
    entries: int
    files: tuple[ArchivedFile, ...]
