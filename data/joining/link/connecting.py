"""Reaching a server: the right one, with the right token, or a sentence that says what is wrong."""

import asyncio
import logging
import ssl
from collections.abc import Callable
from typing import Any

import nats
from nats.aio.client import Client
from nats.errors import Error as NatsError

from data.errors import CeremonyError
from data.joining.pairing.code import Place
from data.joining.pairing.keys import is_of, keys_of
from data.joining.pairing.server_certificate import shown_certificate, trusting
from data.joining.place import AnyPlace, NamedServer, shown_host
from data.joining.server.configuration import LAPTOP_USER
from data.language import _

_SECONDS = 5
_PING_SECONDS = 2
"""A cable that is pulled says nothing: after two unanswered pings the link counts as cut."""


class Away(CeremonyError):
    """The server cannot be reached now. Trying again may help."""


class Wrong(CeremonyError):
    """The server, the code or the event is not the right one. Trying again does not help."""


async def connect(place: AnyPlace, name: str, cut: Callable[[], None], *, inbox: str = "_INBOX") -> Client:
    """A connection to the server at ``place``; ``cut`` is called when it ends. Raises Away or Wrong.

    ``inbox`` is how the subjects begin on which the server answers.
    """
    # What these two have to say would be printed over the screen.
    for talkative in ("nats", "asyncio"):
        logging.getLogger(talkative).setLevel(logging.CRITICAL)
    tls = await _checked(place)
    options: dict[str, Any] = {"tls": tls} if tls is not None else {}
    if isinstance(place, Place):
        url = f"tls://{place.host}:{place.port}"
        options |= {"user": LAPTOP_USER, "password": keys_of(place.secret).token, "tls_handshake_first": True}
    else:
        url = place.url

    async def closed() -> None:
        cut()

    try:
        return await asyncio.wait_for(
            nats.connect(
                url,
                name=name,
                inbox_prefix=inbox,
                allow_reconnect=False,
                connect_timeout=_SECONDS,
                ping_interval=_PING_SECONDS,
                max_outstanding_pings=2,
                error_cb=_quiet,
                disconnected_cb=closed,
                closed_cb=closed,
                **options,
            ),
            _SECONDS * 2,
        )
    except ssl.SSLCertVerificationError as error:
        raise Wrong(
            _("The server {host} shows a certificate that is not trusted.").format(host=shown_host(place))
        ) from error
    except (NatsError, OSError, TimeoutError) as error:
        raise _refusal(place, error) from error


def _refusal(place: AnyPlace, error: Exception) -> CeremonyError:
    said = str(error).lower()
    host = shown_host(place)
    if "authorization" in said or "authentication" in said:
        return Wrong(
            _("The server {host} does not take this code or password. Ask for the present one.").format(
                host=host
            )
        )
    if "maximum connections" in said:
        return Away(_("The server {host} takes no more laptops.").format(host=host))
    return unreachable(place)


def unreachable(place: AnyPlace) -> Away:
    """The refusal where nobody answers."""
    return Away(
        _(
            "{host} does not answer. Is its sharing switched on, are both laptops in the same network, and "
            "does its firewall let it?"
        ).format(host=shown_host(place))
    )


async def _checked(place: AnyPlace) -> ssl.SSLContext | None:
    """The context to talk in, after a look at who answers. Raises Away or Wrong."""
    if isinstance(place, NamedServer):
        return _trust_of(place)
    try:
        shown = await asyncio.to_thread(shown_certificate, place.host, place.port)
    except ssl.SSLError as error:
        raise _stranger(place) from error
    except OSError as error:
        raise unreachable(place) from error
    keys = await asyncio.to_thread(keys_of, place.secret)
    if not is_of(keys, shown):
        raise _stranger(place)
    return trusting(shown)


def _trust_of(place: NamedServer) -> ssl.SSLContext | None:
    if not place.url.startswith("tls:"):
        return None
    context = ssl.create_default_context()
    if place.authority:
        try:
            context.load_verify_locations(cafile=place.authority)
        except (OSError, ssl.SSLError) as error:
            raise Wrong(
                _("{path} is no certificate that can be read.").format(path=place.authority)
            ) from error
    return context


def _stranger(place: AnyPlace) -> Wrong:
    return Wrong(
        _(
            "What answers at {host} is not the laptop that gave this code, or it has a new code. Ask for the "
            "code that its screen shows now."
        ).format(host=shown_host(place))
    )


async def _quiet(error: Exception) -> None:
    """What goes wrong is seen where it is waited for; nothing is printed over the screen."""
