"""The list of guests and who of them came: the part of the state that the door changes."""

from dataclasses import dataclass, field
from typing import assert_never

from msgspec.structs import replace

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
from data.model.entry import Entry
from data.model.guest import Guest
from data.state.people.attendance import Attendance, arrived, arrived_together, regrouped
from data.state.people.counters import Counters


@dataclass
class GuestList:
    """Guests by number in the order they were listed, their cards, and who is present.

    ``by_code`` finds the guest of a valid card; ``present`` holds who came, in the order of the
    check-ins, also those who went home early; ``counters`` is the count of both. ``puts`` goes up whenever
    a guest is put on the list or changed.
    """

    guests: dict[int, Guest] = field(default_factory=dict)
    by_code: dict[str, int] = field(default_factory=dict)
    present: dict[int, Attendance] = field(default_factory=dict)
    counters: Counters = field(default_factory=Counters)
    puts: int = field(default=0, compare=False)

    def put(self, guest: Guest) -> None:
        """Take ``guest`` onto the list, in place of what was known of the same number before."""
        self.puts += 1
        before = self.guests.get(guest.number)
        attendance = self.present.get(guest.number)
        if before is not None:
            self.by_code.pop(before.code, None)
            self.counters.change(before, attendance, -1)
        self.guests[guest.number] = guest
        self.by_code[guest.code] = guest.number
        self.counters.change(guest, attendance, 1)

    def apply(self, entry: Entry, happening: AnyDoor) -> None:
        """Fold one happening at the door in. What names a guest that is not on the list is nothing."""
        match happening:
            case CheckedIn() as what:
                self._arrive(what.guest, arrived(entry, what))
            case GroupCheckedIn() as what:
                for number in what.guests:
                    self._arrive(number, arrived_together(entry, what))
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

    def _arrive(self, number: int, attendance: Attendance) -> None:
        if number in self.guests and number not in self.present:
            self._set(number, attendance)

    def _set(self, number: int, attendance: Attendance | None) -> None:
        guest = self.guests[number]
        self.counters.change(guest, self.present.get(number), -1)
        self.counters.change(guest, attendance, 1)
        if attendance is None:
            del self.present[number]
        else:
            self.present[number] = attendance
