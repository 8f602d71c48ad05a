"""The pairing code, large enough to be read out, beside its QR."""

from textual.content import Content

from data.joining.pairing.code import grouped
from tui.safe_text import lines, plain
from tui.widgets.codes.modules import halved, with_quiet_zone

_QUIET = 2
"""Less than the standard asks for: the code is photographed from a screen, and 24 rows are few."""


def code_lines(code: str) -> Content:
    """The code in groups of four digits, four groups to a line."""
    groups = grouped(code).split(" ")
    rows = [groups[at : at + 4] for at in range(0, len(groups), 4)]
    return lines([plain("  ".join(row), "bold $accent") for row in rows])


def code_picture(code: str) -> Content:
    """The QR of the digits."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    drawn = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    drawn.add_data(code)
    drawn.make()
    return halved(with_quiet_zone([[bool(module) for module in row] for row in drawn.modules], _QUIET))
