"""A QR of an address, in a terminal's half blocks: two modules in the height of one letter."""

QUIET = 2
"""Light modules around it. The standard asks for four; phones read two, and the whole fits 80×24."""
_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def qr_rows(text: str) -> list[str]:
    """The rows of the QR, dark modules as blocks: to be shown in black on white."""
    from qrcode.constants import ERROR_CORRECT_L
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_L, border=QUIET)
    code.add_data(text)
    code.make(fit=True)
    modules = [[bool(module) for module in row] for row in code.get_matrix()]
    if len(modules) % 2:
        modules.append([False] * len(modules[0]))
    pairs = zip(modules[::2], modules[1::2], strict=True)
    return ["".join(_BLOCKS[both] for both in zip(upper, lower, strict=True)) for upper, lower in pairs]


def printed_qr(text: str) -> str:
    """The QR for a terminal without screens: light modules as blocks, as most terminals are dark."""
    light = str.maketrans(" ▀▄█", "█▄▀ ")
    return "\n".join(row.translate(light) for row in qr_rows(text))
