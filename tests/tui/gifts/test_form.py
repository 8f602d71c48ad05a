"""The form: blank names are asked about, people are picked, several gifts make one record."""

from pathlib import Path

import pytest
from textual import events

from data.clock import SetClock
from data.commands.door import door
from data.commands.stage import stage
from data.commands.undo import undo
from data.model.entries.gifts import HandedGift, Person, Piece
from data.session.session import Session
from tests.conftest import hand
from tests.tui.gifts.test_gifts_screen import know
from tests.tui.stage.hall import HOSTILE, LARGE, SMALL, acting, seen
from tests.waiting import until
from tui.gifts.form.person_line import PersonLine
from tui.gifts.gift_list import NEW, GiftList
from tui.gifts.screen import GiftsScreen
from tui.shell.app import CeremonyApp
from tui.stage.screen import StageScreen
from tui.widgets.lines.line_input import LineInput


async def test_blank_names_are_asked_about_with_no_first(session: Session, clock: SetClock) -> None:
    async with acting(session, "gifts") as pilot:
        await pilot.press("f7")
        await pilot.pause()
        assert "The name of who gives is blank" in seen(pilot)
        await pilot.press("enter")
        assert not session.state.handovers.by_id
        clock.pass_time(2)
        await pilot.press("f7", "tab", "enter")
        await pilot.pause()
        (handover,) = session.state.handovers.standing()
        assert handover.what.giver.text == "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Hưng Hà"


async def test_nobody_at_all_is_refused_and_never_asked_about(session: Session) -> None:
    async with acting(session, "gifts") as pilot:
        await pilot.press("up")
        pilot.app.screen.query_one("#gift-name", LineInput).value = "Tranh"
        await pilot.press("f7")
        await pilot.pause()
        assert "Type who gives and who receives" in seen(pilot)
        assert isinstance(pilot.app.screen, GiftsScreen)


async def test_a_guest_who_is_here_is_picked_with_the_arrows(session: Session) -> None:
    for number in (1, 12, 13):
        door.admit(session, number, "scanner")
    async with acting(session, "gifts") as pilot:
        await pilot.press("enter", *"ha")
        await pilot.pause()
        text = seen(pilot)
        assert "Nguyễn Thị Lệ Hà" in text and "Trần Văn Long" not in text
        await pilot.press("down", "enter")
        await pilot.press("down")
        await pilot.pause()
        assert HOSTILE in seen(pilot), "an empty name offers everybody who is here"
        await pilot.press("down", "enter", "f7")
        await pilot.pause()
        (handover,) = session.state.handovers.standing()
        assert handover.what.giver == Person("Nguyễn Thị Lệ Hà", "Chủ tịch", "Ủy ban MTTQ huyện", 12)
        assert "✔ Handed over: 1 bouquet Hoa" in seen(pilot)
        assert handover.what.receiver.name == HOSTILE and handover.what.receiver.guest == 13


@pytest.mark.quick_once()
@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_several_gifts_go_into_one_record_with_one_signature(
    session: Session, clock: SetClock, size: tuple[int, int]
) -> None:
    know(session, flowers_giver_police="ông An", flowers_receiver_village="bà Hoa")
    async with acting(session, "gifts", size) as pilot:
        await pilot.press("space", "down", "space")
        await pilot.pause()
        assert "IN ONE RECORD: Hoa chúc mừng của MTTQ huyện + Hoa" in seen(pilot)
        screen = pilot.app.screen
        screen.query_one("#gift-time", LineInput).value = "7h15"
        screen.query_one("#gift-witness", LineInput).value = "[/b] $x"
        await pilot.press("f7")
        await pilot.pause()
        (handover,) = session.state.handovers.standing()
        assert handover.what.gifts == (HandedGift("hoa-mttq", 1), HandedGift("hoa-cong-an", 1))
        assert handover.at.strftime("%H:%M") == "00:15", "UTC"
        assert handover.what.witness == Person("[/b] $x")
        assert not screen.query_one("#gift-time", LineInput).value


async def test_a_gift_that_came_unannounced_is_typed_on_the_spot(session: Session) -> None:
    async with acting(session, "gifts") as pilot:
        screen = pilot.app.screen
        await pilot.press("up")
        assert screen.query_one(GiftList).value == NEW
        await pilot.press(
            "enter", *"Tranh", "enter", *"cai", "enter", *"An", "enter", "enter", "enter", *"Hoa"
        )
        screen.query_one("#gift-quantity", LineInput).value = "2"
        await pilot.press("f7")
        await pilot.pause()
        added = session.state.event.gifts[-1]
        assert (added.name, added.unit, added.unannounced) == ("Tranh", "cai", True)
        assert session.state.handovers.given(added.id) == 2
        assert "Tranh" in seen(pilot)


