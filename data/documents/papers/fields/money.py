"""What the event costs: gifts with their prices and the other expenses, planned and as it was given."""

from data.documents.papers.fields.event import money_words
from data.documents.papers.fields.values import Field, Gap, Table
from data.model.plan import Gift
from data.state.state import State

_COLUMNS = ("TT", "nội dung", "đơn vị tính", "số lượng", "đơn giá", "thành tiền")
_FIGURE_DOTS = 10
_EMPTY_ROWS = 4


def money_fields(state: State) -> dict[str, Field]:
    """The sums of both tables in figures and words; gaps while a price is not known."""
    return {"tổng dự trù": _total(state, given=False), "tổng thanh toán": _total(state, given=True)}


def money_tables(state: State) -> dict[str, Table]:
    """``dự trù``: what is planned; ``thanh toán``: what was handed over, at the same prices."""
    return {
        "dự trù": Table(_COLUMNS, tuple(_rows(state, given=False))),
        "thanh toán": Table(_COLUMNS, tuple(_rows(state, given=True))),
    }


def sum_of(number: int) -> str:
    """``1.500.000``."""
    return f"{number:,}".replace(",", ".")


def _lines(state: State, given: bool) -> list[tuple[str, str, int, int | None]]:
    """Name, unit, quantity and price of every line; None for a price that is not known."""
    event = state.event
    # What came unannounced was bought by others.
    gifts = [
        (gift.name, gift.unit, _quantity(gift, state, given), gift.price)
        for gift in event.gifts
        if not gift.unannounced
    ]
    others = [(one.name, one.unit, one.quantity, one.price) for one in event.paperwork.expenses]
    return [line for line in (*gifts, *others) if line[2] or not given]


def _quantity(gift: Gift, state: State, given: bool) -> int:
    return state.handovers.given(gift.id) if given else gift.quantity


def _rows(state: State, given: bool) -> list[tuple[Field, ...]]:
    rows: list[tuple[Field, ...]] = []
    for place, (name, unit, quantity, price) in enumerate(_lines(state, given), start=1):
        each: Field = Gap("đơn giá", _FIGURE_DOTS) if price is None else sum_of(price)
        whole: Field = Gap("thành tiền", _FIGURE_DOTS) if price is None else sum_of(quantity * price)
        rows.append((str(place), name, unit, str(quantity), each, whole))
    if not state.event.paperwork.expenses:
        empty = [""] * len(_COLUMNS)
        rows += [tuple(empty)] * _EMPTY_ROWS
    return rows


def _total(state: State, given: bool) -> Field:
    lines = _lines(state, given)
    known = [quantity * price for _name, _unit, quantity, price in lines if price is not None]
    if not lines or len(known) < len(lines):
        return Gap()
    return money_words(str(sum(known)))
