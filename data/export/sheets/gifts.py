"""Gifts: what was planned and given, and below it every handover, void ones with the reason."""

from data.export.book import Book
from data.export.cells import Formula, Value
from data.export.looks import CLOCK, MIDDLE, TEXT
from data.export.subject import Subject
from data.language import _
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
    begin = sheet.next + len(state.event.gifts) + 3
    end = begin + len(state.handovers.by_id) - 1
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
    sheet.table((_handover(handover, state) for handover in state.handovers.by_id.values()), _LOOKS)
    if not state.handovers.by_id:
        sheet.plain([_("Nothing was handed over.")])
    sheet.set_up_page(subject.heading)


def _gifts(state: State, first: int, begin: int, end: int) -> list[list[Value]]:
    rows: list[list[Value]] = []
    for place, gift in enumerate(state.event.gifts):
        row, given = first + place, state.handovers.given(gift.id)
        counted: Value = given
        if end >= begin:
            of_gift = f"($A${begin}:$A${end}=A{row})"
            standing = f'($K${begin}:$K${end}="")'
            counted = Formula(f"SUMPRODUCT({of_gift}*{standing}*$D${begin}:$D${end})", given)
        left = Formula(f"MAX(0,D{row}-E{row})", max(0, gift.quantity - given))
        rows.append([place + 1, gift.name, gift.unit, gift.quantity, counted, left])
    return rows


def _handover(handover: Handover, state: State) -> list[Value]:
    what = handover.what
    gift = state.event.gift(what.gift)
    return [
        state.event.gifts.index(gift) + 1 if gift else None,
        gift.name if gift else what.gift,
        gift.unit if gift else "",
        what.quantity,
        handover.at,
        what.household,
        what.giver,
        what.receiver,
        what.witness,
        what.note,
        handover.voided,
    ]
