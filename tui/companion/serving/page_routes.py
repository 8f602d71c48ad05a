"""Where a page's module hangs its routes. Every route says which right it asks for: there is no other way in.

A module of ``tui/companion/pages`` has one function, ``register(routes, companion)``, and stands in the list
of ``pages/__init__.py``:

    PAGE = Page("/mc", "mc.html", right="mc", words={"title": N_("The MC's words")})

    def register(routes: PageRoutes, companion: "Companion") -> None:
        routes.page(PAGE)                                              # GET /mc, filled with its words
        routes.stream("/mc/theo-doi", "mc", lambda visitor: {...})     # server-sent events
        routes.post("/mc/gioi-thieu", "mc", introduce)                 # async (visitor, asked) -> dict

``routes.session`` is the open event, ``await routes.do(visitor, command)`` runs a command in its turn and in
the name of the visitor's phone. CeremonyError comes out of it, which a POST answers as ``{"refused": …}``.
Streams look again after every entry by themselves; ``routes.changed()`` wakes them where all else changed.
Scripts and styles lie in ``assets/companion`` and are loaded from ``/tep/NAME``; nothing inline is obeyed.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from aiohttp import web

from data.companion.phone_door import on_duty
from data.companion.roles import Right
from data.errors import CeremonyError
from data.language import _
from data.session.session import Session
from tui.companion.host import Host
from tui.companion.serving.page import Page, filled
from tui.companion.serving.streams import Streams
from tui.companion.serving.visitor import Visitor, visitor_of

Result = TypeVar("Result")
Handler = Callable[[web.Request, Visitor], Awaitable[web.StreamResponse]]
Answering = Callable[[Visitor, dict[str, Any]], Awaitable[dict[str, Any]]]

PAIRING = "/ghep"
_BODY_SECONDS = 10.0
_MOST_JSON = 4096


class PageRoutes:
    """The routes of all pages, and what they may ask of the program."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.streams = Streams()
        self.table = web.RouteTableDef()
        self.plain_ok: set[str] = set()

    @property
    def session(self) -> Session:
        """The open event."""
        return self.host.session

    def changed(self) -> None:
        """Have every stream look again what it shows."""
        self.streams.changed()

    def page(self, page: Page, values: Callable[[], Mapping[str, str]] = dict) -> None:
        """Serve a page, with ``values`` for its blanks beside the words; who may not see it is sent to be
        paired."""

        async def show(request: web.Request, _visitor: Visitor) -> web.StreamResponse:
            return web.Response(text=filled(page, values()), content_type="text/html")

        self.get(page.path, page.right, show, open_here=page.open_here, else_to=PAIRING)

    def get(
        self, path: str, right: Right | None, handler: Handler, *, open_here: bool = False, else_to: str = ""
    ) -> None:
        """Answer GET at ``path`` to those who have the right; others get 403, or are sent ``else_to``."""

        async def judged(request: web.Request) -> web.StreamResponse:
            visitor = visitor_of(request, self.session)
            if not visitor.may(right, open_here=open_here):
                if else_to:
                    raise web.HTTPSeeOther(else_to)
                raise web.HTTPForbidden
            return await handler(request, visitor)

        self.table.get(path, allow_head=False)(judged)

    def stream(
        self,
        path: str,
        right: Right | None,
        tell: Callable[[Visitor], dict[str, Any]],
        *,
        open_here: bool = False,
    ) -> None:
        """Server-sent events at ``path``: what ``tell`` says now, and again whenever it says something else.

        Between them an event ``alive`` comes every five seconds; ``gone`` once the visitor may not see it.
        """

        async def follow(request: web.Request, _visitor: Visitor) -> web.StreamResponse:
            def still() -> Visitor | None:
                who = visitor_of(request, self.session)
                return who if who.may(right, open_here=open_here) else None

            return await self.streams.follow(request, still, tell)

        self.get(path, right, follow, open_here=open_here)

    def post(self, path: str, right: Right | None, answer: Answering) -> None:
        """Answer POST of a small JSON object with one; a refusal is ``{"refused": sentence}``."""

        async def judged(request: web.Request) -> web.StreamResponse:
            visitor = visitor_of(request, self.session)
            if not visitor.may(right):
                raise web.HTTPForbidden
            asked = await json_of(request)
            try:
                told = await answer(visitor, asked)
            except CeremonyError as error:
                told = {"refused": error.sentence}
            return web.json_response(told)

        self.table.post(path)(judged)

    async def do(self, visitor: Visitor, command: Callable[[], Result]) -> Result:
        """What ``command`` returns, done in its turn in the name of the visitor's phone.

        Raises CeremonyError where it is refused.
        """
        result: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        name = visitor.phone.name if visitor.phone else _("this laptop")

        def named() -> Result:
            with on_duty(self.session, name):
                return command()

        def told(value: Result) -> None:
            if not result.done():
                result.set_result(value)

        def refused(error: CeremonyError) -> None:
            if not result.done():
                result.set_exception(error)

        self.host.write(named, told, refused)
        return await result


async def json_of(request: web.Request) -> dict[str, Any]:
    """The small JSON object in a request. Raises HTTPBadRequest, and what ``body_of`` raises."""
    body = await body_of(request, _MOST_JSON)
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise web.HTTPBadRequest from error
    if not isinstance(asked, dict):
        raise web.HTTPBadRequest
    return asked


async def body_of(request: web.Request, most: int) -> bytes:
    """The body of a request. Raises HTTPRequestEntityTooLarge above ``most`` bytes, and HTTPRequestTimeout
    for one that takes longer than ten seconds."""
    if (request.content_length or 0) > most:
        raise web.HTTPRequestEntityTooLarge(most, request.content_length or 0)
    parts: list[bytes] = []
    length = 0
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            async for part in request.content.iter_any():
                length += len(part)
                if length > most:
                    raise web.HTTPRequestEntityTooLarge(most, length)
                parts.append(part)
    except TimeoutError as error:
        raise web.HTTPRequestTimeout from error
    return b"".join(parts)
