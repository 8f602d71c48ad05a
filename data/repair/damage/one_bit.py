"""A line with one flipped bit, put right by its own checksum.

CRC-32 is linear: the difference between the checksum that a line states and the one that its bytes have
depends only on which bits are wrong. For one wrong bit that difference is another one at every place, so
the place is found by walking back from the end, one step a byte. That a line with other damage looks like
one wrong bit happens once in half a million lines of 1,000 bytes; and what comes out has to be JSON as well.
"""

from zlib import crc32

from data.ledger.lines.line import Changes, LineBroken, decode, stated_link

_ALL = 0xFFFFFFFF
_HEAD = 12


def _table() -> tuple[int, ...]:
    rows = []
    for byte in range(256):
        value = byte
        for _bit in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
        rows.append(value)
    return tuple(rows)


_TABLE = _table()
_INDEX = {value >> 24: byte for byte, value in enumerate(_TABLE)}
_ONE_BIT = {_TABLE[1 << bit]: 1 << bit for bit in range(8)}


def mended(row: bytes, link: int) -> tuple[Changes, int] | None:
    """What ``row`` (without its line feed) says with one bit put right, and its checksum; None where no one
    bit makes it a sound line after the line of checksum ``link``."""
    for candidate in (_framed(row, link), _flipped(row, link)):
        if candidate is not None and _bits_apart(candidate, row) == 1:
            try:
                return decode(candidate, link)
            except LineBroken:
                continue
    return None


def _framed(row: bytes, link: int) -> bytes | None:
    """The row as it is when only its frame or the stated checksum is wrong."""
    body = row[_HEAD:-1]
    return b'["%08x",%b]' % (crc32(body, link), body)


def _flipped(row: bytes, link: int) -> bytes | None:
    """The row with the one bit of its body turned that the checksum points to."""
    stated, body = stated_link(row), bytearray(row[_HEAD:-1])
    if stated is None:
        return None
    difference = crc32(bytes(body), link) ^ stated
    for place in reversed(range(len(body))):
        bit = _ONE_BIT.get(difference)
        if bit is not None:
            body[place] ^= bit
            return row[:_HEAD] + bytes(body) + row[-1:]
        index = _INDEX[difference >> 24]
        difference = ((difference ^ _TABLE[index]) << 8 | index) & _ALL
    return None


def _bits_apart(one: bytes, other: bytes) -> int:
    if len(one) != len(other):
        return -1
    return sum((a ^ b).bit_count() for a, b in zip(one, other, strict=True) if a != b)
