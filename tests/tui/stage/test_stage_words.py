"""The MC's words on the stage: who was read out, checks, notes, announcements."""

import pytest
from msgspec.structs import replace
from textual import events

from data.clock import SetClock
from data.commands.door import door
from data.commands.event.agenda import set_item
from data.commands.event.paperwork import set_member
from data.commands.stage import mc_words, stage
from data.model.entries.event import EventChanged
from data.model.plan import Announcement
from data.queries.stage.spoken.introduction import introduced
from data.scanning.codes import payload
from data.session.session import Session
from tests.conftest import hand
from tests.tui.stage.hall import HOSTILE, LARGE, SMALL, acting, seen
from tui.gifts.screen import GiftsScreen
from tui.large_text.drawn_text import DrawnText
from tui.shell.app import CeremonyApp
from tui.stage.widgets.mc_line import MCLine
from tui.stage.widgets.stage_notes import heading
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice


def arrive(session: Session, *numbers: int) -> None:
    for number in numbers:
        door.admit(session, number, "number")


async def test_i_marks_name_after_name_and_undo_takes_the_last_back(
    session: Session, clock: SetClock
) -> None:
    arrive(session, 11, 12, 13)
    stage.go(session)
    async with acting(session, "stage", LARGE) as pilot:
        assert "▸ bà (?) Nguyễn Thị Lệ Hà" in seen(pilot)
        for _name in range(2):
            clock.pass_time(2)
            await pilot.press("i")
        await pilot.pause()
        text = seen(pilot)
        assert list(session.state.words.introduced) == [12, 11]
        assert "✔ bà (?) Nguyễn Thị Lệ Hà" in text and f"▸ ông/bà {HOSTILE}" in text
        assert "read out 2/3" in text
        await pilot.press("ctrl+z", "ctrl+z")
        assert list(session.state.words.introduced) == [12]


async def test_a_held_key_marks_one_name(session: Session, clock: SetClock) -> None:
    arrive(session, 11, 12, 13)
    stage.go(session)
    async with acting(session, "stage") as pilot:
        clock.pass_time(2)
        for _repeat in range(20):
            await pilot.press("i")
            clock.pass_time(0.05)
        assert len(session.state.words.introduced) == 1


async def test_a_latecomer_stays_on_the_screen_until_read_out(session: Session, clock: SetClock) -> None:
    arrive(session, 12)
    stage.go(session)
    clock.pass_time(600)
    stage.go(session)
    clock.pass_time(60)
    arrive(session, 11)
    async with acting(session, "stage") as pilot:
        text = " ".join(seen(pilot).split())
        assert "NOT INTRODUCED 08:01" in text and "I: read out" in text
        await pilot.press("i")
        await pilot.pause()
        assert "NOT INTRODUCED" not in seen(pilot)
        assert list(session.state.words.introduced) == [11]


async def test_the_order_is_changed_by_hand_and_everyone_marked_at_once(
    session: Session, clock: SetClock
) -> None:
    arrive(session, 11, 12, 13)
    async with acting(session, "stage") as pilot:
        await pilot.press("o")
        await pilot.pause()
        assert HOSTILE in seen(pilot)
        await pilot.press("d", "d")
        assert [guest.number for guest in introduced(session.state)] == [11, 13, 12]
        await pilot.press("a", "escape")
        await pilot.pause()
        assert set(session.state.words.introduced) == {11, 12, 13}


async def test_x_ticks_what_the_arrows_mark(session: Session, clock: SetClock) -> None:
    item = session.state.event.program[0]
    async with acting(session, "stage") as pilot:
        await pilot.press("space", "right", "x")
        await pilot.pause()
        assert session.state.words.ticks == {(item.id, item.checks[1])}
        assert f"✔ {item.checks[1]}" in seen(pilot) and f"☐ {item.checks[0]}" in seen(pilot)
        clock.pass_time(5)
        await pilot.press("space")
        await pilot.pause()
        assert f"Not ticked off in “{item.title}”: {item.checks[0]}" in " ".join(seen(pilot).split())


async def test_what_was_left_open_can_still_be_ticked_after_the_closing(
    session: Session, clock: SetClock
) -> None:
    for _item in range(9):
        stage.go(session)
    last = session.state.event.program[-1]
    async with acting(session, "stage") as pilot:
        await pilot.press("left", "x")
        await pilot.pause()
        assert session.state.words.ticks == {(last.id, last.checks[-1])}
        first = session.state.event.program[0]
        assert f"☐ {first.checks[0]}" in seen(pilot) and "item 1, 1 of" in seen(pilot)


async def test_x_on_a_gift_opens_its_form_filled_and_the_handover_ticks_it(
    session: Session, clock: SetClock
) -> None:
    for _item in range(5):
        stage.go(session)
    async with acting(session, "stage") as pilot:
        assert "☐ Tủ sách pháp luật" in seen(pilot)
        await pilot.press("x")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(pilot.app.screen, GiftsScreen)
        assert pilot.app.screen.query_one(Choice).value == "tu-sach"
        hand(session, "tu-sach", 1)
        await pilot.press("f3")
        await pilot.pause()
        await pilot.pause()
        assert "✔ Tủ sách pháp luật" in seen(pilot)


