"""The pictures in README: real screens of the sample event, drawn anew by ``python -m docs.take_pictures``.

Time stands still and nothing is random, so that a picture changes only when its screen does.
"""

import asyncio
import os
import re
from collections.abc import Iterable
from contextlib import chdir
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot
from textual.widgets import Input

from data.assets import ASSETS
from data.clock import SetClock
from data.commands.door.scanning import Scanner
from data.commands.event.event import set_fact
from data.commands.stage import stage
from data.finding import places
from data.plans.load import load_plan
from data.queries.people.counts import expected_guests
from data.rehearsal.sample import SAMPLE_PLAN, found_sample
from data.scanning.codes import payload
from data.session.create_event import create_event
from data.session.session import Session
from tui.shell.app import CeremonyApp

PICTURES = Path(__file__).resolve().parent / "pictures"
SIZE = (100, 30)
DAY = date(2026, 11, 28)
DOORS = datetime(2026, 11, 28, 0, 30, tzinfo=UTC)
"""07:30 in the village."""
LISTED = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
"""When the lists were last written."""
_FONTS = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_UNIQUE = re.compile(r"terminal-\d+")


async def take_all(out: Path) -> list[Path]:
    """Draw every picture into ``out``; the files, in the order in which README shows them."""
    Input.cursor_blink = False  # type: ignore[assignment]
    with TemporaryDirectory() as temporary, chdir(temporary):
        # A path without whose temporary folder it is: some screens show where an event lies.
        place = Path("Documents") / "Le ra mat"
        return [*await _before_the_day(place, out), *await _on_the_day(place, out)]


async def _before_the_day(place: Path, out: Path) -> list[Path]:
    """A new event, and the list that is chosen and looked at before it is taken in."""
    clock = SetClock(DOORS)
    # Deep enough that the name of the temporary folder never comes into the picture.
    lists = place / "Downloads" / "Zalo Received Files"
    lists.mkdir(parents=True)
    for sample, name in (("kha-tan", "thôn Khả Tân"), ("dong-thai", "thôn Đồng Thái")):
        file = lists / f"Danh sách hộ {name}.csv"
        file.write_bytes((ASSETS / "samples" / f"{sample}.csv").read_bytes())
        os.utime(file, (LISTED.timestamp(), LISTED.timestamp()))
    places.places = lambda: [lists.parent]
    folder = place / "kha-tan"
    create_event(folder, load_plan(SAMPLE_PLAN), site="kha-tan", on=DAY, clock=clock)
    app = CeremonyApp(Session(folder, clock=clock))
    async with app.run_test(size=SIZE) as pilot:
        await _press(pilot, "f5", "f7")
        chosen = _take(app, out, "chon-danh-sach")
        await _press(pilot, *"kha tan", "enter")
        return [chosen, _take(app, out, "xem-truoc-danh-sach")]


async def _on_the_day(place: Path, out: Path) -> list[Path]:
    """The door, the stage, gifts, papers and report of a morning at its fourth item."""
    clock = SetClock(DOORS)
    folder = place / "mau"
    found_sample(folder, clock=clock)
    with Session(folder, clock=clock) as session:
        set_fact(session, "date", f"{DAY:%d/%m/%Y}")
        scanner = Scanner(session)
        for guest in expected_guests(session.state):
            if guest.number % 7:
                clock.pass_time(10)
                scanner.read(payload(guest.code), "scanner")
    app = CeremonyApp(Session(folder, clock=clock))
    async with app.run_test(size=SIZE) as pilot:
        if app._opened is not None:
            app._opened.clocks = None
        last = [guest for guest in expected_guests(app.open_session.state) if guest.number % 7 == 0][-1]
        await _press(pilot, "f2")
        app.take_scan(payload(last.code))
        taken = [await _settled(pilot, out, "cua")]
        clock.wall = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)
        for item in app.open_session.state.event.program[:4]:
            stage.go(app.open_session, item.id)
            clock.pass_time(60 * item.minutes)
        clock.pass_time(-180)
        for key, name in (("f3", "san-khau"), ("f4", "qua"), ("ctrl+g", "giay-to"), ("f6", "bao-cao")):
            await _press(pilot, key)
            taken.append(await _settled(pilot, out, name))
        return taken


async def _press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press("space" if key == " " else key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()


async def _settled(pilot: Pilot[None], out: Path, name: str) -> Path:
    for _round in range(5):
        await pilot.pause(0.3)
        await pilot.app.workers.wait_for_complete()
    assert isinstance(pilot.app, CeremonyApp)
    return _take(pilot.app, out, name)


def _take(app: CeremonyApp, out: Path, name: str) -> Path:
    """Write the screen as it stands; without the fonts that a browser would fetch from the internet."""
    picture = _UNIQUE.sub("terminal-1", _FONTS.sub("", app.export_screenshot(title="Lễ Ra Mắt")))
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{name}.svg"
    path.write_text(picture, encoding="utf-8", newline="\n")
    return path


def main(files: Iterable[Path] | None = None) -> None:
    """Draw the pictures and say where they are."""
    for path in files or asyncio.run(take_all(PICTURES)):
        print(path.relative_to(PICTURES.parent.parent))


if __name__ == "__main__":
    main()
