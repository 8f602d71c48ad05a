"""Who has not had the gift yet, hamlet by hamlet, with a bar for each."""

from textual.content import Content

from data.language import _
from data.state.counts import GroupCount
from data.state.gift_desk import HamletShare
from tui.untrusted import fit, joined, lines, plain
from tui.widgets.bars import bar_lines

_MOST_ROWS = 300


def share_heading(hamlets: list[HamletShare]) -> str:
    """How many households had theirs, and how many have not: here, and not come."""
    waiting = sum(len(hamlet.waiting) for hamlet in hamlets)
    absent = sum(len(hamlet.absent) for hamlet in hamlets)
    return _("NOT YET: {waiting} here, {absent} not come").format(waiting=waiting, absent=absent)


def waiting_lines(hamlets: list[HamletShare], width: int) -> Content:
    """Every household without its share under its hamlet: those that are here first, then the others."""
    rows: list[Content] = []
    for hamlet in hamlets:
        if not (hamlet.waiting or hamlet.absent):
            continue
        rows.append(plain(fit(hamlet.name or _("no hamlet"), width), "bold"))
        for guest in hamlet.waiting:
            rows.append(joined(plain("○ ", "$warning"), f"{guest.number:03} {fit(guest.name, width - 6)}"))
        for guest in hamlet.absent:
            name = fit(guest.name, width - 16)
            rows.append(plain(f"· {guest.number:03} {name} {_('not come')}", "$foreground 60%"))
    more = len(rows) - _MOST_ROWS
    if more > 0:
        rows = [*rows[:_MOST_ROWS], plain(_("  and {count} more").format(count=more), "dim")]
    if not rows:
        rows = [plain("✔ " + _("Every household has had it."), "$success")]
    return lines(rows)


def share_bars(hamlets: list[HamletShare], width: int) -> Content:
    """A bar for each hamlet: how many of its households had their share."""
    groups = [GroupCount(name=h.name, listed=h.listed, present=len(h.had)) for h in hamlets]
    return lines(bar_lines(groups, width)) if groups else plain(_("No households on the list yet."), "dim")
