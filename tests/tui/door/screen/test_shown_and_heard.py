"""The name in large letters, the bell, and who is on duty."""

import pytest

from data.session.laptop.settings import load_settings
from data.session.session import Session
from tests.bursts import burst
from tests.tui.door.screen.hands import card
from tests.tui.door.screen.test_door import shown
from tui.door.screen import DoorScreen
from tui.door.widgets.answer_box import AnswerBox
from tui.door.widgets.ready_line import ReadyLine
from tui.shell.app import CeremonyApp


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
