"""Which guests a person means by card numbers typed in one line, and what a sheet of them is called."""

from collections.abc import Iterable, Sequence
from zlib import crc32

from data.errors import Refused
from data.language import _
from data.model.guest import Guest
from data.plans import typed

SHEETS_NAME = "the-moi-a4.pdf"
AGAIN_NAME = "the-moi-a4-in-lai.pdf"
"""The sheets of the cards that were printed before they were changed, and only of those."""
SELECTIONS = "the-moi-a4-so-*.pdf"
_LONGEST_NAME = 48


def read_selection(text: str, guests: Sequence[Guest]) -> list[Guest]:
    """The ``guests`` that ``3, 7 12-20`` names by card number, each once, in the order of the numbers.

    A range takes whom it finds. Refused, naming the word, for one that is not understood, and for a
    number or a range that none of the guests has; refused too for nothing at all.
    """
    by_number = {guest.number: guest for guest in guests}
    wanted: set[int] = set()
    for span in typed.numbers(text):
        having = {number for number in by_number if number in span}
        if not having:
            told = str(span[0]) if len(span) == 1 else f"{span[0]}-{span[-1]}"
            raise Refused(_("There is no guest with number {number}.").format(number=told))
        wanted |= having
    if not wanted:
        raise Refused(_("Write card numbers, as in “3, 7, 12-20”."))
    return [by_number[number] for number in sorted(wanted)]


def sheets_name(guests: Iterable[Guest], everybody: Iterable[Guest]) -> str:
    """The file name of the sheets of these guests: one name for all of them, another for each selection.

    The same selection has the same name always, so nothing but itself drawn anew takes its place.
    """
    numbers = sorted({guest.number for guest in guests})
    if numbers == sorted({guest.number for guest in everybody}):
        return SHEETS_NAME
    told = "_".join(_ranges(numbers))
    if len(told) > _LONGEST_NAME:
        told = f"{len(numbers)}-the-{crc32(told.encode()):08x}"
    return SELECTIONS.replace("*", told)


def _ranges(numbers: Sequence[int]) -> list[str]:
    """``[3, 4, 5, 9]`` as ``003-005`` and ``009``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [f"{run[0]:03}" if len(run) == 1 else f"{run[0]:03}-{run[-1]:03}" for run in runs]
