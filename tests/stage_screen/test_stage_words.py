"""The MC's words on the stage: who was read out, checks, notes, announcements."""

import pytest
from msgspec.structs import replace
from textual import events

from data.ceremony import Ceremony
from data.clock import SetClock
from data.codes import payload
from data.commands import door, stage, words
from data.model.happenings.event import EventChanged
from data.model.plan import Announcement
from data.state.introduction import introduced
from tests.conftest import hand
from tests.stage_screen.hall import HOSTILE, LARGE, SMALL, acting, seen
from tui.screens.gifts import GiftsScreen
from tui.widgets.choice import Choice
from tui.widgets.drawn_text import DrawnText
from tui.widgets.line_input import LineInput


def arrive(ceremony: Ceremony, *numbers: int) -> None:
    for number in numbers:
        door.admit(ceremony, number, "number")


async def test_i_marks_name_after_name_and_undo_takes_the_last_back(
    ceremony: Ceremony, clock: SetClock
) -> None:
    arrive(ceremony, 11, 12, 13)
    stage.go(ceremony)
    async with acting(ceremony, "stage", LARGE) as pilot:
        assert "▸ ông/bà Nguyễn Thị Lệ Hà" in seen(pilot)
        for _name in range(2):
            clock.pass_time(2)
            await pilot.press("i")
        await pilot.pause()
        text = seen(pilot)
        assert list(ceremony.state.words.introduced) == [12, 11]
        assert "✔ ông/bà Nguyễn Thị Lệ Hà" in text and f"▸ ông/bà {HOSTILE}" in text
        assert "read out 2/3" in text
        await pilot.press("ctrl+z", "ctrl+z")
        assert list(ceremony.state.words.introduced) == [12]


async def test_a_held_key_marks_one_name(ceremony: Ceremony, clock: SetClock) -> None:
    arrive(ceremony, 11, 12, 13)
    stage.go(ceremony)
    async with acting(ceremony, "stage") as pilot:
        clock.pass_time(2)
        for _repeat in range(20):
            await pilot.press("i")
            clock.pass_time(0.05)
        assert len(ceremony.state.words.introduced) == 1


async def test_a_latecomer_stays_on_the_screen_until_read_out(ceremony: Ceremony, clock: SetClock) -> None:
    arrive(ceremony, 12)
    stage.go(ceremony)
    clock.pass_time(600)
    stage.go(ceremony)
    clock.pass_time(60)
    arrive(ceremony, 11)
    async with acting(ceremony, "stage") as pilot:
        text = " ".join(seen(pilot).split())
        assert "NOT INTRODUCED 08:01" in text and "I: read out" in text
        await pilot.press("i")
        await pilot.pause()
        assert "NOT INTRODUCED" not in seen(pilot)
        assert list(ceremony.state.words.introduced) == [11]


async def test_the_order_is_changed_by_hand_and_everyone_marked_at_once(
    ceremony: Ceremony, clock: SetClock
) -> None:
    arrive(ceremony, 11, 12, 13)
    async with acting(ceremony, "stage") as pilot:
        await pilot.press("o")
        await pilot.pause()
        assert HOSTILE in seen(pilot)
        await pilot.press("d", "d")
        assert [guest.number for guest in introduced(ceremony.state)] == [11, 13, 12]
        await pilot.press("a", "escape")
        await pilot.pause()
        assert set(ceremony.state.words.introduced) == {11, 12, 13}


async def test_x_ticks_what_the_arrows_mark(ceremony: Ceremony, clock: SetClock) -> None:
    item = ceremony.state.event.program[0]
    async with acting(ceremony, "stage") as pilot:
        await pilot.press("space", "right", "x")
        await pilot.pause()
        assert ceremony.state.words.ticks == {(item.id, item.checks[1])}
        assert f"✔ {item.checks[1]}" in seen(pilot) and f"☐ {item.checks[0]}" in seen(pilot)
        clock.pass_time(5)
        await pilot.press("space")
        await pilot.pause()
        assert f"Not ticked off in “{item.title}”: {item.checks[0]}" in " ".join(seen(pilot).split())


async def test_what_was_left_open_can_still_be_ticked_after_the_closing(
    ceremony: Ceremony, clock: SetClock
) -> None:
    for _item in range(9):
        stage.go(ceremony)
    last = ceremony.state.event.program[-1]
    async with acting(ceremony, "stage") as pilot:
        await pilot.press("left", "x")
        await pilot.pause()
        assert ceremony.state.words.ticks == {(last.id, last.checks[-1])}
        first = ceremony.state.event.program[0]
        assert f"☐ {first.checks[0]}" in seen(pilot) and "item 1, 1 of" in seen(pilot)


