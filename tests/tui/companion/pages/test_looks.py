"""The pages in a real browser: nothing lies outside the window, in any size, language and moment."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from data.commands.door import door
from data.commands.stage import mc_words, stage
from data.companion.pairing import dismiss
from data.language import Language, choose
from data.queries.stage.spoken.introduction import introduced, next_to_introduce
from tests.tui.companion.pages.ceremony import MOMENTS, clock_of, pass_minutes, sample
from tests.tui.companion.pages.chromium import Size, address, browser, paired, tab
from tests.tui.companion.phones.served import KEPT, serving

__all__ = ["browser"]

pytestmark = [pytest.mark.real_time, pytest.mark.asyncio(loop_scope="session")]

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

WALLS: tuple[Size, ...] = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768))
HANDS: tuple[Size, ...] = ((360, 640), (390, 844), (1024, 768))

_OUTSIDE = """(whole) => [...document.querySelectorAll("body *")].filter(one => {
  const box = one.getBoundingClientRect();
  if (!box.width || !box.height || getComputedStyle(one).visibility === "hidden") return false;
  const sideways = box.left < -1 || box.right > innerWidth + 1;
  return sideways || (whole && (box.top < -1 || box.bottom > innerHeight + 1));
}).map(one => one.tagName + "#" + one.id + "." + one.className + " " + one.textContent.slice(0, 40))"""
_SCROLLS = """(whole) => {
  const page = document.scrollingElement;
  return page.scrollWidth > innerWidth + 1 || (whole && page.scrollHeight > innerHeight + 1);
}"""
_SIZE = "() => parseFloat(getComputedStyle(document.querySelector('#sign, #digits')).fontSize)"
_COVERED = """() => [...document.querySelectorAll("#sign p, #foot p, #time, #text, #below")].filter(one => {
  const inside = one.parentElement.getBoundingClientRect(), box = one.getBoundingClientRect();
  return box.height && (box.top < inside.top - 1 || box.bottom > inside.bottom + 1);
}).map(one => one.id + one.className)"""


async def look(page: "Page", *, whole: bool) -> list[str]:
    """What is wrong with the page as it stands: ``whole`` where it must not scroll at all."""
    wrong = [f"outside: {one}" for one in await page.evaluate(_OUTSIDE, whole)]
    if await page.evaluate(_SCROLLS, whole):
        wrong.append("scrolls")
    if whole:
        wrong += [f"over its place: {one}" for one in await page.evaluate(_COVERED)]
    return wrong


async def told(page: "Page") -> None:
    """Wait until the page has what the laptop says, in the letters that belong to it."""
    await page.wait_for_function("() => document.fonts.status === 'loaded'")
    await page.wait_for_function(
        "() => ['main', 'time', 'households'].some(id => document.getElementById(id)?.textContent)"
    )
    await page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.quick_once()
@pytest.mark.parametrize(
    ("moment", "language"),
    [("before", "vi"), ("talking", "en"), ("over", "vi"), ("closed", "en"), ("hostile", "vi")],
)
async def test_hall_and_clock_fill_any_screen_and_nothing_lies_outside(
    browser: "Browser", moment: str, language: Language, tmp_path: Path
) -> None:
    wrong: dict[Any, list[str]] = {}
    with sample(tmp_path / "event") as session:
        MOMENTS[moment](session)
        async with serving(session) as companion, tab(browser) as page:
            choose(language)
            for path in ("/hoi-truong", "/dong-ho"):
                await page.goto(address(companion, path, secure=False))
                await told(page)
                for width, height in WALLS:
                    # A window that is made larger or smaller is the same case.
                    await page.set_viewport_size({"width": width, "height": height})
                    await told(page)
                    found = await look(page, whole=True)
                    large = await page.evaluate(_SIZE)
                    if large < height * (0.03 if moment == "hostile" else 0.08):
                        found.append(f"small: {large}")
                    if found:
                        wrong[path, width] = found
    assert not wrong


@pytest.mark.quick_once()
@pytest.mark.parametrize(
    ("moment", "language"), [("introducing", "vi"), ("talking", "en"), ("closed", "vi"), ("hostile", "en")]
)
async def test_mc_and_chairman_never_have_to_scroll_sideways(
    browser: "Browser", moment: str, language: Language, tmp_path: Path
) -> None:
    wrong: dict[Any, list[str]] = {}
    with sample(tmp_path / "event") as session:
        MOMENTS[moment](session)
        async with serving(session) as companion, tab(browser) as page:
            await paired(page, companion, "mc-go")
            choose(language)
            for path in ("/mc", "/so-lieu"):
                await page.goto(address(companion, path))
                await told(page)
                for width, height in HANDS:
                    await page.set_viewport_size({"width": width, "height": height})
                    if found := await look(page, whole=False):
                        wrong[path, width] = found
    assert not wrong


async def test_the_mcs_thumb_ticks_and_holds_go_and_a_brush_does_nothing(
    browser: "Browser", tmp_path: Path
) -> None:
    with sample(tmp_path / "event") as session:
        MOMENTS["introducing"](session)
        async with serving(session) as companion, tab(browser) as page:
            await paired(page, companion, "mc-go")
            following = next_to_introduce(session.state)
            assert following is not None
            await page.click("#tick")
            await page.wait_for_function("() => document.getElementById('read').textContent === '6/14'")
            assert following.number in session.state.words.introduced
            # A thumb is on a delegate's box while guests come in at the door.
            await page.hover("#delegates .next button")
            await page.mouse.down()
            door.admit(session, 90, "number")
            await page.wait_for_function("() => document.body.textContent.includes('63')")
            await page.mouse.up()
            await page.wait_for_function("() => document.getElementById('read').textContent === '7/14'")
            running = session.state.agenda_progress.current
            await page.click("#go")
            await page.hover("#go")
            await page.mouse.down()
            await page.mouse.up()
            assert session.state.agenda_progress.current == running
            mc_words.leave_note(session, "Công an huyện đến muộn")
            await page.click(".note button")
            await page.wait_for_selector("#notes", state="hidden")
            assert not session.state.words.notes and session.state.agenda_progress.current == running
            await page.hover("#go")
            await page.mouse.down()
            await page.wait_for_function("() => document.getElementById('place').textContent.includes('2/')")
            await page.mouse.up()
            # Held on, or pressed again at once, it is locked.
            assert await page.is_disabled("#go")
            assert len(session.state.agenda_progress.runs) == 2
            clock_of(session).pass_time(2)
            companion.routes.changed()
            await page.wait_for_selector("#go:enabled")


async def test_closing_the_ceremony_is_asked_for_first(browser: "Browser", tmp_path: Path) -> None:
    with sample(tmp_path / "event") as session:
        for _item in session.state.event.program:
            pass_minutes(session, 3)
            stage.go(session)
        async with serving(session) as companion, tab(browser) as page:
            await paired(page, companion, "mc-go")
            for answer in ("#no", "#yes"):
                await page.hover("#go")
                await page.mouse.down()
                await page.wait_for_selector("#ask[open]")
                await page.mouse.up()
                assert session.state.agenda_progress.closed is None
                await page.click(answer)
            await page.wait_for_selector("#go", state="hidden")
        assert session.state.agenda_progress.closed is not None


async def test_hall_and_clock_keep_their_picture_when_the_program_ends_and_find_it_again(
    browser: "Browser", tmp_path: Path
) -> None:
    with sample(tmp_path / "event") as session:
        MOMENTS["introducing"](session)
        async with tab(browser, (1280, 720)) as hall, tab(browser, (1280, 720)) as clock:
            async with serving(session, KEPT) as companion:
                port = companion.port
                for page, path in ((hall, "/hoi-truong"), (clock, "/dong-ho")):
                    await page.goto(address(companion, path))
                    await told(page)
                sign = await hall.inner_text("body")
                digits = await clock.inner_text("#time")
            for page in (hall, clock):
                await page.wait_for_selector("#notice:not([hidden])")
                assert not await look(page, whole=True)
            assert sign in await hall.inner_text("body")
            # The speaker's clock goes on by itself.
            await clock.wait_for_function(
                "(before) => document.getElementById('time').textContent !== before", arg=digits
            )
            pass_minutes(session, 1)
            stage.go(session)
            companion._ports = range(port, port + 1)
            await companion.start()
            try:
                for page in (hall, clock):
                    await page.wait_for_selector("#notice", state="hidden", timeout=20_000)
                await hall.wait_for_function("() => document.body.textContent.includes('2/8')")
                assert "Quyết định" in await clock.inner_text("#title")
            finally:
                await companion.stop()


async def test_a_message_reaches_the_speaker_and_the_colours_say_how_much_is_left(
    browser: "Browser", tmp_path: Path
) -> None:
    with sample(tmp_path / "event") as session:
        MOMENTS["introducing"](session)
        async with serving(session) as companion, tab(browser, (1280, 720)) as page:
            await page.goto(address(companion, "/dong-ho", secure=False))
            await told(page)
            assert await page.is_hidden("#message")
            for minutes, warning, word in (
                (6.5, "soon", "5 PHÚT"),
                (4, "last", "1 PHÚT"),
                (1.2, "over", "QUÁ"),
            ):
                pass_minutes(session, minutes)
                mc_words.tell_speaker(session, f"Xin kết luận {warning}")
                await page.wait_for_selector(f"body.{warning}")
                assert word in await page.inner_text("#below")
                assert await page.inner_text("#text") == f"Xin kết luận {warning}"
                assert not await look(page, whole=True)
            assert (await page.inner_text("#time")).startswith("+")
            mc_words.tell_speaker(session, "")
            await page.wait_for_selector("#message", state="hidden")


async def test_a_dismissed_phone_shows_nothing_more(browser: "Browser", tmp_path: Path) -> None:
    with sample(tmp_path / "event") as session:
        MOMENTS["introducing"](session)
        async with serving(session) as companion, tab(browser) as page:
            await paired(page, companion, "mc")
            await told(page)
            name = introduced(session.state)[0].name
            await page.wait_for_function(
                "(name) => document.getElementById('delegates').innerText.includes(name)", arg=name
            )
            assert await page.is_hidden("#go")
            dismiss(session, next(iter(session.state.phones.paired)))
            await page.wait_for_url("**/ghep")
            await page.wait_for_function(
                "(name) => !document.documentElement.innerHTML.includes(name)", arg=name
            )
