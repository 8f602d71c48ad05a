from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from textual.widgets import Digits

from data import language
from data.clock import SetClock
from data.commands.door.door import admit
from data.commands.paper_status import record_made, take_signed
from data.commands.registering import register
from data.commands.stage import stage
from data.commands.stage.mc_words import tick
from data.commands.undo import undo
from data.documents.papers.files import make_papers
from data.documents.papers.pending import to_make, to_sign
from data.queries.people.arrivals import arrivals
from data.queries.people.counts import GroupCount
from data.queries.stage.checks import open_checks
from data.scanning.codes import payload
from data.session.session import Session
from tests.bursts import burst
from tests.conftest import hand
from tui.report.screen import ReportScreen
from tui.report.widgets.plot import plot_lines
from tui.report.widgets.still_open import still_open
from tui.scanning.key_judge import SUFFIX_SECONDS
from tui.shell.app import CeremonyApp
from tui.stage.screen import StageScreen
from tui.widgets.bars import bar_lines


@asynccontextmanager
async def report(session: Session, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    language.choose("en")
    async with CeremonyApp(session).run_test(size=size) as pilot:
        await pilot.press("f6")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReportScreen)
        yield pilot


def figure(pilot: Pilot[None], id: str) -> str:
    return pilot.app.screen.query_one(f"#{id} Digits", Digits).value


def shown(pilot: Pilot[None], selector: str) -> str:
    return str(pilot.app.screen.query_one(selector).render())


async def test_the_four_numbers(session: Session, clock: SetClock) -> None:
    admit(session, 1, "name", people=3)
    admit(session, 7, "name")
    async with report(session) as pilot:
        assert [figure(pilot, id) for id in ("households", "people", "delegates")] == ["1", "3", "1"]
        assert figure(pilot, "time") == "08:00"
        clock.pass_time(60 * 60)
        stage.go(session)
        assert isinstance(pilot.app, CeremonyApp)
        pilot.app.state_changed()
        await pilot.pause()
        assert figure(pilot, "time") == "15"
        assert "late" in shown(pilot, "#time .caption")
        await burst(pilot, payload(session.state.guests[2].code) + "\r")
        await pilot.pause()
        assert figure(pilot, "households") == "2"


async def test_an_event_without_guests_says_what_to_do(session: Session) -> None:
    undo(session)
    for size in ((80, 24), (120, 40)):
        async with report(session, size) as pilot:
            assert "F5" in shown(pilot, "#todo")
            assert "F5" in shown(pilot, "#bars")
            await pilot.press("down", "up")


async def test_export_names_the_files(session: Session) -> None:
    async with report(session) as pilot:
        assert "F7" in shown(pilot, "#todo")
        await pilot.press("f7")
        for digit in payload(session.state.guests[1].code):
            pilot.app.post_message(events.Key(digit, digit))
        await pilot.pause()
        await pilot.pause()
        assert 1 in session.state.present
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        files = sorted(file.name for file in (session.folder / "exports").iterdir())
        assert len(files) == 3
        told = shown(pilot, "JobLine")
        ends = {Path(name).suffix for name in files}
        assert ends == {".csv", ".json", ".xlsx"} and all(end in told for end in ends)
        assert "3 files, with guests' names" in told
        assert max(map(len, told.splitlines())) <= 78 and len(told.splitlines()) == 2, "nothing is cut"
        assert "F7" not in shown(pilot, "#todo")


def test_what_is_open_goes_away_when_it_is_done(session: Session) -> None:
    language.choose("en")

    def keys() -> list[str]:
        return [one.key for one in still_open(session.state, exported=True)]

    assert keys() == ["F2", "F3", "F4", "F4", "F4", "F4"]
    for number in list(session.state.guests):
        admit(session, number, "name")
    for gift in session.state.event.gifts:
        hand(session, gift.id, gift.quantity)
    assert keys() == ["F3"]
    while session.state.agenda_progress.closed is None:
        stage.go(session)
    assert keys() == ["F3", "^G", "^R"]
    for check in open_checks(session.state):
        tick(session, check.item, check.text)
    register(session, 1, "gia-dinh-van-hoa", 2022, "number")
    assert keys() == ["^G"], "papers are to be made"
    record_made(session, make_papers(session, to_make(session.state)))
    assert keys() == ["^G"], "papers are to be signed"
    for paper in to_sign(session.state):
        take_signed(session, paper.id, None)
    assert keys() == []


async def test_enter_leads_to_the_marked_thing_to_do(session: Session) -> None:
    async with report(session) as pilot:
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, StageScreen)


async def test_a_late_enter_of_a_scanner_leads_nowhere(session: Session) -> None:
    async with report(session) as pilot:
        await pilot.press("down")
        await burst(pilot, payload(session.state.guests[2].code))
        await pilot.pause(SUFFIX_SECONDS + 0.1)
        await pilot.press("enter")
        await pilot.pause()
        assert 2 in session.state.present
        assert isinstance(pilot.app.screen, ReportScreen)


def test_bars_are_as_wide_as_asked_and_never_lie() -> None:
    groups = [
        GroupCount(name="[/b]", listed=1000, present=999),
        GroupCount(name="Xóm dài " * 9, listed=25, present=25),
        GroupCount(name="", listed=300, present=1),
        GroupCount(name="không", listed=4, present=0),
    ]
    for width in (20, 36, 70):
        rows = [line.plain for line in bar_lines(groups, width)]
        assert {len(row) for row in rows} == {width}
        assert "─" in rows[0] and "─" not in rows[1]
        assert "━" in rows[2] and "━" not in rows[3]
        assert rows[1].endswith("25/25")
    assert bar_lines([], 20) == []


def test_the_plot_fits_and_shows_the_end_of_a_long_day(session: Session, clock: SetClock) -> None:
    for number in range(1, 10):
        admit(session, number, "name")
        clock.pass_time(25 * 60)
    for width in (20, 38, 60):
        rows = [line.plain for line in plot_lines(arrivals(session.state), width, 3)]
        assert len(rows) == 5
        assert all(len(row) <= width for row in rows[:4])
        assert "█" in rows[0]
        assert ":" in rows[3]
    assert len(plot_lines([], 20, 3)) == 1
