"""The state: what plan, guests and ledger add up to. Every screen, paper and export reads this."""

from bisect import bisect_left
from collections.abc import Iterable
from copy import copy
from datetime import datetime
from typing import assert_never

from msgspec.structs import replace

from data.ledger.record import Step
from data.model.entries.door import CheckedIn, DoorHappening
from data.model.entries.event import EventHappening, Undone
from data.model.entries.follow_up import FollowUpHappening
from data.model.entries.gifts import GiftHappening
from data.model.entries.guests import (
    AnyGuestHappening,
    CardReplaced,
    CardsPrinted,
    GuestAdded,
    GuestCorrected,
    GuestHappening,
    GuestRestored,
    GuestWithdrawn,
    RosterImported,
)
from data.model.entries.papers import PaperHappening
from data.model.entries.phones import PhoneHappening
from data.model.entries.stage import StageHappening
from data.model.entries.words import WordsHappening
from data.model.entry import Entry
from data.model.event import Event
from data.model.event_parts import with_parts
from data.model.guest import Guest
from data.state.clashes import Clash
from data.state.closing import Rest
from data.state.copied import copied
from data.state.days import DayDoubt, Days
from data.state.handovers import Handovers
from data.state.order import placed
from data.state.papers import Papers
from data.state.people.attendance import Attendance
from data.state.people.guest_list import GuestList
from data.state.people.numbers import FIRST_BLOCK, next_in_block
from data.state.people.registrations import Registrations
from data.state.phones import Phones, Requests
from data.state.stage.agenda_progress import AgendaProgress
from data.state.stage.spoken import Words
from data.state.strangers import Strangers

_BEHIND = 32
"""So many steps can be taken back one after another before everything has to be folded anew."""
_NOT_FOLDED = frozenset({"steps", "undone", "_highest", "_in_blocks", "_folds", "late", "_behind"})


def _stands(step: Step) -> str:
    return step.stands


