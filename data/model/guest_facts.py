"""What is known of guests, each fact once: what it is called, who is asked for it, who may see it.

Lists, forms, the log, exports and a purge are made from this table; the values stand in ``guest.Facts``.
"""

from typing import Literal, TypeGuard, get_args

from msgspec import Struct

from data.language import N_
from data.model.plan import GuestKind

FactName = Literal[
    "name", "hamlet", "birth_year", "nickname", "title", "organisation",
    "phone", "note", "honorific", "delegation", "order",
]  # fmt: skip
Personal = Literal["stays", "goes", "names"]
FACT_NAMES: tuple[FactName, ...] = get_args(FactName)


class Fact(Struct, frozen=True, kw_only=True):
    """One fact of a guest. Texts for people are marked for the catalogues: translate when showing.

    ``label`` is what it is called inside a sentence; ``question`` what a form asks where that says more.
    ``most`` is how many letters a text may have, or how large a number may be. ``of`` limits it to households
    or delegates; ``asked`` says whether the form of one guest has a line for it.

    ``shown`` is what the view of one guest says of it, around ``{value}``; empty for what has a place of its
    own there. ``masked``: no screen shows it whole, and exports only when asked to.

    ``personal`` is what a purge does: ``stays`` keeps it, ``goes`` deletes it, ``names`` also takes it out of
    every free text, since it is a person's name or number.

    ``headings`` is what villages write above such a column: folded (no marks, small letters), parted by
    ``|``. ``width`` is that of its column in the exports, in characters; 0: it has none.
    """

    label: str
    headings: str
    holds: Literal["text", "number"] = "text"
    most: int = 0
    of: GuestKind | None = None
    asked: bool = True
    question: str = ""
    shown: str = ""
    masked: bool = False
    personal: Personal = "goes"
    width: int = 0


