"""The stage's keys about time, and its questions, as a person sees them."""

from datetime import timedelta

from textual.widgets import Digits

from data.clock import SetClock
from data.commands.stage import stage
from data.session.session import Session
from tests.tui.stage.hall import LARGE, acting, seen
from tui.shell.app import CeremonyApp
from tui.stage.screen import StageScreen
from tui.stage.widgets.now_panel import NowPanel

FIRST, SECOND = "gioi-thieu", "quyet-dinh-mo-hinh"


def tick(app: object) -> None:
    assert isinstance(app, CeremonyApp)
    app._tick()


def ran(session: Session, item: str) -> float:
    return session.state.agenda_progress.elapsed(item, session.now()).total_seconds()


async def test_a_sleep_is_asked_about_in_place_and_answered_by_a_key_pressed_twice(
    session: Session, clock: SetClock
) -> None:
    stage.go(session)
    async with acting(session, "stage", watched=True) as pilot:
        tick(pilot.app)
        clock.wall += timedelta(minutes=6)
        tick(pilot.app)
        await pilot.pause()
        text = seen(pilot)
        assert "slept for 6 min" in text and "T count 6 min" in text and "K do not count" in text
        assert isinstance(pilot.app.screen, StageScreen), "no dialog"
        await pilot.press("f2")
        await pilot.pause()
        assert "⚠F3" in seen(pilot)
        await pilot.press("f3", "t")
        await pilot.pause()
        assert ran(session, FIRST) == 0 and "T again" in seen(pilot)
        clock.pass_time(1)
        await pilot.press("t")
        await pilot.pause()
        assert ran(session, FIRST) == 361
        assert "slept for" not in seen(pilot)


async def test_go_works_while_a_question_is_open(session: Session, clock: SetClock) -> None:
    stage.go(session)
    async with acting(session, "stage", watched=True) as pilot:
        tick(pilot.app)
        clock.wall += timedelta(minutes=6)
        tick(pilot.app)
        await pilot.press("space")
        assert session.state.agenda_progress.current == SECOND
        for _press in range(2):
            clock.pass_time(2)
            await pilot.press("k")
        assert session.state.agenda_progress.question() is None


async def test_after_a_crash_the_program_opens_on_the_stage_and_asks(
    session: Session, clock: SetClock
) -> None:
    stage.go(session)
    session.close()
    clock.wall += timedelta(minutes=6)
    with Session(session.folder, clock=clock) as again:
        app = CeremonyApp(again)
        async with app.run_test(size=LARGE) as pilot:
            await pilot.pause()
            await pilot.pause()
            assert isinstance(app.screen, StageScreen)
            text = seen(pilot)
            assert "was not running for 6 min" in text and "H it ended at…" in text
            await pilot.press("h", *"07:53", "enter")
            await pilot.pause()
            assert again.state.agenda_progress.current == ""
            assert ran(again, FIRST) == 180
            assert "BETWEEN TWO ITEMS" in seen(pilot) and "Begin item 2" in seen(pilot)


async def test_a_forgotten_go_is_dated_back_from_a_dialog(session: Session, clock: SetClock) -> None:
    stage.go(session)
    clock.pass_time(900)
    async with acting(session, "stage") as pilot:
        await pilot.press("m", "4", "enter", "enter")
        await pilot.pause()
        assert session.state.agenda_progress.current == SECOND
        assert ran(session, SECOND) == 240 and ran(session, FIRST) == 660


async def test_times_are_typed_over_and_a_contradiction_is_said(session: Session, clock: SetClock) -> None:
    for seconds in (900, 300):
        stage.go(session)
        clock.pass_time(seconds)
    async with acting(session, "stage") as pilot:
        await pilot.press("g", "ctrl+u", *"08:03", "enter")
        await pilot.pause()
        assert ran(session, FIRST) == 780 and ran(session, SECOND) == 420
        assert "Times edited" in seen(pilot)
        await pilot.press("up", "ctrl+u", *"09:00", "enter", "enter")
        await pilot.pause()
        assert "contradicts" in seen(pilot)
        assert ran(session, FIRST) == 780


async def test_what_is_to_come_is_reordered_left_out_and_shortened(session: Session, clock: SetClock) -> None:
    stage.go(session)
    async with acting(session, "stage") as pilot:
        await pilot.press("l", "down", "down", "u")
        await pilot.pause()
        assert stage.waiting_items(session)[1].id == "tang-hoa"
        await pilot.press("x", "down", "minus")
        await pilot.pause()
        assert session.state.agenda_progress.state("tang-hoa") == "skipped"
        assert "left out" in seen(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "✕" in seen(pilot)


async def test_catching_up_is_shown_first_and_done_at_the_second_press(
    session: Session, clock: SetClock
) -> None:
    clock.pass_time(600)
    stage.go(session)
    clock.pass_time(1200)
    async with acting(session, "stage") as pilot:
        assert "LATE 5 min · ends about 10:35" in seen(pilot)
        await pilot.press("c")
        await pilot.pause()
        assert "Chuyên đề về công tác Bảo đảm an ninh trật tự tại địa phương: 5 min less" in " ".join(
            seen(pilot).split()
        )
        assert not session.state.agenda_progress.extra
        clock.pass_time(1)
        await pilot.press("c")
        await pilot.pause()
        assert session.state.agenda_progress.extra["chuyen-de"] == -5
        assert "ON TIME" in seen(pilot)


async def test_the_hall_sees_five_minutes_one_and_none_from_afar(session: Session, clock: SetClock) -> None:
    stage.go(session)
    async with acting(session, "stage") as pilot:
        for seconds, name, word in (
            (601, "soon", "◔ 5 MINUTES LEFT"),
            (240, "last", "◕ 1 MINUTE LEFT"),
            (60, "over", "⚠ OVER TIME"),
        ):
            clock.pass_time(seconds)
            pilot.app.screen.tick()  # type: ignore[attr-defined]
            await pilot.pause()
            assert pilot.app.screen.query_one(NowPanel).has_class(name)
            assert word in seen(pilot)
        assert pilot.app.screen.query_one(Digits).value == "+00:01"
