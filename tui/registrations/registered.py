"""Who registered for a criterion, who did not, and how many of each criterion."""

from collections.abc import Mapping

from textual.content import Content

from data.clock import local
from data.language import _
from data.model.plan import Criterion
from data.queries.people.counts import expected_guests
from data.state.people.registrations import Registration
from data.state.state import State
from tui.safe_text import fit, joined, lines, plain
from tui.widgets.lists.marked import mark_sign


def counters(state: State, chosen: Criterion | None, year: int, width: int) -> Content:
    """Every criterion with how many households registered; the chosen one stands out, told whole."""
    if chosen is None:
        return plain(_("The plan of this event names no criteria to register for."), "dim")
    households = sum(guest.is_household for guest in expected_guests(state))
    rows = [plain(_("REGISTRATIONS OF {year}").format(year=year), "bold dim")]
    for criterion in state.event.criteria:
        mark = criterion is chosen
        count = f"{_standing(state, criterion, year)}/{households}"
        name = criterion.name if mark and len(criterion.name) < width - 12 else criterion.short
        rows.append(
            joined(
                mark_sign(mark),
                plain(fit(name, width - 12), "bold $accent" if mark else ""),
                plain(f"{count:>9}", "bold" if mark else ""),
            )
        )
    return lines(rows)


def registered_lines(state: State, registered: dict[int, Registration], width: int) -> Content:
    """The households that registered, the last one first."""
    rows = [plain(_("REGISTERED"), "bold dim")]
    for number, registration in reversed(registered.items()):
        guest = state.guests.get(number)
        if guest is None or guest.withdrawn:
            continue
        at = f"{local(registration.at):%d/%m}"
        rows.append(
            joined(
                plain("✔ ", "$success"),
                plain(f"{number:03} {fit(guest.name, width - 22)} {fit(guest.hamlet, 9)}"),
                plain(at, "$foreground 60%"),
            )
        )
    if len(rows) == 1:
        rows.append(plain(_("Nobody yet. Hold a card before the scanner."), "dim"))
    return lines(rows)


def left_lines(state: State, registered: Mapping[int, Registration], width: int) -> Content:
    """The households that have not registered, as the list has them."""
    households = [guest for guest in expected_guests(state) if guest.is_household]
    left = [guest for guest in households if guest.number not in registered]
    rows = [plain(_("NOT REGISTERED ({count})").format(count=len(left)), "bold dim")]
    rows += [
        plain(f"○ {guest.number:03} {fit(guest.name, width - 18)} {fit(guest.hamlet, 9)}", "$foreground 70%")
        for guest in left
    ]
    return lines(rows)


def _standing(state: State, criterion: Criterion, year: int) -> int:
    expected = {guest.number for guest in expected_guests(state)}
    return len(expected & state.registrations.of(criterion.id, year).keys())
