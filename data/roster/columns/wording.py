"""What villages write above a column, and what they mean by it: the words themselves."""

# ruff: noqa: E501 - tables of words

import re
from functools import lru_cache
from typing import Literal, get_args

from data.language import N_
from data.text.fold import fold

Meaning = Literal[
    "order", "name", "family_name", "middle_name", "given_name", "birth_year", "hamlet", "phone", "nickname",
    "title", "organisation", "delegation", "honorific", "relation", "card", "kind", "group", "note", "ignored",
]  # fmt: skip
MEANINGS: tuple[Meaning, ...] = get_args(Meaning)

MEANING_LABELS: dict[Meaning, str] = {
    "order": N_("number in the list (STT)"),
    "name": N_("name"),
    "family_name": N_("family and middle name"),
    "middle_name": N_("middle name"),
    "given_name": N_("given name"),
    "birth_year": N_("year of birth"),
    "hamlet": N_("hamlet"),
    "phone": N_("phone"),
    "nickname": N_("name in daily use"),
    "title": N_("title"),
    "organisation": N_("organisation"),
    "delegation": N_("delegation"),
    "honorific": N_("honorific"),
    "relation": N_("relation to the household's head"),
    "card": N_("number of the card"),
    "kind": N_("household or delegate"),
    "group": N_("hamlet or delegation"),
    "note": N_("note"),
    "ignored": N_("not used"),
}
"""What to call each meaning on the screen; translate with ``_`` when showing."""

