"""H on F10, and T beside the phones' code, show the hall's page in this laptop's browser."""

import webbrowser
from pathlib import Path

import aiohttp
import pytest

from tests.tui.companion.phones.served import listed
from tests.tui.stage.hall import seen
from tui.shell.app import CeremonyApp
from tui.shell.network import browser, phone_pages

pytestmark = pytest.mark.real_time


@pytest.mark.parametrize(
    ("keys", "takes"), [(["f10", "h"], True), (["f10", "h"], False), (["ctrl+k", "t"], True)]
)
async def test_a_key_opens_the_halls_page_here_or_says_its_address(
    keys: list[str], takes: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def show(address: str) -> bool:
        shown.append(address)
        return takes

    monkeypatch.setattr(phone_pages, "show_in_browser", show)
    with listed(tmp_path / "event") as session:
        app = CeremonyApp(session)
        async with app.run_test(size=(120, 40)) as pilot:
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.3)
            for _round in range(100):
                if "/hoi-truong" in seen(pilot):
                    break
                await pilot.pause(0.05)
            assert len(shown) == 1 and shown[0].startswith("http://127.0.0.1:")
            assert shown[0] in seen(pilot)
            async with aiohttp.ClientSession() as http, http.get(shown[0]) as answer:
                assert answer.status == 200 and 'id="sign"' in await answer.text()


def test_a_browser_that_writes_into_the_terminal_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    console = webbrowser.GenericBrowser("w3m")
    monkeypatch.setattr(console, "open", lambda url, **_more: begun.append(url))
    monkeypatch.setattr(webbrowser, "get", lambda: console)
    assert not browser.show_in_browser("http://127.0.0.1:1/") and not begun

    def none() -> None:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    assert not browser.show_in_browser("http://127.0.0.1:1/")
