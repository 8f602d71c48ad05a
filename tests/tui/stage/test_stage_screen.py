from datetime import timedelta

import pytest
from msgspec.structs import replace
from textual.widgets import Digits, Static

from data.clock import SetClock
from data.commands.door import door
from data.commands.stage import stage
from data.model.entries.event import EventChanged
from data.model.entries.stage import Went
from data.session.session import Session
from tests.conftest import hand
from tests.tui.stage.hall import HOSTILE, LARGE, SMALL, acting, seen


def went(session: Session) -> list[str]:
    return [entry.what.item for entry in session.state.entries if isinstance(entry.what, Went)]


def arrive(session: Session, *numbers: int) -> None:
    for number in numbers:
        door.admit(session, number, "number")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_before_the_start_it_counts_down_and_says_what_space_does(
    session: Session, size: tuple[int, int]
) -> None:
    async with acting(session, "stage", size) as pilot:
        text = seen(pilot)
        assert pilot.app.screen.query_one(Digits).value == "10:00"
        assert "NOT BEGUN" in text and "Space ▶ Begin item 1 · Tuyên bố lý do" in text
        assert "8 Bế mạc" in text


async def test_space_runs_the_whole_agenda_and_asks_before_it_closes(
    session: Session, clock: SetClock
) -> None:
    async with acting(session, "stage") as pilot:
        for _press in range(8):
            clock.pass_time(300)
            await pilot.press("space")
        assert went(session) == [item.id for item in session.state.event.program]
        clock.pass_time(300)
        await pilot.press("space")
        await pilot.press("enter")
        assert session.state.agenda_progress.closed is None, "No has the focus"
        clock.pass_time(5)
        await pilot.press("space")
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert session.state.agenda_progress.closed is not None
        text = seen(pilot)
        assert "CLOSED" in text and "HOW IT WENT" in text
        clock.pass_time(5)
        await pilot.press("b")
        assert session.state.agenda_progress.closed is not None, "one key alone takes nothing back"
        assert "Back to: 8 Bế mạc?" in seen(pilot)
        clock.pass_time(2)
        await pilot.press("b")
        assert session.state.agenda_progress.closed is None


async def test_hours_before_the_start_go_is_asked_about_once_and_never_in_the_middle(
    session: Session, clock: SetClock
) -> None:
    clock.wall = clock.wall.replace(hour=20) - timedelta(days=1)  # 03:00 of the day
    async with acting(session, "stage") as pilot:
        for no in ("enter", "escape"):
            await pilot.press("space", no)
            await pilot.pause()
            assert went(session) == [], "No has the focus, and Esc is No"
            clock.pass_time(5)
        await pilot.press("space")
        assert "08:00" in str(pilot.app.screen.query_one(".question", Static).render())
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert len(went(session)) == 1
        clock.pass_time(300)
        await pilot.press("space")
        await pilot.pause()
        assert len(went(session)) == 2


async def test_a_held_space_goes_on_once(session: Session, clock: SetClock) -> None:
    async with acting(session, "stage") as pilot:
        for _repeat in range(30):
            await pilot.press("space")
            clock.pass_time(0.3)
        assert len(went(session)) == 1
        clock.pass_time(0.8)
        await pilot.press("space")
        assert len(went(session)) == 2


async def test_go_does_only_what_the_screen_had_said(session: Session, clock: SetClock) -> None:
    async with acting(session, "stage") as pilot:
        stage.go(session)  # the screen has not been told
        await pilot.press("space")
        await pilot.pause()
        assert len(went(session)) == 1
        assert "moved in the meantime" in seen(pilot)


async def test_enter_and_digits_do_nothing(session: Session) -> None:
    async with acting(session, "stage") as pilot:
        before = len(session.state.entries)
        await pilot.press("enter", "1", "2", "enter")
        assert len(session.state.entries) == before
        assert pilot.app.focused is None


async def test_time_left_then_over(session: Session, clock: SetClock) -> None:
    async with acting(session, "stage") as pilot:
        clock.pass_time(600)
        await pilot.press("space")
        clock.pass_time(60)
        pilot.app.screen.tick()  # type: ignore[attr-defined]
        await pilot.pause()
        assert pilot.app.screen.query_one(Digits).value == "14:00"
        assert "ON TIME" in seen(pilot)
        clock.pass_time(14 * 60 + 125)
        pilot.app.screen.tick()  # type: ignore[attr-defined]
        await pilot.pause()
        assert pilot.app.screen.query_one(Digits).value == "+02:05"
        assert "OVER TIME" in seen(pilot) and "LATE 2 min" in seen(pilot)


async def test_pause_and_minutes(session: Session, clock: SetClock) -> None:
    async with acting(session, "stage") as pilot:
        await pilot.press("space")
        await pilot.press("plus", "plus", "minus")
        assert pilot.app.screen.query_one(Digits).value == "16:00"
        await pilot.press("p")
        clock.pass_time(100)
        pilot.app.screen.tick()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "PAUSED" in seen(pilot)
        assert pilot.app.screen.query_one(Digits).value == "16:00"


async def test_those_present_are_named_in_order_and_the_late_ones_apart(
    session: Session, clock: SetClock
) -> None:
    arrive(session, 1, 13, 12)
    async with acting(session, "stage", LARGE) as pilot:
        clock.pass_time(600)
        await pilot.press("space")
        text = seen(pilot)
        first = text.index("bà (?) Nguyễn Thị Lệ Hà, Chủ tịch Ủy ban MTTQ huyện")
        assert first < text.index(f"ông/bà {HOSTILE}")
        assert "Trần Văn Long" not in text
        clock.pass_time(900)
        await pilot.press("space")
        clock.pass_time(60)
        arrive(session, 11)
        pilot.app.state_changed()  # type: ignore[attr-defined]
        await pilot.pause()
        text = seen(pilot)
        assert "NOT INTRODUCED 08:16 ông (?) Trần Văn Long, Phó Trưởng Công an huyện" in text


async def test_gaps_and_what_to_log_are_shown(session: Session, clock: SetClock) -> None:
    for _item in range(5):
        stage.go(session)
    async with acting(session, "stage") as pilot:
        text = seen(pilot)
        assert "Kính mời  …  lên trao Tủ sách pháp luật" in text
        assert "Still blank (F10): Who hands over the bookcase" in text
        assert "☐ Tủ sách pháp luật" in text
        hand(session, "tu-sach", 1)
        pilot.app.state_changed()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "✔ Tủ sách pháp luật" in seen(pilot)


async def test_hostile_plan_text_is_only_text(session: Session) -> None:
    event = session.state.event
    agenda = tuple(replace(item, title="[/b] $x", line="[red]{x}[/] [") for item in event.agenda)
    session.record(EventChanged(what="x"), event=replace(event, agenda=agenda))
    async with acting(session, "stage") as pilot:
        await pilot.press("space")
        await pilot.pause()
        assert "[/b] $x" in seen(pilot) and "[red] …" in seen(pilot)
