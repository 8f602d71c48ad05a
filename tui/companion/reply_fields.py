"""What a phone at the door is told, with the sign, word, colour and sound of the laptop's own answers."""

from typing import Any

from msgspec import to_builtins

from data.companion.phone_door import PhoneReply
from data.companion.visible import visible
from data.language import _
from data.messages.warnings.foreign import foreign_sentence
from data.plans.plan_words import in_person, relation_label, relations_of
from data.queries.people.counts import counts
from data.state.people.attendance import Attendance
from data.state.state import State
from data.text import counted
from tui.widgets.answers import explanation, headline, look_of, running_count, who_came


def reply_fields(reply: PhoneReply, number: str, state: State) -> dict[str, Any]:
    """The answer to a request. ``number`` is the phone's own of it, by which the check-in can be taken back.

    The guest is there where the card is, or was, a guest's of this event.
    """
    answer = reply.answer
    look = look_of(answer)
    shown: dict[str, Any] = {
        "status": answer.status,
        "tone": "misread" if reply.is_undone else look.tone,
        "sign": look.sign,
        "word": headline(answer),
        "line": _line(reply),
        "count": running_count(answer, state),
        "bells": look.bells,
        "number": number if answer.status == "admitted" and reply.entry and not reply.is_undone else "",
    }
    if answer.guest is not None:
        shown["guest"] = to_builtins(visible(answer.guest, state))
        shown["party"] = party_fields(answer.attendance) if answer.is_welcome else None
        # As it is recorded, and as this screen's language calls it.
        relations = relations_of(answer.guest, state.event)
        labels = [(relation, relation_label(relation)) for relation in relations]
        shown["relations"] = [("", in_person(answer.guest)), *labels]
    return shown


def _line(reply: PhoneReply) -> str:
    if reply.is_undone:
        return _("This was taken back in the meantime.")
    if reply.answer.offered and reply.answer.kind:
        # The laptop offers to choose by keys whose card it may be; a phone has none.
        return foreign_sentence(reply.answer.kind)
    return explanation(reply.answer)


def party_fields(attendance: Attendance | None) -> dict[str, Any] | None:
    """Who came for a guest: the three facts, and a line of them."""
    if attendance is None:
        return None
    return {
        "relation": attendance.relation,
        "substitute": attendance.substitute,
        "people": attendance.people,
        "line": who_came(attendance),
    }


def standing_line(state: State) -> str:
    """How many have come, in one line."""
    now = counts(state)
    return " · ".join(
        (
            counted.households_of(now.households),
            counted.people(now.people),
            counted.delegates_of(now.delegates),
        )
    )
