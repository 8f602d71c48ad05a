from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from data import language
from data.clock import SetClock
from data.commands.event.checklist import open_points
from data.commands.event.paperwork import paper_fact_value
from data.commands.guests import mark_drawn
from data.queries.people.cards import printed_guests
from data.scanning.codes import payload
from data.session.session import Session
from tests.bursts import burst
from tests.conftest import found
from tui.event.event_rows import PAPER_FACT_ROW
from tui.event.screen import EventScreen
from tui.frame.dialogs.dialog import Ask
from tui.frame.dialogs.edit_value import EditValueDialog
from tui.frame.key_line import KeyLine
from tui.guests.screen import GuestsScreen
from tui.scanning.key_judge import SUFFIX_SECONDS
from tui.shell.app import CeremonyApp
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.sheet import Sheet


@asynccontextmanager
async def at_the_event(session: Session, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    language.choose("en")
    async with CeremonyApp(session).run_test(size=size) as pilot:
        await pilot.press("f10")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EventScreen)
        yield pilot


def sheet(pilot: Pilot[None]) -> Sheet:
    return pilot.app.screen.query_one(Sheet)


def marked(pilot: Pilot[None]) -> str:
    row = sheet(pilot).marked
    assert row is not None
    return row.key


async def mark(pilot: Pilot[None], key: str) -> None:
    sheet(pilot).mark(key)
    await pilot.pause()
    assert marked(pilot) == key


async def retype(pilot: Pilot[None], field: str, text: str) -> None:
    pilot.app.screen.query_one(f"#{field}", LineInput).value = text
    await pilot.press("enter")
    await pilot.pause()


async def test_what_is_missing_stands_first_and_enter_fills_it_in(session: Session) -> None:
    async with at_the_event(session) as pilot:
        before = open_points(session.state)
        point = next(point for point in before if point.id == "chair")
        assert marked(pilot) == f"open:{before[0].kind}:{before[0].id}"
        await mark(pilot, f"open:{point.kind}:{point.id}")
        assert point.why in str(pilot.app.screen.query_one("#told").render())
        await pilot.press("enter", *"Lan", "ctrl+s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EventScreen)
        assert point.id not in [one.id for one in open_points(session.state)]
        # The next open point has the mark, so that a whole list is filled in without looking for it.
        assert marked(pilot).startswith("open:")
        await mark(pilot, "blank:chair")


async def test_cards_are_printed_when_somebody_says_so(session: Session) -> None:
    async with at_the_event(session) as pilot:
        await mark(pilot, "open:cards:cards")
        await pilot.press("enter")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, Ask), "what is not drawn cannot be printed"
        first, *others = session.state.guests
        mark_drawn(session, [first])
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "cards" in [point.kind for point in open_points(session.state)]
        await pilot.press("enter", "tab", "enter")
        await pilot.pause()
        assert [guest.number for guest in printed_guests(session.state)] == [first]
        mark_drawn(session, others)
        await pilot.press("enter", "tab", "enter")
        await pilot.pause()
        assert "cards" not in [point.kind for point in open_points(session.state)]


async def test_without_guests_the_point_leads_to_their_screen(own_home: Path, clock: SetClock) -> None:
    with Session(found(own_home / "empty", clock), clock=clock) as empty:
        async with at_the_event(empty) as pilot:
            await mark(pilot, "open:guests:guests")
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(pilot.app.screen, GuestsScreen)


async def test_a_refused_value_stays_in_the_dialog(session: Session) -> None:
    async with at_the_event(session) as pilot:
        await mark(pilot, "fact:start")
        await pilot.press("enter")
        await retype(pilot, "value", "25:99")
        assert isinstance(pilot.app.screen, EditValueDialog)
        assert pilot.app.screen.query_one("#value", LineInput).value == "25:99"
        assert session.state.event.start == "08:00"
        await retype(pilot, "value", "08:30")
        assert session.state.event.start == "08:30"


async def test_facts_are_changed_as_people_write_them(session: Session) -> None:
    async with at_the_event(session) as pilot:
        for name, text in (("date", "16/06/2022"), ("target_households", "90"), ("venue", "Đình làng")):
            await mark(pilot, f"fact:{name}")
            await pilot.press("enter")
            await retype(pilot, "value", text)
        event = session.state.event
        assert (f"{event.date}", event.target_households, event.site.venue) == (
            "2022-06-16",
            90,
            "Đình làng",
        )


