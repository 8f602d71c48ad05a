"""The line that says how several laptops stand together; not there while this one is alone by choice."""

from tui.safe_text import plain, wrapped
from tui.widgets.static_cached import StaticCached

_BETWEEN = " · "
_TONES = ("quiet", "welcome", "again", "refused")


class TogetherLine(StaticCached):
    """Not there while nothing is shared."""

    DEFAULT_CSS = "TogetherLine { height: 1; padding: 0 1; display: none; }"

    def tell(self, text: str, tone: str) -> None:
        """Show ``text``, or nothing where it is empty; ``tone`` is quiet, welcome, again or refused."""
        if self.display != bool(text):
            self.display = bool(text)
        if text:
            for one in _TONES:
                self.set_class(one == tone, f"tone-{one}")
            self.show(plain(fitted(text, max(10, self.app.size.width - 2))))


def fitted(text: str, width: int) -> str:
    """``text`` in ``width`` cells: what is said last is left out as a whole, a single sentence cut between
    words."""
    parts = text.split(_BETWEEN)
    while len(parts) > 1 and plain(_BETWEEN.join(parts)).cell_length > width:
        parts.pop()
        text = _BETWEEN.join(parts)
    if plain(text).cell_length <= width:
        return text
    return f"{wrapped(text, width - 1)[0]}…"
