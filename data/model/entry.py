"""One line of the day, and all the kinds of things that it can say happened.

An entry is never changed or deleted. Its id is a UUIDv7, unique across laptops, so ledgers can be
merged; nothing in it depends on its place in the file.
"""

from datetime import datetime

from msgspec import Struct

from data.model.entries.door import (
    CameAgain,
    CheckedIn,
    CheckInMoved,
    CheckInRemoved,
    GroupCheckedIn,
    LeftEarly,
    PartyChanged,
    ScanRefused,
)
from data.model.entries.event import (
    EventChanged,
    EventClosed,
    EventCreated,
    EventReopened,
    FormatRaised,
    LedgerRepaired,
    PersonalDataPurged,
    Undone,
)
from data.model.entries.follow_up import Registered, RegistrationWithdrawn
from data.model.entries.gifts import GiftRefused, HandedOver, HandoverVoided, PhotoAttached
from data.model.entries.guests import (
    CardReplaced,
    CardsPrinted,
    GuestAdded,
    GuestCorrected,
    GuestRestored,
    GuestWithdrawn,
    RosterImported,
)
from data.model.entries.papers import PaperMade, PaperPrinted, PaperSigned
from data.model.entries.stage import (
    Adjusted,
    Paused,
    Reinstated,
    Resumed,
    Shortened,
    Skipped,
    TimeInDoubt,
    TimesCorrected,
    TimeSettled,
    Went,
    WentBack,
)
from data.model.entries.words import (
    CheckTicked,
    CheckUnticked,
    Introduced,
    IntroductionMoved,
    NoteForMC,
    NoteSeen,
)

AnyHappening = (
    EventCreated
    | EventChanged
    | EventClosed
    | EventReopened
    | FormatRaised
    | LedgerRepaired
    | PersonalDataPurged
    | RosterImported
    | GuestAdded
    | GuestCorrected
    | GuestWithdrawn
    | GuestRestored
    | CardsPrinted
    | CheckedIn
    | CameAgain
    | ScanRefused
    | PartyChanged
    | GroupCheckedIn
    | CheckInMoved
    | CheckInRemoved
    | LeftEarly
    | CardReplaced
    | Went
    | WentBack
    | Paused
    | Resumed
    | Adjusted
    | Skipped
    | Reinstated
    | Shortened
    | TimesCorrected
    | TimeInDoubt
    | TimeSettled
    | HandedOver
    | HandoverVoided
    | PhotoAttached
    | GiftRefused
    | Registered
    | RegistrationWithdrawn
    | PaperMade
    | PaperPrinted
    | PaperSigned
    | Undone
    | Introduced
    | IntroductionMoved
    | CheckTicked
    | CheckUnticked
    | NoteForMC
    | NoteSeen
)


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the day.

    ``at`` is the wall clock in UTC; ``ticks`` the monotonic clock in seconds, comparable only with
    entries of the same ``run`` of the program; ``device`` the laptop; ``duty`` who was on duty.
    ``drift`` is how many seconds the wall clock had run away from the monotonic one since the run
    began: the laptop slept, or somebody set its clock.
    """

    id: str
    at: datetime
    ticks: float
    run: str
    device: str
    what: AnyHappening
    duty: str = ""
    drift: float = 0.0
