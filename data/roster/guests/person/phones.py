"""Phone numbers as spreadsheets keep them: without their first 0, with an old prefix, two in a cell."""

import re

from data.language import _

# The 11-digit mobile numbers were shortened in 2018. Source: Quyết định 798/QĐ-BTTTT (2017) and the
# conversion calendar the operators published with it.
_OLD_PREFIXES = {
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037",
    "0168": "038", "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076",
    "0128": "078", "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip

_BETWEEN = re.compile(r"[;,|&\n]|/|\s[-–]\s|\bhoặc\b|\bvà\b|\bor\b|\s{2,}", re.IGNORECASE)
_AS_NUMBER = re.compile(r"(\d+)[.,]0+")
_EXPONENT = re.compile(r"\d[.,]?\d*[eE]\+?\d+")
_NOTHING = re.compile(
    r"[\W_0]*|(ko|k|không|khong|chưa|chua)( có| co)?( số| so)?( đt| dt)?|no|none|n/a", re.IGNORECASE
)
_TODAYS = re.compile(r"0[1-9][0-9]{8}")
_MOBILE = 10
_LANDLINE = 11
_IDENTITY_CARD = 12


def read_phones(text: str) -> tuple[str, str]:
    """The phones in a cell as ``0912345678; 0987654321``, and what is doubtful about them (or "").

    Numbers that Excel robbed of their first 0 get it back, ``+84`` becomes 0, and the 11-digit numbers
    from before 2018 become today's. A number of no known length is kept as typed, with a doubt.
    Twelve digits are an identity card's and are left out: the program must not keep them.
    """
    if _TODAYS.fullmatch(text):
        return text, ""
    if _NOTHING.fullmatch(text):
        return "", ""
    if _EXPONENT.fullmatch(text):
        return "", _("the phone {text} has lost its last digits in a spreadsheet and is left empty").format(
            text=text
        )
    whole = _AS_NUMBER.fullmatch(text)
    parts = [whole[1]] if whole else _BETWEEN.split(text)
    found: list[str] = []
    doubt = ""
    for digits in (number for part in parts for number in _numbers(part)):
        if len(digits) == _IDENTITY_CARD and digits[0] == "0":
            doubt = _("twelve digits are an identity card, not a phone; it is left out")
            continue
        number, sound = _today(digits)
        if not sound:
            doubt = _("the phone {text} does not have the length of a phone number").format(text=text)
        if number not in found:
            found.append(number)
    if not found and not doubt:
        doubt = _("“{text}” is not a phone number and is left out").format(text=text)
    return "; ".join(found), doubt


def _numbers(part: str) -> list[str]:
    """The numbers in one part of a cell; two that stand together with a blank or a dash come apart."""
    digits = re.sub(r"\D", "", part)
    if not digits:
        return []
    if len(digits) > _IDENTITY_CARD:
        pieces = [re.sub(r"\D", "", piece) for piece in re.split(r"[\s\-–]+(?=\+?\d)", part)]
        if len(pieces) > 1 and all(9 <= len(piece) <= _LANDLINE for piece in pieces if piece):
            return [piece for piece in pieces if piece]
        halves = [digits[start : start + _MOBILE] for start in range(0, len(digits), _MOBILE)]
        if all(len(half) == _MOBILE and half[0] == "0" for half in halves):
            return halves
    return [digits]


def _today(digits: str) -> tuple[str, bool]:
    """The number as it is dialled today, and whether it has the length of a phone number."""
    if digits.startswith("840") and len(digits) in (12, 13):
        digits = digits[2:]
    elif digits.startswith("84") and len(digits) in (11, 12):
        digits = "0" + digits[2:]
    if not digits.startswith("0") and len(digits) in (9, 10) and digits[:4] not in ("1800", "1900"):
        digits = "0" + digits
    if len(digits) == _LANDLINE and digits[:4] in _OLD_PREFIXES:
        digits = _OLD_PREFIXES[digits[:4]] + digits[4:]
    mobile = len(digits) == _MOBILE and digits[0] == "0" and digits[1] != "0"
    landline = len(digits) == _LANDLINE and digits.startswith("02")
    return digits, mobile or landline or digits[:4] in ("1800", "1900")
