"""What papers say of the gifts: all of them in the report, one handover in its own minutes."""

from collections import Counter
from collections.abc import Iterator

from data.clock import hour_minute, local
from data.documents.papers.fields.event import bare_name, hour_words
from data.documents.papers.fields.values import Field, Gap, Lines, Table
from data.model.entries.gifts import HandedGift, Person
from data.model.event import Event
from data.plans.placeholders import date_words
from data.state.handovers import Handover
from data.state.state import State
from data.text.number_words import number_words

_PIECE_COLUMNS = ("TT", "tên", "đơn vị tính", "số lượng", "tình trạng", "ghi chú")
_UNLISTED_ROWS = 5
_CELL_DOTS = 24


def gift_tables(state: State) -> dict[str, Table]:
    """The gifts with what was planned and given, and the handovers between people that count."""
    event = state.event
    gifts = [
        (
            str(place),
            gift.name,
            gift.unit,
            "" if gift.unannounced else str(gift.quantity),
            str(state.handovers.given(gift.id)),
        )
        for place, gift in enumerate(state.handovers.listed(event), start=1)
    ]
    between_people = [h for h in state.handovers.standing() if not h.what.households]
    handovers = [
        (
            str(place),
            what_was_given(handover, event),
            handover.what.giver.text,
            handover.what.receiver.text,
            hour_minute(handover.at),
            handover.what.note,
        )
        for place, handover in enumerate(between_people, start=1)
    ]
    return {
        "quà": Table(("TT", "tên", "đơn vị tính", "kế hoạch", "đã trao"), tuple(gifts)),
        "trao tặng": Table(("TT", "hiện vật", "bên tặng", "bên nhận", "giờ", "ghi chú"), tuple(handovers)),
    }


def handover_fields(handover: Handover, event: Event) -> dict[str, Field]:
    """The two sides of one handover, who witnessed it, when and where, and its total in words."""
    what = handover.what
    item = event.item(what.item)
    fields: dict[str, Field] = {
        "số bàn giao": str(handover.number),
        "giờ bàn giao": hour_words(hour_minute(handover.at)),
        "ngày bàn giao": date_words(local(handover.at).date()),
        "mục chương trình": item.title if item else "",
        "ghi chú bàn giao": Lines((what.note,) if what.note else ()),
        "tổng cộng": total(what.gifts, event),
    }
    sides = (("bên giao", what.giver), ("bên nhận", what.receiver), ("người chứng kiến", what.witness))
    for side, person in sides:
        fields |= _person(side, person or Person())
    return fields


def handover_tables(handover: Handover, event: Event) -> dict[str, Table]:
    """Everything that was handed over, piece by piece; empty rows where the pieces were not listed."""
    rows = [row for place, given in enumerate(handover.what.gifts, 1) for row in _pieces(place, given, event)]
    return {"hiện vật": Table(_PIECE_COLUMNS, tuple(rows))}


def handover_sentence(handover: Handover, event: Event) -> str:
    """A handover as the minutes tell it."""
    what = handover.what
    return (
        f"{hour_minute(handover.at)}: {what.giver.text} trao {what_was_given(handover, event)}; "
        f"tiếp nhận: {what.receiver.text}."
    )


def what_was_given(handover: Handover, event: Event) -> str:
    """``01 tủ Tủ sách pháp luật (40 cuốn)``, several gifts one after another."""
    return "; ".join(_given(given, event) for given in handover.what.gifts)


def total(gifts: tuple[HandedGift, ...], event: Event) -> str:
    """How many of everything, unit by unit, in figures and words: ``01 (một) tủ, 40 (bốn mươi) cuốn``."""
    numbers: Counter[str] = Counter()
    for given in gifts:
        numbers[_unit(given, event)] += given.quantity
        for piece in given.pieces:
            numbers[piece.unit] += piece.quantity
    return ", ".join(
        f"{number:02d} ({number_words(number)}) {unit}".rstrip() for unit, number in numbers.items()
    )


def _pieces(place: int, given: HandedGift, event: Event) -> Iterator[tuple[Field, ...]]:
    gift = event.gift(given.gift)
    name = gift.name if gift else given.gift
    yield str(place), name, _unit(given, event), f"{given.quantity:02d}", "", ""
    for part, piece in enumerate(given.pieces, start=1):
        yield (
            f"{place}.{part}",
            piece.name,
            piece.unit,
            f"{piece.quantity:02d}",
            piece.condition,
            piece.note,
        )
    if gift is not None and gift.contents_unit and not given.pieces:
        title = Gap("tên sách, tài liệu", _CELL_DOTS)
        for part in range(1, _UNLISTED_ROWS + 1):
            yield f"{place}.{part}", title, gift.contents_unit, "", "", ""


def _given(given: HandedGift, event: Event) -> str:
    gift = event.gift(given.gift)
    text = " ".join(
        filter(None, (f"{given.quantity:02d}", _unit(given, event), gift.name if gift else given.gift))
    )
    pieces: Counter[str] = Counter()
    for piece in given.pieces:
        pieces[piece.unit] += piece.quantity
    inside = ", ".join(f"{number:02d} {unit}".rstrip() for unit, number in pieces.items())
    return f"{text} ({inside})" if inside else text


def _unit(given: HandedGift, event: Event) -> str:
    gift = event.gift(given.gift)
    return gift.unit if gift else ""


def _person(side: str, person: Person) -> dict[str, Field]:
    return {
        side: bare_name(person.name) or Gap(side),
        f"chức vụ {side}": person.title or Gap(f"chức vụ {side}"),
        f"đơn vị {side}": person.organisation or Gap(f"đơn vị {side}"),
    }
