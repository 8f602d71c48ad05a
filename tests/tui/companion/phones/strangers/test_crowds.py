"""Who is slow, silent, many or large holds nobody up."""

import asyncio
import json
from pathlib import Path

import pytest

from data.clock import SetClock
from data.companion.frames import MOST_BYTES
from data.companion.tries import SLOW_AFTER
from data.model.entries.phones import PairingRefused
from data.scanning.codes import payload
from tests.conftest import MORNING
from tests.tui.companion.phones.served import LOCAL, browser, listed, serving
from tui.companion.network import connection_limiter
from tui.companion.pages import pairing
from tui.companion.rehearsal.simulated_phone import card_frame, message

pytestmark = pytest.mark.real_time


async def test_ten_wrong_codes_are_answered_slowly_from_then_on_and_are_on_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(pairing, "pause", wait)
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as stranger:
            for _try in range(SLOW_AFTER + 5):
                assert (await stranger.post("/ghep", {"token": "AAAAAAAAAA", "name": "x"}))[0] == 403
        assert waited[:SLOW_AFTER] == [0.0] * SLOW_AFTER
        assert min(waited[SLOW_AFTER:]) >= 1.0
        told = [entry.what for entry in session.state.entries if isinstance(entry.what, PairingRefused)]
        # A machine that guesses must not fill the disk: later ones are told together.
        assert len(told) == SLOW_AFTER
        assert {one.address for one in told} == {LOCAL}


@pytest.mark.parametrize(
    "jpeg",
    [b"", b"\xff\xd8\xff" + b"x" * 500, b"GIF89a" + b"0" * 100, b"\xff\xd8\xff" + bytes(MOST_BYTES + 1)],
    ids=["empty", "broken", "no jpeg", "too large"],
)
async def test_what_is_no_picture_is_refused_and_the_phone_goes_on(tmp_path: Path, jpeg: bytes) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair()
            origin = {"Origin": phone.origin}
            url = phone.origin + "/quet/anh"
            async with phone.http.post(url, data=message("a-1", jpeg), headers=origin) as told:
                assert told.status == 413 or "refused" in await told.json()
            sound = message("a-2", card_frame(payload(session.state.guests[1].code)))
            async with phone.http.post(url, data=sound, headers=origin) as told:
                assert (await told.json())["answer"]["status"] == "admitted"


@pytest.mark.parametrize(
    "text",
    ["[]", "nonsense", "[" * 100_000, '"x"', json.dumps({"guest": "1"})],
    ids=["list", "no json", "deep", "text", "other fields"],
)
async def test_json_of_any_kind_breaks_nothing(tmp_path: Path, text: str) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair()
            for path in ("/quet/cho-vao", "/quet/di-thay"):
                async with phone.http.post(
                    phone.origin + path, data=text, headers={"Origin": phone.origin}
                ) as told:
                    assert told.status in (400, 413)


async def test_while_200_connections_say_nothing_a_paired_phone_scans_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From another address than the phone's: the strangers have their part of the room, and no more."""
    monkeypatch.setattr(connection_limiter, "MOST_OF_ONE", 200)
    with listed(tmp_path / "event", SetClock(MORNING)) as session:
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair()
            companion.known.clear()
            silent = []
            for _connection in range(200):
                silent.append(await asyncio.open_connection(LOCAL, companion.plain_port))
            # Some begin a request and never end it.
            for _reader, writer in silent[:20]:
                writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
            companion.known.add(LOCAL)
            sound = message("a-1", card_frame(payload(session.state.guests[1].code)))
            async with phone.http.post(
                phone.origin + "/quet/anh", data=sound, headers={"Origin": phone.origin}
            ) as told:
                assert (await told.json())["answer"]["status"] == "admitted"
            for _reader, writer in silent:
                writer.close()


async def test_who_does_not_end_a_request_in_time_is_hung_up_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_limiter, "FIRST_REQUEST_SECONDS", 0.2)
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion:
            reader, writer = await asyncio.open_connection(LOCAL, companion.plain_port)
            writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
            async with asyncio.timeout(20):
                assert await reader.read() == b""
            writer.close()


async def test_more_connections_than_there_is_room_for_are_closed_at_once(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion:
            opened = [
                await asyncio.open_connection(LOCAL, companion.plain_port)
                for _one in range(connection_limiter.MOST_OF_ONE + 1)
            ]
            async with asyncio.timeout(20):
                assert await opened[-1][0].read() == b""
            for _reader, writer in opened:
                writer.close()


async def test_too_many_requests_from_one_address_are_refused(tmp_path: Path) -> None:
    with listed(tmp_path / "event", SetClock(MORNING)) as session:
        async with serving(session) as companion, browser(companion) as stranger:
            told = {(await stranger.get("/favicon.ico"))[0] for _request in range(170)}
        assert told == {204, 429}
