"""Where an archive is written: beside the event, on a stick that is in the laptop, or in a usual folder."""

from collections.abc import Sequence
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from data.language import _
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import plain
from tui.widgets.lists.choice import Choice

_ROOM = 60


class ArchivePlaceDialog(Dialog[Path]):
    """Arrows and Enter. Dismisses with the folder; ``beside`` the event is the first, ``places`` follow."""

    AUTO_FOCUS = "Choice"

    def __init__(self, beside: Path, places: Sequence[Path]) -> None:
        super().__init__(_("Where to write the archive?"))
        others = [place for place in places if place.resolve() != beside.resolve()]
        rows = {str(beside): _("beside the event: {folder}").format(folder=_short(beside))}
        self._rows = list((rows | {str(place): _short(place) for place in others}).items())

    def content(self) -> ComposeResult:
        yield Choice(self._rows)
        yield Static(plain(""))
        note = _("A USB stick that is put in now is listed when this is opened again.")
        yield Static(plain(note, "$foreground 70%"))
        yield Static(plain(_("↑ ↓: choose.  Enter: write.  Esc: leave."), "dim"))

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            self.dismiss(Path(self.query_one(Choice).value))


def _short(folder: Path) -> str:
    text = str(folder)
    return text if len(text) <= _ROOM else "…" + text[1 - _ROOM :]
