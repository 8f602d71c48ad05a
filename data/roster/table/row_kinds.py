"""Rows of a list that are no guests: totals, headings of sections, and what is signed at the foot."""

# ruff: noqa: E501 - tables of words

import re
from typing import Literal, NamedTuple

from data.roster.cells.grid import Row
from data.roster.words.plain import is_plain_name
from data.text.fold import fold
from data.text.syllables import is_family_name

_HAMLET = (
    r"(?:x[oó]m|th[oô]n|t[oổ](?: d[aâ]n ph[oố]| li[eê]n gia| t[uự] qu[aả]n| [dđ]o[aà]n k[eế]t)?|[dđ][oộ]i(?: s[aả]n xu[aấ]t)?"
    r"|(?:ti[eể]u )?khu(?: ph[oố]| d[aâ]n c[uư])?|[aấ]p|b[aả]n|c[uụ]m(?: d[aâ]n c[uư])?|hamlet|ng[oõ]|l[aà]ng|kh[oó]m"
    r"|bu[oô]n|s[oó]c|ph[oố]|chi h[oộ]i|nh[oó]m|tdp|kdc|gi[aá]p)"
)
_LEADING = r"[*+•\-–—\s]*(?:(?:[IVX]{1,5}|[A-H]|\d{1,2})\s*[.)/:\-]\s*)?(?:(?:danh sách\s+)?(?:c[aá]c h[oộ]|h[oộ] d[aâ]n)\s+)?"
# Whose hamlet it is said to be, behind its name.
_LEADER = (
    r"(?:(?:t[oổ]|x[oó]m|[dđ][oộ]i|nh[oó]m) (?:ph[oó]|tr[uư][oở]ng)|tr[uư][oở]ng (?:x[oó]m|th[oô]n|khu|[aấ]p|b[aả]n|nh[oó]m)"
    r"|(?:ng[uư][oờ]i )?ph[uụ] tr[aá]ch|do [oô]ng|do b[aà]|[oô]ng|b[aà]|đ/?c)"
)
_HAMLET_NAME = re.compile(
    rf"{_LEADING}({_HAMLET}\s*:?\s+(?:s[oố] )?[\w./ ]{{1,24}}?|{_HAMLET}\d{{1,3}})\s*"
    r"(?:\(.*\)?|[:,\-–—;]\s*(?:có\s+|gồm\s+)?\d+\s*(?:h[oộ]|nhà|gia đình|households|người)\b.*"
    rf"|[:,\-–—;]\s*{_LEADER}\b.*|[:.\-–—*]*)",
    re.I,
)
_UNNAMED_HAMLET = re.compile(rf"{_LEADING}{_HAMLET}\b.*", re.I)
_HAMLET_COUNT = re.compile(rf"{_LEADING}{_HAMLET}\b.*\d+\s*(?:h[oộ]|households)\b.*", re.I)
_TITLE = re.compile(
    r".*\bdanh s[aá]ch\b.*\s((?:x[oó]m|t[oổ](?: d[aâ]n ph[oố])?|[dđ][oộ]i|c[uụ]m|[aấ]p|kh[oó]m|b[aả]n)\s+(?:s[oố]\s+)?\w+(?:\s\w+)?)",
    re.I,
)
_TOTAL = re.compile(
    r"[*+•\-–\s]*(?:tổng cộng|tổng số|tổng hợp|tổng|cộng dồn|cộng|tong cong|tong so|grand total|total|subtotal|sum|cong"
    r"|sum total|số (?:hộ|người|nhân khẩu|khẩu)(?: dân)?(?: (?:trong|của) (?:danh sách|xóm|thôn|tổ))?|toàn (?:thôn|xóm|xã|khu|tổ)"
    r"|tổng (?:nhân khẩu|số|dân số|khẩu|hộ|lao động|thu|chi|tiền|kinh phí|quân số|diện tích))"
    r"(?:\s*[:=.].*|\s+(?:số|cộng|hộ|xóm|thôn|tổ|đội|danh sách|trang|khu|là|có|theo|cuối|chung|cả|của|toàn|mục|phần"
    r"|nhóm|gồm|đại biểu|khách|người|xom|thon|ho|so|\d).*)?",
    re.I,
)
_FOOT = re.compile(
    r"nguoi (lap|tong hop|ghi|thuc hien|bao cao|kiem tra|viet|thong ke|phu trach|ke khai|danh may)\b|lap bieu|lap danh sach"
    r"|^(tm|t/m|kt|k/t|tl|tuq)\b\.?|^truong (thon|ban|xom|khu|to|ap|ban ctmt|ban cong tac)\b|xac nhan\b|ky,? ghi|\(ky|ky ten"
    r"|\bngay\b.*\bthang\b.*(\bnam\b|$)|^(pho )?chu tich\b|an dinh danh sach|danh sach (nay |tren )?(gom co|co|gom)( tat ca| tong so)? \d+"
    r"|thu truong|^(pho )?bi thu\b|^da (ky|duyet|kiem tra)|^noi nhan\b|^(-\s*)?nhu tren\b|^-?\s*luu\s*([:;,]|(vt|ho so|vp|tai)\b)"
    r"|^kinh gui|^(phe )?duyet\b|^thu ky\b|^ke toan\b|^can bo\b|^dong dau|^nguoi nhan\b|^giam doc|^ban cong tac mat tran\b"
    r"|^uy ban\b|^dai dien (ban|uy ban|thon|xom|chinh quyen)|^nguoi dai dien\b.*:|^(in|lap) (tai|luc|ngay)\b|^trang \d+"
    r"|^\D{2,30},\s*(ngay\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}$|^(so ho|so nguoi|danh sach) (nay )?(trong|cua|o) .*\d|^(approved|checked|verified) by"
    r"|^prepared by|^signature|^signed|^chu ky\b|^(ghi chu|luu y|chu thich|note)\s*:|^nguon\s*:|^(viet )?bang chu\b|^(\*+|\(\*\))\s"
)
# What may stand beside the name of a hamlet in its heading: a number, a count.
_COUNTED = r"\s*(?:hộ|ho|người|nhà|khẩu|households)"
_BESIDE = re.compile(rf"(?:[IVX]{{1,5}}|[A-Za-z])[.)]?|\(?[\d.,/]+(?:{_COUNTED})?\)?\.?", re.I)
_COUNT = re.compile(rf"\(?\d+{_COUNTED}\)?\.?", re.I)
_UNITS = frozenset(
    ("xóm", "thôn", "tổ", "đội", "khu", "ấp", "bản", "cụm", "ngõ", "làng", "khóm", "buôn", "sóc", "phố")
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROMAN = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]?")
_NUMBERED_TITLE = re.compile(r"(?:[IVX]{1,5}|[A-H])\s*[.)/:\-]\s*(.+)")
_GUESTS = re.compile(r"dai bieu|khach moi|quan khach|delegate|thanh phan du")