# Whole headings, folded. "ho" is both "Họ" (family name) and "Hộ" (household): the columns beside it tell.
_HEADINGS: dict[Meaning, str] = {
    "order": "stt|tt|so tt|so thu tu|so|no|thu tu|#|s tt|s t t|sott|index|id|order|row|serial",
    "name": "gia chu|ten gia chu|nguoi nhan|nguoi nhan qua|ho ten nguoi nhan|ho va ten nguoi nhan|quy khach|danh tinh|ho ten chu|last first|ten nguoi|ho va ten nguoi dan|nguoi duoc cap|ho ten nguoi duoc moi|ho va ten nguoi duoc moi|ho ten nguoi dang ky|ho va ten|ho ten|chu ho|ten chu ho|ho ten chu ho|ho va ten chu ho|dai dien ho|dai dien"
    "|ten ho|ho gia dinh|ten|name|full name|fullname|ho va ten dai bieu|dai bieu|ten dai bieu|khach moi"
    "|head of household|household head|head|household|guest|h va t|ho & ten|hovaten|hoten|ho ten dai bieu"
    "|ho ten khai sinh|ho va ten khai sinh|ho chu dem va ten|ho dem va ten|ho chu dem va ten khai sinh"
    "|ho ten nguoi dai dien|ho va ten nguoi dai dien|nguoi dai dien|nguoi dai dien ho|ten nguoi dai dien"
    "|ho ten cu tri|ho va ten cu tri|cu tri|hoi vien|ho ten hoi vien|ho va ten hoi vien|doan vien|dang vien"
    "|ho ten dang vien|ho va ten dang vien|thanh vien|ten thanh vien|ho ten thanh vien|ho va ten thanh vien"
    "|hoc sinh|ten hoc sinh|ho ten hoc sinh|ho va ten hoc sinh|ho ten khach moi|ten khach|ten khach moi"
    "|ho va ten khach moi|nguoi duoc moi|guest name|guests|attendee|attendee name|participant|member"
    "|participant name|member name|display name|your name|your full name|ten day du|danh sach ho|chu ho gia dinh"
    "|ten chu ho gia dinh|ho va ten chu ho gia dinh|ho ten ong ba|ho va ten ong ba|ho ten chu ho dai dien"
    "|contact name|person|nguoi|ho ten nguoi du|nguoi dung ten|ho va ten nguoi dung ten|ten nguoi dung dau",
    "family_name": "ho|ho dem|ho va dem|ho va ten dem|ho ten dem|ho lot|ho va chu lot|ho va ten lot|ho ten lot"
    "|ho chu dem|ho va chu dem|ho & dem|ho & ten dem|ho chu lot|family name|last name|surname|lname|lastname"
    "|family|ho nguoi|your last name|your family name|your surname|ho cua ban|ho khach",
    "middle_name": "additional name|dem|chu dem|ten dem|ten lot|chu lot|lot|middle name|middle|middlename",
    "given_name": "given name|first name|ten goi chinh|ten rieng|ten chinh|forename|fname|firstname|given names"
    "|first names|your first name|your given name|ten cua ban|given",
    "birth_year": "n sinh|n/s|tuoi/nam sinh|nam sinh/tuoi|nsinh|ngay thang nam sinh am lich|sinh|nam/sinh|tuoi nam sinh|ns|sn|nam sinh|ngay sinh|sinh nam|ngay thang nam sinh|nam|birth year|year of birth"
    "|date of birth|dob|born|birthday|namsinh|ngay thang nam|ngay sinh duong lich|sinh ngay|ngay/thang/nam sinh"
    "|nam sinh chu ho|ngay thang sinh|birthdate|birth date|yob|birthyear|nam sinh duong lich|ntns|d o b|y o b|nu",
    "hamlet": "d/c|d c|dc|hamlet name|street|home street|village name|chi hoi|thon to|ap khu|to thon|thuoc xom|thuoc thon|o xom|o thon|khu vuc|dia chi nha o|xom|thon|to|doi|khu|ap|ban|to dan pho|khu pho|cum|cum dan cu|khu dan cu|dia chi|cho o"
    "|noi o|hamlet|village|address|to doan ket|doi san xuat|ngo|lang|khom|pho|to lien gia|to tu quan|dia ban"
    "|noi cu tru|thuong tru|noi thuong tru|ho khau thuong tru|hktt|noi dkhktt|dkhktt|noi dang ky thuong tru"
    "|noi o hien nay|noi o hien tai|cho o hien nay|cho o hien tai|tru quan|tru tai|noi o hien|dia chi thuong tru"
    "|dia chi cu tru|dia chi lien he|dia chi hien nay|dia chi nha|ten thon|ten xom|ten to|ten lang|xom to"
    "|thon xom|thon to|xom/to|thon/xom|thon/to|to/xom|xom doi|noi sinh song|noi tam tru|home address|residence"
    "|place|place of residence|neighborhood|neighbourhood|noi dang ky ho khau thuong tru|cu tru|thon lang",
    "phone": "dien thoai|so dien thoai|sdt|dt|so dt|dtdd|didong|di dong|so may|zalo|so zalo|phone"
    "|phone number|mobile|tel|telephone|so lien he|lien he|lien lac|so di dong|dien thoai di dong|mobile phone"
    "|mobile number|so dien thoai lien he|cell|cell phone|contact|contact number|phone no|dien thoai lien he"
    "|sdt lien he|hotline|so dtdd|sodienthoai|sdt chu ho|so dien thoai chu ho|phones|tel no",
    "nickname": "ten thuong goi|thuong goi|ten goi khac|ten khac|biet danh|bi danh|ten goi|ten hay goi"
    "|nickname|known as|ten tuc|ten thuong dung|ten o nha|ten tu",
    "title": "organization title|chuc vu|chuc danh|chuc trach|vai tro|title|position|role|job title|chuc vu hien nay|cv",
    "organisation": "organization name|company name|organisation name|don vi|co quan|don vi cong tac|noi cong tac|co quan don vi|to chuc|cong tac tai"
    "|organisation|organization|office|agency|noi lam viec|co quan/don vi|ten co quan|ten don vi|ten to chuc"
    "|co quan cong tac|company",
    "delegation": "thanh phan|doan|thanh phan moi|thanh phan dai bieu|nhom|doi tuong|doi tuong moi"
    "|delegation|group|loai khach|khoi|nhom khach|guest group|thanh phan tham du|thanh phan du",
    "honorific": "name prefix|mr ms|ong|danh xung|xung ho|cach xung ho|ong ba|ong/ba|honorific|mr/mrs|mr mrs|salutation|prefix",
    "relation": "quan he|quan he voi chu ho|qh voi chu ho|qh chu ho|moi quan he|qhch|quan he chu ho|qh|q he"
    "|quan he gia dinh|quan he trong ho|relationship|relation|relation to head|relationship to head|la gi voi chu ho"
    "|vai tro trong ho|quan he vs chu ho|moi quan he voi chu ho|qh vs chu ho|la chu ho|quan he nhan than"
    "|quan he voi ch|vai tro trong gia dinh|relationship to head of household|relation to household head",
    "card": "so the|so the moi|ma the|so khach|guest number|card number|card|card no",
    "kind": "ho / dai bieu|ho/dai bieu|ho dai bieu|household or delegate",
    "group": "xom / thanh phan|xom/thanh phan|xom thanh phan|hamlet or delegation",
    "note": "ghi chu|luu y|chu thich|chu y|note|notes|remark|remarks|comment|comments",
    "ignored": "name suffix|suffix|file as|labels|group membership|organization department|yomi name|phonetic first name|phonetic last name|phonetic middle name|given name yomi|family name yomi|additional name yomi|short name|maiden name|initials|user name|username|nhom mau|nam cap|nam ket nap|nam nhap ngu|gioi tinh|tuoi|gioi|dan toc|ton giao|nghe nghiep|ky ten|chu ky|ky|ky nhan|email|e mail"
    "|cccd|cmnd|so cccd|can cuoc|so khau|nhan khau|so nhan khau|so nguoi|sex|gender|age|signature"
    "|thoi gian|dau thoi gian|timestamp|trinh do|que quan|nguyen quan|dien ho|ma ho|so ho|ma so|ma|co mat|gio den"
    "|nguoi den|diem danh qua|truc cua|ve som|gio|tam tru|so cmnd|cmnd/cccd|ngay cap|noi cap|noi sinh|tinh trang"
    "|came|time|who came|people|checked in by|on duty|left early|ngay vao dang|xac nhan|ten duong|duong"
    "|so nha|dia chi email|nam vao dang|so luong|loai ho|sl|ten truong|lop|ten lop|ten hang|ten tai san"
    "|ten me|ten bo|ten cha|ten con|phu huynh|ho ten me|ho ten bo|ho ten cha|ho ten phu huynh|ho ten con"
    "|ho va ten phu huynh|ho ten cha me|ho va ten cha|ho va ten me|nguoi gioi thieu|nguoi lap",
}  # fmt: skip
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
