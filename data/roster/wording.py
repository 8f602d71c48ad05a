"""What villages write above a column, and what they mean by it."""

import re
from functools import lru_cache
from typing import Literal, get_args

from data.language import N_
from data.text.fold import fold

Meaning = Literal[
    "order", "name", "family_name", "given_name", "birth_year", "hamlet", "phone", "nickname", "title",
    "organisation", "delegation", "honorific", "note", "ignored",
]  # fmt: skip
MEANINGS: tuple[Meaning, ...] = get_args(Meaning)

MEANING_LABELS: dict[Meaning, str] = {
    "order": N_("number in the list (STT)"),
    "name": N_("name"),
    "family_name": N_("family and middle name"),
    "given_name": N_("given name"),
    "birth_year": N_("year of birth"),
    "hamlet": N_("hamlet"),
    "phone": N_("phone"),
    "nickname": N_("name in daily use"),
    "title": N_("title"),
    "organisation": N_("organisation"),
    "delegation": N_("delegation"),
    "honorific": N_("honorific"),
    "note": N_("note"),
    "ignored": N_("not used"),
}
"""What to call each meaning on the screen; translate with ``_`` when showing."""

# Whole headings, folded. "ho" is both "Họ" (family name) and "Hộ" (household): the columns beside it tell.
_HEADINGS: dict[Meaning, str] = {
    "order": "stt|tt|so tt|so thu tu|so|no|thu tu|#",
    "name": "ho va ten|ho ten|chu ho|ten chu ho|ho ten chu ho|ho va ten chu ho|dai dien ho|dai dien"
    "|ten ho|ho gia dinh|ten|name|full name|fullname|ho va ten dai bieu|dai bieu|ten dai bieu|khach moi"
    "|head of household|household head|household|guest|h va t|ho & ten|hovaten|hoten",
    "family_name": "ho|ho dem|ho va dem|ho va ten dem|ho ten dem|ho lot|ho va chu lot|ho va ten lot"
    "|family name|last name|surname",
    "given_name": "given name|first name|ten goi chinh",
    "birth_year": "ns|sn|nam sinh|ngay sinh|sinh nam|ngay thang nam sinh|nam|birth year|year of birth"
    "|date of birth|dob|born|birthday|namsinh",
    "hamlet": "xom|thon|to|doi|khu|ap|ban|to dan pho|khu pho|cum|cum dan cu|khu dan cu|dia chi|cho o"
    "|noi o|hamlet|village|address|to doan ket|doi san xuat|ngo",
    "phone": "dien thoai|so dien thoai|sdt|dt|so dt|dtdd|didong|di dong|so may|zalo|so zalo|phone"
    "|phone number|mobile|tel|telephone|so lien he|lien he|lien lac",
    "nickname": "ten thuong goi|thuong goi|ten goi khac|ten khac|biet danh|bi danh|ten goi|ten hay goi"
    "|nickname|known as|ten tuc",
    "title": "chuc vu|chuc danh|chuc trach|vai tro|title|position|role",
    "organisation": "don vi|co quan|don vi cong tac|noi cong tac|co quan don vi|to chuc|cong tac tai"
    "|organisation|organization|office|agency|noi lam viec",
    "delegation": "thanh phan|doan|thanh phan moi|thanh phan dai bieu|nhom|doi tuong|doi tuong moi"
    "|delegation|group|loai khach|khoi",
    "honorific": "danh xung|xung ho|cach xung ho|ong ba|ong/ba|honorific|mr/mrs",
    "note": "ghi chu|luu y|chu thich|chu y|note|notes|remark|remarks|comment",
    "ignored": "gioi tinh|tuoi|gioi|nu|dan toc|ton giao|nghe nghiep|ky ten|chu ky|ky|ky nhan|email"
    "|cccd|cmnd|so cccd|can cuoc|so khau|nhan khau|so nhan khau|so nguoi|quan he|sex|gender|age|signature",
}  # fmt: skip
_EXACT = {phrase: meaning for meaning, phrases in _HEADINGS.items() for phrase in phrases.split("|")}

# Headings that only contain a telling phrase, first rule first: "điện thoại chủ hộ" is a phone.
_CONTAINING: tuple[tuple[str, Meaning], ...] = (
    (r"quan he|cccd|cmnd|can cuoc|chung minh|ho chieu|ky ten|chu ky|nhan khau|so khau|bao hiem", "ignored"),
    (r"gioi tinh|\bten (vo|chong|con|bo|me|cha|nguoi du)\b|\bdi thay\b|(so|ma) ho\b|\btuoi\b", "ignored"),
    (r"dien thoai|\bsdt\b|\bdt\b|\bdtdd\b|\bphone\b|\bzalo\b|di dong|lien he", "phone"),
    (r"nam sinh|ngay sinh|sinh nam|thang nam sinh|\bbirth\b", "birth_year"),
    (r"thuong goi|goi khac|biet danh|bi danh|nickname", "nickname"),
    (r"thanh phan|\bdelegation\b", "delegation"),
    (r"chuc vu|chuc danh", "title"),
    (r"don vi|co quan|cong tac|to chuc|organi[sz]ation", "organisation"),
    (r"ghi chu|luu y|\bnotes?\b", "note"),
    (r"xung ho|danh xung", "honorific"),
    (r"\bho (va )?(ten )?(dem|lot)\b", "family_name"),
    (r"ho va ten|ho ten|chu ho|dai dien|ten dai bieu|\bname\b", "name"),
    (r"\b(xom|thon|to dan pho|khu dan cu|dia chi|hamlet|cho o)\b|^(to|doi|khu|ap)\b.{0,12}$", "hamlet"),
    (r"^(so )?thu tu|\bstt\b", "order"),
)  # fmt: skip

_BRACKETS = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
_SIGNS = re.compile(r"[^\w/#&]+")
_LONGEST = 60
_TYPO_FROM = 5


@lru_cache(4096)
def heading(text: str) -> str:
    """A heading as the tables above write it: folded, without brackets and signs."""
    folded = fold(text)
    without = _BRACKETS.sub(" ", folded)
    return " ".join(_SIGNS.sub(" ", without if without.strip() else folded).split())


@lru_cache(4096)
def exact_meaning(text: str) -> Meaning | None:
    """The meaning of a heading that is one of the known ones, or one letter away from it."""
    asked = heading(text)
    if not asked or len(text) > _LONGEST:
        return None
    for form in (asked, asked.replace("/", " ").replace("  ", " "), asked.replace(" / ", "/")):
        if form in _EXACT:
            return _EXACT[form]
    return _misspelt(asked) if len(asked) >= _TYPO_FROM and not any(c.isdigit() for c in asked) else None


def _misspelt(asked: str) -> Meaning | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    known = [phrase for phrase in _EXACT if len(phrase) >= _TYPO_FROM]
    found = process.extractOne(asked, known, scorer=OSA.distance, score_cutoff=1)
    return _EXACT[found[0]] if found else None


@lru_cache(4096)
def meaning_of(text: str) -> Meaning | None:
    """What the heading ``text`` says its column holds, or None when that cannot be told."""
    sure = exact_meaning(text)
    if sure or not text or len(text) > _LONGEST:
        return sure
    asked = heading(text)
    parts = [part.strip() for part in asked.split("/")] if "/" in asked else []
    for part in parts:
        if part in _EXACT:
            return _EXACT[part]
    return next((meaning for pattern, meaning in _CONTAINING if re.search(pattern, asked)), None)
