"""Rows of a list that are no guests: totals, headings of sections, and what is signed at the foot."""

import re
from typing import Literal, NamedTuple

from data.roster.table import Row
from data.text.fold import fold

_HAMLET = (
    r"(?:x[oó]m|th[oô]n|t[oổ](?: d[aâ]n ph[oố])?|[dđ][oộ]i|khu(?: ph[oố])?|[aấ]p|b[aả]n|c[uụ]m|hamlet|ng[oõ])"
)
_HAMLET_NAME = re.compile(
    rf"(?:c[aá]c h[oộ] )?({_HAMLET}\s+(?:s[oố] )?[\w\-./ ]{{1,24}}?)\s*"
    r"(?:\(.*\)?|[:,\-–]\s*\d+\s*h[oộ]\b.*)?",
    re.I,
)
_HAMLET_COUNT = re.compile(rf"{_HAMLET}\b.*\d+\s*(?:h[oộ]|households)\b.*", re.I)
_TOTAL = re.compile(
    r"(?:tổng cộng|tổng số|tổng|cộng|tong cong|tong so|total|subtotal|cong)"
    r"(?:\s*[:=].*|\s+(?:số|hộ|xóm|thôn|tổ|đội|danh sách|trang|khu|là|có|theo|cuối|xom|thon|ho|\d).*)?",
    re.I,
)
_FOOT = re.compile(
    r"nguoi lap|lap bieu|lap danh sach|^truong (thon|ban|xom)\b|^t/?m\.? |xac nhan cua|ky,? ghi|\(ky|ky ten"
    r"|\bngay\b.*\bthang\b.*\bnam\b|^(pho )?chu tich$|an dinh danh sach|danh sach (nay )?(co|gom) \d+"
    r"|thu truong|^bi thu chi bo$"
)
_ROMAN = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]?")
_NUMBERED_TITLE = re.compile(r"(?:[IVX]{1,5}|[A-H])\s*[.)/:\-]\s*(.+)")
_GUESTS = re.compile(r"dai bieu|khach moi|quan khach|delegate|thanh phan du")

Kind = Literal["guest", "total", "section", "foot", "remark"]


class Furniture(NamedTuple):
    """What a row is, and the text of a section or a remark."""

    kind: Kind
    text: str = ""


def furniture(row: Row, name: str, has_facts: bool, numbered: bool) -> Furniture:
    """What ``row`` is, when ``name`` is the text where names stand.

    ``has_facts``: its year or phone is filled; ``numbered``: it has a number in the list (STT).
    """
    texts = list(dict.fromkeys(row.texts()))
    if not texts or numbered:
        return Furniture("guest")
    words = [text for text in texts if not text.isdigit()]
    first = words[0] if words else ""
    if any(_TOTAL.fullmatch(text) for text in words[:2]):
        return Furniture("total")
    if has_facts:
        return Furniture("guest")
    if len(words) > 1 and _ROMAN.fullmatch(first):
        return Furniture("section", words[1])
    if len(words) == 1:
        if _HAMLET_NAME.fullmatch(first) or _HAMLET_COUNT.fullmatch(first):
            return Furniture("section", first)
        titled = _NUMBERED_TITLE.fullmatch(first)
        if titled:
            return Furniture("section", titled[1])
    # A guest may be "Trưởng thôn" too, but has a name beside it.
    if _is_foot(name) or (not name and any(map(_is_foot, texts))):
        return Furniture("foot")
    return Furniture("remark", first) if len(words) == 1 else Furniture("guest")


def _is_foot(text: str) -> bool:
    return bool(_FOOT.search(fold(text)))


def hamlet_of(text: str) -> str:
    """The hamlet that a section's heading or a sheet's name is, without counts; "" when it is none."""
    found = _HAMLET_NAME.fullmatch(text.strip())
    return found[1].strip() if found else ""


def counts_households(text: str) -> bool:
    """Whether a heading counts ("Xóm 3: 25 hộ"): it may stand above or below its households."""
    return bool(_HAMLET_COUNT.fullmatch(text))


def is_about_delegates(text: str) -> bool:
    """Whether a heading or a sheet's name speaks of delegates."""
    return bool(_GUESTS.search(fold(text)))
