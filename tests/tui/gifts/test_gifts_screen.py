import pytest
from msgspec.structs import replace

from data.clock import SetClock
from data.model.entries.event import EventChanged
from data.model.entries.gifts import Person
from data.session.session import Session
from tests.conftest import hand
from tests.tui.stage.hall import HOSTILE, LARGE, SMALL, acting, seen
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice

BOOKCASE = "tu-sach"


def know(session: Session, **values: str) -> None:
    event = session.state.event
    blanks = tuple(replace(blank, value=values.get(blank.id, blank.value)) for blank in event.blanks)
    session.record(EventChanged(what="blanks"), event=replace(event, blanks=blanks))


@pytest.fixture
def known(session: Session) -> Session:
    know(session, bookcase_giver="bà Lệ Hà", bookcase_receiver=f"ông {HOSTILE}", bookcase_witness="ông An")
    return session


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_form_is_filled_and_f7_logs_it(
    known: Session, clock: SetClock, size: tuple[int, int]
) -> None:
    async with acting(known, "gifts", size) as pilot:
        await pilot.press("down", "down")
        await pilot.pause()
        assert pilot.app.screen.query_one(Choice).value == BOOKCASE
        await pilot.press("f7")
        await pilot.pause()
        (handover,) = known.state.handovers.standing(BOOKCASE)
        assert handover.what.giver.name == "bà Lệ Hà"
        assert handover.what.receiver.name == f"ông {HOSTILE}"
        assert handover.what.witness == Person("ông An")
        text = seen(pilot)
        assert "HANDED OVER (1)" in text and "✔ Handed over: 1 bookcase Tủ sách pháp luật" in text


async def test_a_gap_waits_for_the_name_where_it_belongs(session: Session) -> None:
    async with acting(session, "gifts") as pilot:
        assert "Still blank (F10): Who gives flowers for the district's Front" in seen(pilot)
        await pilot.press("enter", *"An")
        giver = pilot.app.screen.query_one("#gift-giver", LineInput)
        assert giver.value == "An"
        await pilot.press("enter", "enter")
        assert pilot.app.focused is pilot.app.screen.query_one("#gift-receiver"), "the office is known"
        assert "Still blank (F10): Who gives flowers for the district's Front" not in seen(pilot)


async def test_another_gift_keeps_what_was_typed(known: Session) -> None:
    async with acting(known, "gifts") as pilot:
        screen = pilot.app.screen
        screen.query_one("#gift-note", LineInput).focus()
        await pilot.press(*"new")
        screen.query_one(Choice).focus()
        await pilot.press("down", "down")
        await pilot.pause()
        assert screen.query_one("#gift-note", LineInput).value == "new"
        assert screen.query_one("#gift-giver", LineInput).value.startswith("bà Lệ Hà")


async def test_enter_never_logs(known: Session) -> None:
    async with acting(known, "gifts") as pilot:
        await pilot.press("down", "down", *["enter"] * 9)
        assert not known.state.handovers.by_id


async def test_more_than_planned_is_asked_with_no_first(known: Session, clock: SetClock) -> None:
    hand(known, BOOKCASE, 1, "a", "b")
    async with acting(known, "gifts") as pilot:
        await pilot.press("down", "down", "f7")
        await pilot.press("enter")
        assert len(known.state.handovers.standing()) == 1
        clock.pass_time(2)
        await pilot.press("f7")
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert len(known.state.handovers.standing()) == 2


async def test_a_held_f7_logs_once(session: Session, clock: SetClock) -> None:
    async with acting(session, "gifts") as pilot:
        await pilot.press("up", "up", "ctrl+b")
        pilot.app.screen.query_one("#gift-receiver", LineInput).value = "ông An"
        pilot.app.screen.query_one("#gift-quantity", LineInput).value = "40"
        for _repeat in range(10):
            await pilot.press("f7")
            clock.pass_time(0.2)
        assert session.state.handovers.given("tai-lieu") == 40
        assert pilot.app.screen.query_one("#gift-quantity", LineInput).value == "60"


