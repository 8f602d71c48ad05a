"""In which code the letters of one text are: Unicode, or one of those from before it read as Latin letters.

The letters decide; a font is only a hint, because Unicode is often typed in a cell that kept an old font.
"""

# ruff: noqa: E501 - tables of words

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

from data.roster.cells.legacy import Script, decode
from data.text.syllables import is_family_name, is_usual, plausible

Code = Literal["", "tcvn3", "vni", "utf8", "1258", "viscii", "?", "~"]
"""How a text was read: "" as it stands, "utf8" when UTF-8 had been read as Latin letters, "?" when a byte of
it had to be guessed, "~" as it stands although it reads better in an old code."""

CODES: tuple[Code, ...] = ("", "tcvn3", "vni", "utf8", "1258", "viscii")

_WORD = re.compile(r"[^\s0-9!-/:-@\[-`{-~“”‘’…–—•\u00a0]+")
_LOST = re.compile(r"\ufffd|(?<=[^\W\d_])\?+(?=[^\W\d_])|(?<=\s)\?+(?=[^\W\d_])|^\?+(?=[^\W\d_])")
_LOST_AT_END = re.compile(r"(?<=[^\W\d_])\?+(?=\s+[^\W\d_])")
_HUMP = re.compile("[a-zà-öø-ÿ][A-ZÀ-ÖØ-ÝĂĐƠƯ]|[ạ-ỹ][A-Z]")
# Whoever holds the shift key too long types "THành"; in TCVN3 "TÊn" is "Tấn".
_LATE_SHIFT = re.compile("[A-ZÀ-ÖØ-ÝĐ][A-ZÀ-ÖØ-ÝĐ][a-zà-öø-ÿ]")
_SURE = 1.5

# VISCII (RFC 1456): the code points that differ from ISO 8859-1 in letters of Vietnamese.
_VISCII_BYTES = (
    "02Ẳ 05Ẵ 06Ẫ 14Ỷ 19Ỹ 1eỴ 80Ạ 81Ắ 82Ằ 83Ặ 84Ấ 85Ầ 86Ẩ 87Ậ 88Ẽ 89Ẹ 8aẾ 8bỀ 8cỂ 8dỄ 8eỆ 8fỐ 90Ồ 91Ổ 92Ỗ 93Ộ 94Ợ 95Ớ"
    " 96Ờ 97Ở 98Ị 99Ỏ 9aỌ 9bỈ 9cỦ 9dŨ 9eỤ 9fỲ a0Õ a1ắ a2ằ a3ặ a4ấ a5ầ a6ẩ a7ậ a8ẽ a9ẹ aaế abề acể adễ aeệ afố b0ồ"
    " b1ổ b2ỗ b3Ỡ b4Ơ b5ộ b6ờ b7ở b8ị b9Ự baỨ bbỪ bcỬ bdơ beớ bfƯ c4Ả c5Ă c6ẳ c7ẵ cbẺ ceĨ cfỳ d0Đ d1ứ d5ạ d6ỷ d7ừ"
    " d8ử dbỹ dcỵ deỡ dfư e4ả e5ă e6ữ e7ẫ ebẻ eeĩ efị f0đ f1ự f5õ f6ỏ f7ọ f8ụ fbũ fcủ feợ ffỮ"
)
_VISCII = str.maketrans({chr(int(one[:2], 16)): one[2] for one in _VISCII_BYTES.split()})
_VISCII_TEXT = {ord(bytes([byte]).decode("cp1252")): one for byte, one in _VISCII.items() if 0x80 <= byte < 0xA0
                and byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}  # fmt: skip


class Weighed(NamedTuple):
    """Whether a text could be Unicode as it stands, and the old code it reads best in, with how surely."""

    as_is: float
    code: Code
    better: float


