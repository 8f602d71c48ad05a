"""Gifts: what was planned and given, and below it every handover, void ones with the reason."""

from collections.abc import Iterator

from data.export.workbook.book import Book
from data.export.workbook.cells import Formula, Value
from data.export.workbook.styles import CLOCK, MIDDLE, TEXT
from data.export.workbook.subject import Subject
from data.language import _
from data.messages.entries.gifts import receiver_text, returned_text
from data.messages.things import gift_text
from data.state.handovers import Handover
from data.state.state import State

_WIDTHS = (6, 30, 9, 10, 10, 10, 28, 28, 24, 24, 20)
_LOOKS = (MIDDLE, TEXT, MIDDLE, MIDDLE, CLOCK, MIDDLE, TEXT)


def fill_gifts(book: Book, subject: Subject) -> None:
    """The planned gifts with formulas that count the handovers below them."""
    state = subject.state
    sheet = book.sheet(_("Gifts"), _WIDTHS)
    sheet.headings([_("No."), _("Gift"), _("Unit"), _("Planned"), _("Given"), _("To give")])
    # Below the gifts stand an empty row, a title and the headings of the handovers.
    begin = sheet.next + len(state.handovers.listed(state.event)) + 3
    rows = [row for handover in state.handovers.by_id.values() for row in _handover(handover, state)]
    end = begin + len(rows) - 1
    sheet.table(_gifts(state, sheet.next, begin, end), [MIDDLE, TEXT, MIDDLE])
    sheet.skip()
    sheet.title(_("Handovers"))
    sheet.headings(
        [
            _("No."),
            _("Gift"),
            _("Unit"),
            _("Quantity"),
            _("Time"),
            _("Household"),
            _("Giver"),
            _("Receiver"),
            _("Witness"),
            _("Note"),
            _("Void because"),
        ]
    )
    sheet.table(rows, _LOOKS)
    if not rows:
        sheet.plain([_("Nothing was handed over.")])
    sheet.set_up_page(subject.heading)


def _gifts(state: State, first: int, begin: int, end: int) -> list[list[Value]]:
    rows: list[list[Value]] = []
    for place, gift in enumerate(state.handovers.listed(state.event)):
        row, given = first + place, state.handovers.given(gift.id)
        counted: Value = given
        if end >= begin:
            of_gift = f"($A${begin}:$A${end}=A{row})"
            standing = f'($K${begin}:$K${end}="")'
            counted = Formula(f"SUMPRODUCT({of_gift}*{standing}*$D${begin}:$D${end})", given)
        left = Formula(f"MAX(0,D{row}-E{row})", state.handovers.left(gift))
        planned = None if gift.unannounced else gift.quantity
        rows.append([place + 1, gift.name, gift.unit, planned, counted, left])
    return rows


def _handover(handover: Handover, state: State) -> Iterator[list[Value]]:
    """A row for each gift of the record; households whose share does not count stand in the note."""
    what, listed = handover.what, state.handovers.listed(state.event)
    for handed in what.gifts:
        gift = state.event.gift(handed.gift)
        yield [
            listed.index(gift) + 1 if gift in listed else None,
            gift_text(handed.gift, state),
            gift.unit if gift else "",
            handover.quantities.get(handed.gift, handed.quantity),
            handover.at,
            what.household,
            what.giver.text,
            receiver_text(what, state),
            what.witness.text if what.witness else "",
            "; ".join(filter(None, (what.note, returned_text(handover, state)))),
            handover.voided,
        ]
