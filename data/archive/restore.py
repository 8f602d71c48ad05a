"""Taking an event out of an archive, or out of its JSON, on whatever laptop is at hand."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from data.archive.check import checked
from data.archive.event_file import read_event_file
from data.archive.manifest import ArchivedFile
from data.archive.open import Opened, open_archive
from data.archive.verification import verify_event
from data.errors import CeremonyError, Refused
from data.files.atomic_file import is_alive, sync
from data.files.disk import cause, make_folder, patiently, sync_folder
from data.files.private import keep_private
from data.language import _
from data.ledger.lines.record import documents
from data.ledger.rewrite import put_ledger
from data.session.folders.event_folder import LEDGER_NAME
from data.session.folders.home import home
from data.state.state import State
from data.text.slug import slug

Progress = Callable[[int, int], None]

_SPARE = 20 << 20
_HALF = re.compile(r"\..+-(\d+)-[a-z0-9_]{8}\.tmp")


def restore(
    file: Path, to: Path | None = None, progress: Progress | None = None, *, beside: bool = False
) -> Path:
    """Bring back the event that ``file`` holds, an archive (.zip) or a whole event as JSON.

    ``to`` is the folder to make; without it one is made in the home of all events, under the name that the
    event had; where that is taken and it is to lie ``beside``, under the next that is free ("kha-tan-2").
    ``progress`` hears how much is done, and of how much. Nothing is left behind unless all of it
    is sound. Raises Refused when the folder is there already or the file is not sound, CeremonyError when
    the disk refuses. Returns the event's folder.
    """
    file = file.expanduser()
    if not _is_file(file):
        raise Refused(_("There is no file {path}.").format(path=file))
    if file.suffix.lower() == ".json":
        return _restore_json(file, to, beside)
    return _restore_archive(file, to, progress, beside)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # Too long a name for any file.
        return False


def _restore_json(file: Path, to: Path | None, beside: bool) -> Path:
    found = read_event_file(file)
    event = State(found.steps).event
    target = _free(to, slug(f"{event.site.id} {event.date or ''}"), beside)
    with _made(target) as place:
        put_ledger(place / LEDGER_NAME, map(documents, found.steps))
    return target


def _restore_archive(file: Path, to: Path | None, progress: Progress | None, beside: bool) -> Path:
    with open_archive(file) as opened:
        target = _free(to, opened.manifest.folder, beside)
        with _made(target, needed=opened.size) as place:
            _unpack(opened, place, progress)
    return target


def _unpack(opened: Opened, place: Path, progress: Progress | None) -> None:
    writer = _Writer(place)
    try:
        for archived, sound in checked(opened, progress, writer.keep):
            if not sound:
                raise Refused(
                    _("“{name}” is not as it was archived. Take another copy of the archive.").format(
                        name=archived.path
                    )
                )
    finally:
        writer.close()


class _Writer:
    """Puts pieces of one file after another below ``place``."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._path: Path | None = None
        self._file: IO[bytes] | None = None

    def keep(self, archived: ArchivedFile, piece: bytes) -> None:
        path = self._place / archived.path
        if path != self._path:
            self.close()
            make_folder(path.parent)
            self._path, self._file = path, patiently(lambda: path.open("xb"))
        assert self._file is not None
        self._file.write(piece)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _free(to: Path | None, name: str, beside: bool) -> Path:
    target = to.expanduser().resolve() if to else home().resolve() / name
    if not _is_taken(target):
        return target
    if beside:
        names = (target.with_name(f"{target.name}-{number}") for number in count(2))
        return next(path for path in names if not _is_taken(path))
    raise Refused(_("{path} is there already. Name another folder with --to.").format(path=target))


def _is_taken(target: Path) -> bool:
    return target.exists() and (not target.is_dir() or any(target.iterdir()))


@contextmanager
def _made(target: Path, needed: int = 0) -> Iterator[Path]:
    """A folder to fill, which becomes ``target`` when all went well and an event is sound in it."""
    try:
        make_folder(target.parent)
        if needed + _SPARE > shutil.disk_usage(target.parent).free:
            raise Refused(
                _("There is no room for {size} MB in {path}.").format(size=needed >> 20, path=target.parent)
            )
        _clear_left(target.parent)
        mark = f".{target.name}-{os.getpid()}-"
        place = Path(patiently(lambda: mkdtemp(prefix=mark, suffix=".tmp", dir=target.parent)))
    except OSError as error:
        raise _unwritable(target, error) from error
    try:
        yield place
        verdict = verify_event(place)
        if not verdict.is_sound:
            raise Refused(verdict.sentence)
        keep_private(place)
        _sync_all(place)
        if target.exists():
            patiently(target.rmdir)
        patiently(lambda: place.rename(target))
        sync_folder(target.parent)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _clear_left(parent: Path) -> None:
    """Delete what a killed run had half unpacked; what a live one unpacks stays."""
    for path in parent.glob(".*.tmp"):
        found = _HALF.fullmatch(path.name)
        if found and not is_alive(int(found[1])):
            shutil.rmtree(path, ignore_errors=True)


def _sync_all(place: Path) -> None:
    """Have everything that was unpacked on disk before it has its name."""
    for path in place.rglob("*"):
        if path.is_dir():
            sync_folder(path)
        else:
            sync(path)
    sync_folder(place)


def _unwritable(target: Path, error: OSError) -> CeremonyError:
    return CeremonyError(
        _("The folder {path} cannot be made ({reason}). Choose another place.").format(
            path=target, reason=cause(error)
        )
    )
