"""Reading a whole event's JSON, which anybody may have changed since it was exported."""

from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from data.errors import CeremonyError, Refused
from data.export.event_json import EventFile, digest
from data.language import _

MOST_BYTES = 1 << 30


class FileCheck(Struct, frozen=True):
    """Whether a JSON file is a whole event as it was exported; ``sentence`` says so, or why not."""

    is_sound: bool
    entries: int
    sentence: str

    def report(self) -> dict[str, object]:
        """The same for other programs, as JSON."""
        told = asdict(self)
        return {"sound": told.pop("is_sound"), **told}


def check_event_file(file: Path) -> FileCheck:
    """Whether an event can be brought back from ``file``. Raises CeremonyError when it cannot be read."""
    try:
        entries = len(read_event_file(file).steps)
    except Refused as error:
        return FileCheck(False, 0, error.sentence)
    return FileCheck(True, entries, _("All {entries} entries are sound.").format(entries=entries))


def read_event_file(file: Path) -> EventFile:
    """The event that a JSON export holds. Raises Refused when it is none, or was changed since."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise Refused(_("{path} is larger than any event.").format(path=file))
        found = msgspec.json.decode(file.read_bytes(), type=EventFile)
    except OSError as error:
        raise CeremonyError(
            _("{path} cannot be read ({reason}).").format(path=file, reason=error.strerror or error)
        ) from error
    except msgspec.DecodeError as error:
        raise Refused(
            _("{path} is not an event that this version of the program has exported.").format(path=file)
        ) from error
    if digest(found.steps) != found.sha256:
        raise Refused(
            _("{path} was changed after it was written, or comes from a newer version.").format(path=file)
        )
    ids = {step.entry.id for step in found.steps}
    if not found.steps or found.steps[0].event is None or len(ids) != len(found.steps):
        raise Refused(_("{path} holds no whole event.").format(path=file))
    return found
