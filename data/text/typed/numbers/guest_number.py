"""A guest's number as people type it, where a name, a phone or a card's code may stand as well."""

_LONGEST = 5


def is_guest_number(text: str) -> bool:
    """Whether ``text`` can be a guest's number: digits, fewer than of a phone or a card."""
    return text.isdecimal() and len(text) <= _LONGEST
