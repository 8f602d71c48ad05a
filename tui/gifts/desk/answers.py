"""How each answer of the gift desk looks and sounds."""

from data.clock import hour_minute
from data.commands.gifts.gift_desk import DeskAnswer, DeskStatus
from data.language import N_, _
from data.messages.entries.gifts import counted_text
from data.messages.warnings.foreign import foreign_sentence
from data.state.handovers import Handover
from data.state.state import State
from tui.widgets.answers import Look

_LOOKS: dict[DeskStatus, Look] = {
    "given": Look("✔", N_("GIVEN"), "welcome", (0.0,)),
    "had": Look("↺", N_("HAD IT ALREADY"), "again", (0.0, 0.4)),
    "not-in": Look("!", N_("NOT CHECKED IN YET"), "again", (0.0, 0.4)),
    "delegate": Look("✖", N_("A DELEGATE'S CARD"), "refused", (0.0, 0.15, 0.3)),
    "replaced": Look("✖", N_("OLD CARD"), "refused", (0.0, 0.15, 0.3)),
    "other-event": Look("✖", N_("CARD OF ANOTHER EVENT"), "refused", (0.0, 0.15, 0.3)),
    "misread": Look("?", N_("SCAN AGAIN"), "misread", (0.0, 0.15)),
    "unknown": Look("✖", N_("UNKNOWN CARD"), "refused", (0.0, 0.15, 0.3)),
}


def desk_look(answer: DeskAnswer) -> Look:
    """The look of an answer."""
    return _LOOKS[answer.status]


def desk_headline(answer: DeskAnswer) -> str:
    """The word for an answer, in the language of the screen."""
    if answer.kind:
        return _("NOT AN INVITATION")
    return _(desk_look(answer).word)


def desk_explanation(answer: DeskAnswer, state: State) -> str:
    """The second line of an answer: why, when, by whom, and what to do."""
    match answer.status:
        case "given":
            told = f"{answer.gift.name} · {counted_text(answer.gift, state)}"
            return told + " · ⚠ " + _("more than planned") if answer.beyond_plan else told
        case "had":
            at = _("at {time}").format(time=hour_minute(answer.at))
            by = _("given by {duty}").format(duty=answer.by) if answer.by else ""
            return " · ".join(filter(None, (answer.gift.name, at, by)))
        case "not-in":
            return _("F7: check in and give, if they are here.")
        case "delegate":
            return _("“{gift}” is for households.").format(gift=answer.gift.name)
        case "replaced":
            old = _("This card was replaced by a newer one. Find the household by name.")
            guest = answer.guest
            had = state.handovers.share(answer.gift.id, guest.number) if guest else None
            return f"{old} {_had_at(had)}" if had else old
        case "other-event":
            return answer.other_event or _("This card belongs to another event.")
        case "misread" if answer.kind:
            return foreign_sentence(answer.kind)
        case "misread":
            return _("The code was not read whole. Hold the card still and scan again.")
        case _:
            return _("No guest of this event has this card. Find the household by name.")


def _had_at(had: Handover) -> str:
    return _("It had its share at {time}.").format(time=hour_minute(had.at))
