"""The small server inside the running program: off until it is switched on, gone when it is switched off."""

import asyncio
import logging
import socket
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from data.companion.tokens import Token, Tokens
from data.companion.tries import Tries
from data.errors import CeremonyError
from data.language import _
from tui.companion.host import Host
from tui.companion.network.addresses import laptop_addresses
from tui.companion.network.certificate import tls_context
from tui.companion.network.connection_limiter import ConnectionLimiter
from tui.companion.network.request_checks import Rates, add_headers, request_checks
from tui.companion.serving.page import static_files
from tui.companion.serving.page_routes import PageRoutes
from tui.companion.serving.visitor import Visitor, is_loopback, visitor_of

EVERYWHERE = "0.0.0.0"
PORTS = range(8484, 8500, 2)
"""Tried in order, each with the next one for plain HTTP: the same after a restart, for the phones' sake."""
_KEEPALIVE_SECONDS = 20.0
_SHUTDOWN_SECONDS = 1.0


class Companion:
    """Pages for one open event, in the loop of the program (``host``) around them; started once.

    ``seen`` is when each phone was last heard of (monotonic seconds), ``known`` the addresses that paired
    phones came from. ``lets_plain`` lets phones be paired without TLS, for browsers that refuse ours.
    """

    def __init__(self, host: Host, *, bind: str = "", ports: range | None = None) -> None:
        self.host = host
        self.tokens = Tokens()
        self.tries = Tries()
        self.routes = PageRoutes(host)
        self.faults: list[Exception] = []
        self.known: set[str] = set()
        self.seen: dict[str, float] = {}
        self.port = self.plain_port = 0
        self.lets_plain = False
        self.ends: list[Callable[[], None]] = []
        self._bind, self._ports = bind or EVERYWHERE, ports or PORTS
        self._limiters: list[ConnectionLimiter] = []
        self._runner: web.AppRunner | None = None
        self.routes.table.get("/favicon.ico", allow_head=False)(_no_picture)
        self.routes.table.get("/tep/{name}", allow_head=False)(_static())

    @property
    def is_on(self) -> bool:
        """Whether it takes connections."""
        return bool(self._limiters)

    @property
    def addresses(self) -> list[str]:
        """The laptop's addresses, the likely one first; this machine's own where there is no network."""
        found = [] if is_loopback(self._bind) else laptop_addresses()
        return found or ["127.0.0.1"]

    async def start(self) -> None:
        """Make the certificate where it is missing, and take connections. Raises CeremonyError."""
        if self.is_on:
            return
        try:
            tls = await asyncio.to_thread(tls_context, self.host.session.folder, self.addresses)
        except OSError as error:
            raise CeremonyError(
                _("The phones' pages need a little room on the disk ({reason}).").format(
                    reason=error.strerror or error
                )
            ) from error
        secure, plain = self._listeners()
        runner = self._made()
        await runner.setup()
        assert runner.server is not None
        share: Counter[str] = Counter()
        self._runner = runner
        self._limiters = [
            ConnectionLimiter(secure, runner.server, tls, share, self.known.__contains__),
            ConnectionLimiter(plain, runner.server, None, share, self.known.__contains__),
        ]
        for limiter in self._limiters:
            limiter.open()
        self.host.session.heard.append(self.routes.changed)

    def invitation(self, address: str, token: Token) -> str:
        """The address that pairs a phone: behind the "#" the code, which no browser sends to anybody.

        It leads to the page over plain HTTP that says what the browser will warn of, and goes on from there.
        """
        return f"http://{address}:{self.plain_port}/#{token.text}"

    def saw(self, visitor: Visitor) -> None:
        """Remember when a phone was last heard of, and from where: its address is known from then on."""
        if visitor.phone is not None:
            self.seen[visitor.phone.id] = self.host.clock.monotonic()
            self.known.add(visitor.address)

    def leave(self) -> None:
        """Take no new connection from now on; ``stop`` ends those that there are."""
        for limiter in self._limiters:
            limiter.shut()

    async def stop(self) -> None:
        """Take no connection any more and end all that there are."""
        limiters, self._limiters = self._limiters, []
        with suppress(ValueError):
            self.host.session.heard.remove(self.routes.changed)
        await asyncio.gather(*(limiter.close() for limiter in limiters))
        if self._runner is not None:
            runner, self._runner = self._runner, None
            await runner.cleanup()
        for end in self.ends:
            end()

    def _listeners(self) -> tuple[socket.socket, socket.socket]:
        for port in self._ports:
            opened: list[socket.socket] = []
            try:
                for one in (port, port + 1 if port else 0):
                    opened.append(_listener(self._bind, one))
            except OSError:
                for listener in opened:
                    listener.close()
                continue
            self.port, self.plain_port = (int(listener.getsockname()[1]) for listener in opened)
            return opened[0], opened[1]
        raise CeremonyError(
            _("Another program holds the phones' places on the network. Close it, then try again.")
        )

    def _made(self) -> web.AppRunner:
        rates = Rates(self.host.clock.monotonic)
        app = web.Application(middlewares=[request_checks(rates, self.faults.append), self._note_visit()])
        app.on_response_prepare.append(add_headers)
        app.add_routes(self.routes.table)
        silent = logging.getLogger("le_ra_mat.companion")
        silent.addHandler(logging.NullHandler())
        silent.propagate = False
        return web.AppRunner(
            app,
            access_log=None,
            logger=silent,
            keepalive_timeout=_KEEPALIVE_SECONDS,
            shutdown_timeout=_SHUTDOWN_SECONDS,
            handle_signals=False,
        )

    def _note_visit(self) -> Middleware:
        """Remembers which phones were heard of."""

        @web.middleware
        async def noted(request: web.Request, handler: Handler) -> web.StreamResponse:
            self.saw(visitor_of(request, self.host.session))
            return await handler(request)

        return noted


async def _no_picture(_request: web.Request) -> web.StreamResponse:
    """Browsers ask for it on their own; there is none, and no fault in that."""
    return web.Response(status=204)


def _static() -> Handler:
    files = static_files()

    async def file(request: web.Request) -> web.StreamResponse:
        found = files.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return web.Response(body=found[0], content_type=found[1])

    return file


def _listener(address: str, port: int) -> socket.socket:
    one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":
        # Else what is left of ended connections holds the place for a minute, and televisions look there. (On
        # Windows it does not anyway, and the option would let two programs have one port.)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        one.bind((address, port))
    except OSError:
        one.close()
        raise
    return one
