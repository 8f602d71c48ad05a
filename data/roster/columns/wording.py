"""What villages write above a column, and what they mean by it: the words themselves."""

# ruff: noqa: E501 - tables of words

import re
from functools import lru_cache
from typing import Literal, get_args

from data.language import N_
from data.model.guest_facts import FACTS, FactName
from data.text.fold import fold

Meaning = Literal[
    FactName, "family_name", "middle_name", "given_name", "relation", "card", "kind", "group", "ignored"
]  # fmt: skip
MEANINGS: tuple[Meaning, ...] = get_args(Meaning)

MEANING_LABELS: dict[Meaning, str] = {
    **{name: fact.label for name, fact in FACTS.items()},
    "family_name": N_("family and middle name"),
    "middle_name": N_("middle name"),
    "given_name": N_("given name"),
    "relation": N_("relation to the household's head"),
    "card": N_("number of the card"),
    "kind": N_("household or delegate"),
    "group": N_("hamlet or delegation"),
    "ignored": N_("not used"),
}
"""What to call each meaning on the screen; translate with ``_`` when showing."""

# Whole headings, folded, of what is no fact of a guest by itself. "ho" is both "Họ" (family name) and "Hộ" (household): the columns beside it tell.
_OTHERS: dict[Meaning, str] = {
    "family_name": "ho|ho dem|ho va dem|ho va ten dem|ho ten dem|ho lot|ho va chu lot|ho va ten lot|ho ten lot"
    "|ho chu dem|ho va chu dem|ho & dem|ho & ten dem|ho chu lot|family name|last name|surname|lname|lastname"
    "|family|ho nguoi|your last name|your family name|your surname|ho cua ban|ho khach",
    "middle_name": "additional name|dem|chu dem|ten dem|ten lot|chu lot|lot|middle name|middle|middlename",
    "given_name": "given name|first name|ten goi chinh|ten rieng|ten chinh|forename|fname|firstname|given names"
    "|first names|your first name|your given name|ten cua ban|given|dem va ten|chu dem va ten|ten dem va ten"
    "|lot va ten|chu lot va ten|ten lot va ten|dem ten|lot ten|dem & ten|ten va chu dem|ten va dem",
    "relation": "quan he|quan he voi chu ho|qh voi chu ho|qh chu ho|moi quan he|qhch|quan he chu ho|qh|q he"
    "|quan he gia dinh|quan he trong ho|relationship|relation|relation to head|relationship to head|la gi voi chu ho"
    "|vai tro trong ho|quan he vs chu ho|moi quan he voi chu ho|qh vs chu ho|la chu ho|quan he nhan than"
    "|quan he voi ch|vai tro trong gia dinh|relationship to head of household|relation to household head",
    "card": "so the|so the moi|ma the|so khach|guest number|card number|card|card no",
    "kind": "ho / dai bieu|ho/dai bieu|ho dai bieu|household or delegate",
    "group": "xom / thanh phan|xom/thanh phan|xom thanh phan|hamlet or delegation",
    "ignored": "gioi tinh|tuoi|gioi|dan toc|ton giao|nghe nghiep|ky ten|chu ky|ky|ky nhan|email|e mail"
    "|cccd|cmnd|so cccd|can cuoc|so khau|nhan khau|so nhan khau|so nguoi|sex|gender|age|signature"
    "|thoi gian|dau thoi gian|timestamp|trinh do|que quan|nguyen quan|dien ho|ma ho|so ho|ma so|ma|co mat|gio den"
    "|nguoi den|diem danh qua|truc cua|ve som|gio|tam tru|so cmnd|cmnd/cccd|ngay cap|noi cap|noi sinh|tinh trang"
    "|came|time|who came|people|checked in by|on duty|left early|ngay vao dang|xac nhan|ten duong|duong"
    "|so nha|dia chi email|nam vao dang|so luong|loai ho|sl|ten truong|lop|ten lop|ten hang|ten tai san"
    "|ten me|ten bo|ten cha|ten con|phu huynh|ho ten me|ho ten bo|ho ten cha|ho ten phu huynh|ho ten con"
    "|ho va ten phu huynh|ho ten cha me|ho va ten cha|ho va ten me|nguoi gioi thieu|nguoi lap"
    "|name suffix|suffix|file as|labels|group membership|organization department|yomi name|phonetic first name"
    "|phonetic last name|phonetic middle name|given name yomi|family name yomi|additional name yomi|short name"
    "|maiden name|initials|user name|username|nhom mau|nam cap|nam ket nap|nam nhap ngu",
}  # fmt: skip
_HEADINGS: dict[Meaning, str] = {**{name: fact.headings for name, fact in FACTS.items()}, **_OTHERS}
EXACT: dict[str, Meaning] = {
    phrase: meaning for meaning, phrases in _HEADINGS.items() for phrase in phrases.split("|")
}
"""Every known heading, folded, and what it says."""

