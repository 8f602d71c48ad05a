"""Which households registered for which criterion of which year."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from msgspec import Struct

from data.model.entries.door import Channel
from data.model.entries.follow_up import AnyFollowUp, Registered, RegistrationWithdrawn
from data.model.entry import Entry

Key = tuple[str, int]
"""A criterion's id and a year."""


class Registration(Struct, frozen=True):
    """When a household registered (UTC), how, and who was on duty."""

    at: datetime
    channel: Channel
    duty: str = ""


@dataclass
class Registrations:
    """The fold of the registrations: for each criterion and year, by guest number, oldest first."""

    by_key: dict[Key, dict[int, Registration]] = field(default_factory=dict)

    def apply(self, entry: Entry, happening: AnyFollowUp) -> None:
        """Fold what happened in. A household that registers twice keeps its first time."""
        match happening:
            case Registered(criterion=criterion, year=year, guests=guests, channel=channel):
                registered = self.by_key.setdefault((criterion, year), {})
                for number in guests:
                    registered.setdefault(number, Registration(entry.at, channel, entry.duty))
            case RegistrationWithdrawn(criterion=criterion, year=year, guest=guest):
                self.by_key.get((criterion, year), {}).pop(guest, None)
            case _:
                assert_never(happening)

    def of(self, criterion: str, year: int) -> dict[int, Registration]:
        """The households registered for a criterion of a year, by guest number."""
        return self.by_key.get((criterion, year), {})

    def years(self) -> list[int]:
        """The years for which any household is registered, ascending."""
        return sorted({year for (_criterion, year), registered in self.by_key.items() if registered})
