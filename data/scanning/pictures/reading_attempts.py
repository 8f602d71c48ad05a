"""The ways in which a picture is tried in which nothing is read at first sight: clearer, nearer, turned.

Each has a price, so that a picture without a code, or with one that nothing helps, costs no more than about
a second. The price is counted from the pixels and never from a clock: the same picture is always read alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL import Image

BUDGET = 750.0
"""What the ways of one picture may cost together, about its milliseconds on a laptop of today."""
_READ, _SIZE, _BLUR, _SHARPEN, _TURN = 8.0, 4.0, 13.0, 24.0, 25.0
"""Prices for a million pixels."""
_ANGLES = (20, 45, 70)
# How many times nearer, blurred and sharpened (radius, per cent) how much: where a module is two to three
# pixels wide, these read nine in ten of the pictures that cannot be read as they are, and no single one
# reads more than a third of what the others miss (tried on the pictures of tests/bench/reading.py).
_NEARER: tuple[tuple[int, float, tuple[int, int] | None], ...] = (
    (4, 2, None), (4, 0, None), (4, 3, None), (2, 0, (5, 300)), (4, 0, (2, 200)), (3, 1, (5, 300)),
    (4, 1.5, (5, 300)), (6, 1.5, None), (6, 3, None),
)  # fmt: skip
_NEAREST = max(times for times, _blur, _sharpening in _NEARER)
_MOST_PIXELS_NEAR = 5_000_000
_LONGEST_TURNED = 1600
_MOST_TIMES_TURNED = 6


class Way(NamedTuple):
    """One more look at a picture: what it costs, and how to make the picture that is looked at."""

    price: float
    make: Callable[[], Image.Image]


class Purse:
    """What is left to spend on a file; ``was_short`` says that a way could not be tried for want of it."""

    def __init__(self, budget: float = BUDGET) -> None:
        self._left = budget
        self.was_short = False

    def affordable(self, ways: Iterator[Way]) -> Iterator[Image.Image]:
        """Make the pictures of those ``ways`` that can be paid, and pay for each."""
        for way in ways:
            if way.price > self._left:
                self.was_short = True
                continue
            self._left -= way.price
            yield way.make()


def upright(picture: Image.Image) -> Iterator[Way]:
    """What a person would try: clearer, nearer, sharper, farther. ``picture`` is grey."""
    from PIL import Image, ImageFilter

    clear = _clear(picture)
    size = _millions(clear.size)
    yield Way(size * _READ, lambda: clear)
    times = min(_NEAREST, int((_MOST_PIXELS_NEAR / (clear.width * clear.height)) ** 0.5))
    if times < _NEAREST:
        half = (clear.width // 2 or 1, clear.height // 2 or 1)
        yield Way(size / 4 * _READ + size, lambda: clear.resize(half, Image.Resampling.BOX))
    for nearer, blur, sharpening in _NEARER:
        if nearer <= times:
            yield _near(clear, nearer, blur, sharpening)
    if times < _NEAREST:
        yield Way(size * (_READ + _SHARPEN), lambda: clear.filter(ImageFilter.UnsharpMask(3, 200)))
        yield Way(size * (_READ + _BLUR), lambda: clear.filter(ImageFilter.GaussianBlur(2)))


def _near(picture: Image.Image, times: int, blur: float, sharpening: tuple[int, int] | None) -> Way:
    from PIL import Image, ImageFilter

    def make() -> Image.Image:
        near = picture.resize((picture.width * times, picture.height * times), Image.Resampling.BICUBIC)
        if blur:
            near = near.filter(ImageFilter.GaussianBlur(blur))
        return near.filter(ImageFilter.UnsharpMask(*sharpening, 0)) if sharpening else near

    price = _READ + _SIZE + (_BLUR if blur else 0.0) + (_SHARPEN if sharpening else 0.0)
    return Way(price * times * times * _millions(picture.size), make)


def turned(picture: Image.Image) -> Iterator[Way]:
    """The picture turned by angles between those that the reader tries by itself."""
    from PIL import ImageOps

    side = min(_LONGEST_TURNED, max(picture.size) * _MOST_TIMES_TURNED)
    clear = _clear(ImageOps.contain(picture, (side, side)))
    for angle in _ANGLES:
        # Half as many pixels again: the corners of the turned picture.
        price = 1.5 * _millions(clear.size) * (_READ + _TURN)
        yield Way(price, lambda angle=angle: _turn(clear, angle))  # type: ignore[misc]


def _turn(picture: Image.Image, angle: int) -> Image.Image:
    from PIL import Image

    return picture.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def _clear(picture: Image.Image) -> Image.Image:
    from PIL import ImageOps

    return ImageOps.autocontrast(picture, cutoff=1)


def _millions(size: tuple[int, int]) -> float:
    return size[0] * size[1] / 1e6
