"""Text as it enters the program: one form for what looks the same."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """``text`` in NFC with runs of white space as one blank, without control characters.

    Tabs and line breaks become blanks; lone surrogates and unassigned characters, which no file and
    no screen can hold, become U+FFFD. Everything else stays as it was typed.
    """
    spaced = _SPACES.sub(" ", text).strip()
    if spaced.isascii() and spaced.isprintable():
        return spaced
    kept = (
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cs", "Cn") else c
        for c in spaced
        if unicodedata.category(c) != "Cc"
    )
    return unicodedata.normalize("NFC", "".join(kept))
