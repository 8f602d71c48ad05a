"""What the event costs: gifts with their prices and the other expenses, planned and as it was given."""

from data.documents.papers.fields.event import blank_label, money_words
from data.documents.papers.fields.values import Field, Gap, Table
from data.model.plan import Gift
from data.state.state import State
from data.text.typed.numbers.amount import is_money
from data.text.typed.numbers.money import read_money

_COLUMNS = ("TT", "nội dung", "đơn vị tính", "số lượng", "đơn giá", "thành tiền")
_FIGURE_DOTS = 10
_EMPTY_ROWS = 4


def money_fields(state: State) -> dict[str, Field]:
    """The sums of both tables in figures and words, with what they leave out for want of a price; gaps while
    nothing has one."""
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
    if sums := _granted(state):
        return [(name, "", 1, number) for name, number in sums]
    # What came unannounced was bought by others.
    gifts = [
        (gift.name, gift.unit, _quantity(gift, state, given), 1 if is_money(gift.unit) else gift.price)
        for gift in event.gifts
        if not gift.unannounced
    ]
    others = [(one.name, one.unit, one.quantity, one.price) for one in event.paperwork.expenses]
    return [line for line in (*gifts, *others) if line[2] or not given]


def _granted(state: State) -> list[tuple[str, int]]:
    """What the plan grants, with each sum, while nothing has a price of its own; empty while one is open."""
    event = state.event
    if event.paperwork.expenses or any(gift.price is not None for gift in event.gifts):
        return []
    labels = {
        blank.id: cost.partition(":")[0]
        for cost in event.background.costs
        for blank in event.blanks
        if f"{{{blank.id}}}" in cost
    }
    blanks = [blank for blank in event.blanks if blank.asks_money]
    sums = [(labels.get(blank.id, blank_label(blank)), read_money(blank.value)) for blank in blanks]
    known = [(name, number) for name, number in sums if number is not None]
    return known if len(known) == len(sums) else []


def _quantity(gift: Gift, state: State, given: bool) -> int:
    return state.handovers.given(gift.id) if given else gift.quantity


def _rows(state: State, given: bool) -> list[tuple[Field, ...]]:
    rows: list[tuple[Field, ...]] = []
    for place, (name, unit, quantity, price) in enumerate(_lines(state, given), start=1):
        each: Field = Gap("đơn giá", _FIGURE_DOTS) if price is None else sum_of(price)
        whole: Field = Gap("thành tiền", _FIGURE_DOTS) if price is None else sum_of(quantity * price)
        # A sum of money is no number of things.
        is_sum = is_money(unit) or not unit
        rows.append((str(place), name, unit, "" if is_sum else str(quantity), "" if is_sum else each, whole))
    if not state.event.paperwork.expenses:
        empty = [""] * len(_COLUMNS)
        rows += [tuple(empty)] * _EMPTY_ROWS
    return rows


def _total(state: State, given: bool) -> Field:
    lines = _lines(state, given)
    known = [quantity * price for _name, _unit, quantity, price in lines if price is not None]
    open_names = [name for name, _unit, _quantity, price in lines if price is None]
    if not sum(known):
        return Gap()
    total = money_words(str(sum(known)))
    if not open_names:
        return total
    return f"{total}, chưa gồm (chưa có đơn giá): {', '.join(open_names)}"
