"""What papers say of who was invited and who came: every figure from the same counts as the screens."""

from collections import Counter

from msgspec import Struct

from data.clock import hour_minute
from data.documents.papers.fields.values import Field, Gap, Lines, Table
from data.documents.signing_sheet.tables import delegates_by_protocol, households_at_the_door
from data.model.guest import Guest
from data.queries.addressing.office_held import office_held
from data.queries.people.counts import GroupCount, by_delegation, by_hamlet, counts
from data.queries.stage.spoken.introduction import introduction_line, introduction_lines
from data.state.people.attendance import Attendance
from data.state.state import State
from data.text.fold import fold
from data.text.people.office import capital
from data.text.typed.numbers.number_words import number_words

HEAD_CAME = "Chủ hộ"
ABSENT = "vắng"
_SPARE_ROWS = 3
"""Empty rows at the end of the lists to sign while people may still come who are not on them."""

_EMPTY_ROWS = 10
"""Empty rows of a list on which nobody stands yet."""

_EMPTY_LINES = 3
"""Lines to write on, and rows of a table of groups, where nobody is known yet."""

_FIGURE_DOTS = 8
_NAME_DOTS = 60

_GROUP = ("TT", "tên", "mời", "có mặt", "vắng", "ngoài danh sách", "tổng", "tỷ lệ")
_NO_GROUPS: tuple[tuple[Field, ...], ...] = (("",) * len(_GROUP),) * _EMPTY_LINES


class _Figures(Struct, frozen=True, kw_only=True):
    """Households or delegates: who was invited and came, and who came without. ``target`` is the plan's."""

    invited: int
    came: int
    walk_ins: int
    target: int = 0


def attendance_fields(state: State) -> dict[str, Field]:
    """The counts. ``mời`` are those who were invited, ``có mặt`` and ``vắng`` those of them who came or did
    not, ``ngoài danh sách`` who came without (``bổ sung`` is an older name for them), ``tổng số`` everybody
    who came; ``tỷ lệ`` is the share of the invited who came, ``tỷ lệ chỉ tiêu`` what they are of the plan's
    number of households: whoever came without an invitation is in none of the shares."""
    n = counts(state)
    anybody = bool(state.present)
    substitutes = sum(
        state.present[guest.number].is_substitute
        for guest in households_at_the_door(state)
        if guest.number in state.present
    )
    came = [guest for guest in delegates_by_protocol(state) if guest.number in state.present]
    names = tuple(capital(introduction_line(guest, state)) for guest in came)
    households = _Figures(
        invited=n.households_listed,
        came=n.households_invited_present,
        walk_ins=n.households_walk_ins,
        target=n.households_target,
    )
    delegates = _Figures(
        invited=n.delegates_listed, came=n.delegates_invited_present, walk_ins=n.delegates_walk_ins
    )
    fields = _figures("hộ", households, anybody) | _figures("đại biểu", delegates, anybody)
    for name, figure in (
        ("số người", n.people),
        ("số hộ đi thay", substitutes),
        ("tổng số người dự", n.everybody),
    ):
        fields[name] = str(figure) if anybody else Gap(dots=_FIGURE_DOTS)
    return fields | {
        "số người bằng chữ": number_words(n.people) if anybody else Gap(),
        "giới thiệu đại biểu": Lines(tuple(map(capital, introduction_lines(state)))),
        "đại biểu đã dự": Lines(names or (Gap("đại biểu đã dự", _NAME_DOTS),) * _EMPTY_LINES),
    }


def _figures(name: str, n: _Figures, anybody: bool) -> dict[str, Field]:
    """Every figure of households or delegates, and all of them in one sentence; before anybody came, what
    only the day can tell is for the pen."""

    def figure(number: int, what: str = "") -> str | Gap:
        return str(number) if anybody else Gap(f"số {name} {what}" if what else "", _FIGURE_DOTS)

    invited: str | Gap = str(n.invited) if n.invited else Gap(f"số {name} mời", _FIGURE_DOTS)
    part: str | Gap = share(n.came, n.invited) if anybody else Gap(f"tỷ lệ {name}", _FIGURE_DOTS)
    fields: dict[str, Field] = {
        f"số {name} mời": invited,
        f"số {name} có mặt": figure(n.came),
        f"số {name} có mặt bằng chữ": number_words(n.came) if anybody else Gap(),
        f"số {name} vắng": figure(n.invited - n.came),
        f"số {name} ngoài danh sách": figure(n.walk_ins),
        f"số {name} bổ sung": figure(n.walk_ins),
        f"tổng số {name}": figure(n.came + n.walk_ins),
        f"tỷ lệ {name}": part,
    }
    sentence: list[str | Gap] = ["mời ", invited, ", có mặt ", figure(n.came, "có mặt")]
    sentence += [", vắng ", figure(n.invited - n.came, "vắng")]
    if n.target:
        # Of the plan's number too the invited who came are told: beside it stands what it is a share of.
        reached: str | Gap = share(n.came, n.target) if anybody else Gap("tỷ lệ chỉ tiêu", _FIGURE_DOTS)
        fields["tỷ lệ chỉ tiêu"] = reached
        sentence += [", đạt ", reached, " chỉ tiêu"]
    sentence += ["; ngoài danh sách ", figure(n.walk_ins, "ngoài danh sách")]
    sentence += ["; tổng ", figure(n.came + n.walk_ins, "tổng")]
    fields[f"tình hình {name}"] = tuple(sentence)
    return fields


