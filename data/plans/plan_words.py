"""What a plan and its blanks are called on the screen, in the language that people read."""

from data.language import chosen
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
}


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


def relation_label(relation: str) -> str:
    """What someone who came is to the head, as the plans say it; a word of somebody's own stays as it is."""
    return _RELATIONS_EN.get(relation, relation) if chosen() == "en" else relation
