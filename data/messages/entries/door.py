"""What happened at the door, in words."""

from typing import assert_never

from data.clock import hour_minute
from data.language import _
from data.messages.names import channel_name, refusal_reason
from data.messages.things import guest_text
from data.model.entries.door import (
    AnyDoor,
    CameAgain,
    CheckedIn,
    CheckInMoved,
    CheckInRemoved,
    GroupCheckedIn,
    LeftEarly,
    PartyChanged,
    ScanRefused,
)
from data.plans.plan_words import relation_label
from data.state.people.attendance import Attendance
from data.state.state import State
from data.text import counted


def relation_text(attendance: Attendance | CheckedIn | PartyChanged) -> str:
    """Who came in the head's place: "con trai, Trần Văn Nam", in English "son, …"; empty for the head."""
    return ", ".join(filter(None, (relation_label(attendance.relation), attendance.substitute)))


def describe_door(what: AnyDoor, state: State) -> str:
    """One sentence for a check-in, a scan or a correction of who came."""
    match what:
        case CheckedIn():
            return _with_party(_checked_in(what, state), what)
        case CameAgain():
            sentence = _("Came again: {guest}, by {channel}").format(
                guest=guest_text(what.guest, state), channel=channel_name(what.channel)
            )
            return sentence + _(", within seconds at another place") if what.elsewhere else sentence
        case ScanRefused():
            sentence = _("Scan refused: {reason}").format(reason=refusal_reason(what.status, what.foreign))
            if what.code:
                sentence = f"{sentence} ({what.code})"
            if not what.in_a_row:
                return sentence
            return f"{sentence}. " + _("{count} strange cards in a row").format(count=what.in_a_row)
        case PartyChanged():
            sentence = _("Who came was edited: {guest}").format(guest=guest_text(what.guest, state))
            if relation_text(what):
                return _with_party(sentence, what)
            return _with_party(sentence + _(", in person"), what)
        case GroupCheckedIn() | CheckInMoved() | CheckInRemoved() | LeftEarly():
            return _presence(what, state)
    assert_never(what)


def _presence(what: GroupCheckedIn | CheckInMoved | CheckInRemoved | LeftEarly, state: State) -> str:
    match what:
        case GroupCheckedIn():
            delegation = state.event.delegation(what.group)
            return _("Checked in together: {group}, {people} ({numbers})").format(
                group=delegation.name if delegation else what.group or _("a group"),
                people=counted.people(len(what.guests)),
                numbers=", ".join(f"{number:03}" for number in what.guests),
            )
        case CheckInMoved():
            return _("Check-in edited: not {guest} but {other}").format(
                guest=guest_text(what.guest, state), other=guest_text(what.to, state)
            )
        case CheckInRemoved():
            return _("Check-in taken away, made by mistake: {guest}").format(
                guest=guest_text(what.guest, state)
            )
        case LeftEarly():
            return _("Went home early: {guest}").format(guest=guest_text(what.guest, state))
    assert_never(what)


def _checked_in(what: CheckedIn, state: State) -> str:
    if what.channel == "walk-in":
        return _("Checked in as a walk-in: {guest}").format(guest=guest_text(what.guest, state))
    if what.came is not None:
        return _("Checked in: {guest}, by {channel}, came at {time}").format(
            guest=guest_text(what.guest, state),
            channel=channel_name(what.channel),
            time=hour_minute(what.came),
        )
    return _("Checked in: {guest}, by {channel}").format(
        guest=guest_text(what.guest, state), channel=channel_name(what.channel)
    )


def _with_party(sentence: str, what: CheckedIn | PartyChanged) -> str:
    parts = [sentence]
    if relation_text(what):
        parts.append(_("in their place: {who}").format(who=relation_text(what)))
    if what.people > 1:
        parts.append(counted.people(what.people))
    return ", ".join(parts)
