"""Putting an event away: its whole folder in one zip, with a checksum for every file."""

from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec

from data.archive.check import check_archive
from data.archive.contents import event_files
from data.archive.manifest import MANIFEST, ArchivedFile, Manifest
from data.clock import local
from data.errors import CeremonyError, Refused
from data.files.atomic_file import write_new, write_to
from data.files.disk import make_folder, not_written
from data.language import _
from data.ledger.lines.reading import Reading, read_bytes
from data.session.folders.event_folder import LEDGER_NAME
from data.session.outside_copies import note_copies
from data.session.session import Session
from data.text.slug import slug

Progress = Callable[[int, int], None]

_PIECE = 1 << 20


def archive_event(
    session: Session,
    out: Path | None = None,
    progress: Progress | None = None,
    into: Path | None = None,
) -> Path:
    """Write the whole event folder to one zip and read it back; returns the zip's path.

    ``out`` is the file to write, which must not be there yet; without it the zip lies beside the event's
    folder, or in the folder ``into``, under a name that is free. ``progress`` hears how many bytes
    are done, and of how many. The event may be open elsewhere: its ledger is taken as it is at this moment.
    Raises Refused when ``out`` is there already or lies in the event's folder, CeremonyError when the disk
    refuses.
    """
    folder = session.folder.resolve()
    if out is not None:
        out = out.expanduser().resolve()
        if out.exists():
            raise Refused(_("{path} is there already. Choose another name with --out.").format(path=out))
        if out.is_relative_to(folder):
            raise Refused(_("An archive cannot lie in the folder that it holds. Choose another place."))

    def write(path: Path) -> None:
        _write(session, folder, path, progress)
        found = check_archive(path)
        if not found.is_sound:
            raise CeremonyError(found.sentence)

    event, now = session.state.event, session.now()
    try:
        if out is not None:
            make_folder(out.parent)
            return _noted(session, write_to(out, write))
        stem = f"{slug(event.site.id)}-{event.date or ''}-{local(now.at):%Y%m%d-%H%M}".replace("--", "-")
        return _noted(session, write_new(into or folder.parent, stem, ".zip", write))
    except OSError as error:
        raise not_written(out or into or folder.parent, error) from error


def _noted(session: Session, path: Path) -> Path:
    note_copies(session, [path])
    return path


def _write(session: Session, folder: Path, path: Path, progress: Progress | None) -> None:
    files = event_files(folder)
    total = sum(file.stat().st_size for file in files)
    done = 0
    listed = []
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for file in files:
            name = file.relative_to(folder).as_posix()
            with _open(file, name) as source, archive.open(f"{folder.name}/{name}", "w") as target:
                listed.append(ArchivedFile(name, *_copy(source, target)))
            done += listed[-1].size
            if progress:
                progress(min(done, total), total)
        manifest = _manifest(session, folder, tuple(listed))
        archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1))


def _manifest(session: Session, folder: Path, files: tuple[ArchivedFile, ...]) -> Manifest:
    event = session.state.event
    return Manifest(
        written=session.now().at,
        folder=folder.name,
        title=event.title,
        village=event.site.village,
        date=event.date,
        entries=len(session.state.steps),
        files=files,
    )


def _open(file: Path, name: str) -> IO[bytes]:
    if name != LEDGER_NAME:
        return file.open("rb")
    # Another program may be in the middle of a line: only whole ones belong into the archive.
    text = file.read_bytes()
    return BytesIO(text[: read_bytes(text, Reading()).size])


def _copy(source: IO[bytes], target: Any) -> tuple[int, str]:
    size, digest = 0, sha256()
    while piece := source.read(_PIECE):
        target.write(piece)
        digest.update(piece)
        size += len(piece)
    return size, digest.hexdigest()
