"""A real browser with a fake camera, from the code in the terminal to the guest in the ledger."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from data.clock import SetClock
from data.model.entries.door import CameAgain, CheckedIn, CheckInRemoved, PartyChanged, ScanRefused
from data.model.entries.event import Undone
from data.scanning.codes import new_code, payload
from data.scanning.pictures.decode import decode_grey
from data.scanning.scan_debounce import STUTTER_SECONDS
from data.session.session import Session
from tests.conftest import MORNING, another_number
from tests.tui.companion.phones.served import LOCAL, listed
from tests.waiting import until
from tui.companion.dialogs.phones import PhonesDialog
from tui.companion.qr import QUIET
from tui.companion.rehearsal.simulated_phone import card_frame
from tui.companion.serving import server
from tui.shell.app import CeremonyApp

if TYPE_CHECKING:
    from playwright.async_api import Page

playwright = pytest.importorskip("playwright.async_api", reason="Playwright is not installed")
CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
pytestmark = [
    pytest.mark.real_time,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
]

LONG = 60_000
"""Milliseconds: how long a step may take says how busy the machine is."""


def read_terminal(app: CeremonyApp) -> str:
    """What a phone's camera reads off the terminal: its half blocks, painted and decoded."""
    from PIL import Image

    rows = str(app.screen.query_one("#code").render()).splitlines()
    lit = {" ": (255, 255), "▀": (0, 255), "▄": (255, 0), "█": (0, 0)}
    picture = Image.new("L", (len(rows[0]), 2 * len(rows)), 255)
    for y, row in enumerate(rows):
        for x, letter in enumerate(row):
            for part, ink in enumerate(lit[letter]):
                picture.putpixel((x, 2 * y + part), ink)
    large = picture.resize((picture.width * 8, picture.height * 8), Image.Resampling.NEAREST)
    assert QUIET == 2
    (text,) = decode_grey(large)
    return text


@asynccontextmanager
async def chromium(place: Path, card: bytes) -> "AsyncIterator[Page]":
    """A page in a browser before whose camera ``card`` is held all the time, in the size of a phone."""
    film = place / "card.mjpeg"
    film.write_bytes(card)
    async with playwright.async_playwright() as driver:
        browser = await driver.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                "--no-sandbox",
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                f"--use-file-for-fake-video-capture={film}",
            ],
        )
        try:
            context = await browser.new_context(
                ignore_https_errors=True, viewport={"width": 390, "height": 780}, locale="vi-VN"
            )
            context.set_default_timeout(LONG)
            yield await context.new_page()
        finally:
            await browser.close()


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "EVERYWHERE", LOCAL)
    monkeypatch.setattr(server, "PORTS", range(18484, 18600, 2))


def kinds(session: Session) -> list[type]:
    """The kinds of entries that the door made, in order."""
    door = (CheckedIn, CameAgain, ScanRefused, PartyChanged, CheckInRemoved, Undone)
    return [type(entry.what) for entry in session.state.entries if isinstance(entry.what, door)]


async def answered(page: "Page", status: str) -> str:
    """The name on the phone once an answer of this kind stands there."""
    await page.wait_for_selector(f'#answer[data-status="{status}"]')
    return str(await page.inner_text("#name"))


async def nothing_under_way(page: "Page") -> None:
    """Wait for a frame that was drawn before the camera stopped: it would be the later one of two."""
    await page.wait_for_function("() => new Promise((told) => setTimeout(() => told(link.isFree), 300))")


async def photo(page: "Page", jpeg: bytes) -> None:
    """Take a photo of a card, the way that works without a camera in the page."""
    # The answer before it may be of the same kind.
    await page.evaluate("() => { document.getElementById('answer').dataset.status = ''; }")
    await page.set_input_files("#photo", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": jpeg})


async def pair(pilot: Pilot[None], page: "Page") -> None:
    """From the code in the terminal to the scanning page."""
    app = pilot.app
    assert isinstance(app, CeremonyApp)
    await pilot.press("ctrl+k")
    await until(pilot, lambda: isinstance(app.screen, PhonesDialog))
    await pilot.pause()
    await page.goto(read_terminal(app))
    await page.click("#next")
    await page.fill("#name", "Cửa sau · Mai")
    assert "#" not in page.url, "the code stayed in the address"
    await page.click("button")
    await page.wait_for_url("**/quet")


async def test_from_the_code_in_the_terminal_to_the_guest_in_the_ledger(
    tmp_path: Path, at_home: None
) -> None:
    clock = SetClock(MORNING)
    session = listed(tmp_path / "event", clock)
    cards = {number: card_frame(payload(guest.code)) for number, guest in session.state.guests.items()}
    app = CeremonyApp(session, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot, chromium(tmp_path, cards[1]) as page:
        problems: list[str] = []
        page.on("console", lambda told: problems.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        await pair(pilot, page)
        await page.click("#begin")
        assert await answered(page, "admitted") == "Nguyễn Văn Dũng"
        assert session.state.present[1].duty == "Cửa sau · Mai"

        # Who came, on the phone.
        await page.click("#to-party")
        await page.click("#relations button:nth-child(2)")
        await page.click("#more")
        await page.click("#save")
        await page.wait_for_selector("#party", state="hidden")
        assert session.state.present[1].people == 2 and session.state.present[1].relation

        # The card goes away from the camera, and is shown again much later.
        await page.evaluate("stopCamera()")
        await nothing_under_way(page)
        clock.pass_time(STUTTER_SECONDS + 1)
        await photo(page, cards[1])
        assert await answered(page, "already") == "Nguyễn Văn Dũng"
        await photo(page, card_frame(payload(new_code(another_number(session.state.event.number), 1))))
        await answered(page, "other-event")
        assert await page.get_attribute("#answer", "data-tone") == "refused"

        # Found by name, then taken back.
        await page.click("#to-find")
        await page.fill("#query", "hoa xom 1")
        await page.click("#found button")
        await page.click("#found .let")
        assert await answered(page, "admitted") == "Trần Thị Hòa"
        await page.click("#to-undo")
        await page.click("#to-undo")
        await answered(page, "undone")
        assert 2 not in session.state.present

        # Dismissed at the laptop: nothing that was shown stays.
        await pilot.press("a")
        await page.wait_for_selector("#over")
        assert "Nguyễn" not in await page.inner_text("body") and "Trần" not in await page.content()
        assert not problems, problems
        assert kinds(session) == [CheckedIn, PartyChanged, CameAgain, ScanRefused, CheckedIn, Undone]


async def test_the_network_is_cut_in_mid_scan_without_a_loss_or_a_double(
    tmp_path: Path, at_home: None
) -> None:
    session = listed(tmp_path / "event")
    cards = {number: card_frame(payload(guest.code)) for number, guest in session.state.guests.items()}
    app = CeremonyApp(session, clock=session.clock)
    async with app.run_test(size=(80, 24)) as pilot, chromium(tmp_path, cards[1]) as page:
        await pair(pilot, page)
        await page.click("#begin")
        await answered(page, "admitted")
        await app.windows.close()
        await page.wait_for_selector("#lost", state="visible")
        await page.evaluate("stopCamera()")
        # Taken while nobody hears it: it says so, and nothing is shown as done.
        await photo(page, cards[2])
        await pilot.pause(0.3)
        assert await page.get_attribute("#answer", "data-status") == ""
        assert kinds(session) == [CheckedIn]
        await app.windows.open()
        assert await answered(page, "admitted") == "Trần Thị Hòa"
        await page.wait_for_selector("#lost", state="hidden")
        assert kinds(session) == [CheckedIn, CheckedIn]
