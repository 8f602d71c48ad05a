"""Vietnamese letters from before Unicode: TCVN3 (also called ABC) and VNI for Windows.

In a spreadsheet the old codes look like Latin letters with odd accents, and only the font makes them
Vietnamese: ``.VnTime`` and its family show TCVN3, ``VNI-Times`` and its family show VNI. Sources of
the tables: TCVN 5712:1993 (its VN3 set), and VNI Software's character set for Windows.
"""

import re
import unicodedata
from typing import Literal, NamedTuple

Coding = Literal["tcvn3", "vni"]

# Each vowel with its tones in the order grave, hook, tilde, acute, dot, and the TCVN3 bytes for them.
_TONED = (
    ("àảãáạ", "b5b6b7b8b9"), ("ằẳẵắặ", "bbbcbdbec6"), ("ầẩẫấậ", "c7c8c9cacb"),
    ("èẻẽéẹ", "cccecfd0d1"), ("ềểễếệ", "d2d3d4d5d6"), ("ìỉĩíị", "d7d8dcddde"),
    ("òỏõóọ", "dfe1e2e3e4"), ("ồổỗốộ", "e5e6e7e8e9"), ("ờởỡớợ", "eaebecedee"),
    ("ùủũúụ", "eff1f2f3f4"), ("ừửữứự", "f5f6f7f8f9"), ("ỳỷỹýỵ", "fafbfcfdfe"),
)  # fmt: skip
_TCVN3_PLAIN = dict(zip("ĂÂÊÔƠƯĐăâêôơưđ", bytes(range(0xA1, 0xAF)).decode("latin-1"), strict=True))

_PLAIN_MARKS = "øûõùï"
_CIRCUMFLEX_MARKS = "àåãáä"
_BREVE_MARKS = "èúüéë"
_VNI_BASES = {
    "a": ("a", _PLAIN_MARKS), "ă": ("a", _BREVE_MARKS), "â": ("a", _CIRCUMFLEX_MARKS),
    "e": ("e", _PLAIN_MARKS), "ê": ("e", _CIRCUMFLEX_MARKS),
    "o": ("o", _PLAIN_MARKS), "ô": ("o", _CIRCUMFLEX_MARKS), "ơ": ("ô", _PLAIN_MARKS),
    "u": ("u", _PLAIN_MARKS), "ư": ("ö", _PLAIN_MARKS), "y": ("y", _PLAIN_MARKS),
}  # fmt: skip
_VNI_SINGLE = {"ơ": "ô", "ư": "ö", "đ": "ñ", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "í": "í", "ị": "ò", "ỵ": "î"}
_VNI_PLAIN = {"ă": "aê", "â": "aâ", "ê": "eâ", "ô": "oâ"}

_WORD = re.compile(r"[^\W\d_]+")


def _tcvn3_table() -> dict[str, str]:
    table = {code: letter for letter, code in _TCVN3_PLAIN.items()}
    for letters, codes in _TONED:
        table.update(zip(bytes.fromhex(codes).decode("latin-1"), letters, strict=True))
    return table


def _vni_table() -> dict[str, str]:
    lower = {code: letter for letter, code in (_VNI_SINGLE | _VNI_PLAIN).items()}
    for letters, _codes in _TONED:
        base = _toneless(letters[0])
        if base in _VNI_BASES:
            stem, marks = _VNI_BASES[base]
            lower.update((stem + mark, letter) for mark, letter in zip(marks, letters, strict=True))
    del lower["y" + _PLAIN_MARKS[-1]]
    table = lower | {code.upper(): letter.upper() for code, letter in lower.items()}
    # A capital followed by a small mark is how a lone capital is often typed.
    table |= {code[0].upper() + code[1:]: letter.upper() for code, letter in lower.items() if len(code) == 2}
    return table


def _toneless(letter: str) -> str:
    kept = (c for c in unicodedata.normalize("NFD", letter) if c not in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(kept))


TCVN3 = _tcvn3_table()
"""What each TCVN3 byte, read as Latin-1, stands for. Capitals with a tone have no code of their own."""

VNI = _vni_table()
"""What each VNI sequence of one or two characters, read as Latin-1, stands for."""

_TCVN3_MAP = str.maketrans(TCVN3)
_VNI_CODES = re.compile("|".join(sorted(VNI, key=len, reverse=True)))
_HAS_TONE = frozenset("".join(letters for letters, _codes in _TONED))


class Script(NamedTuple):
    """What a font says about its text: the code it shows and whether it shows capitals only."""

    coding: Coding
    capitals: bool


def script_of(font: str | None) -> Script | None:
    """The old code that ``font`` shows, or None for a Unicode font.

    TCVN3 fonts are named ``.Vn…`` and come in pairs: the one ending in H shows small letters as capitals.
    """
    name = (font or "").strip().lower()
    if name.startswith(".vn"):
        return Script("tcvn3", name.endswith("h"))
    if name.startswith("vni-"):
        return Script("vni", False)
    return None


def decode(text: str, script: Script) -> str:
    """``text`` as ``script`` shows it, in Unicode. Text that holds other than Latin-1 is already Unicode."""
    if any(c > "\xff" for c in text):
        return text
    if script.coding == "vni":
        return _VNI_CODES.sub(lambda code: VNI[code.group()], text)
    shown = text.translate(_TCVN3_MAP)
    return shown.upper() if script.capitals else shown


def is_shouted(text: str) -> bool | None:
    """Whether ``text``, decoded from TCVN3, is written in capitals; None when it cannot be told.

    A small letter with a tone may stand for a capital one, which TCVN3 writes by changing the font: only
    the other letters tell.
    """
    words = _WORD.findall(text)
    sure = [c for word in words for c in word if c not in _HAS_TONE]
    if any(c.islower() for c in sure):
        return False
    told = any(sum(c not in _HAS_TONE for c in word) > 1 for word in words)
    return True if told else None


def with_capitals(text: str, shouted: bool = False) -> str:
    """``text`` decoded from TCVN3, with the capitals that the code could not hold.

    ``shouted`` says that the texts around it are in capitals, for those that do not tell. A word that begins
    with a toned letter begins with a capital one when the word before it does, or every other word.
    """
    told = is_shouted(text)
    if told or (told is None and shouted):
        return text.upper()
    words = _WORD.findall(text)
    rest = [word for word in words if word[0] not in _HAS_TONE]
    if not rest:
        return text
    everywhere = all(word[0].isupper() for word in rest)
    capital = False

    def judged(found: re.Match[str]) -> str:
        nonlocal capital
        word = found.group()
        if word[0] in _HAS_TONE and word[0].islower():
            if everywhere or capital:
                capital = True
                return word[0].upper() + word[1:]
            return word
        capital = word[0].isupper()
        return word

    return _WORD.sub(judged, text)
