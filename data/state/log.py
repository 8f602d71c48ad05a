"""Reading the ledger back: which entries are about what, by area, channel and guest."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from data.model.entry import Entry
from data.model.happenings.door import Channel, DoorHappening, ScanRefused
from data.model.happenings.event import Undone
from data.model.happenings.gifts import GiftHappening
from data.model.happenings.guests import GuestHappening
from data.model.happenings.stage import StageHappening
from data.state.state import State
from data.state.step import Step
from data.text.fold import fold

Area = Literal["door", "refused", "stage", "gifts", "list", "event", "undone"]
AnyArea = Area | Literal[""]
AREAS: tuple[Area, ...] = ("door", "refused", "stage", "gifts", "list", "event", "undone")


class LogFilter(Struct, frozen=True, kw_only=True):
    """What to look for; an empty field lets everything through.

    ``text`` is part of a guest's name (marks need not be typed), a guest number, digits of a refused
    card, or who was on duty.
    """

    area: AnyArea = ""
    channel: Channel | Literal[""] = ""
    text: str = ""


def area_of(entry: Entry) -> Area:
    """Which part of the day an entry belongs to."""
    match entry.what:
        case ScanRefused():
            return "refused"
        case DoorHappening():
            return "door"
        case StageHappening():
            return "stage"
        case GiftHappening():
            return "gifts"
        case GuestHappening():
            return "list"
    return "event"


def channels_in(state: State) -> list[Channel]:
    """The ways in that the ledger knows of, in the order in which they were first used."""
    found: Iterable[Channel | None] = (getattr(step.entry.what, "channel", None) for step in state.steps)
    return list(dict.fromkeys(channel for channel in found if channel is not None))


def duty_names(state: State) -> list[str]:
    """Who was on duty so far, the latest first."""
    return list(dict.fromkeys(step.entry.duty for step in reversed(state.steps) if step.entry.duty))


def guests_in(step: Step) -> set[int]:
    """The numbers of the guests that an entry is about, of whatever kind it is."""
    what = step.entry.what
    named = {getattr(what, field, None) for field in ("guest", "household", "to")}
    listed = getattr(what, "guests", ())
    numbers = {number for number in (*named, *listed) if isinstance(number, int)}
    return numbers | {guest.number for guest in step.guests}


def find_entries(state: State, wanted: LogFilter) -> list[int]:
    """The places in ``state.steps`` of the entries that fit, newest first. Undone ones count too."""
    words = fold(wanted.text).split()
    guests = _guests_named(state, words) if words else set()
    return [
        place
        for place in range(len(state.steps) - 1, -1, -1)
        if _fits(state, state.steps[place], wanted, words, guests)
    ]


def undone_by(state: State, entry: str) -> Entry | None:
    """The entry that took this one back, if one did."""
    if entry not in state.undone:
        return None
    backward = (step.entry for step in reversed(state.steps))
    return next((one for one in backward if isinstance(one.what, Undone) and one.what.entry == entry), None)


def _fits(state: State, step: Step, wanted: LogFilter, words: list[str], guests: set[int]) -> bool:
    entry = step.entry
    if wanted.channel and getattr(entry.what, "channel", "") != wanted.channel:
        return False
    if wanted.area == "undone":
        if entry.id not in state.undone and not isinstance(entry.what, Undone):
            return False
    elif wanted.area and area_of(entry) != wanted.area:
        return False
    return not words or bool(guests & guests_in(step)) or _is_said(entry, words)


def _is_said(entry: Entry, words: list[str]) -> bool:
    told = f"{fold(entry.duty)} {getattr(entry.what, 'code', '')}"
    return all(word in told for word in words)


def _guests_named(state: State, words: list[str]) -> set[int]:
    """Guests whose name has all the words, or whose number is the only one; undone ones too."""
    if len(words) == 1 and words[0].isdecimal():
        return {int(words[0])}
    known = {guest.number: guest for step in state.steps for guest in step.guests}
    return {number for number, guest in known.items() if all(word in fold(guest.name) for word in words)}
