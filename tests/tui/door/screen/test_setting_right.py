"""What is set right at the door: who came, the wrong person, who went home, notes, who is on duty."""

import asyncio

import pytest
from msgspec.structs import replace
from textual import events

from data import language
from data.scanning.codes import payload
from data.session.laptop.settings import load_settings
from data.session.session import Session
from tests.bursts import burst
from tests.conftest import list_guests
from tests.tui.door.screen.test_door import put, shown
from tests.waiting import until
from tui.door.dialogs.party import Relations
from tui.door.screen import DoorScreen
from tui.door.widgets.answer_box import AnswerBox
from tui.door.widgets.ready_line import ReadyLine
from tui.door.widgets.undo_line import UndoLine
from tui.scanning.key_judge import SUFFIX_SECONDS
from tui.shell.app import CeremonyApp
from tui.widgets.lines.answer_strip import AnswerStrip
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.results import Results


def card(session: Session, number: int) -> str:
    return payload(session.state.guests[number].code) + "\r"


def hand(app: CeremonyApp, *keys: str) -> None:
    """Keys as a hand presses them, 120 ms apart, that reach a busy program all at once."""
    for place, key in enumerate(keys):
        name = {" ": "space", ",": "comma"}.get(key, key)
        event = events.Key(name, key if len(key) == 1 else None)
        event.time += 0.12 * (place - len(keys))
        app.post_message(event)


async def test_a_reporter_who_is_not_on_the_list_takes_two_keys_besides_the_text(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        hand(app, "f8", *"hoàng lan, báo thái bình, phóng viên", "enter")
        await until(pilot, lambda: bool(session.state.present))
        guest = session.state.guests[session.state.next_number - 1]
        assert (guest.name, guest.delegation) == ("Hoàng Lan", "bao-dai")
        assert (guest.organisation, guest.title) == ("báo thái bình", "phóng viên")
        assert guest.number in session.state.present


async def test_a_walk_in_of_a_name_that_is_on_the_list_is_pointed_out(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8", *"tran", "space", *"thi", "space", *"hoa")
        await pilot.pause()
        assert "002 Trần Thị Hòa" in str(app.screen.query_one("#recorded").render())


async def test_a_group_chosen_with_the_arrows_is_not_guessed_away(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8", *"Lan", "enter", "down", *"bao", "enter", "enter")
        await pilot.pause()
        assert session.state.guests[session.state.next_number - 1].delegation == "mttq-huyen"


async def test_a_letter_typed_at_once_behind_f7_chooses_and_is_not_left_in_the_line(
    session: Session,
) -> None:
    (number,) = put(session, "Trần Thị Ngọc Ánh")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, number))
        await asyncio.sleep(SUFFIX_SECONDS)
        hand(app, "f7", "c")
        await until(pilot, lambda: bool(session.state.present[number].relation))
        assert session.state.present[number].relation == session.state.event.relations[2]
        assert app.screen.query_one("#door-line", LineInput).value == ""


async def test_a_scan_under_the_question_who_came_answers_nothing_of_it(session: Session) -> None:
    """Microsoft's Vietnamese layout types đ for 0 and ă for 1: letters, but not of the menu."""
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 1))
        await pilot.press("f7")
        await pilot.pause()
        before = session.state.present[1]
        layout = dict(zip("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ", strict=True))
        await burst(pilot, "".join(layout.get(digit, digit) for digit in card(session, 2)))
        assert set(session.state.present) == {1, 2}
        assert session.state.present[1] == before


async def test_people_are_counted_with_plus_and_the_name_goes_with_the_letter(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 1))
        await pilot.press("f7", "plus", "plus", "minus", "tab", *"Nam", "enter", "c")
        await pilot.pause()
        party = session.state.present[1]
        assert (party.relation, party.substitute, party.people) == ("con trai", "Nam", 2)
        await pilot.press("f7", "n")
        await pilot.pause()
        assert not session.state.present[1].is_substitute


async def test_f7_lets_in_the_guest_that_was_searched_for_and_asks_who_came(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"tran", "f7", "c")
        await pilot.pause()
        assert {n: a.relation for n, a in session.state.present.items()} == {2: "con trai"}


