"""What lists with a marked row have in common: the sign before it, and which rows are in sight."""

from textual.content import Content

from tui.safe_text import plain


def mark_sign(marked: bool) -> Content:
    """Two cells before a row: the sign of the marked one, or nothing."""
    return plain("› " if marked else "  ", "bold $accent")


def in_sight(count: int, marked: int, room: int) -> range:
    """The places of the rows that are shown, of ``count``, where ``room`` fit: the first ones as long as the
    marked row is among them, else those that end with it."""
    room = max(1, room)
    first = max(0, min(marked - room + 1, count - room))
    return range(first, min(count, first + room))
