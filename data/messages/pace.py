"""The ceremony's time in words: how near an item is to its end, and whether all keeps to time."""

from data.language import N_, _
from data.messages.entries.stage import minutes_text
from data.queries.stage.pace import Pace, Warning

_SIGNS: dict[Warning, str] = {"": "", "soon": "◔", "last": "◕", "over": "⚠"}
WARNING_WORDS: dict[Warning, str] = {
    "": "",
    "soon": N_("5 MINUTES LEFT"),
    "last": N_("1 MINUTE LEFT"),
    "over": N_("OVER TIME"),
}
"""In English; what is shown goes through the catalogue."""


def warning_text(warning: Warning) -> str:
    """The sign and the word of a running item's warning; empty where there is none."""
    return f"{_SIGNS[warning]} {_(WARNING_WORDS[warning])}" if warning else ""


def punctuality(found: Pace) -> str:
    """``LATE 5 min``, ``EARLY 2 min`` or ``ON TIME``; ``AT ANOTHER HOUR`` far from the planned times."""
    if found.is_at_another_hour:
        return _("AT ANOTHER HOUR")
    if found.late > 0:
        return _("LATE {length}").format(length=minutes_text(found.late))
    if found.late < 0:
        return _("EARLY {length}").format(length=minutes_text(found.late))
    return _("ON TIME")
