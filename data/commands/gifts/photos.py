"""Photos of a handover, copied into the event's folder."""

import hashlib
from pathlib import Path

from data.errors import Refused
from data.files.atomic_file import write_new
from data.files.disk import make_folder, not_written
from data.files.typed_path import typed_path
from data.language import _
from data.model.entries.gifts import PhotoAttached
from data.model.entry import Entry
from data.session.session import Session
from data.state.handovers import Handover
from data.text.slug import slug

PHOTOS = "photos"
LARGEST = 40_000_000
"""Bytes; a telephone's photo has 3 to 12 million, a scan more."""
_LONGEST_STEM = 60
_KINDS = {
    b"\xff\xd8\xff": ".jpg",
    b"\x89PNG\r\n\x1a\n": ".png",
    b"GIF8": ".gif",
    b"BM": ".bmp",
    b"II*\x00": ".tif",
    b"MM\x00*": ".tif",
}
_INNER_KINDS = {b"WEBP": ".webp", b"ftypheic": ".heic", b"ftypheix": ".heic", b"ftypmif1": ".heic"}
"""Kinds that are told apart by the bytes from the fifth or the ninth on."""


def attach_photo(session: Session, handover: str, typed: str) -> Entry:
    """Copy the photo at the path that was ``typed`` into ``photos/`` and log it with the handover.

    The copy has a safe name of its own and takes no other file's place. Refused, with a sentence that
    says what to do, for an unknown or void handover, a path that names no picture, one that is too
    large and one that cannot be read, and for a photo that the handover has already. CeremonyError
    when it cannot be written.
    """
    known = session.state.handovers.by_id.get(handover)
    if known is None or known.voided:
        raise Refused(_("This handover does not count any more."))
    if not typed.strip().strip("\"'").strip():
        raise Refused(_("Type the path of the photo."))
    path = typed_path(typed)
    content = _content(path)
    digest = hashlib.sha256(content).hexdigest()
    if any(photo.sha256 == digest for photo in known.photos):
        raise Refused(_("This photo belongs to the handover already."))
    stem = f"{_of(known)}-{slug(path.stem, _LONGEST_STEM)}"
    file = _write(session.folder / PHOTOS, stem, _kind(path, content), content)
    return session.record(PhotoAttached(handover=handover, file=file, sha256=digest))


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refused(_("There is no file {path}. Look at the path again.").format(path=path))
        if path.stat().st_size > LARGEST:
            raise Refused(
                _("The photo {name} is larger than {most} MB. Save a smaller copy of it.").format(
                    name=path.name, most=LARGEST // 1_000_000
                )
            )
        return path.read_bytes()
    # A path with a null character is no path at all.
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise Refused(
            _("The photo {path} cannot be read ({reason}).").format(path=path, reason=reason)
        ) from error


def _kind(path: Path, content: bytes) -> str:
    for begin, kind in _KINDS.items():
        if content.startswith(begin):
            return kind
    for inner, kind in _INNER_KINDS.items():
        if inner in (content[8:12], content[4:12]):
            return kind
    raise Refused(_("{name} is no picture. Photos are JPEG, PNG, HEIC or WebP.").format(name=path.name))


def _of(handover: Handover) -> str:
    return f"handover-{handover.number:02}" if handover.number else "desk"


def _write(folder: Path, stem: str, kind: str, content: bytes) -> str:
    try:
        make_folder(folder)
        return write_new(folder, stem, kind, lambda path: path.write_bytes(content)).name
    except OSError as error:
        raise not_written(folder, error) from error
