"""The QR of a card: version 1 at error correction H, which holds the 16 digits of a payload.

Measured (DESIGN.md 7): at this size up to 30 % of the code may be lost, and a code of 21 modules is
read from farther away than one that holds an address.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

MODULES = 21
QUIET = 4
MOST_DIGITS = 17

# The standard asks the encoder to try all eight masks, which is nine tenths of the work. On 2,000 spoilt
# camera frames (blur, noise, tilt, dim light) a fixed mask was read as often as the searched one.
_MASK = 6


@lru_cache(maxsize=4096)
def _matrix(payload: str) -> bytes:
    """The modules row by row, 1 for dark: 441 bytes, of which a few thousand may be kept."""
    if not (payload.isascii() and payload.isdigit() and len(payload) <= MOST_DIGITS):
        raise ValueError(f"a card's QR holds 1 to {MOST_DIGITS} digits, not {payload!r}")
    # Imported when a code is drawn: the screens begin without pictures.
    from qrcode.constants import ERROR_CORRECT_H
    from qrcode.main import QRCode

    code = QRCode(version=1, error_correction=ERROR_CORRECT_H, border=0, mask_pattern=_MASK)
    code.add_data(payload)
    code.make(fit=False)
    return bytes(bool(module) for row in code.modules for module in row)


def modules(payload: str) -> list[list[bool]]:
    """The 21 rows of 21 modules, True for dark, without the quiet zone (4 modules all round).

    Raises ValueError when ``payload`` is not 1 to 17 digits.
    """
    flat = _matrix(payload)
    return [[bool(module) for module in flat[row : row + MODULES]] for row in range(0, len(flat), MODULES)]


def qr_picture(payload: str, module: int, mode: str = "1") -> "Image.Image":
    """The QR, black on white, ``module`` pixels to a module, with its quiet zone of 4 modules.

    ``mode`` is "1" or "L". Raises ValueError when ``payload`` is not 1 to 17 digits.
    """
    from PIL import Image

    side = (MODULES + 2 * QUIET) * module
    picture = Image.new(mode, (side, side), 255)
    picture.paste(qr_core(payload, module), (QUIET * module, QUIET * module))
    return picture


def qr_bits(payload: str, module: int) -> bytes:
    """The QR without its quiet zone as PDF holds a picture: rows of bits, 1 for light, each begun in a byte
    of its own. Written as it is, since Pillow takes half a millisecond to pack it."""
    side = MODULES * module
    rows = []
    for row in modules(payload):
        bits = int("".join(("0" if dark else "1") * module for dark in row), 2)
        rows.append((bits << -side % 8).to_bytes((side + 7) // 8) * module)
    return b"".join(rows)


def qr_core(payload: str, module: int, light: int = 255) -> "Image.Image":
    """The QR without its quiet zone in mode "L": 0 for dark, ``light`` for the rest."""
    from PIL import Image

    pixels = _matrix(payload).translate(bytes([light, 0]) + bytes(254))
    side = MODULES * module
    return Image.frombytes("L", (MODULES, MODULES), pixels).resize((side, side), Image.Resampling.NEAREST)
