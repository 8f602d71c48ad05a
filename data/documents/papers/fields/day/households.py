"""What households sign: documents they got at the gift desk, criteria they registered for; and who does
what."""

from collections.abc import Mapping
from datetime import timedelta

from data.clock import hour_minute
from data.documents.papers.fields.event import sentence_of
from data.documents.papers.fields.office.people import ROLES, in_role
from data.documents.papers.fields.values import Field, Gap, Table, Value
from data.documents.signing_sheet.tables import households_at_the_door
from data.model.guest import Guest
from data.model.plan import Gift
from data.state.stage.agenda_progress import Instant, day, table
from data.state.state import State
from data.text.people.office import Named
from data.text.typed.numbers.number_words import number_words

_MARK = "x"
_SPARE = 2
_EMPTY_ROWS = 10
_DUTIES = {
    "chair": "Chủ trì, điều hành hội nghị",
    "secretary": "Thư ký, ghi biên bản, lập giấy tờ để ký",
    "mc": "Dẫn chương trình",
}
_AT_THE_DOOR = "Đón tiếp, điểm danh đại biểu và các hộ gia đình"


def household_fields(state: State, now: Instant) -> dict[str, Field]:
    """Names and totals of what households got and registered for."""
    gifts = _for_households(state)
    year = _year(state, now)
    fields: dict[str, Field] = {
        "tên quà phát cho hộ": ", ".join(gift.name for gift in gifts) or Gap(),
        "tổng ký nhận": _received(state, gifts),
        "người phát": ", ".join(_givers(state, gifts)) or Gap("người phát"),
        "năm đăng ký": str(year),
    }
    for place in (1, 2):
        one = state.event.criteria[place - 1] if len(state.event.criteria) >= place else None
        count = len(state.registrations.of(one.id, year)) if one else 0
        fields[f"tiêu chí {place}"] = one.name if one else Gap()
        fields[f"số hộ đăng ký {place}"] = str(count) if count else Gap(dots=8)
    return fields


def household_tables(state: State, now: Instant, facts: Mapping[str, str]) -> dict[str, Table]:
    """Who signs for documents, who registered, the criteria, and who does what."""
    criteria = tuple((str(place), one.name) for place, one in enumerate(state.event.criteria, start=1))
    return {
        "ký nhận": _receipts(state),
        "đăng ký": _registered(state, _year(state, now)),
        "tiêu chí": Table(("TT", "tên"), criteria),
        "phân công": _duties(state, now, facts),
    }


def _for_households(state: State) -> list[Gift]:
    return [gift for gift in state.event.gifts if gift.each_household]


def _receipts(state: State) -> Table:
    """A row for each household that had its share, in the order of the door; for every one while none had."""
    columns = ("TT", "số thẻ", "chủ hộ", "xóm", "số lượng", "giờ")
    gifts = _for_households(state)
    had = {number for gift in gifts for number in state.handovers.shares(gift.id)}
    guests = [guest for guest in households_at_the_door(state) if not had or guest.number in had]
    rows: list[tuple[Field, ...]] = [
        (str(place), f"{guest.number:03d}", guest.name, guest.hamlet, *_share(guest, gifts, state))
        for place, guest in enumerate(guests, start=1)
    ]
    if not had:
        rows += [("",) * len(columns)] * (_SPARE if rows else _EMPTY_ROWS)
    return Table(columns, tuple(rows))


def _share(guest: Guest, gifts: list[Gift], state: State) -> tuple[str, str]:
    """How many of each gift, and when the first of them was had."""
    number, at = 0, ""
    for gift in gifts:
        handover = state.handovers.share(gift.id, guest.number)
        if handover is not None:
            number += sum(one.quantity for one in handover.what.gifts if one.gift == gift.id)
            at = at or hour_minute(handover.at)
    return (f"{number:02d}" if number else "", at)


def _received(state: State, gifts: list[Gift]) -> Value:
    given = [(state.handovers.given(gift.id), gift.unit) for gift in gifts if state.handovers.shares(gift.id)]
    if not given:
        return Gap()
    return ", ".join(f"{number:02d} ({number_words(number)}) {unit}".rstrip() for number, unit in given)


def _givers(state: State, gifts: list[Gift]) -> list[str]:
    ids = {gift.id for gift in gifts}
    desk = (h for h in state.handovers.standing() if h.what.households and ids & set(h.quantities))
    return list(dict.fromkeys(handover.duty for handover in desk if handover.duty))


def _year(state: State, now: Instant) -> int:
    years = state.registrations.years()
    return years[-1] if years else day(state.event, state.agenda_progress, now.at).year


def _registered(state: State, year: int) -> Table:
    """The households that registered for any criterion; while none has, blank rows."""
    columns = ("TT", "số thẻ", "chủ hộ", "xóm", "tiêu chí 1", "tiêu chí 2")
    found = [state.registrations.of(one.id, year) for one in state.event.criteria[:2]]
    found += [{}] * (2 - len(found))
    guests = [
        guest
        for guest in households_at_the_door(state)
        if any(guest.number in registered for registered in found)
    ]
    rows = [
        (
            str(place),
            f"{guest.number:03d}",
            guest.name,
            guest.hamlet,
            *(_MARK if guest.number in registered else "" for registered in found),
        )
        for place, guest in enumerate(guests, start=1)
    ]
    return Table(columns, tuple(rows or [("",) * len(columns)] * 10))


def _duties(state: State, now: Instant, facts: Mapping[str, str]) -> Table:
    """The roles, then the items of the agenda by who carries them out, and rows to add to."""
    event = state.event
    rows: list[tuple[Field, ...]] = []
    values = {blank.id: blank.value for blank in event.blanks}
    for id, duty in _DUTIES.items():
        if id in values:
            rows.append((duty, _who(in_role(state, id), ROLES[id]), f"từ {event.doors}"))
    rows.append((_AT_THE_DOOR, values.get("door_keepers") or Gap("người đón khách"), f"từ {event.doors}"))
    for row in table(event, state.agenda_progress, now):
        if row.item.by:
            until = row.planned + timedelta(minutes=row.item.minutes)
            when = f"{hour_minute(row.planned)} – {hour_minute(until)}"
            rows.append((row.item.title, sentence_of(row.item.by, event, facts), when))
    blank: tuple[Field, ...] = ("", "", "")
    numbered = [(str(place), *row) for place, row in enumerate(rows, start=1)]
    return Table(("TT", "nhiệm vụ", "người thực hiện", "thời gian"), (*numbered, *[("", *blank)] * _SPARE))


def _who(named: Named, role: str) -> Value:
    return named.spoken if named.name else Gap(role)