async def test_keys_that_waited_for_a_busy_program_keep_their_order_around_a_function_key(
    session: Session,
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        hand(app, *"thi", "down", "f7", "c")
        await until(pilot, lambda: any(a.relation for a in session.state.present.values()))
        assert [attendance.relation for attendance in session.state.present.values()] == ["con trai"]
        hand(app, "f8", *"lan, bao", "enter", "enter")
        await until(pilot, lambda: len(session.state.present) == 2)
        guest = session.state.guests[session.state.next_number - 1]
        assert (guest.name, guest.delegation) == ("Lan", "bao-dai")


async def test_the_check_in_of_the_wrong_person_moves_to_who_really_came(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 1))
        first = session.state.present[1].at
        await pilot.press("ctrl+e", "a", *"hoa", "enter", "enter")
        await pilot.pause()
        assert list(session.state.present) == [2]
        assert session.state.present[2].at == first


async def test_going_home_a_mistaken_check_in_and_a_note_are_a_letter_each(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 1))
        await pilot.press("ctrl+e", "b")
        await pilot.pause()
        assert not session.state.present[1].is_here
        await pilot.press("ctrl+e", "c", *"front", "enter")
        await until(pilot, lambda: "★ front" in shown(app, AnswerBox))
        assert session.state.guests[1].note == "front"
        await pilot.press("ctrl+e", "b")
        await pilot.pause()
        assert not session.state.present


async def test_digits_that_may_be_a_phone_let_nobody_in_by_the_first_enter(session: Session) -> None:
    first = session.state.next_number
    numbers = put(session, *(f"Hộ {n}" for n in range(first, 124)))
    list_guests(session, [replace(session.state.guests[numbers[0]], phone="0900000123")])
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"123", "enter")
        await pilot.pause()
        assert not session.state.present
        assert {guest.number for guest in app.screen.query_one(Results).guests} == {123, numbers[0]}
        await pilot.press("enter")
        await pilot.pause()
        assert set(session.state.present) == {123}
        await pilot.press(*"12", "enter")
        await pilot.pause()
        assert set(session.state.present) == {123, 12}


async def test_the_name_is_drawn_large_where_there_is_room_and_written_too(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 2))
        assert "█" in shown(app, AnswerBox)
        assert "TRẦN THỊ HÒA" in shown(app, AnswerBox)
        await pilot.resize_terminal(80, 24)
        await pilot.pause(0.2)
        assert "█" not in shown(app, AnswerBox)


async def test_what_undo_would_take_back_is_shown_before_it_is_pressed(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 2))
        assert "Trần Thị Hòa" in str(app.screen.query_one(UndoLine).render())


async def test_who_is_on_duty_is_asked_once_and_known_at_the_next_start(session: Session) -> None:
    session.duty = ""
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+d", *"lan", "enter")
        await pilot.pause()
        assert session.duty == "Lan"
        assert "Lan" in str(app.screen.query_one(ReadyLine).render())
        await burst(pilot, card(session, 1))
        assert session.state.present[1].duty == "Lan"
    assert load_settings().duty == "Lan"


async def test_the_bell_can_be_switched_off_and_stays_off(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[int] = []
    app = CeremonyApp(session)
    monkeypatch.setattr(app, "bell", lambda: rung.append(1))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 1))
        assert rung
        await pilot.press("ctrl+w")
        rung.clear()
        await burst(pilot, card(session, 2))
        assert not rung
        assert isinstance(app.screen, DoorScreen)
    assert not load_settings().sound


async def test_a_scan_on_the_stage_rings_no_bell(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[int] = []
    app = CeremonyApp(session)
    monkeypatch.setattr(app, "bell", lambda: rung.append(1))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        await burst(pilot, card(session, 1))
        assert set(session.state.present) == {1}
        assert not rung


async def test_a_wrong_name_and_year_are_set_right_at_the_door(session: Session) -> None:
    language.choose("en")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"nguyen van dung", "ctrl+e", "b")
        await pilot.pause()
        await pilot.press(*" Nam", "enter", "ctrl+u", *"1961", "enter")
        await pilot.pause()
        assert isinstance(app.screen, DoorScreen)
        guest = session.state.guests[1]
        assert (guest.name, guest.birth_year) == ("Nguyễn Văn Dũng Nam", 1961)
        assert "Nguyễn Văn Dũng Nam" in str(app.screen.query_one("AnswerStrip").render())


