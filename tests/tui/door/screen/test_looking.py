"""Looking lets nobody in, and the card always shows who the check-in belongs to."""

from datetime import timedelta

from textual.pilot import Pilot

from data.clock import SetClock
from data.commands.door.paper_entry import BackEntry, enter_back
from data.commands.door.presence import leave, move_check_in, remove_check_in
from data.commands.undo import undo
from data.model.entries.door import CheckedIn
from data.session.session import Session
from tests.conftest import MORNING
from tests.tui.door.screen.test_door import shown
from tui.door.dialogs.party import PartyDialog
from tui.door.screen import DoorScreen
from tui.door.widgets.answer_box import AnswerBox
from tui.door.widgets.arrivals import Arrivals
from tui.shell.app import CeremonyApp


def arrivals(app: CeremonyApp) -> str:
    return str(app.screen.query_one(Arrivals).render())


async def admitted(pilot: Pilot[None], session: Session, number: int) -> CeremonyApp:
    """The card of a guest who was let in by number is on the screen."""
    await pilot.press(*str(number), "enter")
    await pilot.pause()
    assert number in session.state.present
    assert isinstance(pilot.app, CeremonyApp)
    return pilot.app


async def test_who_came_and_escape_lets_nobody_in(session: Session) -> None:
    before = len(session.state.entries)
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await pilot.press("6", "f7")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PartyDialog)
        assert "Chưa vào" in "".join(str(one.render()) for one in pilot.app.screen.query("Static"))
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DoorScreen)
    assert len(session.state.entries) == before
    assert not session.state.present


async def test_saying_who_came_lets_in_with_one_entry(session: Session) -> None:
    before = len(session.state.entries)
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6", "f7")
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        attendance = session.state.present[6]
        assert attendance.relation == session.state.event.relations[0]
        assert attendance.channel == "number"
        assert "HOÀNG THỊ YẾN" in shown(app, AnswerBox)
    (entry,) = session.state.entries[before:]
    assert isinstance(entry.what, CheckedIn)


async def test_the_card_of_a_correction_shows_the_corrected_guest(session: Session) -> None:
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        app = await admitted(pilot, session, 1)
        move_check_in(session, 1, 2)
        app.state_changed()
        await pilot.pause()
        card = shown(app, AnswerBox)
        assert "TRẦN THỊ HÒA" in card
        assert "không phải Nguyễn Văn Dũng" in card
        listed = arrivals(app)
        assert "Trần Thị Hòa" in listed
        assert "Nguyễn Văn Dũng" not in listed
        undo(session)
        app.state_changed()
        await pilot.pause()
        card = shown(app, AnswerBox)
        assert "NGUYỄN VĂN DŨNG" in card
        assert "không phải" not in card


async def test_a_check_in_taken_away_is_told_as_that(session: Session) -> None:
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        app = await admitted(pilot, session, 1)
        remove_check_in(session, 1)
        app.state_changed()
        await pilot.pause()
        assert "Đã bỏ điểm danh" in shown(app, AnswerBox)


async def test_who_goes_home_early_is_told_with_the_time(session: Session, clock: SetClock) -> None:
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        app = await admitted(pilot, session, 1)
        clock.pass_time(34 * 60)
        leave(session, 1)
        app.state_changed()
        await pilot.pause()
        assert "ĐÃ VỀ 07:49" in shown(app, AnswerBox)
        assert "MỜI VÀO" not in shown(app, AnswerBox)
        undo(session)
        app.state_changed()
        await pilot.pause()
        assert "MỜI VÀO" in shown(app, AnswerBox)


async def test_who_comes_back_is_here_again(session: Session, clock: SetClock) -> None:
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        app = await admitted(pilot, session, 1)
        leave(session, 1)
        await pilot.press("1", "enter")
        await pilot.pause()
        assert "ĐÃ ĐẾN" in shown(app, AnswerBox)
        assert "ĐÃ VỀ" not in shown(app, AnswerBox)


async def test_who_is_entered_from_paper_stands_there_with_that_time(
    session: Session, clock: SetClock
) -> None:
    clock.pass_time(3600)
    enter_back(session, [BackEntry(3, MORNING + timedelta(minutes=7))])
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "07:22 ✔ Phạm Văn Đức" in arrivals(app)
