"""A companion on loopback, and browsers of a kind: cookies kept, the certificate taken, the origin said."""

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from data.clock import SetClock
from data.companion.roles import Role
from data.session.session import Session
from tests.conftest import MORNING, few_guests, found, list_guests
from tui.companion.host import Alone
from tui.companion.pages import companion_with_pages
from tui.companion.serving.server import Companion

LOCAL = "127.0.0.1"
ANY = range(0, 1)
KEPT = range(28_000, 29_000, 2)
"""Ports that no system gives to a program that asks for any: what lets go of one finds it again."""


def listed(folder: Path, clock: SetClock | None = None) -> Session:
    """An open event with a few guests."""
    session = Session(found(folder), clock=clock or SetClock(MORNING))
    list_guests(session, few_guests(session.state.event.number))
    return session


class Browser:
    """One phone's browser."""

    def __init__(self, companion: Companion, *, secure: bool = True) -> None:
        self._companion = companion
        self._secure = secure
        tls = ssl.create_default_context()
        tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
        connector = aiohttp.TCPConnector(ssl=tls)
        self.http = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.CookieJar(unsafe=True))

    @property
    def origin(self) -> str:
        """Where its pages come from."""
        port = self._companion.port if self._secure else self._companion.plain_port
        return f"{'https' if self._secure else 'http'}://{LOCAL}:{port}"

    async def get(self, path: str, **more: Any) -> tuple[int, str]:
        """Status and text of a page, redirects not followed."""
        async with self.http.get(self.origin + path, allow_redirects=False, **more) as answer:
            return answer.status, await answer.text()

    async def post(self, path: str, asked: Any, **headers: str) -> tuple[int, Any]:
        """Status and JSON (None where there is none) of a POST as a page of ours makes it."""
        headers = {"Origin": self.origin} | headers
        async with self.http.post(self.origin + path, json=asked, headers=headers) as answer:
            is_json = answer.content_type == "application/json"
            return answer.status, await answer.json() if is_json else None

    async def pair(self, role: Role = "door", name: str = "Cửa sau · Mai") -> Any:
        """Be paired by a fresh code."""
        now = self._companion.host.clock.monotonic()
        token = self._companion.tokens.new(role, now)
        status, told = await self.post("/ghep", {"token": token.text, "name": name})
        assert status == 200, status
        return told

    async def close(self) -> None:
        """Close the browser."""
        await self.http.close()


@asynccontextmanager
async def serving(session: Session, ports: range = ANY) -> AsyncIterator[Companion]:
    """The companion of an open event, switched on."""
    companion = companion_with_pages(Alone(session, lambda _told: None), bind=LOCAL, ports=ports)
    await companion.start()
    try:
        yield companion
    finally:
        await companion.stop()
        assert not companion.faults, companion.faults


@asynccontextmanager
async def browser(companion: Companion, *, secure: bool = True) -> AsyncIterator[Browser]:
    """A browser, closed at the end."""
    one = Browser(companion, secure=secure)
    try:
        yield one
    finally:
        await one.close()
