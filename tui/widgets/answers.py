"""How each kind of answer looks and sounds: sign, word, colour and bell belong together."""

from typing import NamedTuple

from data.clock import hour_minute
from data.commands.door.answer import Answer
from data.language import N_, _
from data.model.entries.door import ScanStatus
from data.model.event import Event
from data.model.guest import Guest
from data.plans.plan_words import relation_label
from data.queries.people.counts import counts
from data.state.people.attendance import Attendance
from data.state.state import State
from data.text import counted
from tui.safe_text import plain

Pattern = tuple[float, ...]
"""The moments, in seconds from now, at which the bell rings."""


class Look(NamedTuple):
    """Sign, word and tone (a class of the style sheet) of an answer, and how the bell rings."""

    sign: str
    word: str
    tone: str
    bells: Pattern


_LOOKS: dict[ScanStatus, Look] = {
    "admitted": Look("✔", N_("WELCOME"), "welcome", (0.0,)),
    "already": Look("↺", N_("CAME ALREADY"), "again", (0.0, 0.4)),
    "replaced": Look("✖", N_("OLD CARD"), "refused", (0.0, 0.15, 0.3)),
    "other-event": Look("✖", N_("CARD OF ANOTHER EVENT"), "refused", (0.0, 0.15, 0.3)),
    "misread": Look("?", N_("SCAN AGAIN"), "misread", (0.0, 0.15)),
    "unknown": Look("✖", N_("UNKNOWN CARD"), "refused", (0.0, 0.15, 0.3)),
}


_ALARM: Pattern = (0.0, 0.3, 0.6, 0.9, 1.2)


def look_of(answer: Answer) -> Look:
    """The look of an answer; what asks for a person's eyes rings longer than any other."""
    look = _LOOKS[answer.status]
    return look._replace(bells=_ALARM) if answer.in_a_row or answer.elsewhere is not None else look


def headline(answer: Answer) -> str:
    """The word for an answer, in the language of the screen."""
    if answer.kind:
        return _("NOT AN INVITATION")
    return _(look_of(answer).word)


def writing_sentence(waiting: int) -> str:
    """What is said while a slow disk has not taken what was scanned; ``waiting`` counts all that wait."""
    if waiting > 1:
        return _("Writing to disk… {count} are waiting, in order.").format(count=waiting)
    return _("Writing to disk…")


def who_came(attendance: Attendance | None) -> str:
    """Who came in the head's place and how many, or empty when the head came alone."""
    if attendance is None:
        return ""
    parts = []
    if attendance.is_substitute:
        who = ", ".join(filter(None, (relation_label(attendance.relation), attendance.substitute)))
        parts.append(_("in the head's place: {who}").format(who=who))
    if attendance.people > 1:
        parts.append(counted.people(attendance.people))
    return " · ".join(parts)


def belongs_to(guest: Guest, event: Event) -> str:
    """Where a guest belongs: hamlet of a household; title, organisation and delegation of a delegate."""
    if guest.is_household:
        return guest.hamlet
    delegation = event.delegation(guest.delegation)
    return " · ".join(
        filter(None, (guest.title, guest.organisation or (delegation.name if delegation else "")))
    )


def belongs_within(guest: Guest, event: Event, room: int) -> str:
    """As ``belongs_to``, in at most ``room`` cells: the fullest of what says it that is whole; only where
    nothing is, the title cut off."""
    full = belongs_to(guest, event)
    if guest.is_household:
        return full
    delegation = event.delegation(guest.delegation)
    ways = (full, guest.title, guest.organisation, delegation.short if delegation else "")
    whole = (way for way in ways if way and plain(way).cell_length <= room)
    return next(whole, guest.title or full)


def _went_home(attendance: Attendance) -> str:
    if attendance.left is None:
        return ""
    return _("went home at {time}, back now").format(time=hour_minute(attendance.left))


def explanation(answer: Answer) -> str:
    """The second line of an answer: why, when, and what to do."""
    if answer.in_a_row:
        return _("{count} strange cards in a row. Look who is scanning.").format(count=answer.in_a_row)
    if answer.elsewhere is not None:
        return _("The same card was read at another place {seconds} s ago. Look who came.").format(
            seconds=answer.elsewhere
        )
    attendance = answer.attendance
    match answer.status:
        case "admitted":
            return who_came(attendance)
        case "already" if attendance is not None:
            first = _("came at {time}").format(time=hour_minute(attendance.at))
            by = _("let in by {duty}").format(duty=attendance.duty) if attendance.duty else ""
            return " · ".join(filter(None, (first, who_came(attendance), by, _went_home(attendance))))
        case "replaced":
            return _("This card was replaced by a newer one. Find the guest by name.")
        case "other-event":
            return answer.other_event or _("This card belongs to another event.")
        case "misread" if answer.offered:
            return _("An identity card. Is it one of these? Choose with ↑ ↓; Enter lets in.")
        case "misread" if answer.kind:
            from data.messages.warnings.foreign import foreign_sentence

            return foreign_sentence(answer.kind)
        case "misread":
            return _("The code was not read whole. Hold the card still and scan again.")
        case _:
            return _("No guest of this event has this card. Find the guest by name.")


def running_count(answer: Answer, state: State) -> str:
    """Which of the invited households or delegates this one is, or which of the others; empty where nobody
    was let in."""
    if answer.status != "admitted" or answer.guest is None:
        return ""
    now = counts(state)
    tally = now.households if answer.guest.is_household else now.delegates
    if answer.guest.walk_in:
        return _("off the list: +{count}").format(count=tally.more)
    if answer.guest.is_household:
        return _("household {count} of {target}").format(count=tally.came, target=tally.of)
    return _("delegate {count} of {listed}").format(count=tally.came, listed=tally.of)