# Headings that only contain a telling phrase, first rule first: "điện thoại chủ hộ" is a phone.
CONTAINING: tuple[tuple[str, Meaning], ...] = (
    (r"^(dem|so luong|tong so|tong|count|sum)\b( of| cua)?", "ignored"),
    (r"\b(type|label|suffix|phonetic|yomi)\b", "ignored"),
    (r"\bquan he\b|\bqh\b|\brelation", "relation"),
    (r"cccd|cmnd|can cuoc|chung minh|ho chieu|ky ten|chu ky|nhan khau|so khau|bao hiem|\bemail\b", "ignored"),
    (r"gioi tinh|\bdi thay\b|nguoi du\b|(so|ma) ho\b|\btuoi\b|\bdong (ho|tien|gop)\b|tai khoan", "ignored"),
    (r"\bten (duong|truong|lop|hang|sach|vat|cay|mon|file|cong ty|dich vu|tai san)\b", "ignored"),
    (r"dien thoai|\bsdt\b|\bdt\b|\bdtdd\b|\bphone\b|\bzalo\b|di dong|so lien he|\bmobile\b", "phone"),
    (r"nam sinh|ngay sinh|sinh nam|thang nam sinh|\bbirth", "birth_year"),
    (r"thuong goi|goi khac|biet danh|bi danh|nickname", "nickname"),
    (r"thanh phan|\bdelegation\b", "delegation"),
    (r"ghi chu|luu y|\bnotes?\b", "note"),
    (r"xung ho|danh xung", "honorific"),
    (r"\b(first|given) name", "given_name"),
    (r"\b(last|family) name|\bsurname", "family_name"),
    (r"^(ho )?(va )?(ten |chu )?(dem|lot)$|\bho (va )?(ten |chu )?(dem|lot)$", "family_name"),
    (r"ho va ten|ho ten|chu ho\b|dai dien (ho|gia dinh)|ten dai bieu|\bfull name\b|hovaten|ho chu dem", "name"),
    (r"chuc vu|chuc danh", "title"),
    (r"don vi|co quan|cong tac|to chuc|organi[sz]ation", "organisation"),
    (r"\bname\b", "name"),
    (r"thuong tru|cu tru|noi o\b|cho o\b|dia chi|\baddress\b", "hamlet"),
    (r"^(xom|thon|to dan pho|khu dan cu|hamlet|to|doi|khu|ap|ten thon|ten xom)\b(?!.*\d).{0,20}$", "hamlet"),
    (r"^(so )?thu tu|\bstt\b", "order"),
)  # fmt: skip

_BRACKETS = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
_SIGNS = re.compile(r"[^\w/#&]+|_+")


@lru_cache(4096)
def heading(text: str) -> str:
    """A heading as the tables above write it: folded, without brackets and signs."""
    folded = fold(text)
    without = _BRACKETS.sub(" ", folded)
    return " ".join(_SIGNS.sub(" ", without if without.strip() else folded).split())


@lru_cache(4096)
def parted_heading(text: str) -> str:
    """A heading in snake or camel case ("so_dien_thoai", "HoTenChuHo") as the tables above write it."""
    spaced = text.replace("_", " ").replace("-", " ").replace(".", " ")
    humps = (
        f" {sign}"
        if sign.isupper() and (before.islower() or (before.isupper() and after.islower()))
        else sign
        for before, sign, after in zip(" " + spaced, spaced, spaced[1:] + " ", strict=False)
    )
    return heading("".join(humps))
