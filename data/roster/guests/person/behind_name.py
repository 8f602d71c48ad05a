"""What lists write behind a name in its own cell: a year, a phone, another name, a second person."""

# ruff: noqa: E501 - tables of words

import re
from typing import NamedTuple

from data.text.fold import fold
from data.text.syllables import is_family_name

_BRACKETED = re.compile(r"^(?P<name>[^()\[\]]*\S)\s*[(\[](?P<behind>[^()\[\]]+)[)\]]\s*$")
_PARTED = re.compile(r"^(?P<name>.*?[^\W\d_])\s*(?:[,;:]|\s[-–—]|[-–—]\s)\s*(?P<behind>.+)$")
_BARE = re.compile(
    r"^(?P<name>\S+(?:\s+\S+){1,4}?)\s+(?P<behind>(?:đã\s+(?:mất|chết|qua đời|từ trần|chuyển)|chuyển\s+(?:đi|khẩu)|sn\b|sinh\s+năm"
    r"|tức\b|tên thường gọi|thường gọi|bí danh|(?:cùng|và|\+|&)\s*(?:vợ|chồng|gia đình|phu nhân|phu quân|các con|con)\s*$"
    r"|\(?(?:\+84|0)\d[\d .]{7,}\)?$|(?:18|19|20)\d\d$).*)$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:s\.?n\.?|ns|sinh(?: năm)?|năm sinh)?\s*[:.]?\s*((?:19|20)\d\d)", re.IGNORECASE)
_DATE = re.compile(
    r"(?:s\.?n\.?|sinh(?: ngày)?)?\s*[:.]?\s*\d{1,2}[/.\-]\d{1,2}[/.\-]((?:19|20)\d\d)", re.IGNORECASE
)
_PHONE = re.compile(r"(?:đt|sđt|tel|zalo|điện thoại)?\s*[:.]?\s*((?:\+?84|0)[\d .\-]{8,13})", re.IGNORECASE)
_ALIAS = re.compile(
    r"(?:tức|tên thường gọi|thường gọi|tên gọi khác|gọi là|bí danh|hay gọi)(?:\s+là)?\s*:?\s+(.+)",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:đã\s+|mới\s+|bị\s+)?(?:chết|từ trần|qua đời|tử vong|tạ thế|mất(?!\s*(?:sức|trí|khả|việc|đất|cmnd|cccd|giấy|thẻ|liên|ngủ|dấu|chữ)))\b"
    r"|\b(?:đã\s+)?chuyển\s+(?:đi|khẩu|hộ khẩu|vào|ra|sang|nơi|chỗ|lên|xuống|về|đến)\b|\b(?:cắt|xóa|xoá)\s+(?:hộ\s+)?khẩu\b|^chuyển$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:vợ|chồng|con|bố|mẹ|cha|ông|bà|anh|chị|em|cháu|trai|gái)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
_OTHER_NAME = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d_]*(?:\s+[A-ZĐÀ-Ỹ][^\W\d_]*){0,2}")
_TITLE = re.compile(
    r"(?:pho )?(?:truong|chu tich|bi thu|giam doc|chi hoi truong|chu nhiem|can bo|to truong)\b"
)
_OFFICE = re.compile(
    r"\b(?:truong|pho|chu tich|bi thu|can bo|giam doc|hoi|ban|dai bieu|khach|ho|ngheo|vang|moi|chu|xom|thon|to)\b"
)
_COMPANY = re.compile(
    r"(?:cùng|và|\+|&|cả)?\s*(?:hai\s+)?(?:vợ chồng|vợ|chồng|gia đình|phu nhân|phu quân|các con|con)",
    re.IGNORECASE,
)


class Behind(NamedTuple):
    """The name alone, and what stood behind it: each "" or None when it did not."""

    name: str
    year: int | None = None
    phone: str = ""
    nickname: str = ""
    title: str = ""
    company: str = ""
    gone: str = ""


def behind_name(text: str) -> Behind:
    """``text`` parted into a name and what stands behind it, where both are plain; else all of it as the name."""
    for pattern in (_BRACKETED, _BARE, _PARTED):
        found = pattern.match(text)
        if found and len(found["name"].split()) > 1:
            told = _told(
                found["name"].strip(" ,;:-–—+&"), found["behind"].strip(" ().,;:"), pattern is _BRACKETED
            )
            if told is not None:
                return told
    return Behind(_without_comma(text))


def is_gone(note: str) -> bool:
    """Whether a remark says that the guest, and not somebody of the family, has died or moved away."""
    found = _GONE.search(note)
    return bool(found) and not _OTHERS.search(note[: found.start()] if found else "")


def _told(name: str, behind: str, bracketed: bool) -> Behind | None:
    for pattern in (_YEAR, _DATE):
        if year := pattern.fullmatch(behind):
            return Behind(name, year=int(year[1]))
    if phone := _PHONE.fullmatch(behind):
        return Behind(name, phone=phone[1].strip())
    if is_gone(behind):
        return Behind(name, gone=behind)
    if _COMPANY.fullmatch(behind):
        return Behind(name, company=behind)
    if alias := _ALIAS.fullmatch(behind):
        return Behind(name, nickname=alias[1])
    if bracketed and _TITLE.match(fold(behind)):
        return Behind(name, title=behind)
    if _OTHER_NAME.fullmatch(behind) and not _OFFICE.search(fold(behind)):
        return Behind(name, nickname=behind) if bracketed else None
    return None


def _without_comma(text: str) -> str:
    """ "Nguyễn, Văn An", as some programs part a name in its own column, as "Nguyễn Văn An"."""
    first, comma, rest = text.partition(", ")
    words = rest.split()
    if not comma or " " in first or not 1 <= len(words) <= 4 or not is_family_name(first):
        return text
    plain = all(word[:1].isupper() and word.isalpha() for word in words)
    second = len(words) > 1 and is_family_name(words[0]) and words[0].lower() not in ("văn", "thị")
    return f"{first} {rest}" if plain and not second else text
