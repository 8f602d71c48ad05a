from msgspec.structs import replace

from data.scanning.codes import payload
from data.session.session import Session
from tests.bursts import burst
from tests.conftest import list_guests
from tui.missing.admit_group import AdmitGroupDialog
from tui.shell.app import CeremonyApp
from tui.widgets.lists.long_list import LongList


def shown(app: CeremonyApp) -> str:
    return str(app.screen.query_one(LongList).render())


async def test_the_missing_stand_under_their_delegation_and_hamlet_until_they_come(
    session: Session,
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert "Công an huyện" in shown(app)
        assert "Vũ Đình Sơn" in shown(app)
        assert "xóm 2" in shown(app)
        await pilot.press(*"son", "enter")
        await pilot.pause()
        assert set(session.state.present) == {8}
        await pilot.press("escape")
        await pilot.pause()
        assert "Vũ Đình Sơn" not in shown(app)
        assert "Công an huyện" not in shown(app)


async def test_a_phone_is_masked_until_it_is_asked_for_and_again_once_the_mark_moves(
    session: Session,
) -> None:
    list_guests(session, [replace(session.state.guests[7], phone="0912345678")])
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+t", "down")
        await pilot.pause()
        assert "0912345678" not in shown(app)
        await pilot.press("f7")
        await pilot.pause()
        assert "0912345678" in shown(app)
        await pilot.press("down")
        await pilot.pause()
        assert "0912345678" not in shown(app)


async def test_a_delegation_is_let_in_by_one_confirmation_that_is_not_first(session: Session) -> None:
    entries = len(session.state.entries)
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+t", "f8", "enter")
        await pilot.pause()
        assert not session.state.present
        await pilot.press("f8")
        await pilot.pause()
        assert isinstance(app.screen, AdmitGroupDialog)
        await pilot.press("right", "enter")
        await pilot.pause()
        assert set(session.state.present) == {7}
        assert len(session.state.entries) == entries + 1


async def test_who_did_not_come_is_taken_out_of_the_group_with_space(session: Session) -> None:
    list_guests(session, [replace(session.state.guests[8], delegation="mttq-huyen")])
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+t", "f8", "down", "space", "right", "enter")
        await pilot.pause()
        assert set(session.state.present) == {7}


async def test_a_scan_under_the_question_lets_in_only_its_own_guest(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+t", "f8", "right")
        await pilot.pause()
        await burst(pilot, payload(session.state.guests[1].code) + "\r")
        assert set(session.state.present) == {1}
        assert isinstance(app.screen, AdmitGroupDialog)
