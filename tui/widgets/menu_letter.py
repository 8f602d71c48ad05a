"""A letter pressed to choose from a menu, whatever a Vietnamese typing program made of it."""

_TELEX = {"ư": "w", "Ư": "w"}
"""Telex turns a lone ``w`` into ``ư``; every other first letter it leaves as it is."""


def menu_letter(character: str | None) -> str:
    """The small Latin letter that was pressed, or empty for any other key.

    ă, â, ê, ô and đ are no letters here: Microsoft's Vietnamese layout types them for digits, so they
    may be a scan that is coming in.
    """
    letter = _TELEX.get(character or "", (character or "").lower())
    return letter if len(letter) == 1 and "a" <= letter <= "z" else ""
