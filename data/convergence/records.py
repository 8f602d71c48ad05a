"""One step on its way to another laptop: a line like the ledger's, that follows no other line."""

from collections.abc import Iterable

from data.ledger.lines.line import FIRST_LINK, Changes, LineBroken, decode, encode
from data.ledger.lines.record import Step, documents
from data.state.laptops.order import placed
from data.state.reading.soundness import Unsound, sound_steps


def record_of(step: Step) -> bytes:
    """A step as it is sent, with the guests and the event's facts that it brought: one line, ended by a line
    feed, its checksum first. An import of 20,000 guests is one record of about 5 MB."""
    changes: Changes = {
        name: {str(number): row for number, row in enumerate(rows, start=1)}
        for name, rows in documents(step).items()
    }
    return encode(changes, FIRST_LINK)[0]


def read_record(record: bytes) -> list[Step]:
    """The steps that a record holds. Raises LineBroken for bytes that are not as they were sent, and Unsound
    for what this program cannot make sense of."""
    changes, _link = decode(record.removesuffix(b"\n"), FIRST_LINK)
    steps = sound_steps(changes)
    if not steps:
        raise Unsound
    return steps


def read_all(records: Iterable[bytes | Step]) -> tuple[list[Step], list[tuple[str, bool]]]:
    """The steps of all ``records`` with their places, and what could not be read.

    Of each that could not be read: what is known of it, and whether a newer version of the program wrote it.
    """
    steps: list[Step] = []
    unread = []
    for number, record in enumerate(records, start=1):
        if isinstance(record, Step):
            steps.append(record)
            continue
        try:
            steps += read_record(record)
        except LineBroken:
            unread.append((f"{number}", False))
        except Unsound as fault:
            unread.append((f"{number}", fault.is_newer))
    return list(placed(steps)), unread
