"""What a phone does besides showing: it buzzes, rings, lights the card and stays awake.

The browser and the page are real; what a laptop's browser has not (a lamp, a motor, a screen that sleeps) is
put in its place before the page begins, and notes what it is stand_ins for.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from data.scanning.codes import payload
from tests.tui.companion.pages.ceremony import MOMENTS, sample
from tests.tui.companion.pages.chromium import address, browser, paired, tab
from tests.tui.companion.phones.served import serving
from tui.companion.rehearsal.simulated_phone import card_frame

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

__all__ = ["browser"]

pytestmark = [pytest.mark.real_time, pytest.mark.asyncio(loop_scope="session")]

_DEVICES = """
window.stand_ins = { buzz: [], tones: [], lamp: [], awake: 0 };
Object.defineProperty(navigator, "vibrate", {
  value: (pattern) => { stand_ins.buzz.push(pattern); return true; } });
Object.defineProperty(navigator, "wakeLock", {
  value: { request: async () => { stand_ins.awake += 1; return { release: async () => {} }; } } });
const begin = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...when) {
  stand_ins.tones.push([this.type, this.frequency.value]); return begin.apply(this, when); };
const canvas = document.createElement("canvas");
const paper = canvas.getContext("2d");
let shade = 0;
setInterval(() => { paper.fillStyle = `rgb(${shade++ % 256}, 90, 90)`; paper.fillRect(0, 0, 300, 150); }, 50);
navigator.mediaDevices.getUserMedia = async () => {
  const stream = canvas.captureStream(5);
  const [track] = stream.getVideoTracks();
  track.getCapabilities = () => ({ torch: true });
  track.applyConstraints = async (wanted) => { stand_ins.lamp.push(wanted.advanced[0].torch); };
  return stream;
};
"""


async def _answer(page: "Page", code: str, shown: str) -> None:
    jpeg = card_frame(code)
    file: Any = {"name": "the.jpg", "mimeType": "image/jpeg", "buffer": jpeg}
    await page.set_input_files("#photo", file)
    await page.wait_for_selector(f"#answer{shown}")


async def test_an_answer_is_felt_and_heard_and_a_refusal_otherwise_than_a_welcome(
    browser: "Browser", tmp_path: Path
) -> None:
    with sample(tmp_path / "event") as session:
        MOMENTS["before"](session)
        absent = next(g for g in session.state.guests.values() if g.number not in session.state.present)
        async with serving(session) as companion, tab(browser) as page:
            await page.add_init_script(_DEVICES)
            await paired(page, companion, "door")
            await page.goto(address(companion, "/quet"))
            await page.click("#begin")
            await page.wait_for_function("() => stand_ins.awake > 0")
            await _answer(page, payload(absent.code), "[data-tone=welcome]")
            welcome = await page.evaluate("() => [stand_ins.buzz.pop(), stand_ins.tones.pop()]")
            await _answer(page, "0042000100000019", ":not([data-tone=welcome], [data-tone=none])")
            refused = await page.evaluate("() => [stand_ins.buzz.pop(), stand_ins.tones.pop()]")
            assert welcome[0] and refused[0] and welcome[1] and refused[1]
            assert welcome[1] != refused[1]


async def test_the_lamp_goes_on_and_off_where_the_phone_has_one(browser: "Browser", tmp_path: Path) -> None:
    with sample(tmp_path / "event") as session:
        async with serving(session) as companion, tab(browser) as page:
            await page.add_init_script(_DEVICES)
            await paired(page, companion, "door")
            await page.goto(address(companion, "/quet"))
            assert await page.is_hidden("#light")
            await page.click("#begin")
            for on in ("true", "false"):
                await page.click("#light")
                await page.wait_for_selector(f"#light[aria-pressed='{on}']")
            assert await page.evaluate("() => stand_ins.lamp") == [True, False]
