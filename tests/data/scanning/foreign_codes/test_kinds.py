"""Codes that people carry besides the invitation: each is named, none is kept, none lets anybody in."""

import json
from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from data.commands.door.scanning import Scanner
from data.messages.log import describe
from data.messages.warnings.foreign import foreign_name, foreign_sentence
from data.model.entries.door import ScanRefused
from data.scanning.codes import new_code, payload, read_code
from data.scanning.foreign_codes import Holder, foreign_kind, holder_of, kind_of
from data.session.session import Session
from tests.conftest import list_guests
from tests.tui.scanning.typing.microsoft import microsoft

NUMBER = "034145001234"


@dataclass(frozen=True)
class Foreign:
    """A code, its kind, and parts of it that are too long or too much letters to be anywhere by chance:
    an event's own numbers are drawn."""

    text: str
    kind: str
    private: tuple[str, ...] = ()


CODES = (
    Foreign(
        f"{NUMBER}|150123456|Trần Thị Hòa|01021960|Nữ|Khả Tân, Thái Bình|10052021", "identity", (NUMBER,)
    ),
    Foreign(f"{NUMBER}||Trần Thị Hòa|01021960|Nữ|Khả Tân|10052021||||", "identity", (NUMBER,)),
    Foreign("034185001236", "identity", ("034185001236",)),
    Foreign("DN4010123456789|4e677579|01/01/1985|1|", "insurance", ("0123456789",)),
    Foreign("0123456789|4e677579|01/01/1985|1|", "insurance", ("0123456789",)),
    Foreign("00020101021238570010A00000072701270006970436011301234567890120208QRIBFTTA530370463", "bank"),
    Foreign("8934563138165", "product"),
    Foreign("012345678905", "product"),
    Foreign("96385074", "product"),
    Foreign("WIFI:T:WPA;S:Nha;P:mat-khau;;", "wifi", ("mat-khau",)),
    Foreign("MECARD:N:Nguyen,Van A;TEL:0912345678;;", "contact", ("Nguyen",)),
    Foreign("BEGIN:VCARD\nN:Pham;Van 5\nEND:VCARD", "contact", ("Pham",)),
    Foreign("https://zalo.me/p/pbgxa", "web", ("zalo",)),
    Foreign("zalo.me/g/abcxpg", "web", ("zalo",)),
    Foreign("geo:21.02,105.85", "place", ("21.02,", "105.85", "geo:")),
    Foreign("tel:+84912345678", "telephone", ("912345678",)),
    Foreign("0912 345 678", "telephone", ("912 345 678", "912345678")),
    Foreign("smsto:0912345678:xin", "message", ("912345678",)),
    Foreign("mailto:a@b.vn", "mail", ("a@b",)),
    Foreign("a@b.com.vn", "mail", ("a@b",)),
    Foreign("Trần Thị Hòa\n1960\nxóm 1", "text"),
    Foreign("Nguyen Van A", "text", ("Nguyen",)),
    Foreign("EVT-2019-000123", "old-card", ("2019-000123",)),
    Foreign('{"id": 12}', "old-card"),
    Foreign("1234567", "number", ("1234567",)),
    Foreign('&é"\'(-è_çà&é"', "keyboard"),
    Foreign("⎀⎀←↓⎀⎀⇲⇱", "number-pad"),
)


@pytest.mark.parametrize("code", CODES, ids=[f"{place}-{code.kind}" for place, code in enumerate(CODES)])
def test_a_foreign_code_is_told_by_its_kind_and_nothing_of_it_is_kept(
    session: Session, code: Foreign
) -> None:
    assert kind_of(code.text) == code.kind
    answer = Scanner(session).read(code.text, "scanner")
    assert answer is not None and answer.kind is not None
    assert (answer.status, answer.kind) == ("misread", code.kind)
    assert answer.report()["kind"] == code.kind
    entry = session.state.entries[-1]
    assert entry.what == ScanRefused(status="misread", channel="scanner", foreign=code.kind)
    assert foreign_name(answer.kind) in describe(entry, session.state)
    assert foreign_sentence(answer.kind)
    assert not session.state.present
    for private in code.private:
        for file in session.folder.rglob("*"):
            assert not file.is_file() or private.encode() not in file.read_bytes(), (private, file)


