"""Who is not paired learns nothing: forged, dismissed, of another event, from another page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from data.companion.pairing import dismiss
from data.scanning.codes import payload
from data.session.session import Session
from tests.tui.companion.phones.served import Browser, browser, listed, serving
from tui.companion.rehearsal.simulated_phone import card_frame, message
from tui.companion.serving.server import Companion
from tui.companion.serving.visitor import COOKIE

pytestmark = pytest.mark.real_time


OPEN = {"/", "/ghep", "/hoi-truong", "/hoi-truong/theo-doi", "/favicon.ico"}


LOOKS = ("/tep/", "/chu/")
"""What anybody on the network may get: nothing of it but the hall's says anything of the event."""


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
