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
            self.update(content, layout=self.styles.auto_dimensions)
