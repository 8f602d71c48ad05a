"""The door to the network: how many may come in, from where, and how long they may take to speak."""

import asyncio
import socket
import ssl
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from aiohttp import web

MOST_CONNECTIONS = 120
MOST_OF_STRANGERS = 60
"""So many connections of addresses without a paired phone: the phones at the door find room beside them."""
MOST_OF_ONE = 24
HANDSHAKE_SECONDS = 6.0
FIRST_REQUEST_SECONDS = 8.0
_BACKLOG = 64


class ConnectionLimiter:
    """Takes connections on one socket and hands them to aiohttp, as long as there is room.

    ``is_known`` tells addresses from which a paired phone came. ``share`` is a counter of connections by
    address that several limiters keep together.
    """

    def __init__(
        self,
        listener: socket.socket,
        server: web.Server,
        tls: ssl.SSLContext | None,
        share: Counter[str],
        is_known: Callable[[str], bool],
    ) -> None:
        self._listener = listener
        self._server = server
        self._tls = tls
        self._share = share
        self._is_known = is_known
        self._tasks: set[asyncio.Task[None]] = set()
        self._accepting: asyncio.Task[None] | None = None

    def open(self) -> None:
        """Begin to take connections."""
        self._listener.setblocking(False)
        self._listener.listen(_BACKLOG)
        self._accepting = asyncio.get_running_loop().create_task(self._accept())

    def shut(self) -> None:
        """Take none any more, from now on."""
        if self._accepting is not None:
            self._accepting.cancel()
        self._listener.close()

    async def close(self) -> None:
        """Take none any more; those that are there are ended."""
        tasks = [task for task in (self._accepting, *self._tasks) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._listener.close()

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, peer = await loop.sock_accept(self._listener)
            except OSError:
                # Too many files are open, or the caller left already: the next one is waited for.
                await asyncio.sleep(0.1)
                continue
            address = str(peer[0])
            if not self._has_room(address):
                connection.close()
                continue
            self._share[address] += 1
            task = loop.create_task(self._serve(connection, address))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def _has_room(self, address: str) -> bool:
        if self._share.total() >= MOST_CONNECTIONS or self._share[address] >= MOST_OF_ONE:
            return False
        strangers = sum(count for one, count in self._share.items() if not self._is_known(one))
        return self._is_known(address) or strangers < MOST_OF_STRANGERS

    async def _serve(self, connection: socket.socket, address: str) -> None:
        loop = asyncio.get_running_loop()
        transport: asyncio.BaseTransport | None = None
        with suppress(OSError):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            timeout = HANDSHAKE_SECONDS if self._tls else None
            transport, protocol = await loop.connect_accepted_socket(
                _Watched(self._server), connection, ssl=self._tls, ssl_handshake_timeout=timeout
            )
            assert isinstance(protocol, _Handler)
            if not await protocol.spoke_within(FIRST_REQUEST_SECONDS):
                return
            await protocol.gone
        except (TimeoutError, OSError):
            connection.close()
        finally:
            if transport is not None:
                _abort(transport)
            self._share[address] -= 1
            if self._share[address] <= 0:
                del self._share[address]


class _Handler(web.RequestHandler):
    """One connection; says when its first request has come whole, and when it ended."""

    __slots__ = ("gone", "spoke")

    def __init__(self, server: web.Server, **settings: object) -> None:
        loop = asyncio.get_running_loop()
        super().__init__(server, loop=loop, **settings)  # type: ignore[arg-type]
        self.gone: asyncio.Future[None] = loop.create_future()
        self.spoke: asyncio.Future[None] = loop.create_future()

    def connection_lost(self, exc: BaseException | None) -> None:
        super().connection_lost(exc)
        _done(self.gone)
        _done(self.spoke)

    async def spoke_within(self, seconds: float) -> bool:
        """Whether a whole request came in that time."""
        done, _waiting = await asyncio.wait({self.spoke}, timeout=seconds)
        return bool(done)


class _Watched:
    def __init__(self, server: web.Server) -> None:
        self._server = server

    def __call__(self) -> _Handler:
        return _Handler(self._server, **self._server._kwargs)


def has_spoken(request: web.BaseRequest) -> None:
    """Note that a whole request came on this connection."""
    if isinstance(request.protocol, _Handler):
        _done(request.protocol.spoke)


def _done(future: "asyncio.Future[None]") -> None:
    if not future.done():
        future.set_result(None)


def _abort(transport: asyncio.BaseTransport) -> None:
    if isinstance(transport, asyncio.Transport):
        # Up to Python 3.11.2 a TLS transport that was closed twice has let go of its protocol, and stumbles.
        with suppress(AttributeError):
            transport.abort()