async def test_a_note_typed_anywhere_waits_on_the_stage(session: Session, clock: SetClock) -> None:
    async with acting(session, "gifts") as pilot:
        await pilot.press("ctrl+n", *"[/b] muon 10 phut", "enter")
        await pilot.pause()
        await pilot.press("f3")
        await pilot.pause()
        await pilot.pause()
        assert "[/b] muon 10 phut" in seen(pilot)
        await pilot.press("n")
        await pilot.pause()
        assert "muon 10 phut" not in seen(pilot)
        assert session.state.words.notes == {}


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_an_announcement_asks_and_is_shown_large(session: Session, size: tuple[int, int]) -> None:
    texts = (
        Announcement(id="a", title="[/b] A", text="x"),
        Announcement(id="b", title="B", text="Xe {asked} ở {venue} [/b]", asks="Biển số"),
    )
    event = replace(session.state.event, announcements=texts)
    session.record(EventChanged(what="x"), event=event)
    async with acting(session, "stage", size) as pilot:
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
    session: Session, clock: SetClock
) -> None:
    arrive(session, 11, 12, 13)
    async with acting(session, "stage") as pilot:
        await pilot.press("v")
        await pilot.pause()
        await pilot.pause()
        text = seen(pilot)
        assert "8 Bế mạc" not in text and "trân trọng giới thiệu" in text
        clock.pass_time(5)
        await pilot.press("space")
        assert session.state.agenda_progress.current == "gioi-thieu"
        await pilot.press("v")
        await pilot.pause()
        await pilot.pause()
        assert "8 Bế mạc" in seen(pilot)


async def test_the_next_name_is_kept_in_view(session: Session, clock: SetClock) -> None:
    arrive(session, 11, 12, 13)
    for number in range(20):
        door.walk_in(session, kind="delegate", name=f"Khách {number}", delegation="mttq-xa")
    stage.go(session)
    mc_words.introduce(session, [guest.number for guest in introduced(session.state)[:15]])
    async with acting(session, "stage") as pilot:
        clock.pass_time(2)
        await pilot.press("i")
        await pilot.pause()
        await pilot.pause()
        following = introduced(session.state)[16]
        assert f"▸ ông/bà {following.name}" in seen(pilot)


async def test_a_short_line_stands_in_large_letters_where_there_is_room(session: Session) -> None:
    set_item(session, "be-mac", line="Kính chúc quý vị đại biểu và bà con mạnh khỏe, hạnh phúc.")
    for _item in range(8):
        stage.go(session)
    async with acting(session, "stage", (200, 50)) as pilot:
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


@pytest.mark.quick_once()
@pytest.mark.parametrize(
    "keys", [["v"], ["o"], ["a"], ["a", "enter"], ["ctrl+n", "x", "y"]], ids=lambda keys: "-".join(keys)
)
async def test_a_scan_is_answered_over_every_dialog_of_the_stage(
    session: Session, clock: SetClock, keys: list[str]
) -> None:
    async with acting(session, "stage") as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        depth = len(pilot.app.screen_stack)
        for digit in payload(session.state.guests[11].code):
            pilot.app.post_message(events.Key(digit, digit))
        pilot.app.post_message(events.Key("enter", "\r"))
        await pilot.pause()
        await pilot.pause()
        assert 11 in session.state.present
        assert len(pilot.app.screen_stack) == depth
        assert "Trần Văn Long" in seen(pilot)
        if "ctrl+n" in keys:
            assert pilot.app.screen.query_one(LineInput).value == "xy"


async def test_the_team_is_read_out_in_its_own_item_and_not_the_delegates(session: Session) -> None:
    arrive(session, 11, 12)
    set_member(session, "", name="Trần Văn Tổ", duty="Tổ trưởng")
    while session.state.agenda_progress.current != "quyet-dinh-to-tu-quan":
        stage.go(session)
    async with acting(session, "stage", LARGE) as pilot:
        words = seen(pilot).partition("WORDS OF THE MC")[2]
        assert "Trần Văn Tổ, Tổ trưởng" in words
        assert "Nguyễn Thị Lệ Hà" not in words


async def test_words_come_before_notes_that_would_hide_them(session: Session, clock: SetClock) -> None:
    for number in (1, 11):
        door.admit(session, number, "scanner")
    async with acting(session, "stage", SMALL) as pilot:
        for place in range(5):
            following = stage.next_item(session)
            assert following is not None
            stage.go(session, following.id)
            clock.pass_time(300)
            if place == 1:
                door.admit(session, 12, "scanner")
            assert isinstance(pilot.app, CeremonyApp)
            pilot.app.state_changed()
            await pilot.pause()
            words = pilot.app.screen.query_one(MCLine)
            assert words.max_scroll_y == 0 or "goes on" in seen(pilot) or "read out" in seen(pilot), following
            if place > 1:
                assert words.max_scroll_y == 0 and "Nguyễn Thị Lệ Hà" in seen(pilot)


async def test_words_that_have_no_room_say_that_they_go_on(session: Session) -> None:
    set_item(session, "be-mac", line="Kính thưa quý vị. " * 60)
    while (following := stage.next_item(session)) is not None:
        stage.go(session, following.id)
    async with acting(session, "stage", SMALL) as pilot:
        assert pilot.app.screen.query_one(MCLine).max_scroll_y > 0
        assert "↓ goes on" in seen(pilot)


@pytest.mark.parametrize("width", [20, 40, 60, 80])
def test_no_key_in_the_heading_is_cut(session: Session, width: int) -> None:
    whole = heading(session.state, 200, introduces=False, is_cut=True).plain.split("   ")
    shown = heading(session.state, width, introduces=False, is_cut=True)
    assert set(shown.plain.split("   ")) <= set(whole)
    assert shown.cell_length <= max(width, len("   ".join(whole[:2])))
