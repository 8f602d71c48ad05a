"""The stage's keys about time, and its questions, as a person sees them."""

from datetime import timedelta

from textual.widgets import Digits

from data.ceremony import Ceremony
from data.clock import SetClock
from data.commands import stage
from tests.stage_screen.hall import LARGE, acting, seen
from tui.app import CeremonyApp
from tui.screens.stage import StageScreen
from tui.widgets.now_panel import NowPanel

FIRST, SECOND = "gioi-thieu", "quyet-dinh-mo-hinh"


def tick(app: object) -> None:
    assert isinstance(app, CeremonyApp)
    app._tick()


def ran(ceremony: Ceremony, item: str) -> float:
    return ceremony.state.rundown.elapsed(item, ceremony.now()).total_seconds()


async def test_a_sleep_is_asked_about_in_place_and_answered_by_a_key_pressed_twice(
    ceremony: Ceremony, clock: SetClock
) -> None:
    stage.go(ceremony)
    async with acting(ceremony, "stage", watched=True) as pilot:
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
        assert ran(ceremony, FIRST) == 0 and "T again" in seen(pilot)
        clock.pass_time(1)
        await pilot.press("t")
        await pilot.pause()
        assert ran(ceremony, FIRST) == 361
        assert "slept for" not in seen(pilot)


async def test_go_works_while_a_question_is_open(ceremony: Ceremony, clock: SetClock) -> None:
    stage.go(ceremony)
    async with acting(ceremony, "stage", watched=True) as pilot:
        tick(pilot.app)
        clock.wall += timedelta(minutes=6)
        tick(pilot.app)
        await pilot.press("space")
        assert ceremony.state.rundown.current == SECOND
        for _press in range(2):
            clock.pass_time(2)
            await pilot.press("k")
        assert ceremony.state.rundown.question() is None


async def test_after_a_crash_the_program_opens_on_the_stage_and_asks(
    ceremony: Ceremony, clock: SetClock
) -> None:
    stage.go(ceremony)
    ceremony.close()
    clock.wall += timedelta(minutes=6)
    with Ceremony(ceremony.folder, clock=clock) as again:
        app = CeremonyApp(again)
        async with app.run_test(size=LARGE) as pilot:
            await pilot.pause()
            await pilot.pause()
            assert isinstance(app.screen, StageScreen)
            text = seen(pilot)
            assert "was not running for 6 min" in text and "H it ended at…" in text
            await pilot.press("h", *"07:53", "enter")
            await pilot.pause()
            assert again.state.rundown.current == ""
            assert ran(again, FIRST) == 180
            assert "BETWEEN TWO ITEMS" in seen(pilot) and "Begin item 2" in seen(pilot)


async def test_a_forgotten_go_is_dated_back_from_a_dialog(ceremony: Ceremony, clock: SetClock) -> None:
    stage.go(ceremony)
    clock.pass_time(900)
    async with acting(ceremony, "stage") as pilot:
        await pilot.press("m", "4", "enter", "enter")
        await pilot.pause()
        assert ceremony.state.rundown.current == SECOND
        assert ran(ceremony, SECOND) == 240 and ran(ceremony, FIRST) == 660


async def test_times_are_typed_over_and_a_contradiction_is_said(ceremony: Ceremony, clock: SetClock) -> None:
    for seconds in (900, 300):
        stage.go(ceremony)
        clock.pass_time(seconds)
    async with acting(ceremony, "stage") as pilot:
        await pilot.press("g", "ctrl+u", *"08:03", "enter")
        await pilot.pause()
        assert ran(ceremony, FIRST) == 780 and ran(ceremony, SECOND) == 420
        assert "Times set right" in seen(pilot)
        await pilot.press("up", "ctrl+u", *"09:00", "enter", "enter")
        await pilot.pause()
        assert "contradicts" in seen(pilot)
        assert ran(ceremony, FIRST) == 780


async def test_what_is_to_come_is_reordered_left_out_and_shortened(
    ceremony: Ceremony, clock: SetClock
) -> None:
    stage.go(ceremony)
    async with acting(ceremony, "stage") as pilot:
        await pilot.press("l", "down", "down", "u")
        await pilot.pause()
        assert stage.waiting_items(ceremony)[1].id == "tang-hoa"
        await pilot.press("x", "down", "minus")
        await pilot.pause()
        assert ceremony.state.rundown.state("tang-hoa") == "skipped"
        assert "left out" in seen(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "✕" in seen(pilot)


async def test_catching_up_is_shown_first_and_done_at_the_second_press(
    ceremony: Ceremony, clock: SetClock
) -> None:
    clock.pass_time(600)
    stage.go(ceremony)
    clock.pass_time(1200)
    async with acting(ceremony, "stage") as pilot:
        assert "LATE 5 min · ends about 10:35" in seen(pilot)
        await pilot.press("c")
        await pilot.pause()
        assert "Chuyên đề về công tác Bảo đảm an ninh trật tự tại địa phương −5′" in seen(pilot)
        assert not ceremony.state.rundown.extra
        clock.pass_time(1)
        await pilot.press("c")
        await pilot.pause()
        assert ceremony.state.rundown.extra["chuyen-de"] == -5
        assert "ON TIME" in seen(pilot)


async def test_the_hall_sees_five_minutes_one_and_none_from_afar(ceremony: Ceremony, clock: SetClock) -> None:
    stage.go(ceremony)
    async with acting(ceremony, "stage") as pilot:
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
