from textual import events

from data.model.entries.gifts import HandedGift, HandedOver, Person
from data.model.entries.guests import RosterImported
from data.model.guest import Guest
from data.scanning.codes import new_code, payload
from data.session.session import Session
from tests.bursts import burst
from tui.door.dialogs.walk_in import WalkInDialog
from tui.door.screen import DoorScreen
from tui.door.widgets.answer_box import AnswerBox
from tui.shell.app import CeremonyApp
from tui.welcome.screen import WelcomeScreen
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.results import Results

HOSTILE = (
    "[/b] Hoa",
    "[VIP] Lan",
    "=1+1",
    "Nguyễn " * 42 + "An",
    "[@click=app.quit]x[/]",
    "$primary {x}",
    "🎉 Vui",
)


def put(session: Session, *names: str, hamlet: str = "Xóm 9") -> list[int]:
    first = session.state.next_number
    guests = [
        Guest(
            number=number,
            kind="household",
            name=name,
            code=new_code(session.state.event.number, number),
            delegation=session.state.event.households.id,
            hamlet=hamlet,
        )
        for number, name in enumerate(names, start=first)
    ]
    session.record(RosterImported(source="x", added=len(guests), changed=0, refused=0), guests=guests)
    return [guest.number for guest in guests]


def shown(app: CeremonyApp, widget: type[AnswerBox] | type[Results]) -> str:
    return str(app.screen.query_one(widget).render())


async def test_a_scan_shows_its_answer_in_place_and_clears_the_line(session: Session) -> None:
    (number,) = put(session, "Trần Thị Ngọc Ánh")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, "lan" + payload(session.state.guests[number].code) + "\r")
        assert number in session.state.present
        assert "TRẦN THỊ NGỌC ÁNH" in shown(app, AnswerBox)
        assert app.screen.query_one("#door-line", LineInput).value == ""


async def test_back_to_back_scans_are_all_let_in_and_in_order(session: Session) -> None:
    numbers = put(session, *(f"Hộ {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"))
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, "".join(payload(session.state.guests[n].code) + "\r" for n in numbers))
        assert list(session.state.present) == numbers


async def test_a_name_typed_without_accents_lets_the_only_one_found_in(session: Session) -> None:
    (number,) = put(session, "Trần Thị Ngọc Ánh")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*"ngoc", "space", *"anh", "space", *"xom", "space", "9", "enter")
        await pilot.pause()
        assert number in session.state.present


async def test_of_several_found_nobody_is_let_in_by_the_first_enter(session: Session) -> None:
    numbers = put(session, "Đinh Văn Khoát", "Đinh Thị Khoát")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*"khoat", "enter")
        await pilot.pause()
        assert not session.state.present
        await pilot.press("down", "enter")
        await pilot.pause()
        assert len(session.state.present) == 1
        assert next(iter(session.state.present)) in numbers


async def test_the_son_in_the_heads_place_takes_two_keys(session: Session) -> None:
    (number,) = put(session, "Trần Thị Ngọc Ánh")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, payload(session.state.guests[number].code) + "\r")
        relations = session.state.event.relations
        await pilot.press("f7", "abcdefghijklm"[relations.index("con trai")])
        await pilot.pause()
        assert session.state.present[number].relation == "con trai"
        assert "con trai" in shown(app, AnswerBox)


async def test_a_walk_in_is_put_on_the_list_and_let_in(session: Session) -> None:
    app = CeremonyApp(session)
    before = len(session.state.guests)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f8", *"Vu", "space", *"Lan", "enter", *"Xom", "enter")
        await pilot.pause()
        assert isinstance(app.screen, DoorScreen)
        assert len(session.state.guests) == before + 1
        assert session.state.guests[session.state.next_number - 1].name == "Vu Lan"
        assert session.state.next_number - 1 in session.state.present


async def test_undo_says_what_it_will_undo_and_does_it_at_the_second_press(session: Session) -> None:
    (number,) = put(session, "Trần Thị Ngọc Ánh")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await burst(pilot, payload(session.state.guests[number].code) + "\r")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "Trần Thị Ngọc Ánh" in str(app.screen.query_one("AnswerStrip").render())
        assert number in session.state.present
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert number not in session.state.present
        assert "TRẦN THỊ NGỌC ÁNH" not in shown(app, AnswerBox)


async def test_hostile_names_are_shown_and_found_as_typed_on_every_screen(session: Session) -> None:
    numbers = put(session, *HOSTILE)
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for name, number in zip(HOSTILE, numbers, strict=True):
            await burst(pilot, payload(session.state.guests[number].code) + "\r")
            expected = name.upper() if len(name) <= 60 else name
            assert expected in shown(app, AnswerBox)
            app.screen.query_one("#door-line", LineInput).value = name[:40]
            await pilot.pause()
            found = [guest.number for guest in app.screen.query_one(Results).guests]
            assert number in found
            app.screen.query_one("#door-line", LineInput).value = ""
        gift = session.state.event.gifts[0].id
        session.record(
            HandedOver(gifts=(HandedGift(gift, 1),), giver=Person("[/b]"), receiver=Person("=1+1"), note="[x")
        )
        for key in ("f3", "f4", "f5", "f6", "f2"):
            await pilot.press(key)
            await pilot.pause()
        assert app.return_code in (None, 0)


async def test_fast_letters_backspaces_and_enter_keep_their_order_in_the_line(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key, character in [
            *((c, c) for c in "viet"),
            ("backspace", None),
            ("backspace", None),
            ("ệ", "ệ"),
            ("t", "t"),
        ]:
            app.post_message(events.Key(key, character))
        await pilot.pause()
        await pilot.pause()
        assert app.screen.query_one("#door-line", LineInput).value == "việt"


async def test_an_event_can_be_left_for_the_list_and_opened_again(session: Session) -> None:
    app = CeremonyApp(session)
    folder = session.folder
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        assert app.session is None
        app.open_event(folder)
        await pilot.pause()
        assert isinstance(app.screen, DoorScreen)


async def test_a_scan_under_the_list_of_commands_is_answered_on_the_screen_behind(session: Session) -> None:
    (number,) = put(session, "Trần Thị Ánh")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await burst(pilot, payload(session.state.guests[number].code) + "\r")
        assert number in session.state.present
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, DoorScreen)
        assert "TRẦN THỊ ÁNH" in shown(app, AnswerBox)


async def test_a_text_longer_than_the_line_scrolls_to_where_one_types(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        pilot.app.post_message(events.Paste("abcdefghij" * 12))
        await pilot.press(*"end")
        await pilot.pause()
        line = app.screen.query_one("#door-line", LineInput)
        assert "hijend" in line.render_line(0).text
        await pilot.press("home")
        await pilot.pause()
        assert line.render_line(0).text.startswith("abc")


async def test_a_scan_under_a_dialog_stands_at_its_foot_and_then_at_the_door(
    session: Session,
) -> None:
    (number,) = put(session, "Trần Thị Ánh")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        await pilot.press(*"Lan")
        await burst(pilot, payload(session.state.guests[number].code) + "\r")
        assert isinstance(app.screen, WalkInDialog)
        assert "Trần Thị Ánh" in str(app.screen.strip.render())
        assert app.screen.query(LineInput).first().value == "Lan"
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert "TRẦN THỊ ÁNH" in shown(app, AnswerBox)
