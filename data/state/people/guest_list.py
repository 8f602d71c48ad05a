"""The list of guests and who of them came: the part of the state that the door changes."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import assert_never, cast, get_args

from msgspec.structs import replace

from data.ledger.lines.record import Step
from data.model.entries.door import (
    AnyDoor,
    CameAgain,
    CheckedIn,
    CheckInMoved,
    CheckInRemoved,
    GroupCheckedIn,
    LeftEarly,
    PartyChanged,
    ScanRefused,
)
from data.model.entries.event import EventCreated
from data.model.entries.guests import CardReplaced, GuestWithdrawn
from data.model.entry import Entry
from data.model.guest import Guest
from data.state.laptops.clashes import Clash
from data.state.people.attendance import Attendance, arrived, arrived_together, regrouped
from data.state.people.changes import changed, is_about_known
from data.state.people.counters import Counters
from data.state.people.number_meaning import Meanings

_DOOR = frozenset(get_args(AnyDoor))
"""A kind is looked up in a set: whether it is of a root's takes five times as long to ask, at every start."""


@dataclass
class GuestList:
    """Guests by number in the order they were listed, their cards, and who is present.

    ``by_code`` finds the guest of a valid card, ``replaced`` of one that is not valid any more, ``cancelled``
    of one that an undone entry gave or named; ``present`` holds who came, in the order of the check-ins, also
    those who went home early; ``counters`` is the count of both. ``puts`` goes up whenever a guest is put on
    the list or changed. ``meanings`` know whom a number means that two have, and which entry listed whom;
    ``withdrew`` holds which entry took a guest off, and the laptop that wrote it; ``lister`` is the laptop
    that brought the first (id, name); ``clashes`` what laptops did at once.
    """

    guests: dict[int, Guest] = field(default_factory=dict)
    by_code: dict[str, int] = field(default_factory=dict)
    present: dict[int, Attendance] = field(default_factory=dict)
    counters: Counters = field(default_factory=Counters)
    puts: int = field(default=0, compare=False)
    replaced: dict[str, int] = field(default_factory=dict)
    meanings: Meanings = field(default_factory=lambda: Meanings(set()), compare=False)
    cancelled: dict[str, int] = field(default_factory=dict, compare=False)
    withdrew: dict[int, tuple[str, str]] = field(default_factory=dict, compare=False)
    touched: dict[int, str] = field(default_factory=dict, compare=False)
    lister: tuple[str, str] | None = field(default=None, compare=False)
    clashes: list[Clash] = field(default_factory=list)

    def follow(self, steps: Iterable[Step], undone: Container[str]) -> list[Entry]:
        """Fold ``steps`` in, but for what the ``undone`` ids name; their entries as they are to be read."""
        meanings = self.meanings
        entries = []
        for step in steps:
            entry = step.entry
            counts = entry.id not in undone
            for guest in step.guests:
                if counts:
                    self.bring(guest, entry)
                else:
                    self.pass_over(guest, entry)
            if meanings.contested or entry.meant:
                entry = meanings.read(entry)
            entries.append(entry)
            if counts:
                what = entry.what
                if type(what) in _DOOR:
                    self.apply(entry, cast(AnyDoor, what))
                elif type(what) is CardReplaced:
                    self.replaced[what.old] = what.guest
                elif type(what) is EventCreated:
                    meanings.begin(entry.writer)
        return entries

    def bring(self, guest: Guest, entry: Entry) -> None:
        """Take a guest that ``entry`` brings onto the list, or what it changes of one that is known."""
        if self.lister is None:
            self.lister = entry.laptop, entry.device
        number = self._known(guest, entry)
        if number is None:
            self._list(guest, entry)
            return
        by_same = self.touched[number] == entry.writer
        now = changed(self.guests[number], guest, entry.what, by_same=by_same)
        self._put(self._kept_on(now, entry), entry)

    def is_begun_by(self, laptop: str, device: str) -> bool:
        """Whether the laptop with this id and name brought the first guest, or nobody has."""
        lister = self.lister
        return lister is None or laptop == lister[0] or (not lister[0] and device == lister[1])

    def pass_over(self, guest: Guest, entry: Entry) -> None:
        """What an undone ``entry`` brought: where it listed the guest, nobody is meant by the number; where
        it gave a new card, who wrote the code later still meant that guest."""
        number = self._known(guest, entry)
        if number is None:
            self.meanings.take_back(guest.number, entry, self.guests)
        else:
            self.cancelled[guest.code] = number

    def _known(self, guest: Guest, entry: Entry) -> int | None:
        """The number under which a guest that ``entry`` brings is known; None for one who is new.

        The card tells: two laptops may have listed two people under one number, but never with one code. Who
        corrects a guest knew one, whatever code they had by then.
        """
        code = guest.code
        number = self.by_code.get(code) or self.replaced.get(code) or self.cancelled.get(code)
        if number is None and is_about_known(entry.what):
            number = self.meanings.whose(guest.number, entry)
        return number if number in self.guests else None

    def _list(self, guest: Guest, entry: Entry) -> None:
        """Put a new guest on the list, under another number where a laptop that did not know of it gave it to
        somebody else."""
        first = self.meanings.origins.get(guest.number)
        is_new = not is_about_known(entry.what)
        number = self.meanings.give(guest.number, entry, self.guests, is_new=is_new)
        if first is not None and is_new:
            self.clashes.append(Clash(kind="number", first=first[0], second=entry.id, guest=number))
        self._put(guest if number == guest.number else replace(guest, number=number), entry)

    def _put(self, guest: Guest, entry: Entry) -> None:
        """Have ``guest`` on the list, in place of what was known of the same number before."""
        number = guest.number
        before, attendance = self.guests.get(number), self.present.get(number)
        if before is None:
            self.touched[number] = entry.writer
        else:
            self._take_off(before, attendance, guest, entry)
        if guest.withdrawn and (before is None or not before.withdrawn):
            self.withdrew[number] = entry.id, entry.writer
        self.puts += 1
        self.guests[number] = guest
        self.by_code[guest.code] = number
        self.counters.change(guest, attendance, 1)

    def _take_off(self, before: Guest, attendance: Attendance | None, now: Guest, entry: Entry) -> None:
        """Let go of what was known of a guest ``before`` ``entry``, by which it is another ``now``."""
        if (before.code, before.withdrawn) != (now.code, now.withdrawn):
            self.touched[now.number] = entry.writer
        self.by_code.pop(before.code, None)
        self.counters.change(before, attendance, -1)
        if before.code != now.code:
            self.replaced[before.code] = now.number

    def _kept_on(self, guest: Guest, entry: Entry) -> Guest:
        """The guest, still on the list where another laptop had let them in before they were taken off."""
        came = self.present.get(guest.number)
        if not isinstance(entry.what, GuestWithdrawn) or came is None or came.writer == entry.writer:
            return guest
        self.clashes.append(Clash(kind="withdrawn", first=came.entry, second=entry.id, guest=guest.number))
        return replace(guest, withdrawn=False)

    def apply(self, entry: Entry, happening: AnyDoor) -> None:
        """Fold one happening at the door in. What names a guest that is not on the list is nothing."""
        match happening:
            case CheckedIn(guest=number) as what:
                if number in self.guests:
                    self._come(number, arrived(entry, what), entry)
            case GroupCheckedIn(guests=numbers) as what:
                for number in numbers:
                    if number in self.guests:
                        self._come(number, arrived_together(entry, what), entry)
            case PartyChanged(guest=number) as what if number in self.present:
                self._set(number, regrouped(self.present[number], what))
            case LeftEarly(guest=number) if number in self.present:
                self._set(number, replace(self.present[number], left=entry.at))
            case CameAgain(guest=number) if number in self.present and not self.present[number].is_here:
                self._set(number, replace(self.present[number], left=None))
            case CheckInRemoved(guest=number) if number in self.present:
                self._set(number, None)
            case CheckInMoved(guest=number, to=other) if number in self.present:
                attendance = self.present[number]
                self._set(number, None)
                self._arrive(other, attendance)
            case PartyChanged() | LeftEarly() | CameAgain() | CheckInRemoved() | CheckInMoved():
                pass  # Of a guest who is not in: nothing.
            case ScanRefused():
                pass
            case _:
                assert_never(happening)

    def _come(self, number: int, attendance: Attendance, entry: Entry) -> None:
        """Let a guest in. Who is in by another laptop, which this one did not know, came again: the first
        counts, and both doors are told."""
        before, guest = self.present.get(number), self.guests[number]
        if before is not None and before.writer != attendance.writer:
            clash = Clash(kind="twice-in", first=before.entry, second=attendance.entry, guest=number)
            self.clashes.append(clash)
            if not before.is_here:
                self._set(number, replace(before, left=None))
        elif guest.withdrawn and before is None:
            off, writer = self.withdrew.get(number, ("", attendance.writer))
            if writer != attendance.writer:
                self.clashes.append(Clash(kind="withdrawn", first=attendance.entry, second=off, guest=number))
                self._put(replace(guest, withdrawn=False), entry)
        self._arrive(number, attendance)

    def _arrive(self, number: int, attendance: Attendance) -> None:
        if number in self.guests and number not in self.present:
            self._set(number, attendance)

    def _set(self, number: int, attendance: Attendance | None) -> None:
        guest, before = self.guests[number], self.present.get(number)
        if before is not None:
            self.counters.attend(guest, before, -1)
        if attendance is None:
            del self.present[number]
        else:
            self.counters.attend(guest, attendance, 1)
            self.present[number] = attendance
