"""Attendance in one line, as every place tells it."""

from data.language import _
from data.queries.people.counts import Counts
from data.text import counted


def attendance_text(n: Counts) -> str:
    """``86/100 households (93 people) · 31/38 +1 delegates``; before there is a list, that there is none."""
    return _("no guests yet") if n.is_empty else counted.attendance(n.households, n.people, n.delegates)
