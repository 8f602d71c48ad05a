"""Which sheets an export holds, and whether telephone numbers are in it."""

from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from data.export.workbook.sheet_names import SHEETS
from data.language import _
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import plain
from tui.widgets.lists.choice import Choice

_PHONES = "phones"


class ExportChoice(NamedTuple):
    """The names of the chosen sheets (of ``SHEETS``), and whether telephone numbers are written."""

    sheets: tuple[str, ...]
    phones: bool


class ChooseExportDialog(Dialog[ExportChoice]):
    """Arrows choose a row, Space switches it; Enter writes. Telephone numbers are off at first."""

    AUTO_FOCUS = "Choice"

    def __init__(self) -> None:
        super().__init__(_("What the export holds"))
        self._on = set(SHEETS)

    def content(self) -> ComposeResult:
        yield Choice(self._rows())
        yield Static(plain(""))
        yield Static(plain(_("All sheets: also as CSV, and the whole event as JSON."), "$foreground 70%"))
        yield Static(plain(_("↑ ↓: row.  Space: on or off.  Enter: write.  Esc: leave."), "dim"))

    def on_key(self, event: events.Key) -> None:
        if event.key == "space":
            event.stop()
            self._on ^= {self.query_one(Choice).value}
            self.query_one(Choice).relabel(self._rows())
        elif event.key in ("enter", "ctrl+j"):
            event.stop()
            sheets = tuple(name for name in SHEETS if name in self._on)
            if sheets:
                self.dismiss(ExportChoice(sheets, _PHONES in self._on))
            else:
                self.strip.say(_("Choose at least one sheet."), "refused")

    def _rows(self) -> list[tuple[str, str]]:
        labels = [(name, _(title)) for name, title in SHEETS.items()]
        labels.append((_PHONES, _("telephone numbers (leave them out unless they are needed)")))
        return [(name, f"[{'×' if name in self._on else ' '}] {label}") for name, label in labels]
