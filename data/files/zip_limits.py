"""What a zip says of itself, looked at before anything is unpacked or even listed."""

from pathlib import Path
from struct import unpack_from

_END = b"PK\x05\x06"
_LONGEST_COMMENT = 65_535
_END_BYTES = 22
_LARGER_THAN_SAID = 0xFFFFFFFF
_LOCATOR, _LARGE_END = b"PK\x06\x07", b"PK\x06\x06"

MOST_DIRECTORY_BYTES = 12_000_000
"""The list of a hundred thousand files has about 11 MB; zipfile takes ten times that in memory."""


def directory_bytes(path: Path) -> int:
    """How many bytes the list of files in the zip at ``path`` takes; 0 where there is none to be found.

    Raises OSError.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _LONGEST_COMMENT - _END_BYTES))
        tail = file.read()
        place = tail.rfind(_END)
        if place < 0 or len(tail) - place < _END_BYTES:
            return 0
        told: int = unpack_from("<L", tail, place + 12)[0]
        locator = tail[max(0, place - 20) : place]
        if told != _LARGER_THAN_SAID and not locator.startswith(_LOCATOR):
            return told
        if len(locator) < 20:
            return told
        file.seek(min(size, unpack_from("<Q", locator, 8)[0]))
        large = file.read(56)
        return (
            int(unpack_from("<Q", large, 40)[0])
            if large.startswith(_LARGE_END) and len(large) == 56
            else told
        )
