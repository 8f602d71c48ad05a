"""Reading QR codes from picture files and camera frames with zxing-cpp.

Its libraries are imported when first needed: the door opens before anybody shows it a picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from data.scanning.pictures.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL import Image

_LONGEST_SIDE = 3000
_TURNS = (20, 45, 70)
# How many times nearer, blurred and sharpened (radius, per cent) how much: where a module is two to three
# pixels wide, these read nine in ten of the pictures that cannot be read as they are, and no single one
# reads more than a third of what the others miss (tried on the pictures of tests/bench/reading.py).
_NEARER: tuple[tuple[int, float, tuple[int, int] | None], ...] = (
    (4, 2, None), (4, 0, None), (4, 3, None), (2, 0, (5, 300)), (4, 0, (2, 200)), (3, 1, (5, 300)),
    (4, 1.5, (5, 300)), (6, 1.5, None), (6, 3, None),
)  # fmt: skip
_NEAREST = max(times for times, _blur, _sharpening in _NEARER)
_MOST_PIXELS_NEAR = 5_000_000


class _Code(NamedTuple):
    """A code that was read, and where: ``top``, ``left`` and ``height`` as parts of the picture."""

    text: str
    top: float
    left: float
    height: float


def decode_picture(path: Path) -> list[str]:
    """The texts of all QR codes in a picture file, row by row from the top, each text once.

    While nothing is read, or a code is seen that cannot be read, the picture is tried again with more
    contrast, nearer and sharper; one in which nothing is read at all, turned as well. Raises
    CeremonyError when the file is missing, not a picture, damaged, or too large (``data.scanning.pictures.opening``).
    """
    picture = _open(path)
    codes: dict[str, _Code] = {}
    for upright in _upright(picture):
        found, all_read = _look(upright, upright.size)
        for code in sorted(found):
            codes.setdefault(code.text, code)
        if codes and all_read:
            break
    else:
        if not codes:
            return next(filter(None, (_texts(_look(t, t.size)[0]) for t in _turned(picture))), [])
    return _texts(list(codes.values()))


def decode_frame(frame: Any) -> list[str]:
    """The texts of all QR codes in one camera frame, a numpy array of grey or BGR bytes."""
    height, width = frame.shape[:2]
    return _texts(_look(frame, (width, height))[0])


def _look(image: Any, size: tuple[int, int]) -> tuple[list[_Code], bool]:
    """The codes that are read in ``image``, and whether every code that was seen is among them."""
    import zxingcpp

    # Its types changed between versions 2 and 3; the call that both take did not.
    reader: Any = zxingcpp
    seen = reader.read_barcodes(image, formats=reader.BarcodeFormat.QRCode, return_errors=True)
    width, height = size
    read = [
        _Code(code.text, first.y / height, first.x / width, abs(last.y - first.y) / height)
        for code in seen
        if code.valid
        for first, last in [(code.position.top_left, code.position.bottom_right)]
    ]
    return read, len(read) == len(seen)


def _texts(codes: list[_Code]) -> list[str]:
    """Rows from the top, each from the left; codes of one row may lie a little higher or lower."""
    rows: list[float] = []
    for code in sorted(codes, key=lambda code: code.top):
        if not rows or code.top - rows[-1] > code.height / 2:
            rows.append(code.top)
    ordered = sorted(codes, key=lambda code: (sum(top <= code.top for top in rows), code.left))
    return list(dict.fromkeys(code.text for code in ordered))


def _open(path: Path) -> Image.Image:
    """The picture in grey, on white where it is transparent."""
    from PIL import Image

    with opened(path) as picture:
        picture.draft("L", (_LONGEST_SIDE, _LONGEST_SIDE))
        if "transparency" in picture.info or "A" in picture.getbands():
            clear = picture.convert("RGBA")
            return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("L")
        return picture.convert("L")


def _upright(picture: Image.Image) -> Iterator[Image.Image]:
    """The picture as it is, then what a person would try: clearer, nearer, farther, sharper."""
    from PIL import Image, ImageFilter, ImageOps

    if max(picture.size) > _LONGEST_SIDE:
        picture = ImageOps.contain(picture, (_LONGEST_SIDE, _LONGEST_SIDE))
    yield picture
    clear = _clear(picture)
    yield clear
    times = min(_NEAREST, int((_MOST_PIXELS_NEAR / (clear.width * clear.height)) ** 0.5))
    for nearer, blur, sharpening in _NEARER:
        if nearer <= times:
            yield _near(clear, nearer, blur, sharpening)
    if times < _NEAREST:
        yield clear.resize((clear.width // 2 or 1, clear.height // 2 or 1), Image.Resampling.BOX)
        yield clear.filter(ImageFilter.UnsharpMask(3, 200))
        yield clear.filter(ImageFilter.GaussianBlur(2))


def _near(picture: Image.Image, times: int, blur: float, sharpening: tuple[int, int] | None) -> Image.Image:
    from PIL import Image, ImageFilter

    near = picture.resize((picture.width * times, picture.height * times), Image.Resampling.BICUBIC)
    if blur:
        near = near.filter(ImageFilter.GaussianBlur(blur))
    return near.filter(ImageFilter.UnsharpMask(*sharpening, 0)) if sharpening else near


def _turned(picture: Image.Image) -> Iterator[Image.Image]:
    """The picture turned by angles between those that the reader tries by itself."""
    from PIL import Image, ImageOps

    clear = _clear(ImageOps.contain(picture, (_LONGEST_SIDE, _LONGEST_SIDE)))
    for turn in _TURNS:
        yield clear.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def _clear(picture: Image.Image) -> Image.Image:
    from PIL import ImageOps

    return ImageOps.autocontrast(picture, cutoff=1)
