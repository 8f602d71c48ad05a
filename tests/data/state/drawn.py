"""Entries of any kind, drawn from what a kind says of its fields: a new kind is drawn without being named."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from random import Random
from typing import Any, get_args

import msgspec
from msgspec import inspect
from msgspec.structs import replace

from data.ledger.lines.record import Step
from data.model.entries.base import Happening
from data.model.entries.door import CheckedIn
from data.model.entries.event import FORMAT, EventChanged, EventCreated, Undone
from data.model.entries.guests import CardReplaced, GuestHappening
from data.model.entry import AnyHappening, Entry
from data.model.event import Event
from data.model.guest import Guest
from data.scanning.codes import new_code
from data.state.people.changes import is_about_known
from data.state.state import State
from tests.conftest import MORNING

KINDS: tuple[type[Happening], ...] = tuple(kind for kind in get_args(AnyHappening) if kind is not Undone)
"""Every kind but the undo itself."""
HIGHEST = 12
"""The highest guest number that an entry names; not every such guest need be on the list."""

_NAMED: dict[str, Callable[["Draw"], object]] = {
    "guest": lambda draw: draw.guest(),
    "to": lambda draw: draw.guest(),
    "before": lambda draw: draw.guest(),
    "household": lambda draw: draw.chance.choice([None, draw.guest()]),
    "guests": lambda draw: draw.guests(),
    "households": lambda draw: draw.chance.choice([(), draw.guests()]),
    "item": lambda draw: draw.chance.choice(draw.state.event.agenda).id,
    "gift": lambda draw: draw.chance.choice(draw.state.event.gifts).id,
    "handover": lambda draw: draw.one(draw.state.handovers.by_id),
    "doubt": lambda draw: draw.one(draw.state.agenda_progress.doubts),
    "note": lambda draw: draw.one([*draw.state.words.notes, *draw.state.words.spoken]),
    "paper": lambda draw: draw.chance.choice(["bien-ban", "danh-sach"]),
    "edition": lambda draw: draw.chance.randint(1, 3),
    "format": lambda draw: draw.chance.randint(1, FORMAT),
    "criterion": lambda draw: draw.chance.choice(["a", "b"]),
    "year": lambda draw: draw.chance.choice([2022, 2023]),
    "codes": lambda draw: tuple(draw.chance.sample(sorted(draw.state.by_code), 2)),
    "old": lambda draw: draw.chance.choice(sorted(draw.state.by_code)),
    "substitute": lambda draw: draw.chance.choice(["", "Hoa"]),
    "minutes": lambda draw: draw.chance.randint(-3, 9),
    "people": lambda draw: draw.chance.randint(1, 5),
}


class Draw:
    """Draws steps that could come next in ``state``, whose last entry was a moment ago."""

    def __init__(self, chance: Random, state: State) -> None:
        self.chance: Random = chance
        self.state: State = state
        self._count = len(state.steps)

    def step(self, kind: type[Happening]) -> Step:
        """A step of this kind, with the guest or the event that comes in its line."""
        fields = {field.name: self._value(field) for field in _fields(kind)}
        what: Any = kind(**fields)
        event = self._event() if kind in (EventCreated, EventChanged) else None
        brings = isinstance(what, GuestHappening) or (
            isinstance(what, CheckedIn) and what.channel == "walk-in"
        )
        return Step(self.entry(what), (self._changed(what),) if brings else (), event)

    def entry(self, what: AnyHappening) -> Entry:
        """An entry that comes half a minute to ten minutes after the one before."""
        last = self.state.steps[-1].entry
        later = self.chance.randint(30, 600)
        self._count += 1
        return Entry(
            id=f"{self._count:08}",
            at=last.at + timedelta(seconds=later),
            ticks=last.ticks + later,
            run=last.run,
            device=self.chance.choice(["cửa 1", "cửa 2"]),
            duty=self.chance.choice(["", "Lan"]),
            what=what,
        )

    def guest(self) -> int:
        return self.chance.randint(1, HIGHEST)

    def guests(self) -> tuple[int, ...]:
        return tuple(self.chance.sample(range(1, HIGHEST + 1), 3))

    def one(self, ids: Iterable[str]) -> str:
        """One of those that there are, or one that there is not."""
        return self.chance.choice([*ids, "nothing"])

    def _value(self, field: inspect.Field) -> object:
        if field.name == "before" and isinstance(field.type, inspect.StrType):
            return self.chance.choice([self.state.agenda_progress.holder, "nobody"])
        # Of a lost line ``before`` is a time, of a purge ``guests`` is how many.
        is_other = isinstance(
            field.type, {"before": inspect.UnionType, "guests": inspect.IntType}.get(field.name, ())
        )
        if field.name in _NAMED and not is_other:
            return _NAMED[field.name](self)
        return self._of(field.type)

    def _of(self, kind: inspect.Type) -> object:
        match kind:
            case inspect.StrType():
                return self.chance.choice(["", "một", "hai"])
            case inspect.IntType():
                return self.chance.randint(0, 9)
            case inspect.FloatType():
                return float(self.chance.randint(-60, 600))
            case inspect.BoolType():
                return self.chance.random() < 0.5
            case inspect.NoneType():
                return None
            case inspect.DateTimeType():
                return MORNING + timedelta(minutes=self.chance.randint(0, 300))
            case inspect.DateType():
                return MORNING.date() + timedelta(days=self.chance.randint(0, 2))
            case inspect.LiteralType(values=values):
                return self.chance.choice(values)
            case inspect.UnionType(types=kinds):
                return self._of(self.chance.choice(kinds))
            case inspect.VarTupleType(item_type=inner):
                return tuple(self._of(inner) for _ in range(self.chance.randint(1, 2)))
            case inspect.StructType(cls=cls):
                return cls(**{field.name: self._value(field) for field in _fields(cls)})
            case _:
                raise TypeError(f"an entry holds {kind}: say here how it is drawn")

    def _changed(self, what: AnyHappening) -> Guest:
        """A new guest, or one of the list with something changed; a new card only where it was replaced."""
        number = self._number_for(what)
        before = self.state.guests.get(number)
        household = self.chance.random() < 0.7
        code = new_code(self.state.event.number, number) if before is None else before.code
        return Guest(
            number=number,
            kind="household" if household else "delegate",
            name=self.chance.choice(["Lan", "Dũng"]),
            code=new_code(self.state.event.number, number) if isinstance(what, CardReplaced) else code,
            delegation="ho-gia-dinh" if household else "cap-uy-xa",
            hamlet=self.chance.choice(["xóm 1", "Xóm 01", "xóm 2"]) if household else "",
            withdrawn=self.chance.random() < 0.2,
        )

    def _number_for(self, what: AnyHappening) -> int:
        """A guest's number, or one that nobody ever had: a laptop gives none a second time."""
        number, guests = self.guest(), self.state.guests
        is_used = any(guest.number == number for step in self.state.steps for guest in step.guests)
        if is_about_known(what):
            return min(guests) if is_used and number not in guests else number
        is_same = number in guests and guests[number].code not in self._replacing()
        return number if is_same or not is_used else self.state.next_number

    def _replacing(self) -> set[str]:
        """The codes of cards that replaced others: such a step may be undone, and the code is nobody's."""
        steps = (step for step in self.state.steps if isinstance(step.entry.what, CardReplaced))
        return {guest.code for step in steps for guest in step.guests}

    def _event(self) -> Event:
        return replace(self.state.event, start=f"0{self.chance.randint(6, 9)}:00")


def _fields(kind: type[msgspec.Struct]) -> tuple[inspect.Field, ...]:
    about = inspect.type_info(kind)
    assert isinstance(about, inspect.StructType)
    return about.fields
