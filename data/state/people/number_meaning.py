"""Whom a guest number means: two laptops that were apart may have given one number to two people."""

from collections.abc import Container
from dataclasses import dataclass, field

from msgspec.structs import replace

from data.model.entry import AnyHappening, Entry, Meant
from data.state.people.numbers import renumbered

Listing = tuple[str, str, int]
"""Which entry put a guest on the list, which laptop wrote it, and the number that it gave."""


@dataclass
class Meanings:
    """What each laptop means by a number that was given more than once, and who has it now.

    A laptop means by a number the guest to whom it gave that number itself; else the one to whom the laptop
    did that made the event, of which every copy knows the beginning. In every other case the entry says
    which guest it means (``Entry.meant``), for only its writer knows whom it had heard of. So the meaning of
    an entry depends on it and on what stands before it, and not on when it came.

    ``founder`` is the laptop that made the event. ``contested`` are the numbers that were given twice in all
    the ledger; only of these ``own`` (by laptop and number given) and ``listed`` (by entry and number given)
    say under which number the guest is known now. ``origins`` are the listings by number now.
    """

    contested: set[int]
    founder: str = ""
    origins: dict[int, Listing] = field(default_factory=dict)
    own: dict[tuple[str, int], int] = field(default_factory=dict)
    listed: dict[tuple[str, int], int] = field(default_factory=dict)

    def begin(self, writer: str) -> None:
        """The laptop ``writer`` made the event; of several who say so, the first."""
        self.founder = self.founder or writer

    def whose(self, number: int, entry: Entry) -> int:
        """The number now of the guest whom ``entry`` calls ``number``; one that nobody has for a guest whose
        listing was undone."""
        for meant in entry.meant:
            if meant.number == number:
                return self._as_listed(meant)
        if number not in self.contested:
            return number
        own = self.own.get((entry.writer, number))
        return own if own is not None else self.own.get((self.founder, number), number)

    def read(self, entry: Entry) -> Entry:
        """``entry`` with the numbers that its guests have now; the same object where they are its own."""
        if not (self.contested or entry.meant):
            return entry
        what = entry.what.with_numbers(lambda number: self.whose(number, entry))
        return entry if what is entry.what else replace(entry, what=what)

    def meant_by(self, what: AnyHappening, writer: str) -> tuple[Meant, ...]:
        """What an entry of ``writer`` about ``what`` has to say for all laptops to know whom it means."""
        return tuple(
            Meant(number=number, listed=listed, was=was)
            for number in sorted(what.about())
            if (origin := self.origins.get(number)) is not None
            for listed, by, was in (origin,)
            if not self._is_plain(number, by, was, writer)
        )

    def give(self, number: int, entry: Entry, taken: Container[int], *, is_new: bool) -> int:
        """The number now of the guest whom ``entry`` lists as ``number``: another where that is somebody's.

        Who is not ``is_new`` was known to its writer, and the listing undone elsewhere: then it is the number
        by which all that speaks of the guest still means them.
        """
        now = number
        if number in self.contested:
            known = self.whose(number, entry)
            if not is_new and known not in taken:
                now = known
            elif number in taken:
                now = self._another(number, taken)
            self.own[entry.writer, number] = self.listed[entry.id, number] = now
        self.origins[now] = entry.id, entry.writer, number
        return now

    def take_back(self, number: int, entry: Entry, taken: Container[int]) -> None:
        """The listing of a guest as ``number`` was undone: nobody is meant by what else speaks of it."""
        if number in self.contested:
            nobody = self._another(number, taken)
            self.own[entry.writer, number] = self.listed[entry.id, number] = nobody

    def _another(self, number: int, taken: Container[int]) -> int:
        reserved = set(self.own.values())
        return renumbered(number, lambda other: other in taken or other in reserved)

    def _as_listed(self, meant: Meant) -> int:
        """A listing that is not known here was damaged and lost: then a later version is all that is left."""
        return self.listed.get((meant.listed, meant.was), meant.was)

    def _is_plain(self, number: int, by: str, was: int, writer: str) -> bool:
        """Whether every laptop reads ``number`` as ``writer`` means it."""
        if number != was:
            return False
        if by == writer:
            return self.own.get((writer, number), number) == number
        return by == self.founder and (writer, number) not in self.own
