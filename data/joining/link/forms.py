"""Steps as messages.

A message holds one step, or many where a backlog is sent: the documents of ledger lines as JSON, by table.
What is large is compressed, and what is still larger than a server takes is sent in parts. ``Nats-Msg-Id`` is
the entry's id; that of the last one, and a checksum of all ids, where there are several, so that the same
messages sent again are taken once. Whoever reads takes each step once anyway, by its id.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from zlib import crc32

import msgspec
from msgspec import Struct

from data.ledger.lines.record import Step, documents
from data.ledger.table import ENTRIES
from data.model.entries.event import FORMAT
from data.state.reading.soundness import Unsound, sound_steps

ID, FORM, PART, VERSION = "Nats-Msg-Id", "Le-Form", "Le-Part", "Le-Format"
MOST_STEPS = 200
_LARGE = 4 << 10
_PACK_BYTES = 256 << 10
_PART_BYTES = 384 << 10
"""Below the megabyte that a server takes unless it is told otherwise."""
MOST_BYTES = 256 << 20
"""What a message may unpack to: more is no step of any ceremony."""

Tables = dict[str, list[dict[str, Any]]]


class Message(Struct, frozen=True):
    """One message: its headers and its payload."""

    headers: dict[str, str]
    payload: bytes


class Unreadable(Exception):
    """A message that is none of ours, or (``is_newer``) that only a newer version can read."""

    def __init__(self, *, is_newer: bool = False) -> None:
        super().__init__()
        self.is_newer = is_newer


def packs(steps: Iterable[Step]) -> Iterator[list[Step]]:
    """``steps`` in groups that go into one message each."""
    pack: list[Step] = []
    size = 0
    for step in steps:
        own = 300 + 400 * len(step.guests)
        if pack and (len(pack) == MOST_STEPS or size + own > _PACK_BYTES):
            yield pack
            pack, size = [], 0
        pack.append(step)
        size += own
    if pack:
        yield pack


def messages(pack: Sequence[Step]) -> list[Message]:
    """The message, or its parts, that hold the steps of ``pack``."""
    tables: Tables = {}
    for step in pack:
        for name, rows in documents(step).items():
            tables.setdefault(name, []).extend(rows)
    body, form = msgspec.json.encode(tables), "json"
    if len(body) > _LARGE:
        body, form = zlib.compress(body, 6), "zlib"
    ids = [step.entry.id for step in pack]
    id = ids[0] if len(ids) == 1 else f"{ids[-1]}+{crc32(''.join(ids).encode()):08x}"
    headers = {FORM: form, VERSION: str(FORMAT)}
    if len(body) <= _PART_BYTES:
        return [Message({**headers, ID: id}, body)]
    parts = [body[at : at + _PART_BYTES] for at in range(0, len(body), _PART_BYTES)]
    return [
        Message({**headers, ID: f"{id}/{number}", PART: f"{number}/{len(parts)}"}, part)
        for number, part in enumerate(parts, start=1)
    ]


def entry_of(headers: Mapping[str, str] | None) -> str:
    """The id of the last entry that a message holds, or a part of it; empty where it says none."""
    return (headers or {}).get(ID, "").split("/")[0].split("+")[0]


class Reader:
    """Puts parts together. ``read`` gives what each message, or the last part of one, holds."""

    def __init__(self) -> None:
        self._parts: dict[str, dict[int, bytes]] = {}

    def read(self, message: Message) -> Tables | None:
        """The documents by table; None for a part whose others have not come. Raises Unreadable."""
        body: bytes | None = message.payload
        if PART in message.headers:
            body = self._whole(message)
        if body is None:
            return None
        try:
            if message.headers.get(FORM) == "zlib":
                unpacked = zlib.decompressobj()
                body = unpacked.decompress(body, MOST_BYTES)
                if unpacked.unconsumed_tail:
                    raise Unreadable
            return msgspec.json.decode(body, type=Tables)
        except (zlib.error, msgspec.DecodeError) as error:
            raise Unreadable(is_newer=is_newer(message.headers)) from error

    def _whole(self, message: Message) -> bytes | None:
        number, _, count = message.headers[PART].partition("/")
        if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count) <= 1000):
            raise Unreadable
        id = message.headers.get(ID, "").split("/")[0]
        parts = self._parts.setdefault(id, {})
        parts[int(number)] = message.payload
        if len(parts) < int(count):
            return None
        del self._parts[id]
        return b"".join(parts[at] for at in sorted(parts))


def is_newer(headers: Mapping[str, str]) -> bool:
    """Whether a newer version of the program wrote a message."""
    said = headers.get(VERSION, "")
    return said.isdecimal() and int(said) > FORMAT


def ids_in(tables: Tables) -> list[str]:
    """The ids of the entries in a message's tables."""
    return [str(row.get("id", "")) for row in tables.get(ENTRIES, ())]


def steps_of(tables: Tables, held: Iterable[str], headers: Mapping[str, str]) -> list[Step]:
    """The steps in a message's tables but for those ``held``, judged as a ledger's are. Raises Unreadable."""
    known = held if isinstance(held, set | frozenset | dict) else set(held)
    fresh: dict[str, dict[str, Any]] = {}
    for name, rows in tables.items():
        key = "id" if name == ENTRIES else "entry"
        fresh[name] = {str(at): row for at, row in enumerate(rows) if row.get(key) not in known}
    if not fresh.get(ENTRIES):
        return []
    try:
        return sound_steps(fresh)
    except Unsound as error:
        raise Unreadable(is_newer=error.is_newer or is_newer(headers)) from error
