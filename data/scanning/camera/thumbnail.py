"""A frame made so small that a terminal can show it: a grey level for each half of a cell."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from data.scanning.camera.capture import load_cv2


class Thumbnail(Struct, frozen=True):
    """``width`` by ``height`` grey levels (0 to 255), row by row from the top left."""

    width: int
    height: int
    levels: bytes


def thumbnail(frame: Any, width: int, height: int, *, mirrored: bool) -> Thumbnail:
    """``frame`` (BGR or grey bytes) whole within ``width`` by ``height``, its sides in proportion.

    ``mirrored`` turns it round as a mirror does, which is how people aim before a camera.
    """
    cv2 = load_cv2()
    scale = min(width / frame.shape[1], height / frame.shape[0])
    size = (max(1, round(frame.shape[1] * scale)), max(1, round(frame.shape[0] * scale)))
    small = cv2.resize(frame, size, interpolation=cv2.INTER_AREA)
    if small.ndim == 3:
        small = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    if mirrored:
        small = cv2.flip(small, 1)
    return Thumbnail(size[0], size[1], small.tobytes())
