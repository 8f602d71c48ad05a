"""A Static for what may change every second: it redraws only when what it shows is different."""

from textual.content import Content
from textual.widgets import Static


class StaticCached(Static):
    """Shown through ``show``; the same text in the same colours costs nothing."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._shown: object = None

    def show(self, content: Content) -> None:
        """Show ``content`` unless it is shown already."""
        # Content compares its letters only, so the colours are compared beside them.
        key = (content.plain, content.spans)
        if key != self._shown:
            self._shown = key
            self.update(content, layout=self._needs_layout(content))

    def _needs_layout(self, content: Content) -> bool:
        """Whether the screen has to be laid out anew for ``content``: not where it fills as many rows as what
        is shown, as a time does that goes on by a second."""
        if self.styles.is_auto_width:
            return True
        width, height = self.content_size
        if not self.styles.is_auto_height:
            return False
        # As Textual itself asks: its styles are such a mapping.
        return not width or content.get_height(self.styles, width) != height  # type: ignore[arg-type]
