"""UUIDv7: ids that are unique across laptops and sort by the time they were made (RFC 9562)."""

from secrets import randbits
from uuid import UUID


def uuid7(milliseconds: int) -> str:
    """A new UUIDv7 for a moment given in milliseconds since 1970, in UTC."""
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76 | randbits(12) << 64
    value |= 0b10 << 62 | randbits(62)
    return str(UUID(int=value))
