"""Who asks: a paired phone by its cookie, a browser on this laptop, or a stranger."""

from ipaddress import ip_address
from typing import NamedTuple

from aiohttp import web

from data.companion.pairing import may, phone_with
from data.companion.roles import Right
from data.session.session import Session
from data.state.phones import Phone

COOKIE = "__Host-phone"
"""The prefix makes browsers refuse it without TLS, from a neighbour, or for a part of the site."""
PLAIN_COOKIE = "phone"
"""Where no TLS can be had: a phone that was let in so, by a switch at the laptop."""


class Visitor(NamedTuple):
    """``phone`` is None for a stranger; ``is_here`` whether the browser runs on this laptop."""

    phone: Phone | None
    is_here: bool
    address: str

    def may(self, right: Right | None, *, open_here: bool = False) -> bool:
        """Whether this visitor may use what asks for ``right``; None is what anybody may."""
        return right is None or may(self.phone, right) or (open_here and self.is_here)


def visitor_of(request: web.Request, session: Session) -> Visitor:
    """Who sent ``request``, judged anew each time: a dismissed phone is a stranger at once."""
    cookie = request.cookies.get(COOKIE if request.secure else PLAIN_COOKIE, "")
    phone = phone_with(session, cookie) if cookie else None
    address = request.remote or ""
    return Visitor(phone=phone, is_here=is_loopback(address), address=address)


def is_loopback(address: str) -> bool:
    """Whether an address is this machine's own."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
