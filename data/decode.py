"""Reading QR codes from picture files and camera frames with zxing-cpp.

Its libraries are imported when first needed: the door opens before anybody shows it a picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.errors import CeremonyError
from data.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PIL import Image

# A phone's largest pictures have 50 million pixels; a grey one of 100 million takes 100 MB.
MOST_PIXELS = 100_000_000
_LONGEST_SIDE = 3000
_SHORTEST_SIDE = 900
_TURNS = (20, 45, 70)


def decode_picture(path: Path) -> list[str]:
    """The texts of all QR codes in a picture file, row by row from the top, each text once.

    A picture in which nothing is found is tried again turned, larger, smaller and with more contrast.
    Raises CeremonyError when the file is missing, not a picture, damaged, or larger than
    ``MOST_PIXELS``.
    """
    picture = _open(path)
    for variant in _variants(picture):
        if texts := _decode(variant):
            return texts
    return []


def decode_frame(frame: Any) -> list[str]:
    """The texts of all QR codes in one camera frame, a numpy array of grey or BGR bytes."""
    return _decode(frame)


def _decode(image: Any) -> list[str]:
    import zxingcpp

    # Its types changed between versions 2 and 3; the call that both take did not.
    reader: Any = zxingcpp
    found = reader.read_barcodes(image, formats=reader.BarcodeFormat.QRCode)
    return list(dict.fromkeys(code.text for code in sorted(found, key=_reading_order(found))))


def _reading_order(found: list[Any]) -> Callable[[Any], tuple[int, int]]:
    """Rows from the top, each from the left; codes of one row may lie a little higher or lower."""
    rows: list[int] = []
    for code in sorted(found, key=lambda code: code.position.top_left.y):
        corners = code.position
        if not rows or corners.top_left.y - rows[-1] > abs(corners.bottom_right.y - corners.top_left.y) / 2:
            rows.append(corners.top_left.y)
    return lambda code: (
        sum(top <= code.position.top_left.y for top in rows),
        code.position.top_left.x,
    )


def _open(path: Path) -> Image.Image:
    """The picture in grey, on white where it is transparent."""
    import warnings

    from PIL import Image

    too_large = _("The picture {path} is too large to be read. Take a smaller one.").format(path=path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise CeremonyError(too_large)
                picture.draft("L", (_LONGEST_SIDE, _LONGEST_SIDE))
                if "transparency" in picture.info or "A" in picture.getbands():
                    clear = picture.convert("RGBA")
                    return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("L")
                return picture.convert("L")
    except FileNotFoundError as error:
        raise CeremonyError(_("There is no picture {path}.").format(path=path)) from error
    except Image.DecompressionBombError as error:
        raise CeremonyError(too_large) from error
    # Decoders of damaged files raise whatever they stumble over.
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError) as error:
        raise CeremonyError(_("{path} is not a picture that can be read.").format(path=path)) from error


def _variants(picture: Image.Image) -> Iterator[Image.Image]:
    """The picture as it is, then what a person would try: nearer, clearer, turned."""
    from PIL import Image, ImageFilter, ImageOps

    longest = max(picture.size)
    if longest <= _LONGEST_SIDE:
        yield picture
    else:
        picture = ImageOps.contain(picture, (_LONGEST_SIDE, _LONGEST_SIDE))
        yield picture
    clear = ImageOps.autocontrast(picture, cutoff=1)
    yield clear
    if longest < _SHORTEST_SIDE:
        clear = clear.resize((clear.width * 3, clear.height * 3), Image.Resampling.BICUBIC)
        yield clear
    else:
        yield clear.resize((clear.width // 2 or 1, clear.height // 2 or 1), Image.Resampling.BOX)
    yield clear.filter(ImageFilter.UnsharpMask(3, 200))
    yield clear.filter(ImageFilter.GaussianBlur(2))
    for turn in _TURNS:
        yield clear.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
