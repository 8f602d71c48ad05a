"""What a plan and its blanks are called on the screen, in the language that people read."""

from data.language import _, chosen
from data.model.event import Event
from data.model.guest import Guest
from data.model.plan import Blank, Plan

_RELATIONS_EN = {
    "vợ": "wife",
    "chồng": "husband",
    "con trai": "son",
    "con gái": "daughter",
    "con dâu": "son's wife",
    "con rể": "son-in-law",
    "bố": "father",
    "mẹ": "mother",
    "anh": "elder brother",
    "chị": "elder sister",
    "em": "young sibling",
    "cháu": "younger kin",
    "khác": "other",
    "cấp phó": "deputy",
    "đồng nghiệp": "colleague",
    "cấp dưới": "staff",
}
_OF_DELEGATES = ("cấp phó", "đồng nghiệp", "cấp dưới", "khác")


def plan_kind(plan: Plan) -> str:
    """What events of the plan are; the title of its events where the plan does not say."""
    return (plan.kind_en if chosen() == "en" else "") or plan.kind or plan.event_title


def blank_label(blank: Blank) -> str:
    """The blank's name; Vietnamese where the plan, or an event made from it, has no English."""
    return (blank.label_en if chosen() == "en" else "") or blank.label


def blank_why(blank: Blank) -> str:
    """What suffers while it is empty, in the same way; nothing once it is filled in."""
    if blank.value:
        return ""
    return (blank.why_en if chosen() == "en" else "") or blank.why


def relations_of(guest: Guest, event: Event) -> tuple[str, ...]:
    """What someone who comes for ``guest`` may be to them: kin of a household's head, by the event's own
    words; of a delegate, people of the same office."""
    return event.relations if guest.is_household else _OF_DELEGATES


def in_person(guest: Guest) -> str:
    """What is said where nobody came in the place of ``guest``."""
    return _("the head came") if guest.is_household else _("the delegate came")


def relation_label(relation: str) -> str:
    """What someone who came is to the guest, as the plans say it; a word of somebody's own stays as it is."""
    return _RELATIONS_EN.get(relation, relation) if chosen() == "en" else relation
