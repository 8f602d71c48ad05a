"""``/``: what to do before the browser's warning comes. ``/ghep``: the phone is named and paired."""

from asyncio import sleep as pause
from typing import TYPE_CHECKING, Any

from aiohttp import web
from msgspec.structs import replace

from data.companion.pairing import LONGEST_NAME, note_refused, pair
from data.companion.roles import Role
from data.errors import CeremonyError
from data.language import N_, _
from data.messages.entries.phones import role_name
from tui.companion.serving.page import Page
from tui.companion.serving.page_routes import PAIRING, PageRoutes, json_of
from tui.companion.serving.visitor import COOKIE, PLAIN_COOKIE, Visitor

if TYPE_CHECKING:
    from tui.companion.serving.server import Companion

WELCOME = Page(
    "/",
    "welcome.html",
    right=None,
    words={
        "title": N_("Your phone and the laptop"),
        "why": N_(
            "The next page comes from the laptop itself, without internet. Nobody outside vouches for it, so "
            "the browser warns once. It is your own laptop: go on as here."
        ),
        "android_warning": N_("Your connection is not private"),
        "android_more": N_("Advanced"),
        "android_go": N_("Proceed to 192.168.… (unsafe)"),
        "iphone_warning": N_("This Connection Is Not Private"),
        "iphone_more": N_("Show Details"),
        "iphone_go": N_("visit this website"),
        "iphone_sure": N_("Visit Website"),
        "then": N_("Then it asks for the camera: Allow."),
        "next": N_("Go on"),
        "refuses": N_("The browser refuses all the same?"),
        "photos": N_("Go on without a lock, with photos"),
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
_WITHOUT_LOCK: dict[Role, Role] = {"clock": "clock"}
"""What a phone may do whose pages anybody on the Wi-Fi can read along: else only scan."""
_COOKIE_SECONDS = 3 * 24 * 3600


def register(routes: PageRoutes, companion: "Companion") -> None:
    """Hang both pages in, and the one request that pairs."""
    routes.page(
        WELCOME,
        lambda: {"port": str(companion.port), "plain": "yes" if companion.lets_plain else "no"},
    )
    routes.page(PAIR)
    routes.table.post(PAIRING)(_Pairing(routes, companion).answer)


class _Pairing:
    def __init__(self, routes: PageRoutes, companion: "Companion") -> None:
        self._routes = routes
        self._companion = companion

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Pair the phone that gives a right code; a wrong one is on record, and after ten answered slowly."""
        asked = await json_of(request)
        address = request.remote or ""
        if not request.secure and not self._companion.lets_plain:
            raise web.HTTPForbidden
        clock = self._routes.host.clock
        token = self._companion.tokens.take(str(asked.get("token", "")), clock.monotonic())
        if token is None:
            await self._refuse(address)
            raise web.HTTPForbidden
        if not request.secure:
            token = replace(token, role=_WITHOUT_LOCK.get(token.role, "scan"))
        try:
            name = str(asked.get("name", ""))[: 4 * LONGEST_NAME]
            visitor = Visitor(None, False, address)
            paired = await self._routes.do(visitor, lambda: pair(self._routes.session, token, name))
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
        found = self._companion.tries.wrong(address, self._routes.host.clock.monotonic())
        if found.to_record:
            session = self._routes.session
            try:
                stranger = Visitor(None, False, address)
                await self._routes.do(stranger, lambda: note_refused(session, address, found.to_record))
            except CeremonyError:
                pass  # A closed event, a full disk: the code is refused all the same.
            told = _("A wrong pairing code came from {address} ({count} so far).")
            self._routes.host.warn(told.format(address=address, count=self._companion.tries.of(address)))
        await pause(found.delay)
