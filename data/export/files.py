"""Export files: named after the event and the moment, whole or not there, never over an older one."""

import os
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path

from data.ceremony import Ceremony
from data.clock import local
from data.errors import CeremonyError
from data.export.csv import write_csv
from data.export.workbook import Progress, write_workbook
from data.language import _
from data.text.slug import slug

FOLDER = "exports"


def export_event(
    ceremony: Ceremony, out_dir: Path | None = None, progress: Progress | None = None
) -> list[Path]:
    """Write the event as a workbook and its attendance as CSV; the two files, in that order.

    They go to ``out_dir``, else to ``exports`` in the event's folder, which is made when missing.
    ``progress`` hears how many steps are done, and of how many. Raises CeremonyError
    when the disk refuses; a file that could not be written whole is not left behind.
    """
    folder = out_dir or ceremony.folder / FOLDER
    state, now = ceremony.state, ceremony.now()
    stem = f"{slug(state.event.site.id)}-{_stamp(now.at)}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [
            _write_new(folder, stem, ".xlsx", lambda path: write_workbook(state, now, path, progress)),
            _write_new(
                folder, f"{stem}-{slug(_('Attendance'))}", ".csv", lambda path: write_csv(state, path)
            ),
        ]
    except OSError as error:
        raise CeremonyError(
            _(
                "The export could not be written to {path} ({reason}). "
                "Free some space, or choose another folder."
            ).format(path=folder, reason=error.strerror or error)
        ) from error


def _stamp(moment: datetime) -> str:
    return f"{local(moment):%Y-%m-%d-%H%M}"


def _write_new(folder: Path, stem: str, suffix: str, write: Callable[[Path], None]) -> Path:
    target = _reserve(folder, stem, suffix)
    unfinished = target.with_name(f".{target.name}.tmp")
    try:
        write(unfinished)
        _sync(unfinished)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
        raise
    return target


def _reserve(folder: Path, stem: str, suffix: str) -> Path:
    """Make an empty file under a free name, so that no other program can take it meanwhile."""
    for number in count(1):
        target = folder / (f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}")
        try:
            target.touch(exist_ok=False)
        except FileExistsError:
            continue
        return target
    raise AssertionError("counting never ends")


def _sync(path: Path) -> None:
    # An export is copied to a stick and carried away at once: it has to be on disk before its name is.
    with path.open("rb+") as file:
        os.fsync(file.fileno())
