"""``/quet``: a phone's camera at the door. Frames come over one WebSocket, or by POST where there is none.

A request is one message: a byte that says how long the number is, the phone's own number of the request, and
a JPEG. Each is answered by one JSON object with the same number; the page sends the next one only then, and
sends it again, with the number that it had, after the network was gone.
"""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web
from msgspec import to_builtins

from data.companion.frames import MOST_BYTES, codes_in
from data.companion.phone_door import PhoneDoor, PhoneReply
from data.companion.visible import find_visible
from data.errors import CeremonyError
from data.language import N_
from data.session.readiness import readiness
from tui.companion.reply_fields import party_fields, reply_fields, standing_line
from tui.companion.serving.page import Page
from tui.companion.serving.page_routes import PageRoutes, body_of
from tui.companion.serving.visitor import Visitor, visitor_of

if TYPE_CHECKING:
    from tui.companion.serving.server import Companion

PAGE = Page(
    "/quet",
    "scan.html",
    right="scan",
    words={
        "title": N_("Door"),
        "begin": N_("Start the camera"),
        "photo": N_("Take a photo of the card"),
        "hold": N_("Hold a card before the camera"),
        "reading": N_("Reading…"),
        "no_camera": N_("The browser does not give its camera. Take a photo of each card instead."),
        "no_code": N_("No card is seen in the photo. Take it from nearer, in better light."),
        "same": N_("This card was answered just now."),
        "lost": N_("NO CONNECTION · nobody is let in"),
        "lost_more": N_("Stay on the laptop's Wi-Fi. This page goes on by itself."),
        "gone": N_("This phone was dismissed at the laptop."),
        "party": N_("Who came"),
        "name": N_("Name of who came"),
        "people": N_("People"),
        "save": N_("Record"),
        "back": N_("Back"),
        "undo": N_("Take back"),
        "undo_sure": N_("Press again: take back {name}"),
        "undone": N_("Taken back: {name}"),
        "find": N_("Find"),
        "find_hint": N_("name, hamlet or number"),
        "nobody": N_("Nobody fits."),
        "let_in": N_("Let in"),
        "came": N_("came {time}"),
        "light": N_("Light"),
    },
)
_NUMBER = re.compile(rb"[A-Za-z0-9-]{1,32}")
_MOST_MESSAGE = MOST_BYTES + 64
_HEARTBEAT_SECONDS = 10.0
_DECODERS = 2
_MOST = 1 << 31
GONE = 4401
"""The WebSocket's closing code for a phone that may not scan any more."""


def register(routes: PageRoutes, companion: "Companion") -> None:
    """Hang the page in, and all that it asks for."""
    desk = Desk(routes, companion)
    routes.page(PAGE)
    routes.stream("/quet/theo-doi", "scan", desk.standing)
    routes.get("/quet/anh", "scan", desk.frames)
    routes.table.post("/quet/anh")(desk.frame)
    routes.post("/quet/tim", "search", desk.find)
    routes.post("/quet/cho-vao", "search", desk.let_in)
    routes.post("/quet/di-thay", "scan", desk.party)
    routes.post("/quet/lay-lai", "scan", desk.take_back)


