"""Whether the event was put to rest: closed to further entries, its personal data taken out."""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from data.model.entries.event import (
    AnyEventHappening,
    DayConfirmed,
    EventChanged,
    EventClosed,
    EventCreated,
    EventReopened,
    FormatRaised,
    LedgerRepaired,
    PersonalDataPurged,
    Undone,
)
from data.model.entry import Entry


@dataclass
class Rest:
    """``closed`` is since when nothing is recorded, None while entries are taken; ``purged`` when personal
    data were last taken out. Both in UTC."""

    closed: datetime | None = None
    purged: datetime | None = None

    def apply(self, entry: Entry, what: AnyEventHappening) -> None:
        """Fold what happened to the event itself in."""
        match what:
            case EventClosed():
                self.closed = entry.at
            case EventReopened():
                self.closed = None
            case PersonalDataPurged():
                self.purged = entry.at
            case (
                EventCreated()
                | EventChanged()
                | DayConfirmed()
                | Undone()
                | FormatRaised()
                | LedgerRepaired()
            ):
                pass
            case _:
                assert_never(what)
