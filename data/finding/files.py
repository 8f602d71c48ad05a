"""The files of one kind in the places where they lie, the newest first."""

import os
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from msgspec import Struct

from data.finding.own_files import own
from data.language import _
from data.session.folders.event_folder import LEDGER_NAME
from data.text.fold import fold

LISTS = (".xlsx", ".xls", ".csv", ".docx", ".ods", ".xlsm", ".xlsb")
ARCHIVES = (".zip", ".json")
COPIES = (".zip", ".jsonl")
"""Of an event: its archive, or the ledger in its folder. No other file of the second kind is meant."""

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".gif", ".bmp", ".tif", ".tiff")
SCANS = (".pdf", *PICTURES)
EMBLEMS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp")
TEMPLATES = (".docx",)

_LEDGERS = ".jsonl"
_RARELY_MEANT = (".docx", ".json")
"""Most of these are letters, or other programs' own: they stand below the files that can be nothing else."""

_DEPTH = 2
"""Telephones and Zalo put what they send into folders of their own below Documents and Downloads."""
_MOST_LOOKED_AT = 20_000
_LONGEST_LOOK = 5.0
"""Seconds, after which what was found is all there is: a full stick on an old port is slow."""
_NOT_THE_PERSONS = (
    "node_modules",
    "site-packages",
    "__pycache__",
    "$RECYCLE.BIN",
    "System Volume Information",
)
_IN_USE = ("~$", ".~", ".")
"""How names begin that Word, LibreOffice and systems give to files that nobody means."""


class FoundFile(Struct, frozen=True, kw_only=True):
    """A file; ``place`` is the folder that was looked in, ``modified`` when it was last written (UTC)."""

    path: Path
    place: Path
    modified: datetime

    @property
    def _is_ledger(self) -> bool:
        return self.path.name == LEDGER_NAME

    @property
    def name(self) -> str:
        """What people know it by: its name, and a ledger by its folder's."""
        return self.path.parent.name if self._is_ledger else self.path.name

    @property
    def where(self) -> str:
        """The folder as people name it: the place's name, and below it where the file lies, for a ledger its
        folder."""
        own = self.place.resolve() == Path.home().resolve()
        name = _("your folder") if own else self.place.name or str(self.place)
        below = self.path.parent.relative_to(self.place).parts
        below = below[:-1] if self._is_ledger else below
        return " › ".join((name, *below))


def find_files(kinds: Collection[str], places: Iterable[Path]) -> list[FoundFile]:
    """Every file in ``places`` whose suffix is one of ``kinds``, each once, the newest first; letters last.

    Folders two levels down are looked through; hidden ones, events' own, and what the program keeps beside
    the events (``own``) are left out. What cannot be read
    is passed over; so is what is left after five seconds, or twenty thousand names.
    """
    found: dict[Path, FoundFile] = {}
    patience, is_own = _Patience(), own()
    for place in places:
        for entry in _walk(place, _DEPTH, patience, _LEDGERS in kinds):
            path = Path(entry.path)
            suffix = path.suffix.lower()
            if suffix not in kinds or (suffix == _LEDGERS and path.name != LEDGER_NAME):
                continue
            try:
                if is_own(path):
                    continue
                modified = datetime.fromtimestamp(entry.stat().st_mtime, UTC)
            except (OSError, ValueError, OverflowError):
                continue
            found.setdefault(path.resolve(), FoundFile(path=path, place=place, modified=modified))
    newest = sorted(found.values(), key=lambda file: file.modified, reverse=True)
    return sorted(newest, key=lambda file: file.path.suffix.lower() in _RARELY_MEANT)


def matching(files: Iterable[FoundFile], typed: str) -> list[FoundFile]:
    """Those whose name or folder has every word that was ``typed``; marks and case do not matter."""
    words = fold(typed).split()
    return [
        file
        for file in files
        if all(word in fold(f"{file.where} {file.name} {file.path.name}") for word in words)
    ]


def named(files: Iterable[FoundFile], typed: str) -> FoundFile | None:
    """The newest file that is called just so, with or without its suffix."""
    wanted = fold(typed)
    return next((f for f in files if wanted in (fold(f.path.name), fold(f.path.stem))), None)


class _Patience:
    """How much of a disk is looked at before enough is enough."""

    def __init__(self) -> None:
        self._left = _MOST_LOOKED_AT
        self._until = monotonic() + _LONGEST_LOOK

    def lasts(self) -> bool:
        """Whether to look at one name more."""
        self._left -= 1
        return self._left >= 0 and monotonic() < self._until


def _walk(folder: Path, depth: int, patience: _Patience, events: bool) -> Iterator["os.DirEntry[str]"]:
    """The files below ``folder``: its own before those of the folders in it; of those that hold an event only
    where ``events`` are looked for."""
    below: list[Path] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not patience.lasts():
                    return
                if entry.name.startswith(_IN_USE):
                    continue
                if entry.is_file():
                    yield entry
                elif depth and entry.is_dir(follow_symlinks=False) and entry.name not in _NOT_THE_PERSONS:
                    below.append(Path(entry.path))
    except OSError:
        return
    for inner in below:
        # What the program itself wrote into an event's folder is nobody's list.
        if events or not (inner / LEDGER_NAME).exists():
            yield from _walk(inner, depth - 1, patience, events)
