"""Keys that come before anybody can have read what they answer."""

from data.language import _


def too_fast() -> str:
    """What is said of a key that nobody can have meant yet."""
    return _("That came too fast for a hand. Look, then press the key once more.")
