"""Where this laptop put copies of events outside their folders: archives, exports, cards, papers."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from data.files.atomic_file import write_over
from data.files.disk import make_folder, patiently
from data.session.folders.home import home
from data.session.session import Session

_NAME = "copies.jsonl"


class Copy(Struct, frozen=True):
    """A file that holds data of the event with this id."""

    event: str
    path: str


def note_copies(session: Session, paths: Iterable[Path]) -> None:
    """Remember those of ``paths`` that lie outside the event's folder, so that a purge can name them.

    A disk that refuses is no reason to stop: the copies themselves are written.
    """
    folder, event = session.folder.resolve(), session.state.event.id
    known = set(_lines())
    fresh = [
        copy
        for path in paths
        if not path.resolve().is_relative_to(folder)
        and (copy := Copy(event, str(path.resolve()))) not in known
    ]
    if not fresh:
        return
    try:
        make_folder(home())
        with patiently(lambda: (home() / _NAME).open("ab")) as file:
            file.write(b"".join(msgspec.json.encode(copy) + b"\n" for copy in fresh))
    except OSError:
        return


def noted_copies(session: Session) -> list[Path]:
    """The copies of the event that were noted and are still there."""
    event = session.state.event.id
    paths = dict.fromkeys(Path(copy.path) for copy in _lines() if copy.event == event)
    return [path for path in paths if path.is_file()]


def all_noted() -> frozenset[Path]:
    """The copies of any event that were noted, whether they are still there or not."""
    return frozenset(Path(copy.path) for copy in _lines())


def forget_copies(paths: Iterable[Path]) -> None:
    """Forget copies that are gone, whichever event they were of."""
    gone = {str(path.resolve()) for path in paths}
    left = [copy for copy in _lines() if copy.path not in gone]
    try:
        if left:
            lines = b"".join(msgspec.json.encode(copy) + b"\n" for copy in left)
            write_over(home() / _NAME, lambda fresh: fresh.write_bytes(lines))
        else:
            patiently(lambda: (home() / _NAME).unlink(missing_ok=True))
    except OSError:
        return


def _lines() -> Iterator[Copy]:
    """What was noted; a line that a power cut tore is passed over."""
    try:
        lines = (home() / _NAME).read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        try:
            yield msgspec.json.decode(line, type=Copy)
        except msgspec.DecodeError:
            continue
