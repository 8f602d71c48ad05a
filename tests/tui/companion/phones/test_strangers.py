"""Who is not paired learns nothing and holds nothing up: forged, dismissed, foreign, slow, many, large."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from data.clock import SetClock
from data.companion.frames import MOST_BYTES
from data.companion.pairing import dismiss
from data.companion.tries import SLOW_AFTER
from data.model.entries.phones import PairingRefused
from data.scanning.codes import payload
from data.session.session import Session
from tests.conftest import MORNING
from tests.tui.companion.phones.served import LOCAL, Browser, browser, listed, serving
from tui.companion.network import connection_limiter
from tui.companion.pages import pairing
from tui.companion.rehearsal.simulated_phone import card_frame, message
from tui.companion.serving import visitor
from tui.companion.serving.server import Companion
from tui.companion.serving.visitor import COOKIE

pytestmark = pytest.mark.real_time

OPEN = {"/", "/ghep", "/hoi-truong", "/hoi-truong/theo-doi", "/favicon.ico"}
LOOKS = ("/tep/", "/chu/")
"""What anybody on the network may get: nothing of it but the hall's says anything of the event."""


@pytest.fixture(autouse=True)
def from_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """These browsers are not this laptop's own, which may see more."""
    monkeypatch.setattr(visitor, "is_loopback", lambda _address: False)


def closed_routes(companion: Companion) -> list[tuple[str, str]]:
    """Method and path of every route that a stranger may not have."""
    routes = [(route.method, route.path) for route in companion.routes.table]  # type: ignore[attr-defined]
    return sorted(
        (method, path) for method, path in routes if path not in OPEN and not path.startswith(LOOKS)
    )


async def refused_everywhere(companion: Companion, stranger: Browser, session: Session) -> None:
    """A stranger gets no name, no count and no state from any page."""
    secrets = [guest.name for guest in session.state.guests.values()] + [session.state.event.title]
    routes = closed_routes(companion)
    assert len(routes) >= 6
    for method, path in routes:
        if "{" in path:
            path = path.partition("{")[0] + "x"
        headers = {"Origin": stranger.origin}
        async with stranger.http.request(
            method, stranger.origin + path, headers=headers, data=b"{}", allow_redirects=False
        ) as told:
            text = (await told.read()).decode("utf-8", "replace")
            assert told.status in (303, 403), (method, path, told.status)
        assert not any(secret in text for secret in secrets), path


@asynccontextmanager
async def with_cookie(companion: Companion, secret: str) -> AsyncIterator[Browser]:
    """A browser that shows a secret."""
    async with browser(companion) as one:
        one.http.headers["Cookie"] = f"{COOKIE}={secret}"
        yield one


def secret_of(phone: Browser) -> str:
    """What a paired phone's cookie holds."""
    return next(cookie.value for cookie in phone.http.cookie_jar if cookie.key == COOKIE)


