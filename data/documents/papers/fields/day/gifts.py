"""What papers say of the gifts: all of them in the report, one handover in its own minutes."""

from collections import Counter
from collections.abc import Iterator

from data.clock import hour_minute, local
from data.documents.papers.fields.event import hour_words
from data.documents.papers.fields.office.people import person
from data.documents.papers.fields.values import Field, Gap, Lines, Table
from data.model.entries.gifts import HandedGift, Person
from data.model.event import Event
from data.model.plan import Gift
from data.plans.placeholders import date_words
from data.state.handovers import Handover
from data.state.state import State
from data.text.people.office import Named, capital
from data.text.typed.numbers.amount import figures, is_money
from data.text.typed.numbers.number_words import number_words

_PIECE_COLUMNS = ("TT", "tên", "đơn vị tính", "số lượng", "tình trạng", "ghi chú")
_UNLISTED_ROWS = 5
_CELL_DOTS = 24
_FIGURE_DOTS = 8
_BOOK = "cuốn"


def gift_tables(state: State) -> dict[str, Table]:
    """The gifts with what was planned and given, and the handovers between people that count."""
    event = state.event
    gifts = [
        (
            str(place),
            gift.name,
            gift.unit,
            "" if gift.unannounced else figures(gift.quantity, gift.unit),
            _given_so_far(gift, state),
        )
        for place, gift in enumerate(state.handovers.listed(event), start=1)
    ]
    between_people = [h for h in state.handovers.standing() if not h.what.households]
    handovers = [
        (
            str(place),
            what_was_given(handover, event),
            person(handover.what.giver, state).spoken,
            person(handover.what.receiver, state).spoken,
            hour_minute(handover.at),
            handover.what.note,
        )
        for place, handover in enumerate(between_people, start=1)
    ]
    return {
        "quà": Table(("TT", "tên", "đơn vị tính", "kế hoạch", "đã trao"), tuple(gifts)),
        "trao tặng": Table(("TT", "hiện vật", "bên tặng", "bên nhận", "giờ", "ghi chú"), tuple(handovers)),
    }


def handover_fields(handover: Handover, state: State) -> dict[str, Field]:
    """The two sides of one handover, who witnessed it, when and where, and its total in words."""
    what, event = handover.what, state.event
    item = event.item(what.item)
    names = [gift.name if gift else given.gift for given in what.gifts for gift in [event.gift(given.gift)]]
    fields: dict[str, Field] = {
        "số bàn giao": str(handover.number),
        "giờ bàn giao": hour_words(hour_minute(handover.at)),
        "ngày bàn giao": date_words(local(handover.at).date()),
        "mục chương trình": item.title if item else "",
        "ghi chú bàn giao": Lines((what.note,) if what.note else ()),
        "tổng cộng": total(what.gifts, event),
        "tên hiện vật bàn giao": ", ".join(names),
        "tiêu đề hiện vật": _heading(what.gifts, event),
    }
    fields |= _of_money_or_things(what.gifts, event)
    sides = (("bên giao", what.giver), ("bên nhận", what.receiver), ("người chứng kiến", what.witness))
    for side, who in sides:
        fields |= _person(side, person(who or Person(), state))
    return fields


def handover_tables(handover: Handover, event: Event) -> dict[str, Table]:
    """Everything that was handed over, piece by piece; empty rows where the pieces were not listed."""
    rows = [row for place, given in enumerate(handover.what.gifts, 1) for row in _pieces(place, given, event)]
    return {"hiện vật": Table(_PIECE_COLUMNS, tuple(rows))}


def handover_sentence(handover: Handover, state: State) -> str:
    """A handover as the minutes tell it."""
    what = handover.what
    return (
        f"{hour_minute(handover.at)}: {capital(person(what.giver, state).spoken)} trao "
        f"{what_was_given(handover, state.event)}; tiếp nhận: {person(what.receiver, state).spoken}."
    )


def what_was_given(handover: Handover, event: Event) -> str:
    """``01 Tủ sách pháp luật (40 cuốn)``, several gifts one after another."""
    return "; ".join(_given(given, event) for given in handover.what.gifts)


