"""Every entry of the ledger as one sentence: for the log on screen and in exports."""

from typing import assert_never

from data.language import _
from data.messages.entries.door import describe_door
from data.messages.entries.event import describe_event
from data.messages.entries.follow_up import describe_follow_up
from data.messages.entries.gifts import describe_gifts
from data.messages.entries.guests import describe_guests
from data.messages.entries.papers import describe_papers
from data.messages.entries.phones import describe_phones
from data.messages.entries.spoken import describe_words
from data.messages.entries.stage import describe_stage
from data.model.entries.door import CameAgain, Channel, CheckedIn, DoorHappening, GroupCheckedIn, ScanRefused
from data.model.entries.event import EventHappening, Undone
from data.model.entries.follow_up import FollowUpHappening
from data.model.entries.gifts import GiftHappening, GiftRefused, HandedOver
from data.model.entries.guests import GuestHappening
from data.model.entries.papers import PaperHappening
from data.model.entries.phones import PhoneHappening
from data.model.entries.spoken import WordsHappening
from data.model.entries.stage import StageHappening
from data.model.entry import Entry
from data.state.state import State


def channel_of(entry: Entry) -> Channel | None:
    """How a scan or check-in reached the program; None for entries of other kinds."""
    what = entry.what
    if isinstance(what, GiftRefused) or (isinstance(what, HandedOver) and what.households):
        return "gift-desk"
    return what.channel if isinstance(what, CheckedIn | CameAgain | GroupCheckedIn | ScanRefused) else None


def describe(entry: Entry, state: State) -> str:
    """What happened, in one sentence of the screen's language.

    Guests, items and gifts are named as ``state`` knows them, undone ones too. Never raises: what
    nobody knows any more shows as its number or id.
    """
    entry = state.as_read(entry)
    match entry.what:
        case Undone(entry=id):
            return _("Undone: {what}").format(what=_undone(id, state))
        case EventHappening() as what:
            return describe_event(what)
        case GuestHappening() as what:
            return describe_guests(what, state)
        case DoorHappening() as what:
            return describe_door(what, state)
        case StageHappening() as what:
            return describe_stage(what, state)
        case FollowUpHappening() as what:
            return describe_follow_up(what, state)
        case GiftHappening() as what:
            return describe_gifts(what, state)
        case WordsHappening() as what:
            return describe_words(what, state)
        case PaperHappening() as what:
            return describe_papers(what, state)
        case PhoneHappening() as what:
            return describe_phones(what, state)
    assert_never(entry.what)


def _undone(id: str, state: State) -> str:
    undone = next((step.entry for step in reversed(state.steps) if step.entry.id == id), None)
    # Nothing takes back an undo; a ledger that says so might go round in a circle.
    if undone is None or isinstance(undone.what, Undone):
        return _("an earlier step")
    return describe(undone, state)