def read_as(text: str, code: Code) -> str:
    """``text`` with its letters taken for ``code``, in Unicode; as it stands where that cannot be."""
    if code == "":
        return text.replace("Ð", "Đ").replace("ð", "đ")
    if code in ("tcvn3", "vni"):
        return decode(text, Script("tcvn3" if code == "tcvn3" else "vni", False))
    if code == "viscii":
        return text.translate(_VISCII).translate(_VISCII_TEXT)
    raw = _bytes_of(text)
    if raw is None:
        return text
    try:
        return unicodedata.normalize("NFC", raw.decode("utf-8" if code == "utf8" else "cp1258"))
    except UnicodeDecodeError:
        return text


@lru_cache(32_768)
def weighed(text: str) -> Weighed:
    """How ``text`` reads as it stands and in the old code that suits it best."""
    words = _WORD.findall(text)
    sums = dict.fromkeys(CODES, 0.0)
    for place, word in enumerate(words):
        for code, worth in zip(CODES, _worths(word, place == 0), strict=True):
            sums[code] += worth
    if "\xc3" in text or "\xc4" in text or "\xe1" in text:
        # UTF-8 in Latin letters holds blanks and signs that part its words: only the whole can be read.
        whole = read_as(text, "utf8")
        if whole != text:
            sums["utf8"] = sum(_worth(word, place == 0) for place, word in enumerate(_WORD.findall(whole)))
    best = max(CODES[1:], key=lambda code: sums[code])
    return Weighed(sums[""], best, sums[best] - sums[""])


@lru_cache(32_768)
def surely_unicode(text: str) -> bool:
    """Whether ``text`` holds a letter that only Unicode has, in a word that reads well."""
    return any(
        any(sign > "\xff" and sign.isalpha() for sign in word) and plausible(word)
        for word in _WORD.findall(text)
    )


def surely(one: Weighed) -> bool:
    """Whether the old code is certain: as it stands the text cannot be Vietnamese, so read it can."""
    return one.as_is < 0 and one.better >= _SURE and one.as_is + one.better > 0


def has_strange_letters(text: str) -> bool:
    """Whether a word of ``text`` has letters or signs in it that no Vietnamese word has."""
    return any(_is_strange(word) for word in _WORD.findall(text) if not word.isascii())


@lru_cache(16_384)
def _is_strange(word: str) -> bool:
    bare = word.strip("-.’'`´")
    if len(bare) < 2 or bare.isascii() or not any(map(str.isalpha, bare)):
        return False
    return not all(plausible(part) or part.isascii() for part in re.split(r"[’'´`\-]", bare) if part)


def has_lost_letters(text: str) -> bool:
    """Whether question marks or U+FFFD stand inside words, where letters once were."""
    return bool(_LOST.search(text)) or bool(_LOST_AT_END.search(text))


@lru_cache(32_768)
def _worths(word: str, first: bool) -> tuple[float, ...]:
    # A word without any plain letter ("±×÷", "Ý") tells nothing.
    if word.isascii() or not any(sign.isascii() for sign in word):
        return (0.0,) * len(CODES)
    latin = all(sign <= "\xff" for sign in word)
    found = []
    for code in CODES:
        if code in ("tcvn3", "vni") and not latin:
            found.append(-9.0)
            continue
        shown = read_as(word, code)
        if code and shown == word:
            found.append(found[0] - 0.1)
        else:
            # A toned letter among capitals is small in TCVN3: case says nothing there.
            found.append(_worth(shown.lower() if code == "tcvn3" else shown, first))
    return tuple(found)


def _worth(word: str, first: bool) -> float:
    if word.isascii():
        return 0.3 if is_usual(word) else 0.0
    if not plausible(word) or _HUMP.search(word):
        return -2.0
    worth = 0.5 + 1.0 * is_usual(word) + 0.7 * (first and is_family_name(word))
    return worth - 1.0 if _LATE_SHIFT.match(word) else worth


def _bytes_of(text: str) -> bytes | None:
    """The bytes that a program which knew only Windows' Latin letters has shown as ``text``."""
    raw = bytearray()
    for sign in text:
        try:
            raw += sign.encode("cp1252")
        except UnicodeEncodeError:
            if sign > "\xff":
                return None
            raw.append(ord(sign))
    return bytes(raw)
