"""The laptop's date, when it is doubted, in words."""

from data.clock import Clock, hour_minute, offset_of_laptop, offset_text
from data.language import _
from data.state.days import DayDoubt


def day_doubt_text(doubt: DayDoubt, clock: Clock) -> str:
    """What is wrong with the laptop's date, in one sentence."""
    today = f"{doubt.today:%d/%m/%Y}"
    if doubt.reason == "zone":
        shown = clock.now() + offset_of_laptop(clock)
        return _(
            "The laptop is set to another part of the world ({zone}) and shows {shown}; written down is what "
            "it is in Vietnam: {time}."
        ).format(zone=offset_text(clock), shown=f"{shown:%H:%M}", time=hour_minute(clock.now()))
    if doubt.event is None:
        return _("The laptop says {today}, which is before the last entry.").format(today=today)
    return _("The laptop says {today}, the event is on {day}.").format(
        today=today, day=f"{doubt.event:%d/%m/%Y}"
    )


def day_advice_text(doubt: DayDoubt) -> str:
    """What to do about it."""
    if doubt.reason == "zone":
        return _("If that is not the time, set the laptop's clock and zone right.")
    return _("If not, set the laptop's clock: papers carry its date.")


def left_to_pen_text() -> str:
    """What papers do while the date is doubted."""
    return _("Until that is settled, papers leave their date to the pen.")
