"""The state: what plan, guests and ledger add up to. Every screen, paper and export reads this."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from copy import copy
from datetime import datetime
from typing import assert_never, cast, get_args

from msgspec.structs import replace

from data.ledger.lines.record import Step
from data.model.entries.door import AnyDoor, DoorHappening
from data.model.entries.event import EventHappening, Undone
from data.model.entries.follow_up import FollowUpHappening
from data.model.entries.gifts import GiftHappening
from data.model.entries.guests import GuestHappening
from data.model.entries.papers import PaperHappening
from data.model.entries.phones import PhoneHappening
from data.model.entries.spoken import WordsHappening
from data.model.entries.stage import AnyStage, StageHappening
from data.model.entry import Entry
from data.model.event import Event
from data.model.event_parts import with_parts
from data.model.guest import Guest
from data.state.cards import Cards
from data.state.closing import Rest
from data.state.days import DayDoubt, Days
from data.state.handovers import Handovers
from data.state.laptops.clashes import Clash
from data.state.laptops.order import first_of, in_order, place_of
from data.state.papers import Papers
from data.state.people.attendance import Attendance
from data.state.people.guest_list import GuestList
from data.state.people.number_meaning import Meanings
from data.state.people.numbers import Numbers, is_accompanied
from data.state.people.registrations import Registrations
from data.state.phones import Phones, Requests
from data.state.stage.agenda_progress import AgendaProgress
from data.state.stage.spoken import Words
from data.state.state_copy import copied
from data.state.strange_cards import Strangers

_BEHIND = 32
"""So many steps can be taken back one after another before everything has to be folded anew."""
_STAGE = frozenset(get_args(AnyStage))
_FOLLOWED = _STAGE.union(get_args(AnyDoor))
"""Kinds that are followed by parts which go through all entries by themselves."""
_NOT_FOLDED = frozenset({"steps", "undone", "_numbers", "_folds", "late", "_behind"})


def _taken_back(steps: Iterable[Step]) -> set[str]:
    """The ids of the entries that ``steps`` take back."""
    return {what.entry for what in [step.entry.what for step in steps] if type(what) is Undone}


class State:
    """The fold of the set of all steps in their order, kept up to date by ``add`` and ``take_in``.

    ``guests`` by number in the order they were listed; ``by_code`` finds the guest of a valid card,
    ``replaced`` the guest of a card that no longer is; ``printed`` the codes of the cards that
    somebody said were printed, ``drawn`` those and the ones that were drawn; ``present`` who came, by guest
    number in the order of the check-ins, also those who went home early; ``counters`` counts them;
    ``phones`` which are paired, ``requests`` what they sent; ``undone`` the ids of entries that count as
    never written; ``read`` by id those whose guests have other numbers now than they say; ``late`` how often
    steps came that stand before others that were here.

    Another state follows some steps behind (``settle``). Undo goes on from there, so that taking back one
    of 10,000 steps folds only the last ones anew.
    """

    def __init__(self, steps: Iterable[Step] = ()) -> None:
        self.steps: list[Step] = in_order(steps)
        self._numbers = Numbers()
        self._numbers.note(self.steps)
        self._folds = self.late = 0
        self._behind: State | None = None
        self.undone = _taken_back(self.steps)
        self._fold(len(self.steps) - _BEHIND)

    def add(self, step: Step) -> None:
        """Fold one more step in, in its place."""
        self.take_in((step,))

    def take_in(self, steps: Iterable[Step]) -> None:
        """Fold more steps in, each in its place, whenever they come; none of them is here already.

        What stands before the earliest of them, and before what they take back, is not folded anew where the
        state that follows has not come further.
        """
        fresh = in_order(steps, self.latest)
        if not fresh:
            return
        if self._numbers.note(fresh):
            # Whom a number means is asked anew from the beginning.
            self._behind = None
        first = self._place_of(fresh[0].stands)
        if first == len(self.steps):
            self.steps += fresh
        else:
            self.steps = sorted([*self.steps, *fresh], key=place_of)
            self.late += 1
        first = min(first, self._take_back(fresh))
        if self._behind is not None and first + len(fresh) >= len(self.steps):
            self._pass(fresh)
            return
        self._folds += 1
        if self._behind is None or first < len(self._behind.steps):
            self._fold(first - _BEHIND)
        else:
            self._become(self._behind)
            self._pass(self.steps[len(self._behind.steps) :])

    def twin(self) -> "State":
        """The same state, which goes its own way from here."""
        twin = State.__new__(State)
        vars(twin).update(copied({**vars(self), "_behind": None}))
        if self._behind is not None:
            twin._behind = self._behind.twin()
            # Both go on by what is taken back from here.
            twin._behind.undone = twin.undone
        return twin

    def become(self, twin: "State") -> None:
        """Be what a ``twin`` has become since; it is not to be used any more."""
        vars(self).update(vars(twin))

    @property
    def latest(self) -> str:
        """Where the last step stands; empty before the first."""
        return self.steps[-1].stands if self.steps else ""

    @property
    def entries(self) -> list[Entry]:
        """Every entry as it is to be read, undone ones too, oldest first."""
        return [self.as_read(step.entry) for step in self.steps]

    def as_read(self, entry: Entry) -> Entry:
        """``entry`` with the numbers that its guests have now."""
        return self.read.get(entry.id, entry)

    def marked(self, entry: Entry) -> Entry:
        """``entry``, which is about to be recorded, saying whom it means where its numbers do not."""
        meant = self._roll.meanings.meant_by(entry.what, entry.writer)
        return replace(entry, meant=meant) if meant else entry

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
        if behind is not None:
            fresh = self.steps[len(behind.steps) : max(len(self.steps) - _BEHIND, 0)]
            behind.steps += fresh
            behind._pass(fresh)

    @property
    def list_version(self) -> tuple[int, int]:
        """Another value whenever a guest may have been put on the list, changed or taken off it."""
        return self._folds, self._roll.puts

    @property
    def next_number(self) -> int:
        """The lowest guest number above all of the list that were ever used, undone ones too."""
        return self._numbers.next

    def next_number_of(self, laptop: str, device: str, *, is_together: bool = False) -> int:
        """The number of the next guest whom the laptop with this id and name puts on the list; with
        ``is_together`` others are at work with it now."""
        if self._roll.is_begun_by(laptop, device) or not (is_together or is_accompanied(laptop, self.steps)):
            return self.next_number
        return self._numbers.next_in_block(laptop)

    def _fold(self, behind: int) -> None:
        """Fold all steps anew; the state that follows has folded the first ``behind`` of them."""
        self._begin()
        behind = max(behind, 0)
        self._pass(self.steps[:behind])
        self._behind = copy(self)
        self._behind.steps, self._behind._behind = self.steps[:behind], None
        self._behind._become(self)
        self._pass(self.steps[behind:])

    def _take_back(self, fresh: Iterable[Step]) -> int:
        """Count what ``fresh`` steps take back as never written; the place of the first of it that was
        folded."""
        undone = _taken_back(fresh) - self.undone
        if not undone:
            return len(self.steps)
        self.undone |= undone
        return first_of(undone, self.steps)

    def _place_of(self, stands: str) -> int:
        """How many steps stand before ``stands``."""
        if not self.steps or self.steps[-1].stands < stands:
            return len(self.steps)
        return bisect_left(self.steps, stands, key=place_of)

    def _become(self, other: "State") -> None:
        """Say what ``other`` says, of its steps."""
        vars(self).update(copied({k: v for k, v in vars(other).items() if k not in _NOT_FOLDED}))

    def _begin(self) -> None:
        self._event: Event | None = None
        self.read: dict[str, Entry] = {}
        self._roll = GuestList(meanings=Meanings(self._numbers.contested))
        self.guests: dict[int, Guest] = self._roll.guests
        self.by_code: dict[str, int] = self._roll.by_code
        self.present: dict[int, Attendance] = self._roll.present
        self.counters = self._roll.counters
        self.replaced: dict[str, int] = self._roll.replaced
        self.clashes: list[Clash] = self._roll.clashes
        self._cards = Cards()
        self.printed: set[str] = self._cards.printed
        self.drawn: set[str] = self._cards.drawn
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

    def _pass(self, steps: Sequence[Step]) -> None:
        """Go on past ``steps``; those that were undone do nothing.

        Each part of the state goes through all of them for itself, for none of them asks another.
        """
        undone = self.undone
        entries = self._roll.follow(steps, undone)
        pairs = list(zip(steps, entries, strict=True))
        self.read.update({entry.id: entry for step, entry in pairs if entry is not step.entry})
        self.requests.follow(entries)
        self._follow_stage(entries)
        counting = [entry for entry in entries if entry.id not in undone]
        self.days.follow(counting)
        self.rest.follow(counting)
        self.strangers.follow(counting)
        for step, entry in pairs:
            if type(entry.what) in _FOLLOWED and step.event is None:
                continue
            if entry.id not in undone:
                self._apply(step, entry)
            elif isinstance(entry.what, GiftHappening):
                self.handovers.pass_over(entry.what)

    def _follow_stage(self, entries: Iterable[Entry]) -> None:
        """Let the agenda run through ``entries``; undone ones move its time all the same."""
        progress, undone = self.agenda_progress, self.undone
        for entry in entries:
            progress.move_on(entry)
            if type(entry.what) in _STAGE and entry.id not in undone:
                progress.apply(entry, cast(AnyStage, entry.what))

    def _apply(self, step: Step, entry: Entry) -> None:
        """Fold in what ``step`` says; ``entry`` is its own as it is to be read."""
        if step.event is not None:
            known = self._event if step.parts else None
            self._event = with_parts(known, step.event, step.parts) if known else step.event
        match entry.what:
            case DoorHappening() | StageHappening():
                pass  # Their parts have followed all entries.
            case GuestHappening() as what:
                self._cards.apply(what)
            case FollowUpHappening() as what:
                self.registrations.apply(entry, what)
            case GiftHappening() as what:
                self.handovers.apply(entry, what)
            case EventHappening() as what:
                self.rest.apply(entry, what)
            case WordsHappening() as what:
                self.words.apply(entry, what)
            case PaperHappening() as what:
                self.papers.apply(entry, what)
            case PhoneHappening() as what:
                self.phones.apply(entry, what)
            case _ as never:
                assert_never(never)
