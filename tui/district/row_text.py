"""A village's row in letters: its name whole as long as there is room, then what happens there."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content

from data.clock import hour_minute
from data.joining.district.overview import VillageRow
from data.joining.reporting.counts import VillageCounts
from data.language import _
from tui.safe_text import fit, plain, wrapped

_SIGNS = {
    "never": " ",
    "silent": "✖",
    "before": "·",
    "running": "▶",
    "paused": "‖",
    "between": "·",
    "closed": "✔",
}
_FIXED = 45
"""Columns that mark, sign and numbers take: all but the names of village and item."""
_LEAST_VILLAGE, _MOST_VILLAGE, _LEAST_ITEM = 12, 40, 14


class Widths(NamedTuple):
    """How many cells the names of village and item get."""

    village: int
    item: int


def widths(names: Iterable[str], width: int) -> Widths:
    """The widths in a window of ``width`` cells, for villages of these ``names``."""
    room = max(_LEAST_VILLAGE + _LEAST_ITEM, width - _FIXED)
    longest = max((Content(name).cell_length for name in names), default=0)
    village = max(_LEAST_VILLAGE, min(longest, _MOST_VILLAGE, room - _LEAST_ITEM))
    return Widths(village, room - village)


def heading(to: Widths) -> str:
    """What stands above the columns."""
    numbers = ((_("Households"), 11), (_("Delegates"), 10), (_("Late"), 6), (_("Heard"), 7))
    names = (fit(_("Village"), to.village + 1), fit(_("Item"), to.item))
    return "    " + " ".join([*names, *(f"{name:>{columns}}" for name, columns in numbers)])


def row_text(row: VillageRow, to: Widths, *, is_marked: bool) -> str:
    """A village's row, without its colour."""
    begin = f"{'›' if is_marked else ' '} {_SIGNS[row.sign]} {fit(row.name, to.village)} "
    if row.seen is None:
        return f"{begin} " + _("nothing heard yet")
    n = row.seen.counts
    late = "" if n.late is None else f"{n.late:+d}′" if n.late else "0′"
    return (
        f"{begin} {fit(_where(row, n, to.item), to.item)} {n.households_tally.text:>11}"
        f" {n.delegates_tally.text:>10} {late:>6} {hour_minute(row.seen.at):>7}"
    )


def _where(row: VillageRow, n: VillageCounts, width: int) -> str:
    """What happens there, in at most ``width`` cells: the running item, or what it waits for."""
    place = f"{n.position}/{n.items}"
    if row.sign == "silent" and n.phase in ("running", "paused"):
        return _led(_("silent · {place}").format(place=place), n.item, width)
    match n.phase:
        case "running":
            return _led(place, n.item, width)
        case "paused":
            return _led(_("{place} paused").format(place=place), n.item, width, ": ")
        case "closed":
            return _("over")
        case "between":
            return _("between items")
        case "before":
            return _("guests arrive") if n.households or n.delegates else _("not begun")


def _led(lead: str, item: str, width: int, between: str = " ") -> str:
    """``lead`` and as many words of ``item`` as there is room for; of less than two words none."""
    whole = f"{lead}{between}{item}"
    if plain(whole).cell_length <= width:
        return whole
    first = wrapped(whole, width - 1)[0]
    return f"{first}…" if len(first.split()) >= len(lead.split()) + 2 else lead