def attendance_tables(state: State) -> dict[str, Table]:
    """The lists of households (in door order) and delegates (by protocol), and the groups they make."""
    return {
        "hộ": _households(state),
        "đại biểu": _delegates(state),
        "thành phần": _groups(state),
        "xóm": Table(_GROUP, _numbered(by_hamlet(state), bool(state.present)) or _NO_GROUPS),
    }


def share(present: int, listed: int) -> str:
    """``86,5 %``: the share in tenths of a percent, rounded half up; a dash where nobody was invited."""
    if not listed:
        return "–"
    tenths = (2000 * present + listed) // (2 * listed)
    return f"{tenths // 10},{tenths % 10} %" if tenths % 10 else f"{tenths // 10} %"


def _households(state: State) -> Table:
    guests = households_at_the_door(state)
    alike = Counter(fold(guest.name) for guest in guests)
    rows = [
        (
            str(place),
            *_household(guest, state, is_alone=alike[fold(guest.name)] == 1),
            _gifts_had(guest, state),
        )
        for place, guest in enumerate(guests, start=1)
    ]
    columns = (
        *("TT", "số thẻ", "chủ hộ", "năm sinh", "xóm"),
        *("người dự", "giờ đến", "số người", "ghi chú", "quà đã nhận"),
    )
    return Table(columns, (*rows, *_spare(columns, state, bool(rows))))


def _household(guest: Guest, state: State, *, is_alone: bool) -> tuple[str, ...]:
    """An official list names people by their full name; the one in daily use only tells namesakes apart."""
    came = state.present.get(guest.number)
    name = guest.name if is_alone or not guest.nickname else f"{guest.name} ({guest.nickname})"
    return (
        f"{guest.number:03d}",
        name,
        str(guest.birth_year) if guest.birth_year else "",
        state.counters.hamlet_name(guest.hamlet),
        _who(came) if came else "",
        _came_at(came, state),
        str(came.people) if came else "",
        _household_note(guest, came),
    )


def _came_at(came: Attendance | None, state: State) -> str:
    """When a guest came; once the ceremony has begun, that they did not."""
    if came is not None:
        return hour_minute(came.at)
    return ABSENT if state.agenda_progress.runs else ""


def _gifts_had(guest: Guest, state: State) -> str:
    """What the household had of the gifts that each household gets."""
    gifts = (gift for gift in state.event.gifts if state.handovers.share(gift.id, guest.number))
    return ", ".join(gift.name for gift in gifts)


def _household_note(guest: Guest, came: Attendance | None) -> str:
    left = f"về lúc {hour_minute(came.left)}" if came and came.left else ""
    return "; ".join(filter(None, ("ngoài danh sách" if guest.walk_in else "", left)))


def _who(came: Attendance) -> str:
    if came.substitute and came.relation:
        who = f"{came.substitute} ({came.relation})"
    else:
        who = came.substitute or came.relation or HEAD_CAME
    return f"{who}, {came.people} người" if came.people > 1 else who


def _delegates(state: State) -> Table:
    columns = ("TT", "họ tên", "chức vụ", "đơn vị", "có mặt", "ghi chú")
    rows: list[tuple[Field, ...]] = []
    for place, guest in enumerate(delegates_by_protocol(state), start=1):
        title, unit = office_held(guest, state.event)
        came = state.present.get(guest.number)
        note = _delegate_note(guest, came)
        rows.append((str(place), guest.name, title, capital(unit), _came_at(came, state), note))
    return Table(columns, (*rows, *_spare(columns, state, bool(rows))))


def _delegate_note(guest: Guest, came: Attendance | None) -> Lines:
    if came is None:
        return Lines(())
    instead = came.substitute or came.relation
    notes = (
        f"dự thay: {instead}" if instead else "",
        "ngoài danh sách" if guest.walk_in else "",
        f"về lúc {hour_minute(came.left)}" if came.left else "",
    )
    return Lines(tuple(filter(None, notes)))


def _spare(columns: tuple[str, ...], state: State, anybody: bool) -> list[tuple[str, ...]]:
    number = 0 if state.agenda_progress.closed else _SPARE_ROWS if anybody else _EMPTY_ROWS
    return [("",) * len(columns)] * number


def _groups(state: State) -> Table:
    """Delegations in protocol order under their full names, the households last."""
    names = {delegation.short: delegation.name for delegation in state.event.delegations}
    n = counts(state)
    groups = [
        GroupCount(
            name=names.get(group.name, group.name),
            listed=group.listed,
            present=group.present,
            walk_ins=group.walk_ins,
        )
        for group in by_delegation(state)
    ]
    households = GroupCount(
        name=state.event.households.name,
        listed=n.households_listed,
        present=n.households_present,
        walk_ins=n.households_walk_ins,
    )
    return Table(_GROUP, _numbered([*groups, households], bool(state.present)))


def _numbered(groups: list[GroupCount], anybody: bool) -> tuple[tuple[Field, ...], ...]:
    return tuple(_group(place, group, anybody) for place, group in enumerate(groups, start=1))


def _group(place: int, group: GroupCount, anybody: bool) -> tuple[Field, ...]:
    pen = Gap(dots=_FIGURE_DOTS)
    figures = (group.invited_present, group.missing, group.walk_ins, group.present)
    return (
        str(place),
        group.name or "Chưa rõ",
        str(group.listed) if group.listed or anybody else pen,
        *(str(figure) if anybody else pen for figure in figures),
        share(group.invited_present, group.listed) if anybody else pen,
    )
