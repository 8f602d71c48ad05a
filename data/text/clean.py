"""Text as it enters the program: one form for what looks the same."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """``text`` in NFC with runs of white space as one blank, without control characters.

    Tabs and line breaks become blanks; lone surrogates and unassigned characters, which no file and
    no screen can hold, become U+FFFD. Everything else stays as it was typed.
    """
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text).strip()
    kept = "".join(_kept(character) for character in unicodedata.normalize("NFC", text))
    return _SPACES.sub(" ", kept).strip()


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cs", "Cn"):
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category == "Cc" and not character.isspace() else character
