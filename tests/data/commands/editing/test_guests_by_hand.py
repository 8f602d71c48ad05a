"""Single guests are put on the list, set right, taken off it and put back."""

from typing import Any

import pytest

from data.commands.door import door
from data.commands.door.scanning import Scanner
from data.commands.guests import add_guest, correct_guest, mark_printed, restore_guest, withdraw_guest
from data.commands.undo import undo
from data.errors import Refused
from data.messages.log import describe
from data.queries.history import history
from data.scanning.codes import is_code, payload
from data.session.session import Session
from tests.data.state.facts import facts, same_on_disk


def told(session: Session) -> str:
    return describe(session.state.entries[-1], session.state)


def card(session: Session, number: int) -> str:
    return payload(session.state.guests[number].code)


def test_a_household_is_added_with_a_card_and_is_not_checked_in(session: Session) -> None:
    guest = add_guest(
        session, kind="household", name=" Vũ  Văn Hòa ", hamlet="xóm 4", birth_year="1968", order="12"
    )
    assert (guest.number, guest.name, guest.delegation) == (10, "Vũ Văn Hòa", "ho-gia-dinh")
    assert (guest.birth_year, guest.order, guest.walk_in) == (1968, 12, False)
    assert is_code(guest.code)
    assert session.state.guests[10] == guest
    assert 10 not in session.state.present
    assert "Vũ Văn Hòa" in told(session)
    assert same_on_disk(session)
    assert door.scan(session, payload(guest.code), "scanner").status == "admitted"


def test_a_delegate_is_added_to_a_delegation(session: Session) -> None:
    guest = add_guest(session, kind="delegate", name="Mai", delegation="bao-dai", title="Phóng viên")
    assert (guest.kind, guest.delegation, guest.title) == ("delegate", "bao-dai", "Phóng viên")


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "Hoa", "birth_year": "1899"},
        {"name": "Hoa", "birth_year": 2023},
        {"name": "Hoa", "birth_year": "năm 60"},
        {"name": "Hoa", "order": "một"},
        {"name": "Hoa", "delegation": "bao-dai"},
        {"name": "Hoa", "kind": "delegate"},
        {"name": "Hoa", "kind": "delegate", "delegation": "khong-co"},
        {"name": "Hoa", "kind": "delegate", "delegation": "ho-gia-dinh"},
    ],
)
def test_what_cannot_be_is_not_added(session: Session, wrong: dict[str, Any]) -> None:
    before = len(session.state.entries)
    with pytest.raises(Refused):
        add_guest(session, **({"kind": "household"} | wrong))
    assert len(session.state.entries) == before


def test_facts_are_set_right_and_the_rest_stays(session: Session) -> None:
    before = session.state.guests[2]
    said = facts(session.state)
    after = correct_guest(session, 2, name="Trần Thị Hoà", phone=" 0912 345 678 ", birth_year=1970)
    assert (after.name, after.phone, after.birth_year) == ("Trần Thị Hoà", "0912 345 678", 1970)
    assert (after.code, after.hamlet, after.number) == (before.code, before.hamlet, 2)
    assert list(session.state.guests) == list(range(1, 10))
    assert "0912" not in told(session)
    assert len(history(session.state, 2)) == 2
    undo(session)
    assert facts(session.state) == said


def test_an_empty_text_takes_a_fact_away(session: Session) -> None:
    correct_guest(session, 1, birth_year=1960, note="điếc")
    after = correct_guest(session, 1, birth_year="", note="", order=None)
    assert (after.birth_year, after.note, after.order) == (None, "", None)


def test_who_is_in_may_be_set_right(session: Session) -> None:
    door.admit(session, 1, "number")
    correct_guest(session, 1, name="Nguyễn Văn Dung")
    assert 1 in session.state.present


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        (1, {}),
        (1, {"name": "Nguyễn  Văn Dũng"}),
        (1, {"name": ""}),
        (1, {"birth_year": 1800}),
        (1, {"delegation": "bao-dai"}),
        (7, {"delegation": ""}),
        (99, {"name": "Hoa"}),
    ],
)
def test_what_cannot_be_or_changes_nothing_is_refused(
    session: Session, number: int, wrong: dict[str, Any]
) -> None:
    before = len(session.state.entries)
    with pytest.raises(Refused):
        correct_guest(session, number, **wrong)
    assert len(session.state.entries) == before


def test_a_fact_that_guests_do_not_have_is_a_mistake_of_the_program(session: Session) -> None:
    for fact in ("code", "withdrawn", "walk_in"):
        with pytest.raises(TypeError):
            correct_guest(session, 1, **{fact: "5"})


def test_who_is_taken_off_the_list_is_unknown_at_the_door_and_can_come_back(session: Session) -> None:
    code = card(session, 3)
    scanner = Scanner(session)
    withdraw_guest(session, 3, "chuyển đi")
    assert session.state.guests[3].withdrawn
    assert "chuyển đi" in told(session)
    assert scanner.read(code, "scanner").status == "unknown"  # type: ignore[union-attr]
    with pytest.raises(Refused):
        door.admit(session, 3, "number")
    restore_guest(session, 3)
    assert scanner.read(code, "scanner").status == "admitted"  # type: ignore[union-attr]


def test_who_is_in_is_not_taken_off_the_list_before_the_check_in_is_undone(session: Session) -> None:
    door.admit(session, 3, "number")
    with pytest.raises(Refused):
        withdraw_guest(session, 3, "chuyển đi")
    undo(session)
    assert withdraw_guest(session, 3, "chuyển đi").withdrawn


def test_withdrawing_and_restoring_ask_for_what_they_need(session: Session) -> None:
    with pytest.raises(Refused):
        withdraw_guest(session, 3, "  ")
    with pytest.raises(Refused):
        restore_guest(session, 3)
    withdraw_guest(session, 3, "mất")
    with pytest.raises(Refused):
        withdraw_guest(session, 3, "mất")
    with pytest.raises(Refused):
        correct_guest(session, 3, name="Hoa")


def test_printed_cards_are_known_and_a_replaced_one_counts_as_not_printed(session: Session) -> None:
    codes = {session.state.guests[number].code for number in (1, 2)}
    assert mark_printed(session, [1, 2, 1]) is not None
    assert session.state.printed == codes
    assert mark_printed(session, [2]) is None
    new = door.replace_card(session, 2)
    assert new.code not in session.state.printed
    assert mark_printed(session, [2]) is not None
    assert new.code in session.state.printed
    assert same_on_disk(session)
    undo(session)
    assert session.state.printed == codes
    with pytest.raises(Refused):
        mark_printed(session, [1, 99])


def test_a_hamlet_typed_in_other_letters_is_the_one_on_the_list(session: Session) -> None:
    guest = add_guest(session, kind="household", name="Vũ Văn Hòa", hamlet="XÓM 3")
    assert guest.hamlet == "xóm 3"
    assert correct_guest(session, guest.number, hamlet="Xóm Mới").hamlet == "Xóm Mới"
