"""A hamlet in two spellings is one group everywhere that counts by hamlet."""

from pathlib import Path

import openpyxl
from msgspec.structs import replace

from data.commands.door import door
from data.commands.guests import correct_guest
from data.documents.papers.fields.day.attendance import attendance_tables
from data.documents.signing_sheet.tables import tables
from data.export.files import export_event
from data.queries.gift_desk import shares_by_hamlet
from data.queries.people.counts import by_hamlet
from data.queries.people.missing import missing_groups
from data.roster.guess_delegation import guess_delegation
from data.session.session import Session
from tests.conftest import few_guests
from tests.data.state.facts import same_on_disk


def respelt(session: Session) -> None:
    """Xóm 1 in three spellings, the plan's own the commonest."""
    cards = {number: guest.code for number, guest in session.state.guests.items()}
    listed = few_guests(session.state.event.number)
    first, second, *rest = [replace(guest, code=cards[guest.number]) for guest in listed]
    third = replace(rest[0], hamlet="Xóm 1")
    guests = [replace(first, hamlet="Xóm 1"), replace(second, hamlet="xóm 01"), third, *rest[1:]]
    session.record(session.state.entries[-1].what, guests=guests)


def test_one_group_at_the_door_and_at_the_desk(session: Session) -> None:
    respelt(session)
    door.admit(session, 2, "name")
    groups = [(group.name, group.listed, group.present) for group in by_hamlet(session.state)]
    assert groups == [("Xóm 1", 3, 1), ("xóm 2", 1, 0), ("xóm 3", 2, 0)]
    shares = shares_by_hamlet(session.state, "tai-lieu")
    assert [(share.name, share.listed) for share in shares] == [("Xóm 1", 3), ("xóm 2", 1), ("xóm 3", 2)]
    missing = {group.total.name: len(group.guests) for group in missing_groups(session.state)}
    assert missing["Xóm 1"] == 2
    assert same_on_disk(session)


def test_one_group_on_paper(session: Session) -> None:
    respelt(session)
    rows = attendance_tables(session.state)["xóm"].rows
    assert [row[1:3] for row in rows] == [("Xóm 1", "3"), ("xóm 2", "1"), ("xóm 3", "2")]
    households, _delegates = tables(session.state)
    assert [row.cells[4] for row in households.rows] == ["Xóm 1"] * 3 + ["xóm 2"] + ["xóm 3"] * 2
    assert sum(row.begins_group for row in households.rows) == 2


def test_one_group_in_the_workbook(session: Session, tmp_path: Path) -> None:
    respelt(session)
    workbook, *_others = export_event(session, tmp_path)
    sheet = openpyxl.load_workbook(workbook, data_only=True)["Tổng hợp"]
    counted = {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[0]}
    assert (counted["Xóm 1"], counted["xóm 2"]) == (3, 1)
    assert "xóm 01" not in counted


def test_what_is_typed_by_hand_is_spelt_as_the_list_does(session: Session) -> None:
    respelt(session)
    assert correct_guest(session, 6, hamlet="X1").hamlet == "Xóm 1"
    answer = door.walk_in(session, kind="household", name="Đinh Văn Ba", hamlet="xom 1")
    assert answer.guest is not None
    assert answer.guest.hamlet == "Xóm 1"
    assert correct_guest(session, 5, hamlet="Trại Mới").hamlet == "Trại Mới"


def test_a_hamlet_said_in_another_spelling_means_the_households(session: Session) -> None:
    respelt(session)
    found = guess_delegation(session.state, "X01")
    assert found is session.state.event.households
