"""Numbers of new guests, and of those who lost theirs to somebody else.

Every laptop goes on with the list, also where another began it and handed it on. Only where several are at
work at once, every one but that which began the list has numbers of its own, so that one number is seldom
given to two people. Where it is given all the same, the later one gets another.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from data.ledger.lines.ids import milliseconds_of
from data.ledger.lines.record import Step
from data.state.people.changes import is_about_known

FIRST_BLOCK = 200_000
"""Below are the numbers of the list; from here on each laptop of several at work together has a block."""

_SIZE = 100
_BLOCKS = 8_000
_MILLION = 1_000_000
_DAY_MILLISECONDS = 86_400_000


@dataclass
class Numbers:
    """Which numbers were ever given, undone ones too: the ``highest`` of the list, all ``in_blocks``, and
    those that are ``contested``, because guests with different cards were listed under them."""

    highest: int = 0
    in_blocks: set[int] = field(default_factory=set)
    contested: set[int] = field(default_factory=set)
    _cards: dict[int, str] = field(default_factory=dict, compare=False)

    def note(self, steps: Iterable[Step]) -> bool:
        """Remember which numbers ``steps`` gave; whether one of them is newly contested."""
        before = len(self.contested)
        for step in steps:
            if not step.guests:
                continue
            lists = not is_about_known(step.entry.what)
            for guest in step.guests:
                if guest.number >= FIRST_BLOCK:
                    self.in_blocks.add(guest.number)
                elif guest.number > self.highest:
                    self.highest = guest.number
                if lists and self._cards.setdefault(guest.number, guest.code) != guest.code:
                    self.contested.add(guest.number)
        return len(self.contested) > before

    @property
    def next(self) -> int:
        """The next number of the list."""
        return 1 + self.highest

    def next_in_block(self, laptop: str) -> int:
        """The next free number of the ``laptop`` with this id: 200,000 and above, six digits.

        Which block is its own follows from its id, so nobody has to be asked. That two laptops of one event
        have the same one is as likely as 1 in 8,000; where it happens, the later guest gets another number.
        """
        number = FIRST_BLOCK + _SIZE * (int(laptop or "0", 16) % _BLOCKS)
        while number in self.in_blocks:
            number += 1
        return number


def is_accompanied(laptop: str, steps: Sequence[Step]) -> bool:
    """Whether another laptop wrote, on the last day of ``steps``, after this one had begun to.

    Where one laptop hands an event on to the next, all that the first wrote stands before.
    """
    begin = milliseconds_of(steps[-1].stands) - _DAY_MILLISECONDS if steps else 0
    is_other_seen = False
    for step in reversed(steps):
        if milliseconds_of(step.stands) < begin:
            break
        if step.entry.laptop != laptop:
            is_other_seen = True
        elif is_other_seen:
            return True
    return False


def renumbered(number: int, is_taken: Callable[[int], bool]) -> int:
    """The number of a guest who was listed as ``number``, which is somebody else's: 139 becomes 1,000,139.

    No laptop gives such numbers itself, and on paper the old one can still be read in it.
    """
    other = number + _MILLION
    while is_taken(other):
        other += _MILLION
    return other