def total(gifts: tuple[HandedGift, ...], event: Event) -> str:
    """How many of everything, unit by unit, in figures and words: ``01 (một) tủ, 40 (bốn mươi) cuốn``."""
    numbers: Counter[str] = Counter()
    for given in gifts:
        numbers[_unit(given, event)] += given.quantity
        for piece in given.pieces:
            numbers[piece.unit] += piece.quantity
    return ", ".join(
        f"{_number(number, unit)} ({number_words(number)}) {unit}".rstrip()
        for unit, number in numbers.items()
    )


def _pieces(place: int, given: HandedGift, event: Event) -> Iterator[tuple[Field, ...]]:
    gift = event.gift(given.gift)
    name = gift.name if gift else given.gift
    yield str(place), name, _unit(given, event), _number(given.quantity, _unit(given, event)), "", ""
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
    text = _counted(given.quantity, _unit(given, event), gift.name if gift else given.gift)
    pieces: Counter[str] = Counter()
    for piece in given.pieces:
        pieces[piece.unit] += piece.quantity
    inside = ", ".join(f"{number:02d} {unit}".rstrip() for unit, number in pieces.items())
    return f"{text} ({inside})" if inside else text


def _unit(given: HandedGift, event: Event) -> str:
    gift = event.gift(given.gift)
    return gift.unit if gift else ""


def _counted(quantity: int, unit: str, name: str) -> str:
    """``01 Tủ sách pháp luật``, ``02 bó hoa chúc mừng``: a name that begins with its unit says it once."""
    words = name.split()
    if not unit or [word.casefold() for word in words[: len(unit.split())]] == unit.casefold().split():
        return f"{_number(quantity, unit)} {name}"
    # A name that is no abbreviation is small behind its unit.
    small = name if name[1:2].isupper() else name[:1].lower() + name[1:]
    return f"{_number(quantity, unit)} {unit} {small}"


def _number(quantity: int, unit: str) -> str:
    """``02``; of đồng ``5.000.000``."""
    return figures(quantity, unit) if is_money(unit) else f"{quantity:02d}"


def _heading(gifts: tuple[HandedGift, ...], event: Event) -> str:
    """What stands above the names of what is handed over: books, or things of any kind."""
    planned = [event.gift(given.gift) for given in gifts]
    if all(is_money(_unit(given, event)) for given in gifts):
        return "Nội dung"
    has_books = any(gift is not None and (gift.contents or gift.contents_unit == _BOOK) for gift in planned)
    return "Tên sách, tài liệu" if has_books else "Tên hiện vật"


def _of_money_or_things(gifts: tuple[HandedGift, ...], event: Event) -> dict[str, Field]:
    """What minutes call what is handed over: money is used, things are kept in good order too."""
    money = {is_money(_unit(given, event)) for given in gifts}
    if money == {True}:
        return {"những gì bàn giao": "số tiền", "trách nhiệm bên nhận": "quản lý, sử dụng số tiền"}
    what = "số tiền, hiện vật" if True in money else "hiện vật"
    return {
        "những gì bàn giao": "số tiền và các hiện vật" if True in money else "các hiện vật",
        "trách nhiệm bên nhận": f"quản lý, bảo quản và sử dụng {what}",
    }


def gifts_beside_agenda(state: State) -> Lines:
    """What households had of the gifts that belong to no item of the agenda, a sentence for each."""
    gifts = (gift for gift in state.handovers.listed(state.event) if gift.each_household and not gift.item)
    return Lines(tuple(handed_out(gift, state) for gift in gifts if state.handovers.given(gift.id)))


def handed_out(gift: Gift, state: State) -> str:
    """How many of a gift for every household were handed out."""
    return f"Đã phát {_counted(state.handovers.given(gift.id), gift.unit, gift.name)} cho các hộ gia đình."


def _given_so_far(gift: Gift, state: State) -> Field:
    """How many were handed over; room for the pen before the day has begun."""
    given = state.handovers.given(gift.id)
    return (
        figures(given, gift.unit)
        if given or state.present or state.agenda_progress.runs
        else Gap(dots=_FIGURE_DOTS)
    )


def _person(side: str, named: Named) -> dict[str, Field]:
    return {
        f"ông bà {side}": capital(named.honorific) or "Ông (bà)",
        side: named.name or Gap(side),
        f"chức vụ {side}": named.title or Gap(f"chức vụ {side}"),
        f"đơn vị {side}": named.unit or Gap(f"đơn vị {side}"),
    }
