"""Text as it enters and leaves the program: one form for what looks the same, and nothing that acts.

A control character in a name is no letter: a terminal obeys it (U+009B alone begins an escape sequence),
Word and Excel refuse the whole file for it, and a direction mark turns the rest of the line around.
"""

import re
import unicodedata

LONGEST = 4000
"""No single text that an event holds has more letters; most fields have less room (``lengths``)."""

_SPACES = re.compile(r"\s+")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
# Letters and marks without a shape of their own: Hangul fillers, the empty Braille sign, joiners, and the
# selectors of variants other than those of emoji.
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0d\uffa0\U000e0100-\U000e01ef]"
)
_HEAP_OF_MARKS = re.compile(
    "([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def clean(text: str, most: int = LONGEST) -> str:
    """``text`` in one line, in NFC, with runs of white space as one blank; harmless as ``safe`` says."""
    if text.isascii() and text.isprintable() and len(text) <= most:
        return _SPACES.sub(" ", text).strip()
    # Blanks may fall together: what was cut for being too long may fit after all.
    return cut(_SPACES.sub(" ", safe(text, 4 * most)).strip(), most)


def safe(text: str, most: int = LONGEST) -> str:
    """``text`` in NFC without anything that a terminal, a file or a reader would take for a command.

    Line breaks stay, as ``\\n``, and so do wide and narrow blanks; tabs become spaces. Control and
    direction characters and those without a shape are left out; lone surrogates, unassigned and private
    characters, which no one else can show, become U+FFFD. No letter carries more than four marks. What is
    longer than ``most`` letters is cut and ends in "…". Doing it twice is doing it once.
    """
    if text.isascii() and text.isprintable() and len(text) <= most:
        return text
    # Cut first: putting a hundred thousand marks into their order takes minutes.
    return cut(unicodedata.normalize("NFC", harmless_letters(text[: 2 * most + 2])), most)


def harmless_letters(text: str) -> str:
    """``text`` as ``safe`` leaves it, but neither composed nor cut: for text while it is being typed."""
    if text.isprintable() and not _UNSEEN.search(text):
        kept = text
    else:
        kept = "".join(map(_kept, _LINE_ENDS.sub("\n", text)))
    return kept if kept.isascii() else _HEAP_OF_MARKS.sub(r"\1", kept)


def cut(text: str, most: int) -> str:
    """``text``, or its first letters and "…" where it has more than ``most``."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if character == "\n" or category == "Zs":
        return character
    if character.isspace() or character in _BLANK_LETTERS:
        return " "
    if category in ("Cs", "Cn", "Co"):
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category in ("Cc", "Cf") or _UNSEEN.match(character) else character
