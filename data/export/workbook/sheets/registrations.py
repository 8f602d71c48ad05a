"""Which households registered for which yearly criterion. Why one did not is nowhere recorded."""

from data.export.table.cells import Formula, Value, quoted
from data.export.table.columns import column_letter
from data.export.table.styles import DATE, MIDDLE, TEXT
from data.export.workbook.book import Book
from data.export.workbook.subject import Subject
from data.language import _
from data.state.people.registrations import Key
from data.state.state import State

_MARK = "✔"
_FIRST = 4
"""The column of the first criterion: before it stand number, name and hamlet."""


def fill_registrations(book: Book, subject: Subject) -> None:
    """A row for each household that registered, a column for each criterion and year, totals below."""
    state = subject.state
    keys = _keys(state)
    sheet = book.sheet(_("Registrations"), (7, 30, 16, *([24] * max(1, len(keys))), 14))
    sheet.headings(
        [_("No."), _("Householder"), _("Hamlet"), *(_heading(state, key) for key in keys), _("First on")]
    )
    numbers = sorted({number for key in keys for number in state.registrations.of(*key)})
    looks = [MIDDLE, TEXT, TEXT, *[MIDDLE] * max(1, len(keys)), DATE]
    first, last = sheet.table((_row(state, keys, number) for number in numbers), looks)
    if numbers:
        totals = [_total(state, key, _FIRST + place, first, last) for place, key in enumerate(keys)]
        sheet.total(["", _("Total"), "", *totals, ""], looks)
    else:
        sheet.plain([_("No household has registered yet.")])
    sheet.set_up_page(subject.heading, repeated=1, portrait=len(keys) <= 2)


def _keys(state: State) -> list[Key]:
    """Criteria in the plan's order, for every year in which a household registered."""
    years = state.registrations.years()
    return [(criterion.id, year) for year in years for criterion in state.event.criteria]


def _heading(state: State, key: Key) -> str:
    criterion = state.event.criterion(key[0])
    return f"{criterion.short if criterion else key[0]} {key[1]}"


def _row(state: State, keys: list[Key], number: int) -> list[Value]:
    guest = state.guests.get(number)
    found = [state.registrations.of(*key).get(number) for key in keys]
    earliest = min(registration.at for registration in found if registration is not None)
    return [
        number,
        guest.name if guest else "",
        state.counters.hamlet_name(guest.hamlet) if guest else "",
        *(_MARK if registration else "" for registration in found),
        earliest,
    ]


def _total(state: State, key: Key, column: int, first: int, last: int) -> Value:
    letter = column_letter(column)
    return Formula(
        f"COUNTIF({letter}{first}:{letter}{last},{quoted(_MARK)})", len(state.registrations.of(*key))
    )
