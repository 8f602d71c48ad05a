"""A card's QR in the terminal."""

from textual.widgets import Static

from data.documents.cards.qr import MODULES, QUIET, modules
from data.scanning.codes import payload
from tui.widgets.codes.modules import doubled as drawn_doubled
from tui.widgets.codes.modules import halved, with_quiet_zone

SIDE = MODULES + 2 * QUIET


class LargeCode(Static):
    """The QR of a card code, two rows of modules to a line, or ``doubled`` when there is room."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._rows = with_quiet_zone(modules(payload(code)), QUIET)

    def show(self, doubled: bool) -> None:
        """Draw it: ``SIDE`` wide and half as high, or twice that."""
        self.update(drawn_doubled(self._rows) if doubled else halved(self._rows))
