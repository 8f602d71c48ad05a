"""How long the texts of an event may be, by the name of their field.

Far beyond what anybody types; a name of 200,000 letters is a damaged list or ill will, and would hold
up every card, paper and screen that shows it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from data.language import N_, _
from data.model.guest_facts import FACTS
from data.text.cleaning.clean import LONGEST

_MOST: dict[str, int] = {
    **{name: fact.most for name, fact in FACTS.items() if fact.holds == "text" and fact.most},
    **dict.fromkeys(("substitute", "venue", "reason"), 500),
    **dict.fromkeys(("village", "commune", "district", "relation", "label", "condition", "source"), 300),
    **dict.fromkeys(("unit", "short", "duty", "device", "id"), 200),
    "notice": 2000,
    # What was said in the hall, for the minutes: a whole speech.
    "text": 20_000,
}
_LABELS: dict[str, str] = {
    **{name: fact.label for name, fact in FACTS.items()},
    "name": N_("the name"),
    "substitute": N_("the name"),
    "hamlet": N_("the hamlet"),
    "title": N_("the title"),
    "organisation": N_("the organisation"),
    "phone": N_("the phone"),
    "note": N_("the note"),
    "reason": N_("the reason"),
    "duty": N_("the name"),
}


def most_letters(field: str) -> int:
    """How many letters a text may have in the field of this name."""
    return _MOST.get(field, LONGEST)


def too_long(document: Any, field: str = "") -> str:
    """One sentence (without its full stop) on the first text that is too long for its field; or empty.

    ``document`` is a text, or mappings and lists of texts, as msgspec makes them of a struct.
    """
    for name, text in _texts(document, field):
        most = most_letters(name)
        if len(text) > most:
            label = _(_LABELS[name]) if name in _LABELS else _("the text")
            return _("{field} has {count} letters; there is room for {most}").format(
                field=label, count=len(text), most=most
            )
    return ""


def _texts(value: Any, field: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _texts(inner, str(name))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner, field)
