"""Numbers of new guests: each laptop has its own, so that two never give one number to two people."""

from collections.abc import Container

FIRST_BLOCK = 200_000
"""Below are the numbers of the list, which one laptop gives; from here on each other laptop has a block."""

_RENUMBERED = 1_000_000
"""From here on no laptop gives numbers itself: who has one had somebody else's first."""

_SIZE = 100
_BLOCKS = 8_000


def next_in_block(laptop: str, used: Container[int]) -> int:
    """The next free number of the ``laptop`` with this id: 200,000 and above, six digits.

    Which block is its own follows from its id, so nobody has to be asked. That two laptops of one event have
    the same one is as likely as 1 in 8,000; where it happens, the later guest gets another number.
    """
    number = FIRST_BLOCK + _SIZE * (int(laptop or "0", 16) % _BLOCKS)
    while number in used:
        number += 1
    return number


def next_of_renumbered(used: Container[int]) -> int:
    """The next number for a guest whose own belongs to somebody else: seven digits."""
    number = _RENUMBERED
    while number in used:
        number += 1
    return number
