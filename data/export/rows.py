"""The attendance list: one row for each guest, the same in every file."""

from datetime import datetime

from msgspec import Struct

from data.export.workbook.cells import Value
from data.language import _
from data.messages.entries.door import relation_text
from data.messages.names import channel_name
from data.model.event import Event
from data.model.guest import Guest
from data.queries.people.counts import expected_guests
from data.state.people.attendance import Attendance
from data.state.state import State


class AttendanceRow(Struct, frozen=True, kw_only=True):
    """One guest as the exports show them; texts are ready for people, empty where nothing is known.

    ``people`` is None for who did not come and for delegates, who are counted by the head, so that
    the column adds up to the number of people that the screens show. ``group`` is named as on the
    screens, so that formulas can count it. ``arrived`` and ``left`` (early) are in UTC; ``invited``
    is false for who was put on the list at the door.
    """

    number: int
    kind: str
    name: str
    group: str
    title: str
    organisation: str
    came: bool
    arrived: datetime | None
    left: datetime | None
    who: str
    people: int | None
    channel: str
    duty: str
    invited: bool
    phone: str


def attendance_rows(state: State) -> list[AttendanceRow]:
    """A row for every guest on the list, by guest number."""
    guests = sorted(expected_guests(state), key=lambda guest: guest.number)
    return [_row(guest, state.present.get(guest.number), state) for guest in guests]


def attendance_headings(phones: bool = False) -> list[str]:
    """What stands above the columns of ``attendance_values``."""
    return [
        _("No."),
        _("Household or delegate"),
        _("Name"),
        _("Hamlet or delegation"),
        _("Title"),
        _("Organisation"),
        _("Came"),
        _("Time"),
        _("Who came"),
        _("People"),
        _("Checked in by"),
        _("On duty"),
        _("Left early"),
        _("Invited"),
        *([_("Phone")] if phones else []),
    ]


def attendance_values(row: AttendanceRow, phones: bool = False) -> list[Value]:
    """The cells of one row, in the order of ``attendance_headings``."""
    return [
        row.number,
        row.kind,
        row.name,
        row.group,
        row.title,
        row.organisation,
        came_word() if row.came else _("no"),
        row.arrived,
        row.who,
        row.people,
        row.channel,
        row.duty,
        row.left,
        came_word() if row.invited else walk_in_word(),
        *([row.phone] if phones else []),
    ]


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


def _row(guest: Guest, came: Attendance | None, state: State) -> AttendanceRow:
    hamlet = state.counters.hamlet_name(guest.hamlet)
    group = hamlet if guest.is_household else delegation_label(state.event, guest.delegation)
    return AttendanceRow(
        number=guest.number,
        kind=household_word() if guest.is_household else delegate_word(),
        name=guest.name,
        group=group,
        title=guest.title,
        organisation=guest.organisation,
        came=came is not None,
        arrived=came.at if came else None,
        left=came.left if came else None,
        who=_who(guest, came) if came else "",
        people=came.people if came and guest.is_household else None,
        channel=channel_name(came.channel) if came else "",
        duty=came.duty if came else "",
        invited=not guest.walk_in,
        phone=guest.phone,
    )


def _who(guest: Guest, came: Attendance) -> str:
    in_person = _("head of household") if guest.is_household else _("in person")
    return relation_text(came) or in_person
