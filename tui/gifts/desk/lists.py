"""Who has not had the gift yet, hamlet by hamlet, with a bar for each."""

from collections.abc import Iterator
from itertools import islice

from textual.content import Content

from data.language import _
from data.queries.gift_desk import HamletShare
from data.queries.people.counts import GroupCount
from tui.safe_text import fit, joined, lines, plain
from tui.widgets.bars import bar_lines

_MOST_ROWS = 300


def share_heading(hamlets: list[HamletShare]) -> str:
    """How many households had theirs, and how many have not: here, and not come."""
    waiting = sum(len(hamlet.waiting) for hamlet in hamlets)
    absent = sum(len(hamlet.absent) for hamlet in hamlets)
    return _("NOT YET: {waiting} here, {absent} not come").format(waiting=waiting, absent=absent)


def waiting_lines(hamlets: list[HamletShare], width: int) -> Content:
    """Every household without its share under its hamlet: those that are here first, then the others.

    In a very large village the list ends with how many more there are.
    """
    rows = list(islice(_waiting_rows(hamlets, width), _MOST_ROWS))
    if not rows:
        return plain("✔ " + _("Every household has had it."), "$success")
    left = sum(len(hamlet.waiting) + len(hamlet.absent) for hamlet in hamlets)
    if left > _MOST_ROWS:
        rows.append(plain(_("of {count} in all").format(count=left), "dim"))
    return lines(rows)


def _waiting_rows(hamlets: list[HamletShare], width: int) -> Iterator[Content]:
    for hamlet in hamlets:
        if not (hamlet.waiting or hamlet.absent):
            continue
        yield plain(fit(hamlet.name or _("no hamlet"), width), "bold")
        for guest in hamlet.waiting:
            yield joined(plain("○ ", "$warning"), f"{guest.number:03} {fit(guest.name, width - 6)}")
        for guest in hamlet.absent:
            name = fit(guest.name, width - 16)
            missing = _("not come")
            yield plain(f"· {guest.number:03} {name} {missing}", "$foreground 60%")


def share_bars(hamlets: list[HamletShare], width: int) -> Content:
    """A bar for each hamlet: how many of its households had their share."""
    groups = [GroupCount(name=h.name, listed=h.listed, present=len(h.had)) for h in hamlets]
    return lines(bar_lines(groups, width)) if groups else plain(_("No households on the list yet."), "dim")
