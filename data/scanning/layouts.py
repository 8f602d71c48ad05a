"""Digits as other keyboards type them, and back: what a scanner's digit keys turn into on the way.

A USB scanner presses the keys of an American keyboard. The laptop types whatever *its* layout has on
them: letters and marks (Microsoft's Vietnamese), signs (Shift or Shift Lock, French AZERTY), wide digits
(an input method), or movements of the cursor (the number pad without NumLock).
"""

MOVES: dict[str, str] = {
    "insert": "⎀",
    "end": "⇲",
    "down": "↓",
    "pagedown": "⇟",
    "left": "←",
    "kp_begin": "⎊",
    "right": "→",
    "home": "⇱",
    "up": "↑",
    "pageup": "⇞",
}
"""A sign for each key of the number pad without NumLock, so that such a scan can be written down."""

MICROSOFT = "microsoft"
NUM_LOCK = "num-lock"

_LAYOUTS: dict[str, tuple[str, ...]] = {
    # Of 0, 1, 2 … 9. Shift gives other signs, but Caps Lock gives the upper case.
    MICROSOFT: (
        "đĐ",
        "ăĂ",
        "âÂ",
        "êÊ",
        "ôÔ",
        "\N{COMBINING GRAVE ACCENT}",
        "\N{COMBINING HOOK ABOVE}",
        "\N{COMBINING TILDE}",
        "\N{COMBINING ACUTE ACCENT}",
        "\N{COMBINING DOT BELOW}",
    ),
    "azerty": ("à", "&", "é", '"', "'", "(", "-§", "è", "_!", "ç"),
    "shift": (")", "!", "@", "#", "$", "%", "^", "&", "*", "("),
    "wide": tuple("０１２３４５６７８９"),
    NUM_LOCK: tuple(MOVES[name] for name in ("insert", "end", "down", "pagedown", "left", "kp_begin"))
    + tuple(MOVES[name] for name in ("right", "home", "up", "pageup")),
}
_TABLES = {
    name: {sign: str(digit) for digit, signs in enumerate(rows) for sign in signs}
    for name, rows in _LAYOUTS.items()
}
_MICROSOFT_DIGITS = str.maketrans(_TABLES[MICROSOFT])


def from_microsoft(text: str) -> str:
    """``text`` with the signs of Microsoft's Vietnamese layout turned back into digits, wherever they are."""
    return text.translate(_MICROSOFT_DIGITS)


def layout_of(text: str) -> str:
    """The layout all of whose signs for digits ``text`` consists of; empty for none, and for no text."""
    for name, table in _TABLES.items():
        if text and all(sign in table for sign in text):
            return name
    return ""


def digits_at_end(text: str) -> str:
    """The digits that ``text`` ends with, typed by one layout: never signs of one and digits of another."""
    longest = ""
    for table in ({digit: digit for digit in "0123456789"}, *_TABLES.values()):
        run = ""
        for sign in reversed(text):
            if sign not in table:
                break
            run = table[sign] + run
        longest = max(longest, run, key=len)
    return longest
