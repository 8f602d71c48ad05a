"""How long the texts of an event may be, by the name of their field.

Far beyond what anybody types; a name of 200,000 letters is a damaged list or ill will, and would hold
up every card, paper and screen that shows it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from data.language import N_, _
from data.text.cleaning.clean import LONGEST

_MOST: dict[str, int] = {
    **dict.fromkeys(("name", "substitute", "title", "organisation", "venue", "reason"), 500),
    **dict.fromkeys(("nickname", "hamlet", "village", "commune", "district", "relation"), 300),
    **dict.fromkeys(("phone", "honorific", "unit", "short", "duty", "device", "id"), 200),
    **dict.fromkeys(("label", "condition", "source"), 300),
    **dict.fromkeys(("note", "notice"), 2000),
    # What was said in the hall, for the minutes: a whole speech.
    "text": 20_000,
}
_LABELS = {
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