class Desk:
    """All phones at the door. Decoding is other threads' work: no key at the laptop waits for it."""

    def __init__(self, routes: PageRoutes, companion: "Companion") -> None:
        self._routes = routes
        self._companion = companion
        self._doors: dict[str, PhoneDoor] = {}
        self._turns: dict[str, asyncio.Lock] = {}
        self._decoders = ThreadPoolExecutor(_DECODERS, thread_name_prefix="phones")
        companion.ends.append(lambda: self._decoders.shutdown(wait=False, cancel_futures=True))

    def standing(self, visitor: Visitor) -> dict[str, Any]:
        """What the page's head says, and what it may offer."""
        session = self._routes.session
        return {
            "standing": standing_line(session.state),
            "problem": readiness(session).problem,
            # As it is recorded, and as this screen's language calls it.
            "may_search": visitor.may("search"),
            "name": visitor.phone.name if visitor.phone else "",
        }

    async def frames(self, request: web.Request, _visitor: Visitor) -> web.StreamResponse:
        """One phone's WebSocket; every message is judged anew, so a dismissed phone is answered no more."""
        socket = web.WebSocketResponse(
            max_msg_size=_MOST_MESSAGE, heartbeat=_HEARTBEAT_SECONDS, compress=False
        )
        await socket.prepare(request)
        async for message in socket:
            visitor = visitor_of(request, self._routes.session)
            if not visitor.may("scan"):
                await socket.close(code=GONE)
                break
            if message.type is not WSMsgType.BINARY:
                await socket.close(code=1003)
                break
            self._companion.saw(visitor)
            await socket.send_json(await self.answer(visitor, message.data))
        return socket

    async def frame(self, request: web.Request) -> web.StreamResponse:
        """The same for one message, from a browser that takes no WebSocket with our certificate."""
        visitor = visitor_of(request, self._routes.session)
        if not visitor.may("scan"):
            raise web.HTTPForbidden
        return web.json_response(await self.answer(visitor, await body_of(request, _MOST_MESSAGE)))

    async def answer(self, visitor: Visitor, message: bytes) -> dict[str, Any]:
        """The answer to one message; what is refused is said in it."""
        length = message[0] if message else 0
        name, jpeg = message[1 : 1 + length], message[1 + length :]
        if _NUMBER.fullmatch(name) is None:
            raise web.HTTPBadRequest
        number = name.decode()
        assert visitor.phone is not None
        async with self._turns.setdefault(visitor.phone.id, asyncio.Lock()):
            try:
                return {"id": number, **await self._read(visitor, number, jpeg)}
            except CeremonyError as error:
                return {"id": number, "refused": error.sentence}

    async def _read(self, visitor: Visitor, number: str, jpeg: bytes) -> dict[str, Any]:
        door = self._door(visitor)
        reply = door.done(number)
        seen = 0
        if reply is None:
            loop = asyncio.get_running_loop()
            texts = await loop.run_in_executor(self._decoders, codes_in, jpeg)
            seen = len(texts)
            text = door.look(texts)
            if text:
                try:
                    reply = await self._routes.do(visitor, lambda: door.read(text, number))
                except CeremonyError:
                    door.forget()
                    raise
        if reply is None:
            return {"seen": seen}
        return {"answer": self._shown(visitor, reply, number)}

    async def find(self, visitor: Visitor, asked: dict[str, Any]) -> dict[str, Any]:
        """Guests by name, hamlet or number."""
        found = find_visible(self._routes.session, self._routes.host.finder, str(asked.get("text", "")))
        return {"found": to_builtins(found)}

    async def let_in(self, visitor: Visitor, asked: dict[str, Any]) -> dict[str, Any]:
        """Check in a guest that was found."""
        guest, number = _whole(asked, "guest"), str(asked.get("number", ""))
        if _NUMBER.fullmatch(number.encode()) is None:
            raise web.HTTPBadRequest
        door = self._door(visitor)
        reply = await self._routes.do(visitor, lambda: door.let_in(guest, number))
        return {"answer": self._shown(visitor, reply, number)}

    async def party(self, visitor: Visitor, asked: dict[str, Any]) -> dict[str, Any]:
        """Say who came for a guest whom this phone let in."""
        guest, people = _whole(asked, "guest"), _whole(asked, "people")
        relation, substitute = str(asked.get("relation", "")), str(asked.get("substitute", ""))
        door = self._door(visitor)
        attendance = await self._routes.do(
            visitor, lambda: door.set_party(guest, relation, substitute, people)
        )
        return {"party": party_fields(attendance)}

    async def take_back(self, visitor: Visitor, asked: dict[str, Any]) -> dict[str, Any]:
        """Take back a check-in of this phone."""
        number = str(asked.get("number", ""))
        door = self._door(visitor)
        guest = await self._routes.do(visitor, lambda: door.take_back(number))
        return {"name": guest.name if guest else ""}

    def _shown(self, visitor: Visitor, reply: PhoneReply, number: str) -> dict[str, Any]:
        assert visitor.phone is not None
        self._routes.host.phone_answered(visitor.phone, reply.answer)
        return reply_fields(reply, number, self._routes.session.state)

    def _door(self, visitor: Visitor) -> PhoneDoor:
        assert visitor.phone is not None
        if visitor.phone.id not in self._doors:
            self._doors[visitor.phone.id] = PhoneDoor(self._routes.session, visitor.phone)
        return self._doors[visitor.phone.id]


def _whole(asked: dict[str, Any], name: str) -> int:
    value = asked.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _MOST:
        raise web.HTTPBadRequest
    return value
