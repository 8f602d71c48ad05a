"""Reading QR codes from picture files and camera frames with zxing-cpp.

Its libraries are imported when first needed: the door opens before anybody shows it a picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from data.scanning.pictures import reading_attempts
from data.scanning.pictures.pages import pages

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image


class _Code(NamedTuple):
    """A code that was read, and where: ``top``, ``left`` and ``height`` as parts of the picture."""

    text: str
    top: float
    left: float
    height: float


class Reading(NamedTuple):
    """What a picture file said: the texts of its codes, page by page, each text once.

    ``is_cut`` says that a page in which a code may be hidden was not tried in every way, for the time that
    takes; ``left_out`` how many pages of a long document were not looked at.
    """

    texts: list[str]
    is_cut: bool
    left_out: int


def decode_picture(path: Path) -> list[str]:
    """The texts of all QR codes in a picture file; like ``read_codes`` in all else."""
    return read_codes(path).texts


def read_codes(path: Path) -> Reading:
    """All QR codes of a picture file: page by page, row by row from the top, each text once.

    While nothing is read on a page, or a code is seen that cannot be read, it is tried again with more
    contrast, nearer and sharper; one on which nothing is read at all, turned as well. All that costs no
    more than ``reading_attempts.BUDGET`` for the whole file. Raises CeremonyError as ``pages`` does.
    """
    purse = reading_attempts.Purse()
    texts: list[str] = []
    is_cut, left_out = False, 0
    for page in pages(path):
        left_out = page.left_out
        found = _page_texts(page.picture, purse)
        is_cut = is_cut or (purse.was_short and not found)
        texts += found
    return Reading(list(dict.fromkeys(texts)), is_cut, left_out)


def decode_frame(frame: Any) -> list[str]:
    """The texts of all QR codes in one camera frame, a numpy array of grey or BGR bytes."""
    height, width = frame.shape[:2]
    return _texts(_look(frame, (width, height))[0])


def decode_grey(picture: Image.Image) -> list[str]:
    """The texts of all QR codes in one picture in mode "L", looked at once."""
    return _texts(_look(picture, picture.size)[0])


def _page_texts(picture: Image.Image, purse: reading_attempts.Purse) -> list[str]:
    found, all_read = _look(picture, picture.size)
    codes = {code.text: code for code in sorted(found, reverse=True)}
    if codes and all_read:
        return _texts(list(codes.values()))
    for other in purse.affordable(reading_attempts.upright(picture)):
        found, all_read = _look(other, other.size)
        for code in sorted(found):
            codes.setdefault(code.text, code)
        if codes and all_read:
            break
    if codes:
        return _texts(list(codes.values()))
    turned = (
        _texts(_look(other, other.size)[0]) for other in purse.affordable(reading_attempts.turned(picture))
    )
    return next(filter(None, turned), [])


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
