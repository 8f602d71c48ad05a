"""The pairing code: 32 digits that carry address, port, and the secret behind certificate and token.

Digits alone, because Vietnamese typing programs change letters and a QR of digits is small. Read as one
number, the first 31 digits are 32 bits of an IPv4 address, 8 bits of the port (counted from ``FIRST_PORT``)
and 60 bits of the secret; the last digit is Damm's check digit.
"""

from ipaddress import AddressValueError, IPv4Address
from secrets import randbits

from msgspec import Struct
from stdnum import damm

from data.errors import Refused
from data.language import _

FIRST_PORT = 14222
PORTS = 256
SECRET_BITS = 60
DIGITS = 32
_GROUP = 4


class Place(Struct, frozen=True):
    """A server that a laptop of this event runs: where it is, and the secret that its code carries."""

    host: str
    port: int
    secret: int


def new_secret() -> int:
    """A secret for a server that was not there before."""
    return randbits(SECRET_BITS)


def code_of(place: Place) -> str:
    """The 32 digits for ``place``, whose host is an IPv4 address."""
    number = int(IPv4Address(place.host)) << 8 | (place.port - FIRST_PORT)
    digits = f"{number << SECRET_BITS | place.secret:0{DIGITS - 1}}"
    return digits + str(damm.calc_check_digit(digits))


def grouped(code: str) -> str:
    """The code as people read it to each other: groups of four digits."""
    return " ".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def is_code(text: str) -> bool:
    """Whether ``text`` has the form of a pairing code; spaces and dashes do not matter."""
    return _place_of(_digits(text)) is not None


def read_code(text: str) -> Place:
    """The place that a code names. Refused, saying what is wrong, where it names none."""
    digits = _digits(text)
    if not digits.isascii() or not digits.isdigit() or len(digits) != DIGITS:
        raise Refused(
            _("A code has {count} digits; this has {found}. Look at the sharing laptop once more.").format(
                count=DIGITS, found=sum(letter.isdigit() for letter in digits)
            )
        )
    place = _place_of(digits)
    if place is None:
        raise Refused(_("A digit of the code is wrong. Compare it group by group with the sharing laptop."))
    return place


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter not in " -.\u00a0\t\n\r")


def _place_of(digits: str) -> Place | None:
    if not (digits.isascii() and digits.isdigit() and len(digits) == DIGITS and damm.is_valid(digits)):
        return None
    number = int(digits[:-1])
    try:
        host = IPv4Address(number >> (8 + SECRET_BITS))
    except AddressValueError:
        return None
    port = FIRST_PORT + (number >> SECRET_BITS & 0xFF)
    return Place(str(host), port, number & ((1 << SECRET_BITS) - 1))
