"""One line of the ledger file: a JSON array of a checksum and what the line changes.

``["<crc32>",{"<table>":{"<doc id>":<document or null>}}]`` and a line feed; null in the place of a
whole table drops it. The checksum covers the
bytes of the object and the checksum of the line before it, so that a changed, a lost and a moved
line are all noticed. One line is one step: it holds all documents that belong together, of however
many tables, so a power cut leaves a step whole or leaves it out.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from json import JSONEncoder
from typing import Any, NamedTuple
from zlib import crc32

import msgspec

Document = dict[str, Any]
Changes = dict[str, dict[str, Document | None] | None]
"""Table name → document id (decimal text) → the document, or None where it was removed; None for a whole
table that was dropped."""

ENTRIES = "ledger"
"""The table of entries: what stands in it is never changed or removed."""
GUESTS = "guests"
EVENT = "event"

FIRST_LINK = 0
_PIECE = 500
"""So many documents are encoded in one go: nobody else is answered while the encoder is at work."""

_encoder = msgspec.json.Encoder()
_strict_encoder = JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_table_decoder = msgspec.json.Decoder(dict[str, dict[str, Any] | None])
_changes_decoder = msgspec.json.Decoder(dict[str, dict[str, dict[str, Any] | None] | None])


class LineBroken(Exception):
    """The bytes are not a whole, unchanged line that follows the line before."""


def encode(changes: Changes, link: int) -> tuple[bytes, int]:
    """The line for ``changes`` after a line whose checksum was ``link``, and its own checksum.

    ``changes`` hold what JSON can hold and nothing else; ``as_json`` sees to it.
    """
    return _line(_encoder.encode(changes), link)


def _line(body: bytes, link: int) -> tuple[bytes, int]:
    checksum = crc32(body, link)
    return b'["%08x",%b]\n' % (checksum, body), checksum


class Encoded(NamedTuple):
    """Lines one behind the other, after a line with the checksum ``after``; ``link`` is that of the last.

    ``kept`` is what each will say when it is read back: JSON's types, and no parts that it shares with what
    it was made of.
    """

    lines: list[bytes]
    kept: list[Changes]
    after: int
    link: int


def encode_all(all_changes: Iterable[Changes], after: int) -> Encoded:
    """The lines for several changes; of tables with very many documents a piece at a time, so that other
    threads have their turn between."""
    lines, kept, link = [], [], after
    for changes in all_changes:
        body, read_back = _encode_body(changes)
        line, link = _line(body, link)
        lines.append(line)
        kept.append(read_back)
    return Encoded(lines, kept, after, link)


def _encode_body(changes: Changes) -> tuple[bytes, Changes]:
    """The object of a line in JSON, and as it will be read back."""
    if all([not table or len(table) <= _PIECE for table in changes.values()]):  # noqa: C419 - twice as fast
        body = _encoder.encode(changes)
        return body, decode_body(body)
    tables = {name: _encode_table(table) for name, table in changes.items()}
    body = b"{%b}" % b",".join(b"%b:%b" % (_encoder.encode(name), tables[name][0]) for name in tables)
    return body, {name: table for name, (_bytes, table) in tables.items()}


def _encode_table(
    table: dict[str, Document | None] | None,
) -> tuple[bytes, dict[str, Document | None] | None]:
    """A table's changes in JSON, and as they will be read back."""
    if table is None:
        return b"null", None
    rows, texts, kept = iter(table.items()), [], {}
    while piece := dict(islice(rows, _PIECE)):
        text = _encoder.encode(piece)
        texts.append(text[1:-1])
        kept.update(_table_decoder.decode(text))
    return b"{%b}" % b",".join(texts), kept


def encode_document(document: Mapping[str, Any]) -> bytes:
    """One document as it stands in a line."""
    return _encoder.encode(document)


def as_json(changes: Changes) -> Changes:
    """``changes`` from a stranger's hand in JSON's own types, with no part that they share.

    Raises TypeError or ValueError, as TinyDB does, for what JSON cannot hold: NaN, dates, sets, bytes and
    the like, which the faster encoder would turn into something else without a word.
    """
    return _changes_decoder.decode(_strict_encoder.encode(changes).encode())


def decode(line: bytes, link: int) -> tuple[Changes, int]:
    """What ``line`` (without its line feed) changes, and its checksum.

    Raises LineBroken when the form or the checksum, or its place after ``link``, is wrong.
    """
    if len(line) < 14 or line[:2] != b'["' or line[10:12] != b'",' or line[-1:] != b"]":
        raise LineBroken
    body = line[12:-1]
    checksum = crc32(body, link)
    if line[2:10] != b"%08x" % checksum:
        raise LineBroken
    try:
        return _changes_decoder.decode(body), checksum
    except msgspec.DecodeError as error:
        raise LineBroken from error


def bodies_of(lines: Sequence[bytes], link: int) -> tuple[list[bytes], int] | None:
    """What stands behind the checksums of ``lines`` (without their line feeds), and the last checksum.

    None where ``decode`` has to say which of them is broken: then it goes through them one after another.
    """
    bodies = []
    for line in lines:
        body = line[12:-1]
        link = crc32(body, link)
        if line != b'["%08x",%b]' % (link, body):
            return None
        bodies.append(body)
    return bodies, link


def decode_body(body: bytes) -> Changes:
    """What the object of a line changes. Raises msgspec.DecodeError where it is none."""
    return _changes_decoder.decode(body)


def is_line(line: bytes, link: int) -> bool:
    """Whether ``line`` (without its line feed) is sound and follows the line of checksum ``link``."""
    try:
        decode(line, link)
    except LineBroken:
        return False
    return True


def stated_link(line: bytes) -> int | None:
    """The checksum that ``line`` states, sound or not, so that reading can go on after damage."""
    try:
        return int(line[2:10], 16)
    except ValueError:
        return None
