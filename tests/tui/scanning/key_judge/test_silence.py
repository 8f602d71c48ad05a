"""A scan without a line end is decided by silence, and never while its keys wait behind other work."""

import asyncio

from textual import events

from data.model.entries.door import ScanRefused
from data.scanning.codes import payload
from data.session.session import Session
from tui.scanning.key_judge import UNFINISHED_SECONDS
from tui.shell.app import CeremonyApp


def type_in(app: CeremonyApp, digits: str, ago: float = 0.0) -> None:
    for digit in digits:
        key = events.Key(digit, digit)
        key.time -= ago
        app.post_message(key)


async def test_a_card_whose_keys_wait_behind_other_work_is_read_whole(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test() as pilot:
        code = payload(session.state.guests[1].code)
        type_in(app, code, ago=2.0)
        app.keys._look_soon()
        await asyncio.sleep(0.2)
        await pilot.pause()
        assert list(session.state.present) == [1]
        assert not any(isinstance(entry.what, ScanRefused) for entry in session.state.entries)


async def test_a_card_read_in_part_without_a_line_end_is_answered_after_a_silence(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test() as pilot:
        type_in(app, payload(session.state.guests[1].code)[:14], ago=2 * UNFINISHED_SECONDS)
        for _look in range(2):
            await pilot.pause()
            app.call_later(app.keys.look)
        await pilot.pause()
        assert isinstance(session.state.entries[-1].what, ScanRefused)
