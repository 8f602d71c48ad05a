"""What happened to the event itself, in words."""

from typing import assert_never

from data.language import _
from data.messages.warnings.repair import repaired_text
from data.model.entries.event import (
    DayConfirmed,
    EventChanged,
    EventClosed,
    EventCreated,
    EventReopened,
    FormatRaised,
    LedgerRepaired,
    OfLater,
    PersonalDataPurged,
)
from data.text import counted


def describe_event(
    what: EventCreated
    | FormatRaised
    | LedgerRepaired
    | EventChanged
    | EventClosed
    | EventReopened
    | DayConfirmed
    | PersonalDataPurged
    | OfLater,
) -> str:
    """One sentence for a change of the event (undos are told by ``log.describe``)."""
    match what:
        case EventCreated():
            return _("Event created")
        case EventChanged():
            return _("Event edited: {what}").format(what=what.what)
        case EventClosed():
            return _("Event closed")
        case EventReopened():
            return _("Event reopened")
        case DayConfirmed(day=day):
            return _("The laptop's date is right: {day}").format(day=f"{day:%d/%m/%Y}")
        case FormatRaised():
            return _("From here on in format {number} of the ledger").format(number=what.format)
        case OfLater(name=name):
            return _("An entry that only a newer version understands ({kind}); it is kept").format(kind=name)
        case LedgerRepaired():
            return repaired_text(what)
        case PersonalDataPurged():
            told = _("Personal data of {guests} deleted, and {files}").format(
                guests=counted.guests(what.guests), files=counted.files(what.files)
            )
            copies = _("Copies elsewhere deleted: {count}.").format(count=what.copies)
            return f"{told}. {copies}" if what.copies else told
    assert_never(what)