async def test_without_a_pairing_no_page_but_the_halls_says_anything(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as stranger:
            await refused_everywhere(companion, stranger, session)
        async with serving(session) as companion, browser(companion, secure=False) as stranger:
            await refused_everywhere(companion, stranger, session)


@pytest.mark.parametrize(
    "forged", ["", "x", "a" * 5000, "é", "0" * 64], ids=["none", "short", "long", "é", "0"]
)
async def test_a_forged_cookie_is_no_pairing(tmp_path: Path, forged: str) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair()
            async with with_cookie(companion, forged) as stranger:
                await refused_everywhere(companion, stranger, session)


async def test_what_is_kept_of_a_secret_opens_nothing(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair()
            (kept,) = session.state.phones.paired.values()
            assert secret_of(phone) not in (session.folder / "ledger.jsonl").read_text("utf-8")
            for stolen in (kept.key, kept.id):
                async with with_cookie(companion, stolen) as stranger:
                    await refused_everywhere(companion, stranger, session)


async def test_a_dismissed_phone_and_one_of_another_event_are_strangers(tmp_path: Path) -> None:
    with listed(tmp_path / "one") as one, listed(tmp_path / "two") as two:
        async with serving(one) as first, serving(two) as second, browser(first) as phone:
            await phone.pair()
            assert (await phone.get("/quet"))[0] == 200
            async with with_cookie(second, secret_of(phone)) as stranger:
                await refused_everywhere(second, stranger, two)
            dismiss(one, next(iter(one.state.phones.paired)))
            await refused_everywhere(first, phone, one)


async def test_a_socket_of_a_dismissed_phone_is_answered_no_more(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair()
            address = phone.origin.replace("http", "ws", 1) + "/quet/anh"
            async with phone.http.ws_connect(address, headers={"Origin": phone.origin}) as socket:
                dismiss(session, next(iter(session.state.phones.paired)))
                await socket.send_bytes(message("a-1", card_frame(payload(session.state.guests[1].code))))
                assert (await socket.receive()).extra is not None or socket.closed
                assert socket.close_code == 4401
        assert not session.state.present


async def test_a_page_of_somebody_else_cannot_use_a_paired_phone(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair()
            elsewhere = {"Origin": "https://example.net"}
            asked = {"guest": 1, "number": "a-1"}
            assert (await phone.post("/quet/cho-vao", asked, **elsewhere))[0] == 403
            assert (await phone.post("/quet/cho-vao", asked, Origin="null"))[0] == 403
            async with phone.http.get(
                phone.origin + "/quet/anh",
                headers={**elsewhere, "Upgrade": "websocket", "Connection": "Upgrade"},
            ) as told:
                assert told.status == 403
            # A name of theirs that leads to this laptop.
            async with phone.http.get(phone.origin + "/", headers={"Host": "rebind.example.net"}) as told:
                assert told.status == 421
            assert not session.state.present


async def test_every_answer_forbids_what_is_not_ours(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair()
            for path in ("/", "/ghep", "/quet", "/tep/scan.js", "/nothing", "/quet/theo-doi"):
                async with phone.http.get(phone.origin + path) as told:
                    policy = told.headers["Content-Security-Policy"]
                    assert "default-src 'none'" in policy and "unsafe" not in policy, path
                    assert told.headers["X-Content-Type-Options"] == "nosniff"
                    assert told.headers["Cache-Control"] == "no-store"
                    assert "aiohttp" not in str(told.headers) and "Python" not in str(told.headers)
            async with browser(companion) as other:
                token = companion.tokens.new("door", 0.0)
                async with other.http.post(
                    other.origin + "/ghep",
                    json={"token": token.text, "name": "Hai"},
                    headers={"Origin": other.origin},
                ) as told:
                    cookie = told.headers["Set-Cookie"]
                    assert all(word in cookie for word in ("HttpOnly", "SameSite=Strict", "Secure"))


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


def test_with_the_companion_off_nothing_of_it_is_loaded_and_nothing_listens(tmp_path: Path) -> None:
    import subprocess
    import sys

    with listed(tmp_path / "event"):
        pass
    probe = """
import asyncio, socket, sys
from pathlib import Path
listening = []
bind = socket.socket.bind

def noted(self, address):
    # On Windows the loop wakes itself through a pair of sockets that it binds and closes at once.
    if sys._getframe(1).f_code.co_name != "_fallback_socketpair":
        listening.append(address)
    return bind(self, address)

socket.socket.bind = noted
from data.session.session import Session
from tui.shell.app import CeremonyApp

async def day():
    async with CeremonyApp(Session(Path(sys.argv[1]))).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f3")
        await pilot.pause()

asyncio.run(day())
ours = [name for name in sys.modules if name.startswith(("tui.companion", "data.companion.frames"))]
theirs = [name for name in ("aiohttp", "cryptography", "qrcode") if name in sys.modules]
print(ours, theirs, listening)
"""
    told = subprocess.run(
        [sys.executable, "-c", probe, str(tmp_path / "event")],
        cwd=Path(__file__).resolve().parents[4],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.splitlines()[-1] == "[] [] []"
