"""Lines as this version writes nearly all of them, read at once into what they mean.

A line of entries, guests and versions of the event is read by its types, without the documents that TinyDB's
tables hold. Whether anything in it got lost that way (a field of a newer version, an older way to write a
number) is told by writing it again: only a line that comes out byte by byte as it stands is taken so. Every
other is read as documents.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import msgspec
from msgspec import NODEFAULT, UNSET, Struct, UnsetType, defstruct, field
from msgspec.structs import FieldInfo, fields

from data.ledger.lines.line import Changes, bodies_of, decode_body
from data.model.entry import Entry
from data.model.event import Event
from data.model.guest import Guest

_AT_ONCE = 200
"""So many lines are read together; where one of them is another line, each is read by itself."""

_encoder = msgspec.json.Encoder()
_NOT_SO = (msgspec.MsgspecError, ValueError, OverflowError)


def _as_given(about: FieldInfo) -> tuple[str, Any] | tuple[str, Any, Any]:
    if about.required:
        return about.encode_name, about.type
    if about.default is not NODEFAULT:
        return about.encode_name, about.type, about.default
    return about.encode_name, about.type, field(default_factory=about.default_factory)


def _row_of(kind: type[Struct], *more: tuple[str, Any, Any]) -> Any:
    """A struct of what ``kind`` is as a document: first the id of the entry that brought it."""
    return defstruct(
        f"{kind.__name__}Row",
        [("entry", str), *more, *map(_as_given, fields(kind))],
        kw_only=True,
        frozen=True,
        omit_defaults=kind.__struct_config__.omit_defaults,
        forbid_unknown_fields=True,
        gc=False,
    )


GuestRow = _row_of(Guest)
EventRow = _row_of(Event, ("parts", list[str] | UnsetType, UNSET))


class TodaysLine(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The entries, guests and versions of the event of one line by their documents' ids."""

    ledger: dict[str, Entry]
    guests: dict[str, GuestRow] = {}  # type: ignore[valid-type]
    event: dict[str, EventRow] = {}  # type: ignore[valid-type]


Said = TodaysLine | Changes
"""What a line says: by its types, or as documents."""


@cache
def _decoder() -> msgspec.json.Decoder[TodaysLine]:
    return msgspec.json.Decoder(TodaysLine)


def said_by(lines: Sequence[bytes], link: int) -> tuple[list[Said], int] | None:
    """What ``lines`` (without their line feeds) say, and the checksum of the last.

    ``link`` is that of the line before them. None where there is no line, or where ``decode`` has to say
    which of them is broken.
    """
    found = bodies_of(lines, link)
    if not lines or found is None:
        return None
    try:
        return _said_by_all(found[0]), found[1]
    except msgspec.DecodeError:
        return None


def _said_by_all(bodies: Sequence[bytes]) -> list[Said]:
    said: list[Said] = []
    for start in range(0, len(bodies), _AT_ONCE):
        some = bodies[start : start + _AT_ONCE]
        text = b"\n".join((*some, b""))
        try:
            lines = _decoder().decode_lines(text)
            if len(lines) == len(some) and _encoder.encode_lines(lines) == text:
                said += lines
                continue
        except _NOT_SO:
            pass
        said += map(_said_by, some)
    return said


def _said_by(body: bytes) -> Said:
    try:
        line = _decoder().decode(body)
        if _encoder.encode(line) == body:
            return line
    except _NOT_SO:
        pass
    return decode_body(body)


def by_sort(said: Iterable[Said]) -> tuple[list[TodaysLine], list[Changes]]:
    """The lines that were read by their types, and the others."""
    todays: list[TodaysLine] = []
    others: list[Changes] = []
    for line in said:
        if isinstance(line, TodaysLine):
            todays.append(line)
        else:
            others.append(line)
    return todays, others


def documents_of(said: Said) -> Changes:
    """What a line changes, as documents."""
    return decode_body(_encoder.encode(said)) if isinstance(said, TodaysLine) else said
