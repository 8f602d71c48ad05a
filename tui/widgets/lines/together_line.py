"""The line that says how several laptops stand together; not there while this one is alone by choice."""

from tui.safe_text import fit, plain
from tui.widgets.static_cached import StaticCached

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
            self.show(plain(fit(text, max(10, self.app.size.width - 2)).rstrip()))
