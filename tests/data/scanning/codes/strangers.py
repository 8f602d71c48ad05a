"""Payloads that nobody printed, from wild to as near as a forger gets without a card."""

from collections.abc import Callable
from random import Random

from stdnum import damm

from data.scanning.codes import LEAD


def _digits(chance: Random, count: int) -> str:
    return f"{chance.randrange(10**count):0{count}d}"


def wild(chance: Random, _event: str) -> str:
    """Sixteen digits."""
    return _digits(chance, 16)


def led(chance: Random, _event: str) -> str:
    """Fourteen digits behind the two zeros of a card."""
    return LEAD + _digits(chance, 14)


def checked(chance: Random, _event: str) -> str:
    """As a card's, with a right check digit."""
    body = _digits(chance, 13)
    return LEAD + body + str(damm.calc_check_digit(body))


def of_this_event(chance: Random, event: str) -> str:
    """As a card's of this event: only guest number and chance are guessed."""
    body = event + _digits(chance, 11)
    return LEAD + body + str(damm.calc_check_digit(body))


def of_a_guest(chance: Random, event: str) -> str:
    """As a card's of one of the first 140 guests of this event: only the chance is guessed."""
    body = event + f"{1 + chance.randrange(140):04d}" + _digits(chance, 7)
    return LEAD + body + str(damm.calc_check_digit(body))


def odds(kind: Callable[[Random, str], str], guests: int) -> float:
    """How likely one payload of this kind is to be a card of one of ``guests`` (140 at most)."""
    ways: dict[Callable[[Random, str], str], int] = {
        wild: 10**16,
        led: 10**14,
        checked: 10**13,
        of_this_event: 10**11,
        of_a_guest: 140 * 10**7,
    }
    return guests / ways[kind]


KINDS: tuple[Callable[[Random, str], str], ...] = (wild, led, checked, of_this_event, of_a_guest)
