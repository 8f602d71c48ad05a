"""Which certificate a server shows, before anything is told to it."""

import socket
import ssl

from data.joining.pairing.keys import Keys, is_of

_SECONDS = 4.0


def shown_certificate(host: str, port: int, seconds: float = _SECONDS) -> bytes:
    """The certificate (DER) of whoever answers there. Raises OSError; an SSLError for one without TLS."""
    unasked = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    unasked.check_hostname, unasked.verify_mode = False, ssl.CERT_NONE
    with (
        socket.create_connection((host, port), seconds) as line,
        unasked.wrap_socket(line, server_hostname=host) as talk,
    ):
        return talk.getpeercert(binary_form=True) or b""


def shows_key(host: str, port: int, keys: Keys) -> bool:
    """Whether the server of these keys answers there."""
    try:
        return is_of(keys, shown_certificate(host, port, 1.0))
    except OSError:
        return False


def trusting(certificate: bytes) -> ssl.SSLContext:
    """A context that takes this one certificate (DER) and no other."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.load_verify_locations(cadata=certificate)
    return context