async def test_x_on_a_gift_opens_its_form_filled_and_the_handover_ticks_it(
    ceremony: Ceremony, clock: SetClock
) -> None:
    for _item in range(5):
        stage.go(ceremony)
    async with acting(ceremony, "stage") as pilot:
        assert "☐ Tủ sách pháp luật" in seen(pilot)
        await pilot.press("x")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(pilot.app.screen, GiftsScreen)
        assert pilot.app.screen.query_one(Choice).value == "tu-sach"
        hand(ceremony, "tu-sach", 1)
        await pilot.press("f3")
        await pilot.pause()
        await pilot.pause()
        assert "✔ Tủ sách pháp luật" in seen(pilot)


async def test_a_note_typed_anywhere_waits_on_the_stage(ceremony: Ceremony, clock: SetClock) -> None:
    async with acting(ceremony, "gifts") as pilot:
        await pilot.press("ctrl+n", *"[/b] muon 10 phut", "enter")
        await pilot.pause()
        await pilot.press("f3")
        await pilot.pause()
        await pilot.pause()
        assert "[/b] muon 10 phut" in seen(pilot)
        await pilot.press("n")
        await pilot.pause()
        assert "muon 10 phut" not in seen(pilot)
        assert ceremony.state.words.notes == {}


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_an_announcement_asks_and_is_shown_large(ceremony: Ceremony, size: tuple[int, int]) -> None:
    texts = (
        Announcement(id="a", title="[/b] A", text="x"),
        Announcement(id="b", title="B", text="Xe {asked} ở {venue} [/b]", asks="Biển số"),
    )
    event = replace(ceremony.state.event, announcements=texts)
    ceremony.record(EventChanged(what="x"), event=event)
    async with acting(ceremony, "stage", size) as pilot:
        await pilot.press("a", "down", "1", "7", "B")
        await pilot.pause()
        assert "Xe 17B ở Nhà Văn hóa thôn Khả Tân [/b]" in seen(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        large = pilot.app.screen.query_one(DrawnText)
        assert large.display or "Xe 17B ở" in seen(pilot)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 2


async def test_words_only_gives_the_words_the_screen_and_keeps_every_key(
    ceremony: Ceremony, clock: SetClock
) -> None:
    arrive(ceremony, 11, 12, 13)
    async with acting(ceremony, "stage") as pilot:
        await pilot.press("v")
        await pilot.pause()
        await pilot.pause()
        text = seen(pilot)
        assert "8 Bế mạc" not in text and "trân trọng giới thiệu" in text
        clock.pass_time(5)
        await pilot.press("space")
        assert ceremony.state.rundown.current == "gioi-thieu"
        await pilot.press("v")
        await pilot.pause()
        await pilot.pause()
        assert "8 Bế mạc" in seen(pilot)


async def test_the_next_name_is_kept_in_view(ceremony: Ceremony, clock: SetClock) -> None:
    arrive(ceremony, 11, 12, 13)
    for number in range(20):
        door.walk_in(ceremony, kind="delegate", name=f"Khách {number}", delegation="mttq-xa")
    stage.go(ceremony)
    words.introduce(ceremony, [guest.number for guest in introduced(ceremony.state)[:15]])
    async with acting(ceremony, "stage") as pilot:
        clock.pass_time(2)
        await pilot.press("i")
        await pilot.pause()
        await pilot.pause()
        following = introduced(ceremony.state)[16]
        assert f"▸ ông/bà {following.name}" in seen(pilot)


async def test_a_short_line_stands_in_large_letters_where_there_is_room(ceremony: Ceremony) -> None:
    for _item in range(8):
        stage.go(ceremony)
    async with acting(ceremony, "stage", (200, 50)) as pilot:
        large = pilot.app.screen.query_one(DrawnText)
        assert not large.display
        await pilot.press("v")
        await pilot.pause()
        await pilot.pause()
        assert large.display and "Kính chúc quý vị" not in seen(pilot)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await pilot.pause()
        assert not large.display and "Kính chúc quý vị" in seen(pilot)


@pytest.mark.parametrize(
    "keys", [["v"], ["o"], ["a"], ["a", "enter"], ["ctrl+n", "x", "y"]], ids=lambda keys: "-".join(keys)
)
async def test_a_scan_is_answered_over_every_dialog_of_the_stage(
    ceremony: Ceremony, clock: SetClock, keys: list[str]
) -> None:
    async with acting(ceremony, "stage") as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        depth = len(pilot.app.screen_stack)
        for digit in payload(ceremony.state.guests[11].code):
            pilot.app.post_message(events.Key(digit, digit))
        pilot.app.post_message(events.Key("enter", "\r"))
        await pilot.pause()
        await pilot.pause()
        assert 11 in ceremony.state.present
        assert len(pilot.app.screen_stack) == depth
        assert "Trần Văn Long" in seen(pilot)
        if "ctrl+n" in keys:
            assert pilot.app.screen.query_one(LineInput).value == "xy"
