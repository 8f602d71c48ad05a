"""F10: who presides, signs or is in the team is offered, chosen and told as for gifts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from data.commands.guests import add_guest
from data.documents.papers.fields.office.people import in_role
from data.model.paperwork import Member
from data.session.session import Session
from tests.data.queries.people.village import DELEGATE, HOUSEHOLD, NAME, SON, listed
from tests.tui.stage.hall import seen
from tui.event.dialogs.person_dialog import PersonDialog
from tui.event.paperwork_edits import person_edit, row_edit
from tui.shell.app import CeremonyApp

OTHERS = {"delegation": "cap-uy-xa", "organisation": "Trường THCS"}


@pytest.fixture(autouse=True)
def village(session: Session, english: None) -> None:
    listed(session)


@asynccontextmanager
async def asked(session: Session, about: str = "chair") -> AsyncIterator[Pilot[None]]:
    """The form of the chair, or of a new member of the team."""
    blank = next(one for one in session.state.event.blanks if one.id == "chair")
    edit = person_edit(session, blank) if about == "chair" else row_edit(session, Member(id=""))
    assert edit is not None
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        pilot.app.push_screen(edit.dialog())
        await pilot.pause()
        assert isinstance(pilot.app.screen, PersonDialog)
        yield pilot


@pytest.mark.quick_once()
@pytest.mark.parametrize(("moves", "chosen"), [(0, HOUSEHOLD), (1, DELEGATE)])
async def test_two_of_one_name_are_offered_and_the_chosen_one_has_the_role(
    session: Session, moves: int, chosen: int
) -> None:
    async with asked(session) as pilot:
        await pilot.press(*"bui xuan tuan")
        await pilot.pause()
        assert "049" in seen(pilot) and "111" in seen(pilot) and "Xóm 2" in seen(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "2 people fit" in seen(pilot)
        await pilot.press(*["down"] * moves, "enter", "ctrl+s")
        await pilot.pause()
    blank = next(one for one in session.state.event.blanks if one.id == "chair")
    assert blank.guest == chosen
    assert in_role(session.state, "chair").name == NAME
    assert ("UBND" in in_role(session.state, "chair").office) == (chosen == DELEGATE)


async def test_a_person_is_found_by_the_office(session: Session) -> None:
    add_guest(session, kind="delegate", name="Vũ Thị Lan", title="Hiệu trưởng", **OTHERS)
    async with asked(session) as pilot:
        await pilot.press(*"hieu truong", "enter", "ctrl+s")
        await pilot.pause()
    assert in_role(session.state, "chair").name == "Vũ Thị Lan"


async def test_a_name_that_is_a_word_of_an_office_is_a_name(session: Session) -> None:
    add_guest(session, kind="delegate", name="Vũ Thị Lan", title="Trưởng Công an", **OTHERS)
    async with asked(session) as pilot:
        await pilot.press(*"Cong", "enter", "ctrl+s")
        await pilot.pause()
    assert in_role(session.state, "chair").name == "Cong"


async def test_several_of_an_office_are_asked_about(session: Session) -> None:
    add_guest(session, kind="delegate", name="Vũ Thị Lan", title="Hiệu trưởng", **OTHERS)
    add_guest(session, kind="delegate", name="Lê Văn Ba", title="Phó Hiệu trưởng", **OTHERS)
    async with asked(session) as pilot:
        await pilot.press(*"hieu truong", "enter")
        await pilot.pause()
        assert "2 people fit" in seen(pilot)


@pytest.mark.quick_once()
@pytest.mark.parametrize("leave", ["tab", "enter", "ctrl+s"])
async def test_the_only_guest_of_a_name_is_taken_whichever_key_leaves_it(
    session: Session, leave: str
) -> None:
    async with asked(session) as pilot:
        await pilot.press(*"do huu son", leave)
        if leave != "ctrl+s":
            await pilot.press("ctrl+s")
        await pilot.pause()
    blank = next(one for one in session.state.event.blanks if one.id == "chair")
    assert blank.guest == SON and blank.value.startswith("Đỗ Hữu Sơn")


async def test_saving_asks_once_which_of_two_is_meant(session: Session) -> None:
    async with asked(session) as pilot:
        await pilot.press(*"bui xuan tuan", "ctrl+s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PersonDialog) and "2 people fit" in seen(pilot)
        await pilot.press("down", "enter", "ctrl+s")
        await pilot.pause()
    assert in_role(session.state, "chair").office == "Chủ tịch UBND xã"


async def test_a_household_is_a_member_of_the_team_under_its_name_on_the_list(session: Session) -> None:
    async with asked(session, "member") as pilot:
        await pilot.press(*"tran thi hoa", "enter", "ctrl+s")
        await pilot.pause()
    (member,) = session.state.event.paperwork.team
    assert (member.name, member.guest) == ("Trần Thị Hòa", 2)


async def test_who_is_nobody_on_the_list_is_told_and_saved_as_typed(session: Session) -> None:
    async with asked(session) as pilot:
        await pilot.press(*"Ngo La", "enter")
        await pilot.pause()
        assert "is nobody on the list" in seen(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
    blank = next(one for one in session.state.event.blanks if one.id == "chair")
    assert (blank.value, blank.guest) == ("Ngo La", None)


async def test_what_is_opened_again_and_saved_keeps_whom_it_means(session: Session) -> None:
    async with asked(session) as pilot:
        await pilot.press(*"bui xuan tuan", "enter", "down", "enter", "ctrl+s")
        await pilot.pause()
    async with asked(session) as pilot:
        await pilot.press("tab", "tab", *" x", "ctrl+s")
        await pilot.pause()
    blank = next(one for one in session.state.event.blanks if one.id == "chair")
    assert blank.guest == DELEGATE
