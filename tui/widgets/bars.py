"""Attendance as bars: who is here, and how many of each group are still missing."""

from textual.content import Content

from data.language import _
from data.queries.people.counts import GroupCount
from tui.safe_text import fit, joined, plain

_LONGEST_NAME = 22


def bar_lines(groups: list[GroupCount], width: int) -> list[Content]:
    """One line of ``width`` cells for each group: name, ``━━━──`` bar, present/listed, walk-ins (``+1``).

    A bar is full only when everybody invited is here, and empty only when none of them is; the numbers
    say the same without colour.
    """
    names = [group.name or _("no hamlet") for group in groups]
    # Of a group that nobody was invited to, only who came.
    numbers = [group.tally.text for group in groups]
    counters = max(map(len, numbers), default=0)
    longest = max((Content(name).cell_length for name in names), default=0)
    label = max(1, min(longest, _LONGEST_NAME, (width - counters - 2) // 2))
    room = max(0, width - label - counters - 2)
    return [
        joined(f"{fit(name, label)} ", _bar(group, room), plain(f" {number:>{counters}}", "bold"))
        for group, name, number in zip(groups, names, numbers, strict=True)
    ]


def _bar(group: GroupCount, room: int) -> Content:
    filled = round(room * group.invited_present / group.listed) if group.listed else 0
    if group.present:
        filled = max(1, filled)
    if group.invited_present < group.listed:
        filled = min(filled, room - 1)
    filled = max(0, min(filled, room))
    tone = "$success" if group.invited_present >= group.listed else "$accent"
    return joined(plain("━" * filled, tone), plain("─" * (room - filled), "$foreground 30%"))
