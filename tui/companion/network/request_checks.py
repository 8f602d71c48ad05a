"""What every request has to pass (rate, host, origin), and the headers of every answer."""

from collections.abc import Callable
from ipaddress import ip_address

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from tui.companion.network.connection_limiter import has_spoken

_PER_SECOND = 40.0
_AT_ONCE = 160.0
_MOST_ADDRESSES = 1024

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(self), screen-wake-lock=(self), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "-",
}


class Rates:
    """How many requests an address may make: forty a second, and some more at once."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._left: dict[str, tuple[float, float]] = {}

    def takes(self, address: str) -> bool:
        """Whether one more request is taken."""
        now = self._clock()
        left, at = self._left.pop(address, (_AT_ONCE, now))
        left = min(_AT_ONCE, left + (now - at) * _PER_SECOND)
        takes = left >= 1
        self._left[address] = (left - takes, now)
        while len(self._left) > _MOST_ADDRESSES:
            del self._left[next(iter(self._left))]
        return takes


def request_checks(rates: Rates, note_fault: Callable[[Exception], None]) -> Middleware:
    """The middleware. What goes wrong in a handler is a bare 500: a stranger learns nothing of why."""

    @web.middleware
    async def checked(request: web.Request, handler: Handler) -> web.StreamResponse:
        has_spoken(request)
        try:
            _judge(request, rates)
            response = await handler(request)
        except web.HTTPException as error:
            error.text = error.reason if error.status >= 400 else ""
            _add_headers(request, error)
            raise
        except ConnectionError:
            raise
        except Exception as error:
            note_fault(error)
            response = web.Response(status=500, text="500")
        if not response.prepared:
            _add_headers(request, response)
        return response

    return checked


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """For answers that begin before they are whole: streams, sockets."""
    _add_headers(request, response)


def _judge(request: web.Request, rates: Rates) -> None:
    if not rates.takes(request.remote or ""):
        raise web.HTTPTooManyRequests
    if not _is_own_host(request.host):
        # A name that somebody points at this laptop, to have a browser take their page for ours.
        raise web.HTTPMisdirectedRequest
    is_socket = request.headers.get("Upgrade", "").lower() == "websocket"
    if (request.method != "GET" or is_socket) and request.headers.get("Origin") != origin_of(request):
        raise web.HTTPForbidden


def origin_of(request: web.Request) -> str:
    """The origin that a page of ours has, for this request."""
    return f"{'https' if request.secure else 'http'}://{request.host}"


def _is_own_host(host: str) -> bool:
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
    if name == "localhost" or name.endswith(".local"):
        return True
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
    socket = ("wss" if request.secure else "ws") + "://" + request.host
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        f"font-src 'self'; media-src 'self' blob:; connect-src 'self' {socket}; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
