"""``/``: what to do before the browser's warning comes. ``/ghep``: the phone is named and paired."""

import asyncio
from typing import TYPE_CHECKING, Any

from aiohttp import web

from data.companion.pairing import LONGEST_NAME, note_refused, pair
from data.errors import CeremonyError
from data.language import N_, _
from data.messages.entries.phones import role_name
from tui.companion.house import PAIRING, House, json_of
from tui.companion.page import Page
from tui.companion.visitor import COOKIE, PLAIN_COOKIE, Visitor

if TYPE_CHECKING:
    from tui.companion.server import Companion

WELCOME = Page(
    "/",
    "welcome.html",
    right=None,
    words={
        "title": N_("Your phone and the laptop"),
        "next": N_("Go on"),
    },
)
PAIR = Page(
    PAIRING,
    "pair.html",
    right=None,
    words={
        "title": N_("Pair this phone"),
        "code": N_("The code from the laptop's screen"),
        "name": N_("What this phone is called"),
        "example": N_("Back door · Mai"),
        "pair": N_("Pair"),
        "wrong": N_(
            "This code is wrong, used or older than ten minutes. Have the laptop show a new one (^K)."
        ),
        "lost": N_("The laptop does not answer. Is the phone still on its Wi-Fi?"),
    },
)
_HOME: dict[str, str] = {
    "door": "/quet",
    "scan": "/quet",
    "mc": "/mc",
    "mc-go": "/mc",
    "figures": "/so-lieu",
    "clock": "/dong-ho",
}
_COOKIE_SECONDS = 3 * 24 * 3600


def register(house: House, companion: "Companion") -> None:
    """Hang both pages in, and the one request that pairs."""
    house.page(WELCOME)
    house.page(PAIR)
    house.routes.post(PAIRING)(_Pairing(house, companion).answer)


class _Pairing:
    def __init__(self, house: House, companion: "Companion") -> None:
        self._house = house
        self._companion = companion

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Pair the phone that gives a right code; a wrong one is on record, and after ten answered slowly."""
        asked = await json_of(request)
        address = request.remote or ""
        if not request.secure and not self._companion.lets_plain:
            raise web.HTTPForbidden
        clock = self._house.host.clock
        token = self._companion.tokens.take(str(asked.get("token", "")), clock.monotonic())
        if token is None:
            await self._refuse(address)
            raise web.HTTPForbidden
        try:
            name = str(asked.get("name", ""))[: 4 * LONGEST_NAME]
            visitor = Visitor(None, False, address)
            paired = await self._house.do(visitor, lambda: pair(self._house.session, token, name))
        except CeremonyError as error:
            # The code is not used up by a name that was left out.
            self._companion.tokens.put_back(token)
            return web.json_response({"refused": error.sentence})
        self._companion.tries.forgive(address)
        self._companion.known.add(address)
        told: dict[str, Any] = {"to": _HOME.get(paired.phone.role, "/"), "role": role_name(paired.phone.role)}
        response = web.json_response(told)
        response.set_cookie(
            COOKIE if request.secure else PLAIN_COOKIE,
            paired.secret,
            max_age=_COOKIE_SECONDS,
            path="/",
            secure=request.secure,
            httponly=True,
            samesite="Strict",
        )
        return response

    async def _refuse(self, address: str) -> None:
        found = self._companion.tries.wrong(address, self._house.host.clock.monotonic())
        if found.told:
            session = self._house.session
            try:
                stranger = Visitor(None, False, address)
                await self._house.do(stranger, lambda: note_refused(session, address, found.told))
            except CeremonyError:
                pass  # A closed event, a full disk: the code is refused all the same.
            told = _("A wrong pairing code came from {address} ({count} so far).")
            self._house.host.warn(told.format(address=address, count=self._companion.tries.of(address)))
        await asyncio.sleep(found.delay)
