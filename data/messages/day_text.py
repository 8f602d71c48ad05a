"""Days in words, in the language of the screen."""

from datetime import date

from data.language import N_, _

_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def day_told(day: date) -> str:
    """``Thursday, 26/11/2026``: with the weekday, which tells people whether it is the day they mean."""
    return f"{_(_WEEKDAYS[day.weekday()])}, {day:%d/%m/%Y}"