async def test_the_agenda_is_reordered_timed_and_switched_by_keys(session: Session) -> None:
    async with at_the_event(session) as pilot:
        items = session.state.event.agenda
        item = next(one for one in items if not one.optional and not one.fixed)
        place = items.index(item)
        await mark(pilot, f"item:{item.id}")
        await pilot.press("plus", "plus", "minus", "d")
        await pilot.pause()
        agenda = session.state.event.agenda
        assert agenda.index(next(one for one in agenda if one.id == item.id)) == place + 1
        assert next(one for one in agenda if one.id == item.id).minutes == item.minutes + 1
        assert marked(pilot) == f"item:{item.id}"
        await pilot.press("ctrl+up")
        await pilot.pause()
        assert [one.id for one in session.state.event.agenda] == [one.id for one in items]

        off = next(one for one in items if one.optional)
        await mark(pilot, f"item:{off.id}")
        await pilot.press("x")
        await pilot.pause()
        assert off.id in [one.id for one in session.state.event.program]
        await pilot.press("x")
        await pilot.pause()
        assert off.id not in [one.id for one in session.state.event.program]


async def test_items_and_gifts_are_changed_and_added(session: Session) -> None:
    async with at_the_event(session) as pilot:
        gift = session.state.event.gifts[0]
        await mark(pilot, f"gift:{gift.id}")
        await pilot.press("enter", "enter")
        await retype(pilot, "quantity", "2")
        await pilot.press("ctrl+s")
        await pilot.pause()
        changed = session.state.event.gift(gift.id)
        assert changed is not None
        assert changed.quantity == 2
        count = len(session.state.event.gifts)
        await pilot.press("a", *"Tranh", "enter", "enter", *"chiếc", "ctrl+s")
        await pilot.pause()
        assert len(session.state.event.gifts) == count + 1

        await mark(pilot, f"item:{session.state.event.agenda[-1].id}")
        await pilot.press("a", *"Văn", "space", *"nghệ", "enter")
        await retype(pilot, "minutes", "mười")
        assert isinstance(pilot.app.screen, EditValueDialog)
        await retype(pilot, "minutes", "12")
        assert "Văn nghệ" in [item.title for item in session.state.event.agenda]


async def test_keys_of_the_agenda_say_so_on_other_rows(session: Session) -> None:
    async with at_the_event(session) as pilot:
        before = session.state.event
        await mark(pilot, "fact:venue")
        await pilot.press("plus", "d", "x")
        await pilot.pause()
        assert session.state.event is before


async def test_a_scan_works_and_leaves_the_dialogs_text(session: Session) -> None:
    async with at_the_event(session) as pilot:
        await burst(pilot, payload(session.state.guests[2].code) + "\r")
        await pilot.pause()
        assert 2 in session.state.present
        assert isinstance(pilot.app.screen, EventScreen)
        await mark(pilot, "fact:venue")
        # An Enter this soon after a card could still be the scanner's.
        await pilot.pause(SUFFIX_SECONDS)
        await pilot.press("enter")
        line = pilot.app.screen.query_one(LineInput)
        line.value = "Đình"
        line.cursor_position = 4
        await burst(pilot, payload(session.state.guests[3].code) + "\r")
        await pilot.pause()
        assert 3 in session.state.present
        assert isinstance(pilot.app.screen, EditValueDialog)
        assert line.value == "Đình"


async def test_undo_takes_a_change_back(session: Session) -> None:
    async with at_the_event(session) as pilot:
        await mark(pilot, "fact:venue")
        await pilot.press("enter")
        await retype(pilot, "value", "Đình làng")
        await pilot.press("ctrl+z", "ctrl+z")
        await pilot.pause()
        assert session.state.event.site.venue == "Nhà Văn hóa thôn Khả Tân"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_text_is_shown_as_typed(session: Session, size: tuple[int, int]) -> None:
    async with at_the_event(session, size) as pilot:
        await mark(pilot, "fact:venue")
        await pilot.press("enter")
        await retype(pilot, "value", "[/b] [red]x[/] $y")
        assert "[/b] [red]x[/] $y" in str(sheet(pilot).render())
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(LineInput).value == "[/b] [red]x[/] $y"


@pytest.mark.quick_once()
@pytest.mark.parametrize("spoken", ["vi", "en"])
async def test_every_footer_fits_eighty_columns(session: Session, spoken: language.Language) -> None:
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        language.choose(spoken)
        for key in ("f3", "f4", "f5", "f6", "f10", "ctrl+t", "ctrl+l", "ctrl+g", "f2"):
            await pilot.press(key)
            await pilot.pause()
            keys = str(pilot.app.screen.query_one(KeyLine).render())
            assert len(keys.rstrip()) <= 80, keys


async def test_recipients_stand_with_their_places_filled_in_and_go_on_following_them(
    session: Session,
) -> None:
    key = f"{PAPER_FACT_ROW}report_recipients"
    async with at_the_event(session) as pilot:
        await mark(pilot, key)
        shown = str(pilot.app.screen.query_one("#told").render())
        assert session.state.event.site.commune in shown and "{" not in shown
        await pilot.press("enter", "ctrl+s")
        await pilot.pause()
        assert "{commune}" in paper_fact_value(session.state.event, "report_recipients")
        await pilot.press(*"; X", "ctrl+s")
        await pilot.pause()
        told = paper_fact_value(session.state.event, "report_recipients")
        assert told.endswith("X") and session.state.event.site.commune in told