async def test_what_is_in_the_bookcase_is_set_right_for_this_handover(session: Session) -> None:
    know(session, bookcase_giver="bà Hà", bookcase_receiver="ông An")
    async with acting(session, "gifts") as pilot:
        await pilot.press("down", "down", "f9", *"Luat", "down", *"[/b]", "tab", "tab")
        pilot.app.screen.query_one("#piece-quantity", LineInput).value = "0"
        await pilot.press("f7")
        await pilot.pause()
        assert "1 or more" in seen(pilot)
        pilot.app.screen.query_one("#piece-quantity", LineInput).value = "3"
        await pilot.press("f7", "f7")
        await pilot.pause()
        (handover,) = session.state.handovers.standing()
        pieces = (Piece("Luat", "cuốn", 1, "mới"), Piece("[/b]", "cuốn", 3, "mới"))
        assert handover.what.gifts == (HandedGift("tu-sach", 1, pieces),)
        for taken_back in (False, True):
            if taken_back:
                undo(session)
                screen = pilot.app.screen
                assert isinstance(screen, GiftsScreen)
                screen.show_state()
            await pilot.press("f9")
            await pilot.pause()
            assert all(word in seen(pilot) for word in ("Luat", "[/b]")), "the list stays"
            await pilot.press("escape")
            await pilot.pause()


async def test_a_number_of_pieces_is_typed_over(session: Session) -> None:
    async with acting(session, "gifts") as pilot:
        await pilot.press("down", "down", "f9", *"Luat", "tab", "tab", "2")
        assert pilot.app.screen.query_one("#piece-quantity", LineInput).value == "2"


async def test_a_photo_is_attached_by_its_path(session: Session, tmp_path: Path) -> None:
    picture = tmp_path / "a [b].jpg"
    async with acting(session, "gifts") as pilot:
        await pilot.press("ctrl+f")
        await pilot.pause()
        assert "Log the handover first" in seen(pilot)
        entry = hand(session, "tu-sach", 1, HOSTILE, "b")
        await pilot.press("ctrl+f")
        path = pilot.app.screen.query_one("#photo-path", LineInput)
        path.value = str(picture)
        await pilot.press("enter")
        await pilot.pause()
        assert "There is no file" in seen(pilot)
        picture.write_bytes(b"\xff\xd8\xff\xe0")
        await pilot.press("enter")
        await pilot.pause()
        assert len(session.state.handovers.by_id[entry.id].photos) == 1
        assert "Photo handover-01-a-b.jpg" in seen(pilot)


async def test_the_gift_of_the_running_item_is_chosen_or_the_one_that_was_wanted(session: Session) -> None:
    while session.state.agenda_progress.current != "tu-sach":
        stage.go(session)
    async with acting(session, "gifts") as pilot:
        gifts = pilot.app.screen.query_one(GiftList)
        assert gifts.value == "tu-sach"
        assert pilot.app.screen.query_one("#gift-item").value == "tu-sach"  # type: ignore[attr-defined]
        await pilot.press("up", "f3", "f4")
        await pilot.pause()
        assert gifts.value == "hoa-cong-an", "what a person chose stays while the agenda stands"
        await pilot.press("f3")
        app = pilot.app
        assert isinstance(app, CeremonyApp) and isinstance(app.screen, StageScreen)
        app.get_screen("gifts", GiftsScreen).want("tai-lieu")
        await pilot.press("f4")
        await pilot.pause()
        await pilot.pause()
        assert gifts.value == "tai-lieu"


async def test_what_came_for_every_household_opens_the_gift_desk(session: Session) -> None:
    async with acting(session, "gifts") as pilot:
        screen = pilot.app.screen
        await pilot.press("up", "enter", *"Mu", "tab", *"cai", "tab", "right")
        screen.query_one("#gift-quantity", LineInput).value = "120"
        await pilot.press("f7")
        await pilot.pause()
        await pilot.pause()
        added = session.state.event.gifts[-1]
        assert (added.name, added.unit, added.quantity, added.each_household) == ("Mu", "cai", 120, True)
        assert screen.query_one(GiftList).value == added.id
        assert "READY TO GIVE" in seen(pilot)
        assert not session.state.handovers.by_id