FACTS: dict[FactName, Fact] = {
    "name": Fact(
        label=N_("full name"), most=500, personal="names", width=25,
        headings="ho va ten|ho ten|chu ho|ten chu ho|ho ten chu ho|ho va ten chu ho|dai dien ho|dai dien"
        "|ten ho|ho gia dinh|ten|name|full name|fullname|ho va ten dai bieu|dai bieu|ten dai bieu"
        "|khach moi|head of household|household head|head|household|guest|h va t|ho & ten|hovaten"
        "|hoten|ho ten dai bieu|ho ten khai sinh|ho va ten khai sinh|ho chu dem va ten"
        "|ho dem va ten|ho chu dem va ten khai sinh|ho ten nguoi dai dien"
        "|ho va ten nguoi dai dien|nguoi dai dien|nguoi dai dien ho|ten nguoi dai dien"
        "|ho ten cu tri|ho va ten cu tri|cu tri|hoi vien|ho ten hoi vien|ho va ten hoi vien"
        "|doan vien|dang vien|ho ten dang vien|ho va ten dang vien|thanh vien|ten thanh vien"
        "|ho ten thanh vien|ho va ten thanh vien|hoc sinh|ten hoc sinh|ho ten hoc sinh"
        "|ho va ten hoc sinh|ho ten khach moi|ten khach|ten khach moi|ho va ten khach moi"
        "|nguoi duoc moi|guest name|guests|attendee|attendee name|participant|member"
        "|participant name|member name|display name|your name|your full name|ten day du"
        "|danh sach ho|chu ho gia dinh|ten chu ho gia dinh|ho va ten chu ho gia dinh"
        "|ho ten ong ba|ho va ten ong ba|ho ten chu ho dai dien|contact name|person|nguoi"
        "|ho ten nguoi du|nguoi dung ten|ho va ten nguoi dung ten|ten nguoi dung dau"
        "|gia chu|ten gia chu|nguoi nhan|nguoi nhan qua|ho ten nguoi nhan"
        "|ho va ten nguoi nhan|quy khach|danh tinh|last first|ten nguoi|ho va ten nguoi dan"
        "|ho ten nguoi duoc moi|ho va ten nguoi duoc moi|ho ten nguoi dang ky",
    ),
    "hamlet": Fact(
        label=N_("hamlet"), most=300, of="household", personal="stays",
        headings="xom|thon|to|doi|khu|ap|ban|to dan pho|khu pho|cum|cum dan cu|khu dan cu|dia chi|cho o"
        "|noi o|hamlet|village|address|to doan ket|doi san xuat|ngo|lang|khom|pho|to lien gia"
        "|to tu quan|dia ban|noi cu tru|thuong tru|noi thuong tru|ho khau thuong tru|hktt"
        "|noi dkhktt|dkhktt|noi dang ky thuong tru|noi o hien nay|noi o hien tai|cho o hien nay"
        "|cho o hien tai|tru quan|tru tai|noi o hien|dia chi thuong tru|dia chi cu tru"
        "|dia chi lien he|dia chi hien nay|dia chi nha|ten thon|ten xom|ten to|ten lang|xom to"
        "|thon xom|thon to|xom/to|thon/xom|thon/to|to/xom|xom doi|noi sinh song|noi tam tru"
        "|home address|residence|place|place of residence|neighborhood|neighbourhood"
        "|noi dang ky ho khau thuong tru|cu tru|thon lang"
        "|d/c|dc|hamlet name|street|home street|village name|chi hoi|ap khu|to thon"
        "|thuoc xom|thuoc thon|o xom|o thon|khu vuc|dia chi nha o",
    ),
    "birth_year": Fact(
        label=N_("year of birth"), holds="number", shown=N_("born {value}"),
        headings="ns|sn|nam sinh|ngay sinh|sinh nam|ngay thang nam sinh|nam|birth year|year of birth"
        "|date of birth|dob|born|birthday|namsinh|ngay thang nam|ngay sinh duong lich|sinh ngay"
        "|ngay/thang/nam sinh|nam sinh chu ho|ngay thang sinh|birthdate|birth date|yob|birthyear"
        "|nam sinh duong lich|ntns|d o b|y o b|nu|male|female"
        "|n sinh|n/s|tuoi/nam sinh|nam sinh/tuoi|nsinh|sinh|nam/sinh|tuoi nam sinh",
    ),
    "nickname": Fact(
        label=N_("name in daily use"), most=300, of="household", personal="names",
        headings="ten thuong goi|thuong goi|ten goi khac|ten khac|biet danh|bi danh|ten goi|ten hay goi"
        "|nickname|known as|ten tuc|ten thuong dung|ten o nha|ten tu",
    ),
    "title": Fact(
        label=N_("title"), most=500, of="delegate", width=15,
        headings="chuc vu|chuc danh|chuc trach|vai tro|title|position|role|job title|chuc vu hien nay|cv"
        "|organization title",
    ),
    "organisation": Fact(
        label=N_("organisation"), most=500, of="delegate", width=18,
        headings="don vi|co quan|don vi cong tac|noi cong tac|co quan don vi|to chuc|cong tac tai"
        "|organisation|organization|office|agency|noi lam viec|co quan/don vi|ten co quan"
        "|ten don vi|ten to chuc|co quan cong tac|company"
        "|organization name|company name|organisation name",
    ),
    "phone": Fact(
        label=N_("phone"), most=200, personal="names", masked=True, shown=N_("phone {value}"), width=14,
        headings="dien thoai|so dien thoai|sdt|dt|so dt|dtdd|didong|di dong|so may|zalo|so zalo|phone"
        "|phone number|mobile|tel|telephone|so lien he|lien he|lien lac|so di dong"
        "|dien thoai di dong|mobile phone|mobile number|so dien thoai lien he|cell|cell phone"
        "|contact|contact number|phone no|dien thoai lien he|sdt lien he|hotline|so dtdd"
        "|sodienthoai|sdt chu ho|so dien thoai chu ho|phones|tel no",
    ),
    "note": Fact(
        label=N_("note"), question=N_("note for the door"), most=2000,
        headings="ghi chu|luu y|chu thich|chu y|note|notes|remark|remarks|comment|comments",
    ),
    "honorific": Fact(
        label=N_("form of address"), most=200, asked=False,
        headings="ong|danh xung|xung ho|cach xung ho|ong ba|ong/ba|honorific|mr/mrs|mr mrs|salutation"
        "|prefix"
        "|name prefix|mr ms",
    ),
    "delegation": Fact(
        label=N_("delegation"), personal="stays", asked=False,
        headings="thanh phan|doan|thanh phan moi|thanh phan dai bieu|nhom|doi tuong|doi tuong moi"
        "|delegation|group|loai khach|khoi|nhom khach|guest group|thanh phan tham du"
        "|thanh phan du",
    ),
    "order": Fact(
        label=N_("number on the list"), holds="number", most=99_999, asked=False,
        headings="stt|tt|so tt|so thu tu|so|no|thu tu|#|s tt|s t t|sott|index|id|order|row|serial",
    ),
}  # fmt: skip
"""In the order in which a form asks for them. ``test_guest_facts`` says when one is missing."""


def is_fact(name: str) -> TypeGuard[FactName]:
    """Whether guests have a fact of this name."""
    return name in FACTS