async def test_a_quantity_that_is_no_number_is_refused(session: Session) -> None:
    async with acting(session, "gifts") as pilot:
        pilot.app.screen.query_one("#gift-quantity", LineInput).value = "nhiều"
        await pilot.press("f7")
        await pilot.pause()
        assert not session.state.handovers.by_id
        assert "“nhiều” is no number" in seen(pilot)


@pytest.mark.quick_once()
@pytest.mark.parametrize("unit", ["", "dong", "VND"])
async def test_money_is_logged_as_it_was_typed_in_words_and_said_back(session: Session, unit: str) -> None:
    async with acting(session, "gifts", LARGE) as pilot:
        await pilot.press(*["down"] * 4)
        for field, text in (("name", "Quà"), ("unit", unit), ("giver", "ông An"), ("receiver", "bà Bình")):
            pilot.app.screen.query_one(f"#gift-{field}", LineInput).value = text
        line = pilot.app.screen.query_one("#gift-quantity", LineInput)
        line.focus()
        await pilot.pause()
        await pilot.press("5", "space", *"triệu")
        await pilot.pause()
        assert line.value == "5 triệu", "what stood there is replaced by what is typed"
        assert "5.000.000 đồng" in seen(pilot)
        await pilot.press("f7")
        await pilot.pause()
        (handover,) = session.state.handovers.by_id.values()
        assert handover.what.gifts[0].quantity == 5_000_000
        assert session.state.event.gifts[-1].unit == "đồng"
        assert "5.000.000 đồng Quà" in " ".join(seen(pilot).split())


async def test_what_was_logged_last_is_the_first_that_may_be_void(known: Session, clock: SetClock) -> None:
    hand(known, "hoa-mttq", 1, "a", "b")
    last = hand(known, BOOKCASE, 1, "c", "d")
    async with acting(known, "gifts", LARGE) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        assert pilot.app.screen.query_one(Choice).value == last.id
        await pilot.press("escape")
        await pilot.pause()
        clock.pass_time(300)
        await pilot.press("f8")
        await pilot.pause()
        assert pilot.app.screen.query_one(Choice).value != last.id, "later the chosen gift's is"


async def test_void_needs_a_reason_and_a_yes(known: Session) -> None:
    kept = hand(known, BOOKCASE, 1, "a", HOSTILE)
    gone = hand(known, "hoa-mttq", 1, "[/b]", "c")
    async with acting(known, "gifts", LARGE) as pilot:
        await pilot.press("f8")
        await pilot.press("enter")
        await pilot.pause()
        assert "Type why" in seen(pilot)
        await pilot.press(*"sai [/b]", "enter")
        await pilot.pause()
        await pilot.press("enter")
        assert len(known.state.handovers.standing()) == 2, "No has the focus"
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("tab", "enter")
        await pilot.pause()
        await pilot.pause()
        assert [h.id for h in known.state.handovers.standing()] == [kept.id]
        assert known.state.handovers.by_id[gone.id].voided == "sai [/b]"
        assert "VOID: sai [/b]" in seen(pilot)


async def test_nothing_to_void_is_said(session: Session) -> None:
    async with acting(session, "gifts") as pilot:
        await pilot.press("f8")
        await pilot.pause()
        assert "no handover" in seen(pilot)


async def test_a_scan_leaves_a_half_filled_form_alone(session: Session) -> None:
    code = "00" + session.state.guests[1].code
    async with acting(session, "gifts") as pilot:
        note = pilot.app.screen.query_one("#gift-note", LineInput)
        note.focus()
        await pilot.press(*"hoa", *code, "enter", *"tươi")
        await pilot.pause()
        assert 1 in session.state.present
        assert note.value == "hoatươi"
        assert pilot.app.focused is note


async def test_tab_goes_round(session: Session) -> None:
    async with acting(session, "gifts") as pilot:
        await pilot.press("tab", "tab")
        assert pilot.app.focused is pilot.app.screen.query_one("#gift-giver-title")
        await pilot.press("shift+tab")
        assert pilot.app.focused is pilot.app.screen.query_one("#gift-giver")
