"""Reading the ledger back: which entries are about what, by area, channel and guest."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from msgspec import Struct

from data.ledger.lines.record import Step
from data.model.entries.base import Area
from data.model.entries.door import Channel
from data.model.entries.event import Undone
from data.model.entry import Entry
from data.model.guest import Guest
from data.state.state import State
from data.text.fold import fold

AnyArea = Area | Literal[""]
AREAS: tuple[Area, ...] = get_args(Area)

_DOOR_KEEPERS = "door_keepers"
"""The blank of the plans that names who receives the guests."""
_BETWEEN_NAMES = re.compile(r"[,;&+]|\bvà\b")


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
    return entry.what.area


def channels_in(state: State) -> list[Channel]:
    """The ways in that the ledger knows of, in the order in which they were first used."""
    found: Iterable[Channel | None] = (getattr(step.entry.what, "channel", None) for step in state.steps)
    return list(dict.fromkeys(channel for channel in found if channel is not None))


def duty_names(state: State) -> list[str]:
    """Who was on duty so far, the latest first; then who is to stand at the door by the event's blanks."""
    was = (step.entry.duty for step in reversed(state.steps))
    said = (blank.value for blank in state.event.blanks if blank.id == _DOOR_KEEPERS)
    planned = (name.strip() for text in said for name in _BETWEEN_NAMES.split(text))
    return list(dict.fromkeys(name for name in (*was, *planned) if name))


def guests_in(step: Step, state: State) -> frozenset[int]:
    """The numbers now of the guests that an entry is about, of whatever kind it is."""
    brought = {number_of(guest, state) for guest in step.guests}
    return state.as_read(step.entry).what.about() | brought


def is_about(step: Step, number: int, state: State) -> bool:
    """Whether the guest with this number now is one of ``guests_in``, told at a glance."""
    if number in state.as_read(step.entry).what.about():
        return True
    codes = {code for code, guest in state.replaced.items() if guest == number}
    if number in state.guests:
        codes.add(state.guests[number].code)
    return any(
        brought.code in codes or (brought.number == number and number_of(brought, state) == number)
        for brought in step.guests
    )


def number_of(brought: Guest, state: State) -> int:
    """The number now of a guest as some step brought them: their cards tell."""
    return state.by_code.get(brought.code) or state.replaced.get(brought.code) or brought.number


def undone_by(state: State, entry: str) -> Entry | None:
    """The entry that took this one back, if one did."""
    if entry not in state.undone:
        return None
    backward = (step.entry for step in reversed(state.steps))
    return next((one for one in backward if isinstance(one.what, Undone) and one.what.entry == entry), None)


class Log:
    """The ledger as it is searched: what each entry is about, worked out once for each."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._about: list[_About] = []
        self._late = state.late
        self._names: dict[int, str] = {}

    def find(self, wanted: LogFilter) -> list[int]:
        """The places in ``state.steps`` of the entries that fit, newest first. Undone ones count too."""
        self._catch_up()
        words = fold(wanted.text).split()
        guests = self._guests_named(words)
        newest_first = range(len(self._about) - 1, -1, -1)
        return [place for place in newest_first if self._fits(self._about[place], wanted, words, guests)]

    def _catch_up(self) -> None:
        if self._late != self._state.late:
            # A step of another laptop came between those that are known.
            self._about, self._late = [], self._state.late
        for step in self._state.steps[len(self._about) :]:
            self._names |= {number_of(guest, self._state): fold(guest.name) for guest in step.guests}
            self._about.append(_about(step, self._state))

    def _fits(self, about: "_About", wanted: LogFilter, words: list[str], guests: set[int]) -> bool:
        if wanted.channel and about.channel != wanted.channel:
            return False
        if wanted.area == "undone":
            if about.id not in self._state.undone and not about.takes_back:
                return False
        elif wanted.area and about.area != wanted.area:
            return False
        return not words or not guests.isdisjoint(about.guests) or all(word in about.said for word in words)

    def _guests_named(self, words: list[str]) -> set[int]:
        """Guests whose name has all the words, or whose number is the only one; undone ones too."""
        if not words:
            return set()
        if len(words) == 1 and words[0].isdecimal():
            return {int(words[0])}
        return {number for number, name in self._names.items() if all(word in name for word in words)}


class _About(NamedTuple):
    """What an entry can be found by."""

    id: str
    area: Area
    channel: Channel | None
    guests: frozenset[int]
    said: str
    takes_back: bool


def _about(step: Step, state: State) -> _About:
    entry = step.entry
    return _About(
        entry.id,
        area_of(entry),
        getattr(entry.what, "channel", None),
        guests_in(step, state),
        f"{fold(entry.duty)} {getattr(entry.what, 'code', '')}",
        isinstance(entry.what, Undone),
    )
