"""Where a server is: one that a laptop of this event runs, or one that was there already."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from msgspec import Struct

from data.errors import Refused
from data.joining.pairing.code import Place, read_code
from data.language import _

_SCHEMES = ("tls", "nats")


class NamedServer(Struct, frozen=True, tag=True):
    """A server that somebody else runs: ``url`` with its credentials. ``event`` is the id of the event that
    is wanted where it holds several; ``authority`` a file with the certificate that it must show, empty for
    those that the system trusts."""

    url: str
    event: str = ""
    authority: str = ""


AnyPlace = Place | NamedServer


def named_server(url: str, event: str = "", authority: str = "") -> NamedServer:
    """A server by its address. Refused where it is no address of a server, or one without encryption."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in _SCHEMES:
        raise Refused(
            _("“{address}” is neither a code of 32 digits nor a server's address (tls://HOST:PORT).").format(
                address=url
            )
        )
    if parts.scheme == "nats" and not _is_this_laptop(host):
        raise Refused(
            _("Names would travel unencrypted to {host}. Use a server that speaks TLS: tls://{host}").format(
                host=host
            )
        )
    return NamedServer(url, event, authority)


def read_place(text: str, event: str = "", authority: str = "") -> AnyPlace:
    """What was typed as the address to join: a pairing code, or a server's address. Refused for neither."""
    if "://" in text:
        return named_server(text.strip(), event, authority)
    return read_code(text)


def shown_host(place: AnyPlace) -> str:
    """The place as it may be shown: without secret and credentials."""
    if isinstance(place, Place):
        return f"{place.host}:{place.port}"
    parts = urlsplit(place.url)
    return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)


def _is_this_laptop(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
