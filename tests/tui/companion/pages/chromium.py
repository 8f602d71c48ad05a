"""Chromium without a screen; tests that need it skip with a sentence where there is none."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from data.companion.roles import Role
from tui.companion.serving.server import Companion

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

Size = tuple[int, int]
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator["Browser"]:
    """A running browser, started once for all tests that look with it; each has tabs of its own."""
    api = pytest.importorskip(
        "playwright.async_api", reason="Playwright is not installed: no browser to look with"
    )
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    async with api.async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield running
        finally:
            await running.close()


@asynccontextmanager
async def tab(browser: "Browser", size: Size = (390, 844)) -> AsyncIterator["Page"]:
    """A tab with cookies of its own. A script that fails, or that the page's rules refuse, fails the test."""
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]}, ignore_https_errors=True, reduced_motion="reduce"
    )
    faults: list[str] = []
    page = await context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if "Content Security" in said.text else None)
    try:
        yield page
    finally:
        await context.close()
    assert not faults, faults


def address(companion: Companion, path: str, *, secure: bool = True) -> str:
    port = companion.port if secure else companion.plain_port
    return f"{'https' if secure else 'http'}://127.0.0.1:{port}{path}"


async def paired(page: "Page", companion: Companion, role: Role) -> None:
    """Pair the tab as its owner would: by the code in the address, and a name."""
    token = companion.tokens.new(role, companion.host.clock.monotonic())
    await page.goto(address(companion, f"/ghep#{token.text}"))
    await page.fill("#name", "MC · Lan")
    await page.click("button")
    await page.wait_for_url(lambda url: "/ghep" not in url)
