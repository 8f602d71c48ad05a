"""While a list is read, the door goes on: scans are answered and keys obeyed."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

import data.roster.reading
from data.scanning.codes import payload
from data.session.session import Session
from tests.bursts import burst
from tests.tui.guests.screen.test_guests import ROSTER, guests, settled, shown
from tests.waiting import until
from tui.guests.importing.import_roster import ImportRosterDialog
from tui.widgets.lines.line_input import LineInput

pytestmark = pytest.mark.real_time


class HeldReading:
    """A reading that begins, tells its progress, and waits until it may go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may_go_on = Event()
        self._read = data.roster.reading.read_roster
        monkeypatch.setattr(data.roster.reading, "read_roster", self)

    def __call__(self, path: Path, event: Any, options: Any, progress: Any) -> Any:
        progress(7, 20)
        assert self.may_go_on.wait(30)
        return self._read(path, event, options, progress)


async def begin(pilot: Pilot[None], path: Path) -> None:
    path.write_text(ROSTER, encoding="utf-8")
    await pilot.press("f7")
    await pilot.pause()
    pilot.app.screen.query_one("#path", LineInput).value = str(path)
    await pilot.press("enter")
    await until(pilot, lambda: "7/20" in shown(pilot, "ImportRosterDialog JobLine"))


async def test_a_scan_and_a_key_are_answered_while_a_list_is_read(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = HeldReading(monkeypatch)
    async with guests(session) as pilot:
        await begin(pilot, tmp_path / "list.csv")
        try:
            await burst(pilot, payload(session.state.guests[3].code) + "\r")
            assert 3 in session.state.present
            assert "Phạm Văn Đức" in shown(pilot, "ImportRosterDialog AnswerStrip")
            assert "7/20" in shown(pilot, "ImportRosterDialog JobLine")
        finally:
            held.may_go_on.set()
        await settled(pilot)
        assert "1 new" in shown(pilot, "#what")
        await pilot.press("f7")
        await settled(pilot)
        assert 10 in session.state.guests
        assert 3 in session.state.present


async def test_the_dialog_can_be_left_while_a_list_is_read(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = HeldReading(monkeypatch)
    async with guests(session) as pilot:
        await begin(pilot, tmp_path / "list.csv")
        await pilot.press("escape")
        held.may_go_on.set()
        await settled(pilot)
        assert not isinstance(pilot.app.screen, ImportRosterDialog)
        assert len(session.state.guests) == 9
