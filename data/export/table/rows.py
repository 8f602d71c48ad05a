"""The attendance list: one row for each guest, the same in every file."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from data.export.table.cells import Value
from data.export.table.columns import Column, Columns
from data.export.table.styles import CLOCK, MIDDLE, TEXT
from data.language import N_, _
from data.messages.entries.door import relation_text
from data.messages.names import channel_name
from data.model.event import Event
from data.model.guest import Guest
from data.model.guest_facts import FACTS, FactName
from data.queries.people.counts import expected_guests
from data.state.people.attendance import Attendance
from data.state.state import State


class Listed(NamedTuple):
    """One guest on the list, and how they came; None when they did not."""

    guest: Guest
    came: Attendance | None
    state: State


class GuestColumn(Column, frozen=True):
    """A column of the attendance list; ``value`` is what it says of a guest, empty where nothing is known.

    ``masked`` columns are there only when asked for.
    """

    value: Callable[[Listed], Value]
    masked: bool = False


def attendance_columns(phones: bool = False) -> Columns[GuestColumn]:
    """The columns of the list, with telephone numbers only when ``phones`` asks for them."""
    return Columns({name: column for name, column in _COLUMNS.items() if phones or not column.masked})


def attendance_rows(state: State, columns: Columns[GuestColumn]) -> Iterator[list[Value]]:
    """The cells of every guest on the list, by guest number."""
    values = [column.value for column in columns.all]
    for guest in sorted(expected_guests(state), key=lambda guest: guest.number):
        one = Listed(guest, state.present.get(guest.number), state)
        yield [value(one) for value in values]


def delegation_label(event: Event, id: str) -> str:
    """What a delegation is called in the workbook: its short name, unless another one has the same."""
    delegation = event.delegation(id)
    if delegation is None:
        return id
    alike = [other for other in event.delegations if other.short.casefold() == delegation.short.casefold()]
    return delegation.short if len(alike) == 1 else f"{delegation.name} ({id})"


def household_word() -> str:
    """What the kind of a household's row is; formulas count it."""
    return _("household")


def delegate_word() -> str:
    """What the kind of a delegate's row is; formulas count it."""
    return _("delegate")


def walk_in_word() -> str:
    """What says that a guest came without being on the list; formulas count it."""
    return _("off the list")


def came_word() -> str:
    """What says that a guest came, or was invited; formulas count it."""
    return _("yes")


def _group(one: Listed) -> str:
    """As the screens name it, so that formulas can count it."""
    if one.guest.is_household:
        return one.state.counters.hamlet_name(one.guest.hamlet)
    return delegation_label(one.state.event, one.guest.delegation)


def _who(one: Listed) -> str:
    if one.came is None:
        return ""
    in_person = _("head of household") if one.guest.is_household else _("in person")
    return relation_text(one.came) or in_person


def _people(one: Listed) -> int | None:
    """None for delegates, who are counted by the head: so the column adds up to what the screens show."""
    return one.came.people if one.came and one.guest.is_household else None


def _of_fact(name: FactName) -> GuestColumn:
    fact = FACTS[name]
    look = MIDDLE if fact.holds == "number" else TEXT
    return GuestColumn(fact.label, fact.width, look, lambda one: getattr(one.guest, name), fact.masked)


_FACTS = {name: _of_fact(name) for name, fact in FACTS.items() if fact.width}
_COLUMNS: dict[str, GuestColumn] = {
    "number": GuestColumn(N_("No."), 6, MIDDLE, lambda one: one.guest.number),
    "kind": GuestColumn(
        N_("Household or delegate"),
        9,
        MIDDLE,
        lambda one: household_word() if one.guest.is_household else delegate_word(),
    ),
    "name": _FACTS.pop("name"),
    "group": GuestColumn(N_("Hamlet or delegation"), 18, TEXT, _group),
    **{name: column for name, column in _FACTS.items() if not column.masked},
    "came": GuestColumn(N_("Came"), 7, MIDDLE, lambda one: came_word() if one.came else _("no")),
    "arrived": GuestColumn(N_("Time"), 7, CLOCK, lambda one: one.came.at if one.came else None),
    "who": GuestColumn(N_("Who came"), 21, TEXT, _who),
    "people": GuestColumn(N_("People"), 8, MIDDLE, _people),
    "channel": GuestColumn(
        N_("Checked in by"), 12, TEXT, lambda one: channel_name(one.came.channel) if one.came else ""
    ),
    "duty": GuestColumn(N_("On duty"), 14, TEXT, lambda one: one.came.duty if one.came else ""),
    "left": GuestColumn(N_("Left early"), 7, CLOCK, lambda one: one.came.left if one.came else None),
    "invited": GuestColumn(
        N_("Invited"), 11, MIDDLE, lambda one: walk_in_word() if one.guest.walk_in else came_word()
    ),
    **{name: column for name, column in _FACTS.items() if column.masked},
}