async def test_after_a_handover_keys_go_to_the_list_and_not_into_a_name(
    session: Session, clock: SetClock
) -> None:
    async with acting(session, "gifts") as pilot:
        gifts = pilot.app.screen.query_one(GiftList)
        for back in ("escape", "f4"):
            await pilot.press("enter")
            await pilot.pause()
            assert "Esc: the gift list" in seen(pilot)
            await pilot.press(back)
            await pilot.pause()
            assert gifts.has_focus and "Esc: the gift list" not in seen(pilot)
        await pilot.press("enter", *"12", "f7")
        await pilot.pause()
        assert "“12” is a number" in seen(pilot) and not session.state.handovers.by_id
        clock.pass_time(2)
        await pilot.press("backspace", "backspace", *"An")
        pilot.app.screen.query_one("#gift-receiver", LineInput).value = "Hoa"
        await pilot.press("f7")
        await pilot.pause()
        assert len(session.state.handovers.by_id) == 1 and gifts.has_focus


async def test_who_has_not_come_is_offered_too_and_enter_goes_to_the_next_person(session: Session) -> None:
    door.admit(session, 13, "scanner")
    async with acting(session, "gifts") as pilot:
        screen = pilot.app.screen
        await pilot.press("enter", *"le ha")
        await pilot.pause()
        assert "not come" in seen(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert screen.query_one("#gift-giver", LineInput).value == "Nguyễn Thị Lệ Hà"
        assert screen.query_one("#gift-receiver", LineInput).has_focus


async def test_enter_takes_the_first_person_whose_name_was_typed_and_nobody_who_is_only_like_it(
    session: Session,
) -> None:
    async with acting(session, "gifts") as pilot:
        giver = pilot.app.screen.query_one("#gift-giver", LineInput)
        giver.focus()
        await pilot.pause()
        await pilot.press(*"le ha", "enter")
        assert giver.value == "Nguyễn Thị Lệ Hà"
        giver.focus()
        giver.value = ""
        await pilot.pause()
        await pilot.press(*"Xuyen", "enter")
        assert giver.value == "Xuyen"


async def test_a_person_typed_with_ba_before_the_name_is_the_one_on_the_list(session: Session) -> None:
    async with acting(session, "gifts") as pilot:
        await pilot.press("enter")
        await pilot.pause()
        line = pilot.app.screen.query_one("#person-giver", PersonLine)
        line.line("name").value = "bà nguyễn thị lệ"
        line.line("name").focus()
        await pilot.pause()
        await pilot.press("end", "space", "h", "a", "enter")
        await pilot.pause()
        assert line.person.guest is not None
        assert session.state.guests[line.person.guest].name == line.person.name == "Nguyễn Thị Lệ Hà"
        assert line.person.title == "Chủ tịch"


async def test_a_name_that_is_pasted_is_text_and_no_scan(session: Session) -> None:
    async with acting(session, "gifts") as pilot:
        line = pilot.app.screen.query_one("#person-giver", PersonLine).line("name")
        line.focus()
        await pilot.pause()
        before = len(session.state.steps)
        await pilot.app.on_event(events.Paste("Nguyễn Văn Tám"))
        await pilot.pause()
        assert line.value == "Nguyễn Văn Tám"
        assert len(session.state.steps) == before


async def test_a_second_f7_logs_what_was_asked_about_and_a_held_one_does_not(
    session: Session, clock: SetClock
) -> None:
    know(session, flowers_giver_front="bà Nguyễn Thị Lệ Hà", flowers_receiver_team="bà Hoa")
    door.admit(session, 1, "scanner")
    async with acting(session, "gifts") as pilot:
        await pilot.press("f7", "f7")
        await pilot.pause()
        assert "Nguyễn Thị Lệ Hà has not been checked in" in seen(pilot)
        assert not session.state.handovers.standing(), "the key was held"
        clock.pass_time(2)
        await pilot.press("f7")
        await pilot.pause()
        assert len(session.state.handovers.standing()) == 1


async def test_flowers_of_somebody_who_is_here_need_no_question(session: Session) -> None:
    know(session, flowers_giver_front="bà Nguyễn Thị Lệ Hà", flowers_receiver_team="bà Hoa")
    door.admit(session, 12, "scanner")
    async with acting(session, "gifts") as pilot:
        await pilot.press("f7")
        await pilot.pause()
        await until(pilot, lambda: len(session.state.handovers.standing()) == 1)