class State:
    """The fold of the set of all steps in their order, kept up to date by ``add`` and ``take_in``.

    ``guests`` by number in the order they were listed; ``by_code`` finds the guest of a valid card,
    ``replaced`` the guest of a card that no longer is; ``printed`` the codes of the cards that
    somebody said were printed, ``drawn`` those and the ones that were drawn; ``present`` who came, by guest
    number in the order of the check-ins, also those who went home early; ``counters`` counts them;
    ``phones`` which are paired, ``requests`` what they sent;
    ``undone`` the ids of entries that count as never written; ``late`` how often steps came that stand before
    others that were here.

    Another state follows some steps behind (``settle``). Undo goes on from there, so that taking back one
    of 10,000 steps folds only the last ones anew.
    """

    def __init__(self, steps: Iterable[Step] = ()) -> None:
        self.steps: list[Step] = sorted(placed(steps), key=_stands)
        self._highest = 0
        self._in_blocks: set[int] = set()
        self._note_numbers(self.steps)
        self._folds = self.late = 0
        self._behind: State | None = None
        self.undone = {s.entry.what.entry for s in self.steps if isinstance(s.entry.what, Undone)}
        self._fold(len(self.steps) - _BEHIND)

    def add(self, step: Step) -> None:
        """Fold one more step in, in its place."""
        self.take_in((step,))

    def take_in(self, steps: Iterable[Step]) -> None:
        """Fold more steps in, each in its place, whenever they come; none of them is here already.

        What stands before the earliest of them, and before what they take back, is not folded anew where the
        state that follows has not come further.
        """
        fresh = sorted(placed(steps, self.latest), key=_stands)
        if not fresh:
            return
        self._note_numbers(fresh)
        first = self._place_of(fresh[0].stands)
        if first == len(self.steps):
            self.steps += fresh
        else:
            self.steps = sorted([*self.steps, *fresh], key=_stands)
            self.late += 1
        first = min(first, self._take_back(fresh))
        if first + len(fresh) >= len(self.steps):
            for step in fresh:
                self._pass(step)
            return
        self._folds += 1
        if self._behind is None or first < len(self._behind.steps):
            self._fold(first - _BEHIND)
        else:
            self._become(self._behind)
            for step in self.steps[len(self._behind.steps) :]:
                self._pass(step)

    @property
    def latest(self) -> str:
        """Where the last step stands; empty before the first."""
        return self.steps[-1].stands if self.steps else ""

    @property
    def entries(self) -> list[Entry]:
        """Every entry, undone ones too, oldest first."""
        return [step.entry for step in self.steps]

    @property
    def event(self) -> Event:
        """The event's present facts."""
        assert self._event is not None, "the first step of a ledger brings the event"
        return self._event

    def agrees_with(self, other: "State") -> bool:
        """Whether both hold the same steps and came to the same day, in whatever order they were folded."""
        own = {"_folds": 0, "late": 0, "_behind": None}
        return {**vars(self), **own} == {**vars(other), **own}

    def day_doubt(self, now: datetime) -> DayDoubt | None:
        """Why the laptop's date at ``now`` (UTC) is doubted; None when it is not, or the event is closed."""
        return self.days.doubt(self.event, now) if self.rest.closed is None else None

    def settle(self) -> None:
        """Make ready for an undo while nobody waits: a few microseconds for each step since the last time.

        Every undo is right without it, and takes the longer the more steps came since.
        """
        behind = self._behind
        while behind is not None and len(behind.steps) < len(self.steps) - _BEHIND:
            step = self.steps[len(behind.steps)]
            behind.steps.append(step)
            behind._pass(step)

    @property
    def list_version(self) -> tuple[int, int]:
        """Another value whenever a guest may have been put on the list, changed or taken off it."""
        return self._folds, self._roll.puts

    @property
    def next_number(self) -> int:
        """The lowest guest number above all of the list that were ever used, undone ones too."""
        return 1 + self._highest

    def next_number_of(self, laptop: str, device: str) -> int:
        """The number of the next guest whom the laptop with this id and name puts on the list.

        The one that began the list goes on with it. Every other has numbers of its own: the two may be apart,
        and one number must not be given to two people.
        """
        lister = self._roll.lister
        if lister is None or laptop == lister[0] or (not lister[0] and device == lister[1]):
            return self.next_number
        return next_in_block(laptop, self._in_blocks | self.guests.keys())

    def _note_numbers(self, steps: Iterable[Step]) -> None:
        """Remember which numbers were used by ``steps``."""
        for step in steps:
            for guest in step.guests:
                if guest.number >= FIRST_BLOCK:
                    self._in_blocks.add(guest.number)
                elif guest.number > self._highest:
                    self._highest = guest.number

    def _fold(self, behind: int) -> None:
        """Fold all steps anew; the state that follows has folded the first ``behind`` of them."""
        self._begin()
        behind = max(behind, 0)
        for step in self.steps[:behind]:
            self._pass(step)
        self._behind = copy(self)
        self._behind.steps, self._behind._behind = self.steps[:behind], None
        self._behind._become(self)
        for step in self.steps[behind:]:
            self._pass(step)

    def _take_back(self, fresh: Iterable[Step]) -> int:
        """Count what ``fresh`` steps take back as never written; the place of the first of it that was
        folded."""
        undone = {
            step.entry.what.entry for step in fresh if isinstance(step.entry.what, Undone)
        } - self.undone
        if not undone:
            return len(self.steps)
        self.undone |= undone
        left, place = len(undone), len(self.steps)
        for at in range(len(self.steps) - 1, -1, -1):
            if self.steps[at].entry.id in undone:
                left, place = left - 1, at
                if not left:
                    break
        return place

    def _place_of(self, stands: str) -> int:
        """How many steps stand before ``stands``."""
        if not self.steps or self.steps[-1].stands < stands:
            return len(self.steps)
        return bisect_left(self.steps, stands, key=_stands)

    def _become(self, other: "State") -> None:
        """Say what ``other`` says, of its steps."""
        vars(self).update(copied({k: v for k, v in vars(other).items() if k not in _NOT_FOLDED}))

    def _begin(self) -> None:
        self._event: Event | None = None
        self._roll = GuestList()
        self.guests: dict[int, Guest] = self._roll.guests
        self.by_code: dict[str, int] = self._roll.by_code
        self.present: dict[int, Attendance] = self._roll.present
        self.counters = self._roll.counters
        self.replaced: dict[str, int] = self._roll.replaced
        self.clashes: list[Clash] = self._roll.clashes
        self.printed: set[str] = set()
        self.drawn: set[str] = set()
        self.agenda_progress = AgendaProgress()
        self.handovers = Handovers()
        self.registrations = Registrations()
        self.words = Words()
        self.rest = Rest()
        self.days = Days()
        self.strangers = Strangers()
        self.papers = Papers()
        self.phones = Phones()
        self.requests = Requests()

    def _pass(self, step: Step) -> None:
        """Go on past ``step``, which does nothing where it was undone."""
        self.agenda_progress.move_on(step.entry)
        self.requests.note(step.entry)
        if step.entry.id not in self.undone:
            self._apply(step)
        elif isinstance(step.entry.what, GiftHappening):
            self.handovers.pass_over(step.entry.what)

    def _apply(self, step: Step) -> None:
        what = step.entry.what
        if step.event is not None:
            known = self._event if step.parts else None
            self._event = with_parts(known, step.event, step.parts) if known else step.event
        for guest in step.guests:
            number = self._roll.bring(guest, step.entry)
            if number != guest.number and isinstance(what, CheckedIn):
                what = replace(what, guest=number)
        self.days.apply(step.entry)
        self.rest.note(step.entry)
        match what:
            case DoorHappening():
                self._roll.apply(step.entry, what)
                self.strangers.apply(step.entry)
            case GuestHappening():
                self._apply_to_list(what)
            case StageHappening():
                self.agenda_progress.apply(step.entry, what)
            case FollowUpHappening():
                self.registrations.apply(step.entry, what)
            case GiftHappening():
                self.handovers.apply(step.entry, what)
            case EventHappening():
                self.rest.apply(step.entry, what)
            case WordsHappening():
                self.words.apply(step.entry, what)
            case PaperHappening():
                self.papers.apply(step.entry, what)
            case PhoneHappening():
                self.phones.apply(step.entry, what)
            case _:
                assert_never(what)

    def _apply_to_list(self, happening: AnyGuestHappening) -> None:
        match happening:
            case CardReplaced() as what:
                self.replaced[what.old] = what.guest
            case CardsPrinted() as what:
                self.drawn.update(what.codes)
                if not what.only_drawn:
                    self.printed.update(what.codes)
            case RosterImported() | GuestAdded() | GuestCorrected() | GuestWithdrawn() | GuestRestored():
                pass  # The guests themselves come in the same step.
            case _:
                assert_never(happening)
