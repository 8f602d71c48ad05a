"""The meetings that are due, as the first screen reminds of them."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from data.language import _, ngettext
from data.session.events.next_meeting import Reminder
from tui.safe_text import joined, lines, plain

_MOST = 4


def reminder_lines(due: Sequence[Reminder], today: date, width: int) -> Content:
    """One line for each village whose next meeting is not made yet; overdue ones say so.

    The meetings after it are named where ``width`` cells have room for them.
    """
    rows = [plain(_("TO COME"), "bold dim")]
    for reminder in due[:_MOST]:
        first, *later = reminder.dates
        days = (first - today).days
        when = (
            plain("✖ " + _("overdue since {day}").format(day=f"{first:%d/%m/%Y}"), "bold $warning")
            if reminder.is_overdue(today)
            else plain(f"○ {first:%d/%m/%Y}", "bold")
        )
        what = _("meeting of the model, {village}").format(village=reminder.event.site.village)
        left = (
            ""
            if reminder.is_overdue(today)
            else " · " + ngettext("in {days} day", "in {days} days", days).format(days=days)
        )
        row = joined(when, plain(f"  {what}{left}"))
        then = _("then {days}").format(days=", ".join(f"{day:%m/%Y}" for day in later))
        if row.cell_length + len(then) + 4 <= width:
            row = joined(row, plain(f"  ({then})", "$foreground 60%"))
        rows.append(row.truncate(width, ellipsis=True))
    return lines(rows)
