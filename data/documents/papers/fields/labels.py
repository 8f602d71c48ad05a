"""What the fields of papers are called on the screen, in the language that people read."""

import tomllib
from functools import cache

from data.assets import ASSETS
from data.documents.papers.fields import event as fields_of_event
from data.documents.papers.fields.event import within_a_line
from data.language import chosen
from data.model.event import Event
from data.plans.plan_words import blank_label
from data.text.fold import fold

_ENGLISH = ASSETS / "papers" / "field-names-en.toml"
_COLUMN = ": "
"""Between a table's name and its column's, in the label of what is missing there."""


def shown_label(label: str, event: Event) -> str:
    """A field's label as people read it; the label itself, Vietnamese, where the field has no other name."""
    if chosen() != "en":
        return label
    blanks = {
        fold(fields_of_event.blank_label(blank)): within_a_line(blank_label(blank)) for blank in event.blanks
    }
    return blanks.get(fold(label)) or _in_english(label)


def _in_english(label: str) -> str:
    if known := _english().get(fold(label)):
        return known
    table, colon, column = label.partition(_COLUMN)
    return f"{_in_english(table)}{_COLUMN}{_in_english(column)}" if colon else label


@cache
def _english() -> dict[str, str]:
    """Every field's English name by its own, without accents and capitals."""
    names: dict[str, str] = tomllib.loads(_ENGLISH.read_text("utf-8"))
    return {fold(name): english for name, english in names.items()}
