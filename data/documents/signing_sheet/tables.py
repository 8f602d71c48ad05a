"""What stands in the lists: households in the order of the door, delegates in that of protocol."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from data.clock import hour_minute
from data.documents.signing_sheet import wording
from data.model.guest import Guest
from data.queries.addressing.office_held import office_held
from data.queries.addressing.protocol import by_protocol
from data.queries.people.counts import counts, expected_guests
from data.state.people.attendance import Attendance
from data.state.state import State
from data.text.cleaning.clean import clean
from data.text.fold import fold
from data.text.order import NameKey, name_key

_LAST = 1_000_000
_DIGITS = re.compile(r"([0-9]+)")
_WRITE_HERE = "." * 24


class Row(Struct, frozen=True, kw_only=True):
    """One guest: a text for each column. ``begins_group`` for the first of another xóm or delegation."""

    cells: tuple[str, ...]
    begins_group: bool = False


class Table(Struct, frozen=True, kw_only=True):
    """One list: its title, the line that counts it, the columns (heading, millimetres), and the rows."""

    title: str
    count: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[Row, ...]


def tables(state: State) -> list[Table]:
    """The list of households, then that of delegates if there are any."""
    households, delegates = households_at_the_door(state), delegates_by_protocol(state)
    number = counts(state)
    alike = Counter(fold(guest.name) for guest in households)
    made = [
        Table(
            title=wording.HOUSEHOLDS_TITLE,
            count=_count(
                wording.HOUSEHOLDS_COUNT,
                number.households_listed,
                number.households_invited_present,
                number.households_walk_ins,
            ),
            columns=wording.HOUSEHOLD_COLUMNS,
            rows=_rows(
                [
                    (
                        state.counters.hamlet_name(g.hamlet),
                        _household(g, state, alike[fold(g.name)] > 1),
                    )
                    for g in households
                ]
            ),
        )
    ]
    if delegates:
        made.append(
            Table(
                title=wording.DELEGATES_TITLE,
                count=_count(
                    wording.DELEGATES_COUNT,
                    number.delegates_listed,
                    number.delegates_invited_present,
                    number.delegates_walk_ins,
                ),
                columns=wording.DELEGATE_COLUMNS,
                rows=_rows([(g.delegation, _delegate(g, state)) for g in delegates]),
            )
        )
    return made


def _count(sentence: str, listed: int, present: int, walk_ins: int) -> str:
    """How many were invited and came; those who came without being invited are said where there are any."""
    said = sentence.format(listed=listed, present=present)
    return f"{said} {wording.WALK_INS_COUNT.format(walk_ins=walk_ins)}" if walk_ins else said


def households_at_the_door(state: State) -> list[Guest]:
    """Households by xóm ("xóm 2" before "xóm 10"), then as the roster numbers them, then by name."""
    hamlet = state.counters.hamlet_name
    return sorted(
        (guest for guest in expected_guests(state) if guest.is_household),
        key=lambda g: (
            _hamlet_key(hamlet(g.hamlet)),
            _LAST if g.order is None else g.order,
            name_key(g.name),
        ),
    )


def delegates_by_protocol(state: State) -> list[Guest]:
    """Delegates in the order of protocol, and then as they are listed."""
    delegates = (guest for guest in expected_guests(state) if not guest.is_household)
    return by_protocol(delegates, state.event)


def printable(text: str) -> str:
    """``text`` without joiners and direction marks, which have no shape and would be drawn as boxes."""
    return "".join(letter for letter in clean(text) if unicodedata.category(letter) != "Cf")


def _hamlet_key(hamlet: str) -> tuple[bool, list[tuple[int, NameKey]]]:
    parts = _DIGITS.split(clean(hamlet).casefold())
    key = [(int(part[:9]) if part.isdecimal() else -1, name_key(part)) for part in parts if part.strip()]
    return not key, key


def _rows(guests: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[Row, ...]:
    rows = []
    before = guests[0][0] if guests else ""
    for place, (group, cells) in enumerate(guests, start=1):
        texts = tuple(printable(text) for text in (str(place), *cells))
        rows.append(Row(cells=texts, begins_group=group != before))
        before = group
    return tuple(rows)


def _household(guest: Guest, state: State, is_alike: bool) -> tuple[str, ...]:
    """A row of a list; the name in daily use stands there only to tell namesakes apart."""
    came = state.present.get(guest.number)
    name = f"{_name(guest)} ({guest.nickname})" if guest.nickname and is_alike else _name(guest)
    year = str(guest.birth_year) if guest.birth_year else ""
    who, when = (_who(came), hour_minute(came.at)) if came else ("", "")
    # The door's notes are not for the eyes of everybody who signs: the last column is to write in.
    return f"{guest.number:03d}", name, year, state.counters.hamlet_name(guest.hamlet), who, when, "", ""


def _who(came: Attendance) -> str:
    who = came.substitute or came.relation or wording.HEAD_CAME
    if came.substitute and came.relation:
        who = f"{came.substitute} ({came.relation})"
    return f"{who}, {wording.MORE_PEOPLE.format(people=came.people)}" if came.people > 1 else who


def _delegate(guest: Guest, state: State) -> tuple[str, ...]:
    title, organisation = office_held(guest, state.event)
    came = state.present.get(guest.number)
    name = f"{_name(guest)} ({came.substitute})" if came and came.substitute else _name(guest)
    return f"{guest.number:03d}", name, title, organisation, hour_minute(came.at) if came else "", ""


def _name(guest: Guest) -> str:
    has_letters = any(unicodedata.category(letter)[0] not in "CMZ" for letter in guest.name)
    return guest.name if has_letters else _WRITE_HERE
