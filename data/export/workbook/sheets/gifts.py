"""Gifts: what was planned and given, and below it every handover, void ones with the reason."""

from collections.abc import Iterator

from data.export.table.cells import Formula, Value
from data.export.table.columns import Column, Columns
from data.export.table.styles import CLOCK, MIDDLE, TEXT
from data.export.workbook.book import Book
from data.export.workbook.subject import Subject
from data.language import N_, _
from data.messages.entries.gifts import person_text, receiver_text, returned_text
from data.messages.things import gift_text
from data.state.handovers import Handover
from data.state.state import State

_PLANNED = {
    "number": Column(N_("No."), 6, MIDDLE),
    "gift": Column(N_("Gift"), 30, TEXT),
    "unit": Column(N_("Unit"), 9, MIDDLE),
    "planned": Column(N_("Planned"), 10, MIDDLE),
    "given": Column(N_("Given"), 10, MIDDLE),
    "left": Column(N_("To give"), 10, MIDDLE),
}
_HANDED = {
    "number": Column(N_("No."), 6, MIDDLE),
    "gift": Column(N_("Gift"), 30, TEXT),
    "unit": Column(N_("Unit"), 9, MIDDLE),
    "quantity": Column(N_("Quantity"), 10, MIDDLE),
    "time": Column(N_("Time"), 10, CLOCK),
    "household": Column(N_("Household"), 10, MIDDLE),
    "giver": Column(N_("Giver"), 28, TEXT),
    "receiver": Column(N_("Receiver"), 28, TEXT),
    "witness": Column(N_("Witness"), 24, TEXT),
    "note": Column(N_("Note"), 24, TEXT),
    "void": Column(N_("Void because"), 20, TEXT),
}


def fill_gifts(book: Book, subject: Subject) -> None:
    """The planned gifts with formulas that count the handovers below them."""
    state = subject.state
    planned, handed = Columns(_PLANNED), Columns(_HANDED)
    sheet = book.sheet(_("Gifts"), handed.widths)
    sheet.headings(planned.headings())
    # Below the gifts stand an empty row, a title and the headings of the handovers.
    begin = sheet.next + len(state.handovers.listed(state.event)) + 3
    rows = [
        handed.row(row) for handover in state.handovers.by_id.values() for row in _handover(handover, state)
    ]
    counted = (begin, begin + len(rows) - 1)
    sheet.table(map(planned.row, _gifts(state, sheet.next, planned, handed, counted)), planned.looks)
    sheet.skip()
    sheet.title(_("Handovers"))
    sheet.headings(handed.headings())
    sheet.table(rows, handed.looks)
    if not rows:
        sheet.plain([_("Nothing was handed over.")])
    sheet.set_up_page(subject.heading)


def _gifts(
    state: State, first: int, planned: Columns[Column], handed: Columns[Column], counted: tuple[int, int]
) -> Iterator[dict[str, Value]]:
    """A row for each gift, from row ``first``; the handovers stand in the rows ``counted``, first to last."""

    def below(column: str) -> str:
        letter = handed[column]
        return f"${letter}${counted[0]}:${letter}${counted[1]}"

    for place, gift in enumerate(state.handovers.listed(state.event)):
        row, given = first + place, state.handovers.given(gift.id)
        number, total, so_far = (f"{planned[column]}{row}" for column in ("number", "planned", "given"))
        standing = f'({below("number")}={number})*({below("void")}="")*{below("quantity")}'
        yield {
            "number": place + 1,
            "gift": gift.name,
            "unit": gift.unit,
            "planned": None if gift.unannounced else gift.quantity,
            "given": Formula(f"SUMPRODUCT({standing})", given) if counted[1] >= counted[0] else given,
            "left": Formula(f"MAX(0,{total}-{so_far})", state.handovers.left(gift)),
        }


def _handover(handover: Handover, state: State) -> Iterator[dict[str, Value]]:
    """A row for each gift of the record; households whose share does not count stand in the note."""
    what, listed = handover.what, state.handovers.listed(state.event)
    for handed in what.gifts:
        gift = state.event.gift(handed.gift)
        yield {
            "number": listed.index(gift) + 1 if gift in listed else None,
            "gift": gift_text(handed.gift, state),
            "unit": gift.unit if gift else "",
            "quantity": handover.quantities.get(handed.gift, handed.quantity),
            "time": handover.at,
            "household": what.household,
            "giver": person_text(what.giver),
            "receiver": receiver_text(what, state),
            "witness": person_text(what.witness) if what.witness else "",
            "note": "; ".join(filter(None, (what.note, returned_text(handover, state)))),
            "void": handover.voided,
        }