async def test_after_the_wrong_person_is_set_right_nothing_is_left_that_enter_would_let_in(
    session: Session,
) -> None:
    wrong, right = put(session, "Đinh Văn Khoát", "Đinh Thị Khoát")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, wrong))
        await asyncio.sleep(SUFFIX_SECONDS)
        hand(app, *"khoat")
        await until(pilot, lambda: len(app.screen.query_one(Results).guests) == 2)
        results = app.screen.query_one(Results)
        while results.decided is None or results.decided.number != wrong:
            await pilot.press("down")
        await pilot.press("ctrl+e", "a", *"thi", "space", *"khoat", "enter")
        await until(pilot, lambda: set(session.state.present) == {right})
        await until(pilot, lambda: isinstance(app.screen, DoorScreen))
        await pilot.pause()
        assert app.screen.query_one("#door-line", LineInput).value == ""
        assert results.decided is None and not app.screen.has_class("searching")
        await pilot.press("enter")
        await pilot.press(*"khoat")
        await pilot.pause()
        assert len(results.guests) == 2 and results.decided is None
        assert set(session.state.present) == {right}


async def test_a_second_enter_that_comes_too_fast_lets_nobody_in_and_says_why(
    session: Session, english: None
) -> None:
    put(session, "Đinh Văn Khoát", "Đinh Thị Khoát")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        hand(app, *"khoat", "enter", "enter")
        await until(pilot, lambda: "too fast" in str(app.screen.query_one(AnswerStrip).render()))
        assert not session.state.present


async def test_a_number_as_on_the_card_is_that_guest_alone(session: Session) -> None:
    first = session.state.next_number
    put(session, *(f"Hộ {n}" for n in range(first, 120)))
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*"001")
        await pilot.pause()
        assert [guest.number for guest in app.screen.query_one(Results).guests] == [1]
        await pilot.press("enter")
        await pilot.pause()
        assert set(session.state.present) == {1}


async def test_who_stands_on_both_lists_is_told_at_the_door_as_the_other_too(
    session: Session, english: None
) -> None:
    state = session.state
    delegate = next(guest for guest in state.guests.values() if not guest.is_household)
    (number,) = put(session, delegate.name)
    other = replace(delegate, phone="0900000123", title="Bí thư")
    list_guests(session, [other, replace(state.guests[number], phone="0911 222 333; 0900 000 123")])
    app = CeremonyApp(session)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, number))
        told = shown(app, AnswerBox)
        assert f"also delegate {delegate.number:03}: not in yet · Bí thư" in told
        await burst(pilot, card(session, delegate.number))
        assert f"also household {number:03}" in shown(app, AnswerBox)
        await burst(pilot, card(session, 1))
        assert "also" not in shown(app, AnswerBox)


async def test_who_came_is_asked_in_the_language_of_the_screen_and_kept_as_the_plan_says_it(
    session: Session, english: None
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, card(session, 1))
        await asyncio.sleep(SUFFIX_SECONDS)
        await pilot.press("f7")
        await pilot.pause()
        asked = str(app.screen.query_one(Relations).render())
        assert "wife" in asked and "other" in asked and "vợ" not in asked and "khác" not in asked
        await pilot.press("a")
        await until(pilot, lambda: bool(session.state.present[1].relation))
        assert session.state.present[1].relation == "vợ"
        await until(pilot, lambda: "wife" in shown(app, AnswerBox))


@pytest.mark.parametrize("is_hasty", [False, True])
async def test_for_a_delegate_the_name_comes_first_and_colleagues_are_offered(
    session: Session, is_hasty: bool
) -> None:
    number = next(guest.number for guest in session.state.guests.values() if not guest.is_household)
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*str(number), "f7")
        if not is_hasty:
            await pilot.pause()
            said = "".join(str(one.render()) for one in app.screen.query("Static"))
            assert "cấp phó" in said and "con dâu" not in said and "chủ hộ" not in said
        await pilot.press(*"Nguyen Van Kha", "enter", "enter")
        await pilot.pause()
        party = session.state.present[number]
        assert (party.relation, party.substitute) == ("", "Nguyen Van Kha")
        assert not app.screen.query_one("#door-line", LineInput).value
        await pilot.press("f7", "enter", "a")
        await pilot.pause()
        party = session.state.present[number]
        assert (party.relation, party.substitute) == ("cấp phó", "Nguyen Van Kha")
