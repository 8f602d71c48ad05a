"""Reading a whole event's JSON, which anybody may have changed since it was exported."""

from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from data.archive.verification import all_sound
from data.errors import CeremonyError, Refused
from data.export.event_json import EventFile, digest
from data.language import _
from data.ledger.lines.record import Step
from data.text.cleaning.harmless import harmless

MOST_BYTES = 100_000_000
"""An event of 50,000 entries has 30 MB; reading takes four times the file's size of memory."""


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
    return FileCheck(True, entries, all_sound(entries))


def read_event_file(file: Path) -> EventFile:
    """The event that a JSON export holds. Raises Refused when it is none, or was changed since."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise Refused(
                _("{path} has more than {most} MB, which no event has.").format(
                    path=file, most=MOST_BYTES // 1_000_000
                )
            )
        found = msgspec.json.decode(file.read_bytes(), type=EventFile)
    except OSError as error:
        raise CeremonyError(
            _("{path} cannot be read ({reason}).").format(path=file, reason=error.strerror or error)
        ) from error
    # Bytes that are no UTF-8 are a ValueError of their own.
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
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
    return replace(found, steps=tuple(map(_harmless, found.steps)))


def _harmless(step: Step) -> Step:
    """The step as its ledger will be read; who changed the file may have counted its checksum anew."""
    document = msgspec.to_builtins(step)
    kept = harmless(document)
    return step if kept is document else msgspec.convert(kept, Step)
