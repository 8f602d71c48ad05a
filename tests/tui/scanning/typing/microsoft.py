"""Microsoft's "Vietnamese" keyboard layout: what the digit row types."""

_DIGIT_ROW = str.maketrans(
    "1234567890",
    "ăâêô"
    "\N{COMBINING GRAVE ACCENT}\N{COMBINING HOOK ABOVE}\N{COMBINING TILDE}"
    "\N{COMBINING ACUTE ACCENT}\N{COMBINING DOT BELOW}"
    "đ",
)


def microsoft(keys: str, *, caps_lock: bool = False) -> str:
    """What ``keys`` type; Caps Lock makes capitals of the letters and leaves the tone marks alone."""
    typed = keys.translate(_DIGIT_ROW)
    return typed.upper() if caps_lock else typed
