"""What was acknowledged while the ledger's file was away: kept in the user's own folder until taken in."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from data.files.disk import make_folder
from data.ledger.lines.record import Step, documents
from data.ledger.rewrite import put_ledger
from data.session.laptop.own_folder import own_folder

_FOLDER = "rescue"
_SUFFIX = ".jsonl"


class Rescue(Struct, frozen=True):
    """A rescue file: a whole ledger as the program held it, of the event with this id, once in ``folder``."""

    file: Path
    event: str
    folder: Path


class _Label(Struct):
    event: str
    folder: str


def keep_rescue(steps: Sequence[Step], folder: Path, run: str) -> Path | None:
    """Keep all ``steps`` of the event in ``folder``; the file, or None when not even that can be written.

    Only the user may read the file: there are names in it. ``run`` is the program's run; what it kept
    before is replaced.
    """
    event = next((step.event for step in steps if step.event is not None), None)
    if event is None:
        return None
    place = own_folder() / _FOLDER
    file = place / f"{event.id}-{run}{_SUFFIX}"
    try:
        make_folder(place, 0o700)
        place.chmod(0o700)
        file.with_suffix(".json").write_bytes(msgspec.json.encode(_Label(event.id, str(folder.resolve()))))
        put_ledger(file, map(documents, steps), mode=0o600)
    except OSError:
        return None
    return file


def forget_rescue(run: str) -> None:
    """Throw away what this ``run`` kept: its ledger is back, with everything in it."""
    for rescue in rescues():
        if rescue.file.stem.endswith(f"-{run}"):
            drop(rescue)


def rescues(event: str = "", folder: Path | None = None) -> list[Rescue]:
    """The rescue files there are: all, or those of the event with this id or once in this folder."""
    found = []
    wanted = folder.resolve() if folder else None
    try:
        files = sorted((own_folder() / _FOLDER).glob(f"*{_SUFFIX}"))
    except OSError:
        return []
    for file in files:
        try:
            label = msgspec.json.decode(file.with_suffix(".json").read_bytes(), type=_Label)
        except (OSError, msgspec.DecodeError):
            continue
        rescue = Rescue(file, label.event, Path(label.folder))
        if not (event or wanted) or rescue.event == event or rescue.folder == wanted:
            found.append(rescue)
    return found


def drop(rescue: Rescue) -> None:
    """Delete a rescue file whose steps were taken in, or whose event's personal data go."""
    for path in (rescue.file, rescue.file.with_suffix(".json")):
        with suppress(OSError):
            path.unlink(missing_ok=True)
