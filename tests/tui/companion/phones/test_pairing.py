"""A code pairs one phone within ten minutes; all else is refused, and on record."""

from pathlib import Path

import pytest

from data.clock import SetClock
from data.companion.tokens import TOKEN_SECONDS
from data.model.entries.phones import PairingRefused, PhonePaired
from tests.conftest import MORNING
from tests.tui.companion.phones.served import browser, listed, serving

pytestmark = pytest.mark.real_time


async def test_a_code_pairs_one_phone_under_its_name(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as phone, browser(companion) as other:
            token = companion.tokens.new("door", 0.0)
            status, told = await phone.post("/ghep", {"token": token.text.lower(), "name": " Cửa  sau "})
            assert (status, told["to"]) == (200, "/quet")
            assert (await other.post("/ghep", {"token": token.text, "name": "Hai"}))[0] == 403
        assert [one.name for one in session.state.phones.paired.values()] == ["Cửa sau"]
        kinds = [type(entry.what) for entry in session.state.entries[-2:]]
        assert kinds == [PhonePaired, PairingRefused]


async def test_a_code_dies_in_ten_minutes(tmp_path: Path) -> None:
    clock = SetClock(MORNING)
    with listed(tmp_path / "event", clock) as session:
        async with serving(session) as companion, browser(companion) as phone:
            token = companion.tokens.new("door", clock.monotonic())
            clock.pass_time(TOKEN_SECONDS)
            assert (await phone.post("/ghep", {"token": token.text, "name": "Mai"}))[0] == 403
        assert not session.state.phones.paired


async def test_a_name_that_was_left_out_does_not_use_the_code_up(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as phone:
            token = companion.tokens.new("scan", 0.0)
            _status, told = await phone.post("/ghep", {"token": token.text, "name": " "})
            assert "refused" in told
            assert (await phone.post("/ghep", {"token": token.text, "name": "Mai"}))[0] == 200


async def test_the_first_page_comes_without_tls_and_says_nothing_of_the_event(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion, secure=False) as phone:
            status, text = await phone.get("/")
            assert status == 200
            assert session.state.event.title not in text
            token = companion.tokens.new("door", 0.0)
            assert (await phone.post("/ghep", {"token": token.text, "name": "Mai"}))[0] == 403
