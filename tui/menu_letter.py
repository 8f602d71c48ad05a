"""A letter pressed to choose from a menu, whatever a Vietnamese typing program made of it."""

from data.text.fold import fold

_TELEX = {"ư": "w", "Ư": "w"}
"""Telex turns a lone ``w`` into ``ư``."""


def menu_letter(character: str | None) -> str:
    """The small Latin letter that was pressed, or empty for any other key."""
    if character is None:
        return ""
    letter = _TELEX.get(character) or fold(character)
    return letter if len(letter) == 1 and "a" <= letter <= "z" else ""
