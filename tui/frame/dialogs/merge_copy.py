"""Two copies of one event made one, from the screen: which copy, and what came of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from data.errors import Refused
from data.files.typed_path import typed_path
from data.finding.files import COPIES
from data.language import _
from tui.frame.dialogs.dialog import Dialog
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.safe_text import lines, plain


def ask_copy(app: App[object], village: str, folder: Path, then: Callable[[Path], None]) -> None:
    """Ask where the other copy lies of the event of ``village`` in ``folder``; ``then`` gets its path."""
    found: list[Path] = []

    def read(typed: dict[str, str]) -> None:
        path = typed_path(typed["file"])
        if not path.exists():
            raise Refused(_("There is no file {path}.").format(path=path))
        found.append(path)

    def chosen(saved: bool | None) -> None:
        if saved:
            then(found[0])

    label = _("The other copy of {village}: choose it, or drop its folder here").format(village=village)
    field = Field("file", label, hint=_("part of its name"), kinds=COPIES, left_out=folder)
    why = _("What it has and this one lacks is taken in. It is only read, and may be merged again later.")
    keys = _("↑ ↓: choose.  Letters: search.  Enter: merge.  Esc: leave.")
    app.push_screen(EditValueDialog(_("Merge two copies"), [field], read, why=why, keys=keys), chosen)


class MergedDialog(Dialog[None]):
    """What came in, what collided, what was left out; any of Enter and Esc leaves it."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS = [Binding("enter,ctrl+j", "cancel", "", show=False)]
    DEFAULT_CSS = """
    MergedDialog VerticalScroll { height: auto; max-height: 14; margin-bottom: 1; }
    """

    def __init__(self, told: Sequence[str]) -> None:
        super().__init__(_("Merged"))
        self._told = tuple(told)

    def content(self) -> ComposeResult:
        first, *rest = self._told
        rows = [plain(first, "bold"), *(plain(line, _style(line)) for line in rest)]
        with VerticalScroll():
            yield Static(lines(rows))
        yield Static(plain(_("Enter: leave."), "dim"))


def _style(line: str) -> str:
    return "$warning" if line.startswith("⚠") else ""
