"""F4: a name is offered, chosen and told in one way, whether Enter or Tab leaves the field."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from data.clock import SetClock
from data.commands.door import door
from data.commands.gifts.gifts import doubts_about
from data.model.entries.gifts import HandedGift, Person
from data.session.session import Session
from tests.data.queries.people.village import CHAIR, DELEGATE, HOUSEHOLD, SON, listed
from tests.tui.stage.hall import seen
from tui.gifts.form.person_line import PersonLine
from tui.shell.app import CeremonyApp


@pytest.fixture(autouse=True)
def village(session: Session, english: None) -> None:
    listed(session)


@asynccontextmanager
async def typing(session: Session, name: str) -> AsyncIterator[tuple[Pilot[None], PersonLine]]:
    """The form of a gift that was not planned at 80×24, with ``name`` typed for who gives it."""
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await pilot.press("f4")
        await pilot.press("up")
        await pilot.pause()
        person = pilot.app.screen.query_one("#person-giver", PersonLine)
        person.line("name").value = ""
        person.line("name").focus()
        await pilot.pause()
        await pilot.press(*name)
        await pilot.pause()
        yield pilot, person


async def test_all_of_one_name_are_offered_with_number_and_place(session: Session) -> None:
    async with typing(session, "bui xuan tuan") as (pilot, _person):
        shown = seen(pilot)
        assert "049" in shown and "Xóm 2" in shown and "111" in shown and "Chủ tịch UBND xã" in shown


@pytest.mark.quick_once()
@pytest.mark.parametrize(("moves", "chosen"), [(0, HOUSEHOLD), (1, DELEGATE)])
async def test_enter_asks_which_of_two_is_meant_and_takes_the_marked_one(
    session: Session, moves: int, chosen: int
) -> None:
    async with typing(session, "bui xuan tuan") as (pilot, person):
        await pilot.press("enter")
        await pilot.pause()
        assert person.person.guest is None and "2 people fit" in seen(pilot)
        await pilot.press(*["down"] * moves, "enter")
        await pilot.pause()
        assert person.person.guest == chosen
        assert (person.person.organisation == "Xóm 2") == (chosen == HOUSEHOLD)


async def test_tab_asks_too_and_a_second_tab_keeps_what_was_typed(session: Session) -> None:
    async with typing(session, "bui xuan tuan") as (pilot, person):
        await pilot.press("tab")
        await pilot.pause()
        assert "2 people fit" in seen(pilot) and person.line("name").has_focus
        await pilot.press("tab")
        await pilot.pause()
        assert person.person == Person("bui xuan tuan") and not person.line("name").has_focus


@pytest.mark.quick_once()
@pytest.mark.parametrize("leave", ["tab", "enter"])
async def test_the_only_guest_of_a_name_is_taken_whichever_key_leaves_it(
    session: Session, leave: str
) -> None:
    async with typing(session, "do huu son") as (pilot, person):
        await pilot.press(leave)
        await pilot.pause()
        assert (person.person.name, person.person.guest) == ("Đỗ Hữu Sơn", SON)


@pytest.mark.quick_once()
@pytest.mark.parametrize("leave", ["tab", "enter"])
async def test_who_is_nobody_on_the_list_stays_as_typed_and_is_told(session: Session, leave: str) -> None:
    async with typing(session, "Ngo La") as (pilot, person):
        await pilot.press(leave)
        await pilot.pause()
        assert person.person == Person("Ngo La") and "is nobody on the list" in seen(pilot)


def test_a_witness_who_never_came_is_asked_about_once_anybody_has(session: Session) -> None:
    gifts, giver = [HandedGift("hoa-mttq", 1)], Person("A")
    witness = Person("Trần Thị Mận", guest=CHAIR)
    assert not doubts_about(session.state, gifts, giver, giver, witness)
    door.admit(session, 1, "scanner")
    (doubt,) = doubts_about(session.state, gifts, giver, giver, witness)
    assert "Trần Thị Mận" in doubt
    door.admit(session, CHAIR, "scanner")
    assert not doubts_about(session.state, gifts, giver, giver, witness)


def test_a_giver_whom_the_plan_names_is_asked_about_as_one_who_was_chosen(session: Session) -> None:
    gifts = [HandedGift("hoa-mttq", 1)]
    planned, other = Person("bà Trần Thị Mận", "Chủ tịch", "MTTQ huyện"), Person("ông A")
    assert not doubts_about(session.state, gifts, planned, other)
    door.admit(session, 1, "scanner")
    (doubt,) = doubts_about(session.state, gifts, planned, Person("Trần Thị Mận", guest=CHAIR))
    assert "Trần Thị Mận" in doubt
    assert not doubts_about(session.state, gifts, Person("ông Trần Thị Mận"), other), "bà is not ông"
    door.admit(session, CHAIR, "scanner")
    assert not doubts_about(session.state, gifts, planned, other)


async def test_logging_while_a_name_is_typed_settles_whom_it_means_first(
    session: Session, clock: SetClock
) -> None:
    async with typing(session, "bui xuan tuan") as (pilot, person):
        await pilot.press("f7")
        await pilot.pause()
        assert "2 people fit" in seen(pilot) and not session.state.handovers.by_id
        clock.pass_time(2)
        await pilot.press("down", "f7")
        await pilot.pause()
        assert person.person.guest == DELEGATE
