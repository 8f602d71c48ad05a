"""What happened on the stage, in words."""

from collections.abc import Sequence
from typing import assert_never

from data.clock import hour_minute
from data.language import _
from data.messages.things import item_text
from data.model.entries.stage import (
    Adjusted,
    AnyStage,
    Cut,
    Paused,
    Reinstated,
    Resumed,
    Shortened,
    Skipped,
    StageTaken,
    TimeInDoubt,
    TimesCorrected,
    TimeSettled,
    Went,
    WentBack,
)
from data.state.state import State
from data.text import counted


def describe_stage(what: AnyStage, state: State) -> str:
    """One sentence for a step of the agenda."""
    match what:
        case Went():
            return _went(what, state)
        case WentBack(item=item):
            return _("Back to: {item}").format(item=item_text(item, state))
        case Paused(item=item):
            return _("Paused: {item}").format(item=item_text(item, state))
        case Resumed(item=item):
            return _("Resumed: {item}").format(item=item_text(item, state))
        case Adjusted(item=item, minutes=minutes):
            told = _("{minutes} more: {item}") if minutes > 0 else _("{minutes} less: {item}")
            return told.format(minutes=counted.minutes(abs(minutes)), item=item_text(item, state))
        case Skipped(item=item):
            return _("Left out: {item}").format(item=item_text(item, state))
        case Reinstated(item=item):
            return _("In the program again: {item}").format(item=item_text(item, state))
        case Shortened(cuts=cuts):
            return _("Shortened to catch up: {cuts}").format(cuts=cuts_text(cuts, state))
        case TimesCorrected():
            return _times_corrected(what, state)
        case TimeInDoubt():
            return doubt_text(what, state)
        case TimeSettled():
            return _settled(what, state)
        case StageTaken():
            return _("This laptop took the stage over")
    assert_never(what)


def cuts_text(cuts: Sequence[Cut], state: State) -> str:
    """Which items give up how many minutes: ``Chuyên đề: 5 min less; Phát biểu: 2 min less``."""
    told = _("{item}: {minutes} min less")
    return "; ".join(told.format(item=item_text(cut.item, state), minutes=cut.minutes) for cut in cuts)


def length_text(seconds: float) -> str:
    """How long that is, as people say it: minutes, or hours and minutes. The sign is left out."""
    whole = round(abs(seconds))
    if whole < 60:
        return _("less than a minute")
    return minutes_text(round(whole / 60))


def minutes_text(minutes: int) -> str:
    """``5 min``, and from two hours on ``2 h 05 min``. The sign is left out."""
    hours, rest = divmod(abs(minutes), 60)
    if hours < 2:
        return _("{minutes} min").format(minutes=abs(minutes))
    return _("{hours} h {minutes:02} min").format(hours=hours, minutes=rest)


def doubt_text(what: TimeInDoubt, state: State) -> str:
    """What was noticed about the clocks while an item ran."""
    item, length = item_text(what.item, state), length_text(what.seconds)
    match what.reason:
        case "away" if what.seconds <= 0:
            return _("The clock now shows a time before the last entry; it ran: {item}").format(item=item)
        case "away":
            return _("The program was not running for {length}, during: {item}").format(
                length=length, item=item
            )
        case "slept":
            return _("The laptop slept for {length}, or its clock was put forward, during: {item}").format(
                length=length, item=item
            )
        case "stood":
            return _("The laptop stood still for {length}, during: {item}").format(length=length, item=item)
        case "set-back":
            return _("The laptop's clock was put back by {length}, during: {item}").format(
                length=length, item=item
            )


def _went(what: Went, state: State) -> str:
    sentence = (
        _("Begun: {item}").format(item=item_text(what.item, state)) if what.item else _("Ceremony closed")
    )
    if not what.ago:
        return sentence
    return _("{what}, {length} before").format(what=sentence, length=length_text(what.ago))


def _times_corrected(what: TimesCorrected, state: State) -> str:
    parts = []
    if what.started is not None:
        parts.append(_("began {time}").format(time=hour_minute(what.started)))
    if what.ended is not None:
        parts.append(_("ended {time}").format(time=hour_minute(what.ended)))
    return _("Times edited: {item}: {times}").format(item=item_text(what.item, state), times=", ".join(parts))


def _settled(what: TimeSettled, state: State) -> str:
    doubts = (step.entry.what for step in reversed(state.steps) if step.entry.id == what.doubt)
    doubt = next((found for found in doubts if isinstance(found, TimeInDoubt)), None)
    item = item_text(doubt.item, state) if doubt else "?"
    length = length_text(doubt.seconds) if doubt else "?"
    if what.ended is not None:
        return _("Ended at {time}: {item}").format(time=hour_minute(what.ended), item=item)
    if what.answer == "count":
        return _("{length} count, for: {item}").format(length=length, item=item)
    return _("{length} do not count, for: {item}").format(length=length, item=item)
