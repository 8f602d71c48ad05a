"""A hall to act in: an event with guests, a clock that the test moves, the real program."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from data.clock import SetClock
from data.model.entries.guests import RosterImported
from data.model.guest import Guest
from data.scanning.codes import new_code
from data.session.session import Session
from tests.conftest import found
from tui.shell.app import CeremonyApp

START = datetime(2022, 6, 15, 0, 50, tzinfo=UTC)
"""07:50 in the hall, ten minutes before the first item."""
HOSTILE = "[/b] [red]Nguyễn[/] $x"
SMALL, LARGE = (80, 24), (120, 40)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(START)


@pytest.fixture
def session(tmp_path: Path, clock: SetClock, english: None) -> Iterator[Session]:
    with Session(found(tmp_path / "event", clock), clock=clock) as opened:
        guests = [household(opened, 1), household(opened, 2)]
        guests += [
            delegate(opened, 11, "Trần Văn Long", "cong-an-huyen", "Phó Trưởng", "Công an huyện"),
            delegate(opened, 12, "Nguyễn Thị Lệ Hà", "mttq-huyen", "Chủ tịch", "Ủy ban MTTQ huyện"),
            delegate(opened, 13, HOSTILE, "bao-dai", "", ""),
        ]
        opened.record(RosterImported(source="x", added=len(guests), changed=0, refused=0), guests=guests)
        yield opened


def household(session: Session, number: int) -> Guest:
    event = session.state.event
    return Guest(
        number=number,
        kind="household",
        name=f"Phạm Văn {number}",
        code=new_code(event.number, number),
        delegation=event.households.id,
        hamlet="xóm 1",
    )


def delegate(
    session: Session, number: int, name: str, delegation: str, title: str, organisation: str
) -> Guest:
    return Guest(
        number=number,
        kind="delegate",
        name=name,
        code=new_code(session.state.event.number, number),
        delegation=delegation,
        title=title,
        organisation=organisation,
    )


@asynccontextmanager
async def acting(
    session: Session, screen: str, size: tuple[int, int] = SMALL, *, watched: bool = False
) -> AsyncIterator[Pilot[None]]:
    """The program on one of its screens.

    Unless it is ``watched``, minutes that a test lets go by at once are not taken for a sleep.
    """
    app = CeremonyApp(session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if not watched and app._opened is not None:
            app._opened.clocks = None
        app.action_show(screen)
        await pilot.pause()
        await pilot.pause()
        yield pilot


def seen(pilot: Pilot[None]) -> str:
    """All that stands on the terminal."""
    return "\n".join(
        "".join(segment.text for segment in row) for row in pilot.app.screen._compositor.render_strips()
    )
