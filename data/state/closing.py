"""Whether the event was put to rest: closed to further entries, its personal data taken out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
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
    OfLater,
    PersonalDataPurged,
    Undone,
)
from data.model.entry import Entry

_WORK = frozenset({"door", "stage", "gifts"})


@dataclass
class Rest:
    """``purged`` (UTC) is when personal data were last taken out.

    ``working`` are the laptops (their ids) at which guests came, gifts were given or the agenda ran;
    ``closed_by`` those that closed the event, or were given up by who closed it, and when (UTC). ``names``
    is how each laptop that wrote anything called itself last.
    """

    purged: datetime | None = None
    working: set[str] = field(default_factory=set)
    closed_by: dict[str, datetime] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    @property
    def closed(self) -> datetime | None:
        """Since when (UTC) nothing more is recorded on any laptop; None while one of them has not closed.

        Closing on one of several is word that its entries are all written; those of another may still come.
        """
        if not self.closed_by or ("" not in self.closed_by and self.missing):
            return None
        return next(reversed(self.closed_by.values()))

    @property
    def missing(self) -> set[str]:
        """The laptops that worked and have not closed: more entries of theirs may come."""
        return self.working - self.closed_by.keys()

    def closed_on(self, laptop: str) -> datetime | None:
        """Since when (UTC) the laptop with this id records nothing more; None while it does."""
        return self.closed_by.get(laptop) or self.closed

    def follow(self, entries: Sequence[Entry]) -> None:
        """Take in which laptops work, whatever entries say."""
        self.names.update({entry.laptop: entry.device for entry in entries if entry.laptop and entry.device})
        self.working.update({entry.laptop for entry in entries if entry.laptop and entry.what.area in _WORK})

    def apply(self, entry: Entry, what: AnyEventHappening) -> None:
        """Fold what happened to the event itself in."""
        match what:
            case EventClosed(without=without):
                for laptop in (*without, entry.laptop):
                    self.closed_by.pop(laptop, None)
                    self.closed_by[laptop] = entry.at
            case EventReopened():
                self.closed_by.clear()
            case PersonalDataPurged():
                self.purged = entry.at
            case (
                EventCreated()
                | EventChanged()
                | DayConfirmed()
                | Undone()
                | FormatRaised()
                | LedgerRepaired()
                | OfLater()
            ):
                pass
            case _:
                assert_never(what)
