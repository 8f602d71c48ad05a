"""What papers say of who was invited and who came: every figure from the same counts as the screens."""

from data.clock import hour_minute
from data.documents.papers.fields.values import Field, Gap, Lines, Table
from data.documents.signing_sheet.tables import delegates_by_protocol, households_at_the_door
from data.model.guest import Guest
from data.queries.people.counts import Counts, GroupCount, by_delegation, by_hamlet, counts, expected_guests
from data.queries.stage.introduction import introduction_line, introduction_lines
from data.state.attendance import Attendance
from data.state.state import State
from data.text.number_words import number_words

HEAD_CAME = "Chủ hộ"
_SPARE_ROWS = 3
"""Empty rows at the end of the lists to sign while people may still come who are not on them."""

_FIGURE_DOTS = 8

_GROUP = ("TT", "tên", "mời", "có mặt", "vắng", "tỷ lệ")


def attendance_fields(state: State) -> dict[str, Field]:
    """The counts; ``mời`` are those on the list, ``bổ sung`` those of them who were put on it at the
    door, ``tỷ lệ`` the share of those on the list who came."""
    n = counts(state)
    if not state.present:
        return _before_anybody_came(n)
    substitutes = sum(
        state.present[guest.number].is_substitute
        for guest in households_at_the_door(state)
        if guest.number in state.present
    )
    came = [guest for guest in delegates_by_protocol(state) if guest.number in state.present]
    fields: dict[str, Field] = {}
    for name, listed, present in (
        ("hộ", n.households_listed, n.households_present),
        ("đại biểu", n.delegates_listed, n.delegates_present),
    ):
        fields |= {
            f"số {name} mời": str(listed),
            f"số {name} có mặt": str(present),
            f"số {name} có mặt bằng chữ": number_words(present),
            f"số {name} vắng": str(listed - present),
            f"tỷ lệ {name}": share(present, listed),
        }
    on_the_day = [guest.is_household for guest in expected_guests(state) if guest.walk_in]
    return fields | {
        "số hộ bổ sung": str(sum(on_the_day)),
        "số đại biểu bổ sung": str(len(on_the_day) - sum(on_the_day)),
        "số người": str(n.people),
        "số người bằng chữ": number_words(n.people),
        "số hộ đi thay": str(substitutes),
        "tổng số người dự": str(n.people + n.delegates_present),
        "giới thiệu đại biểu": Lines(tuple(introduction_lines(state))),
        "đại biểu đã dự": Lines(tuple(introduction_line(guest, state) for guest in came)),
    }


def _before_anybody_came(n: Counts) -> dict[str, Field]:
    """Who is invited is known; the rest is for the pen: the lists are printed before the day, too."""
    fields: dict[str, Field] = {
        "số hộ mời": str(n.households_listed),
        "số đại biểu mời": str(n.delegates_listed),
        "giới thiệu đại biểu": Lines(()),
        "đại biểu đã dự": Lines(()),
    }
    for name in ("hộ", "đại biểu"):
        for figure in (f"số {name} có mặt", f"số {name} vắng", f"tỷ lệ {name}"):
            fields[figure] = Gap(dots=_FIGURE_DOTS)
        fields[f"số {name} có mặt bằng chữ"] = Gap()
    for figure in ("số người", "số hộ đi thay", "số hộ bổ sung", "số đại biểu bổ sung", "tổng số người dự"):
        fields[figure] = Gap(dots=_FIGURE_DOTS)
    return fields | {"số người bằng chữ": Gap()}


def attendance_tables(state: State) -> dict[str, Table]:
    """The lists of households (in door order) and delegates (by protocol), and the groups they make."""
    return {
        "hộ": _households(state),
        "đại biểu": _delegates(state),
        "thành phần": _groups(state),
        "xóm": Table(_GROUP, _numbered(by_hamlet(state), bool(state.present))),
    }


def share(present: int, listed: int) -> str:
    """``86,5%``: the share in tenths of a percent, rounded half up; a dash where nobody was invited."""
    if not listed:
        return "–"
    tenths = (2000 * present + listed) // (2 * listed)
    return f"{tenths // 10},{tenths % 10}%"


def _households(state: State) -> Table:
    rows = [
        (str(place), *_household(guest, state), _gifts_had(guest, state))
        for place, guest in enumerate(households_at_the_door(state), start=1)
    ]
    columns = (
        *("TT", "số thẻ", "chủ hộ", "năm sinh", "xóm"),
        *("người dự", "giờ đến", "số người", "ghi chú", "quà đã nhận"),
    )
    return Table(columns, (*rows, *_spare(columns, state)))


def _household(guest: Guest, state: State) -> tuple[str, ...]:
    came = state.present.get(guest.number)
    name = f"{guest.name} ({guest.nickname})" if guest.nickname else guest.name
    return (
        f"{guest.number:03d}",
        name,
        str(guest.birth_year) if guest.birth_year else "",
        state.counters.hamlet_name(guest.hamlet),
        _who(came) if came else "",
        hour_minute(came.at) if came else "",
        str(came.people) if came else "",
        _household_note(guest, came),
    )


def _gifts_had(guest: Guest, state: State) -> str:
    """What the household had of the gifts that each household gets."""
    gifts = (gift for gift in state.event.gifts if state.handovers.share(gift.id, guest.number))
    return ", ".join(gift.name for gift in gifts)


def _household_note(guest: Guest, came: Attendance | None) -> str:
    left = f"về lúc {hour_minute(came.left)}" if came and came.left else ""
    return "; ".join(filter(None, ("ngoài danh sách mời" if guest.walk_in else "", left)))


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
        delegation = state.event.delegation(guest.delegation)
        organisation = guest.organisation or (delegation.name if delegation else "")
        came = state.present.get(guest.number)
        rows.append(
            (
                str(place),
                guest.name,
                guest.title,
                organisation,
                hour_minute(came.at) if came else "",
                _delegate_note(came),
            )
        )
    return Table(columns, (*rows, *_spare(columns, state)))


def _delegate_note(came: Attendance | None) -> Lines:
    if came is None:
        return Lines(())
    instead = came.substitute or came.relation
    left = f"về lúc {hour_minute(came.left)}" if came.left else ""
    return Lines(tuple(filter(None, (f"dự thay: {instead}" if instead else "", left))))


def _spare(columns: tuple[str, ...], state: State) -> list[tuple[str, ...]]:
    return [] if state.agenda_progress.closed else [("",) * len(columns)] * _SPARE_ROWS


def _groups(state: State) -> Table:
    """Delegations in protocol order under their full names, the households last."""
    names = {delegation.short: delegation.name for delegation in state.event.delegations}
    n = counts(state)
    groups = [
        GroupCount(name=names.get(group.name, group.name), listed=group.listed, present=group.present)
        for group in by_delegation(state)
    ]
    households = GroupCount(
        name=state.event.households.name, listed=n.households_listed, present=n.households_present
    )
    return Table(_GROUP, _numbered([*groups, households], bool(state.present)))


def _numbered(groups: list[GroupCount], anybody: bool) -> tuple[tuple[Field, ...], ...]:
    pen = Gap(dots=_FIGURE_DOTS)
    return tuple(
        (
            str(place),
            group.name,
            str(group.listed),
            str(group.present) if anybody else pen,
            str(group.missing) if anybody else pen,
            share(group.present, group.listed) if anybody else pen,
        )
        for place, group in enumerate(groups, start=1)
    )