Kind = Literal["guest", "total", "section", "foot", "remark"]


class Furniture(NamedTuple):
    """What a row is, and the text of a section or a remark."""

    kind: Kind
    text: str = ""


GUEST = Furniture("guest")


def furniture(
    row: Row, name: str, has_facts: bool, numbered: bool, counts_in_letters: bool = False
) -> Furniture:
    """What ``row`` is, when ``name`` is the text where names stand.

    ``has_facts``: its year or phone is filled; ``numbered``: it has a number in the list (STT);
    ``counts_in_letters``: those numbers are I, II, III or a, b, c.
    """
    # "A | XÓM ĐÌNH | 25" is a section and its count.
    is_named = numbered or name.partition(" ")[0].casefold() not in _UNITS
    if (has_facts or (numbered and not counts_in_letters)) and is_named and is_plain_name(name):
        return GUEST
    texts = list(dict.fromkeys(row.texts()))
    if not texts:
        return Furniture("guest")
    words = [text for text in texts if not text.isdigit()]
    first = words[0] if words else ""
    if any(_TOTAL.fullmatch(text) for text in words[:2]) or (name and _TOTAL.fullmatch(name)):
        return Furniture("total")
    named = name or (words[1] if len(words) > 1 and _ROMAN.fullmatch(first) else first)
    if (
        (name or not numbered)
        and not (numbered and any(map(_YEAR.fullmatch, texts)))
        and _HAMLET_NAME.fullmatch(named)
        and all(text == named or _BESIDE.fullmatch(text) for text in texts)
    ):
        return Furniture("section", named)
    if numbered and not counts_in_letters:
        return Furniture("guest")
    if len(words) == 1 and _HAMLET_COUNT.fullmatch(first):
        return Furniture("section", first)
    if has_facts:
        return Furniture("guest")
    if len(words) > 1 and _ROMAN.fullmatch(first):
        titled = name or words[1]
        if _is_section(titled) or not (counts_in_letters or _is_person(titled)):
            return Furniture("section", titled)
    if numbered:
        return Furniture("guest")
    if len(words) == 1 and (heading := _NUMBERED_TITLE.fullmatch(first)):
        return Furniture("section", heading[1])
    # A guest may be "Trưởng thôn" too, but has a name beside it.
    if _is_foot(name) or (not name and any(map(_is_foot, texts))):
        return Furniture("foot")
    return Furniture("remark", first) if len(words) == 1 else Furniture("guest")


def _is_person(name: str) -> bool:
    words = name.split()
    return 1 < len(words) < 6 and is_family_name(words[0]) and all(word[:1].isupper() for word in words)


def _is_section(text: str) -> bool:
    return bool(_HAMLET_NAME.fullmatch(text) or _HAMLET_COUNT.fullmatch(text)) or is_about_delegates(text)


def _is_foot(text: str) -> bool:
    # "Lưu Văn Thư" is a person, whatever an official list ends with.
    return not _is_person(text) and bool(_FOOT.search(fold(text)))


def hamlet_of(text: str) -> str:
    """The hamlet that a section's heading or a sheet's name is, without counts; "" when it is none."""
    found = _HAMLET_NAME.fullmatch(text.strip())
    if not found:
        return ""
    return " ".join(found[1].replace(":", " ").split())


def hamlet_in_title(text: str) -> str:
    """The hamlet that the title of a list ends with ("DANH SÁCH CÁC HỘ XÓM ĐÌNH"); "" when it is none.

    A village (thôn) is none: all of the list's guests live in it.
    """
    found = _TITLE.fullmatch(text.strip(" .:"))
    return found[1] if found else ""


def counts_households(text: str) -> bool:
    """Whether a heading counts ("Xóm 3: 25 hộ"): it may stand above or below its households."""
    return bool(_HAMLET_COUNT.fullmatch(text))


def may_name_a_hamlet(text: str) -> bool:
    """Whether a heading begins as one that names a hamlet does, whatever follows."""
    return bool(_UNNAMED_HAMLET.fullmatch(text))


def is_a_count(text: str) -> bool:
    """Whether a text counts households or people ("(25 hộ)")."""
    return bool(_COUNT.fullmatch(text))


def is_about_delegates(text: str) -> bool:
    """Whether a heading or a sheet's name speaks of delegates."""
    return bool(_GUESTS.search(fold(text)))