def test_a_card_and_a_card_read_in_part_are_no_foreign_code() -> None:
    code = new_code("42", 17)
    for text in (code, payload(code), payload(code) + "\r", payload(code)[:14], payload(code)[:-1]):
        assert kind_of(text) is None


def test_a_kind_of_a_newer_program_is_no_fault() -> None:
    assert foreign_kind("passport") is None
    assert foreign_kind("identity") == "identity"


def test_an_identity_card_says_name_and_year_wherever_its_fields_stand() -> None:
    assert holder_of(f"{NUMBER}|150123456|Trần Thị Hòa|01021960|Nữ|x|10052021") == Holder(
        "Trần Thị Hòa", 1960
    )
    assert holder_of(f"{NUMBER}|Trần Thị Hòa|01/02/1960|Nữ") == Holder("Trần Thị Hòa", 1960)
    assert holder_of(f"{NUMBER}||TRAN THI HOA||Nu") == Holder("TRAN THI HOA", None)
    assert holder_of(f"{NUMBER}|150123456|Trần Thị Hòa|99999999|") == Holder("Trần Thị Hòa", None)
    assert holder_of(NUMBER) is None


def test_an_identity_card_offers_those_of_its_name_and_year_and_lets_nobody_in(session: Session) -> None:
    state = session.state
    named = [
        replace(state.guests[2], number=100 + n, code=new_code(state.event.number, 100 + n)) for n in range(4)
    ]
    years = (1960, 1985, None, 1960)
    list_guests(session, [replace(g, birth_year=y) for g, y in zip(named, years, strict=True)])
    card = f"{NUMBER}|150123456|TRAN THI HOA|01021960|Nu|x|10052021"
    answer = Scanner(session).read(card, "scanner")
    assert answer is not None and answer.kind is not None
    assert [guest.number for guest in answer.offered] == [100, 103, 2, 102]
    assert answer.report()["offered"] == [100, 103, 2, 102]
    assert not session.state.present
    assert NUMBER not in json.dumps(answer.report())


@pytest.mark.parametrize("sign", [" ", "-", ".", "\u00a0", "\u202f", " - ", "–"])
def test_a_code_in_groups_as_on_the_card_is_read(sign: str) -> None:
    code = new_code("57", 8)
    grouped = sign.join((code[:2], code[2:6], code[6:10], code[10:]))
    assert read_code(grouped) == code
    assert read_code(f"  {grouped}\n") == code
    if sign not in (" ", "\u00a0", "\u202f", " - "):
        assert read_code(sign.join((code[:7], code[7:]))) == code


def test_numbers_of_a_list_are_no_code_in_groups() -> None:
    for first in range(10, 99):
        assert read_code(f"{first} 34 35 36 37 38 40") is None
        assert read_code(f"{first} 101 102 103 104") is None


@pytest.mark.parametrize("debris", ["$", "*", "\x03", "\x03\r", "#", "$\r\n"])
def test_signs_behind_a_card_go_with_it(debris: str) -> None:
    code = new_code("57", 8)
    assert read_code(payload(code) + debris) == code
    assert read_code("\x02" + payload(code) + debris) == code


def test_digits_of_other_layouts_are_read_but_never_of_two_in_one() -> None:
    code = new_code("57", 8)
    azerty = str.maketrans("1234567890", "&é\"'(-è_çà")
    shifted = str.maketrans("1234567890", "!@#$%^&*()")
    wide = str.maketrans("1234567890", "１２３４５６７８９０")
    arrows = str.maketrans("1234567890", "⇲↓⇟←⎊→⇱↑⇞⎀")
    for table in (azerty, shifted, wide, arrows):
        assert read_code(payload(code).translate(table)) == code
    assert read_code(microsoft(payload(code))) == code
    assert read_code(microsoft(payload(code)[0]) + payload(code)[1:]) != new_code("57", 9)
    for place in range(3, 15):
        assert read_code(microsoft(payload(code)[:place]) + payload(code)[place:]) is None
