"""A whole delegation at the door: who of it did not come is taken out, the rest is let in at once."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from data.language import _
from data.model.guest import Guest
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import fit, joined, plain
from tui.widgets.lists.long_list import LongList
from tui.widgets.lists.marked import mark_sign

_MOST_ROWS = 9


class AdmitGroupDialog(Dialog[tuple[int, ...]]):
    """No has the focus. Dismisses with the numbers that are left out, or with None for No."""

    AUTO_FOCUS = "#no"
    DEFAULT_CSS = """
    AdmitGroupDialog LongList { margin-bottom: 1; }
    AdmitGroupDialog .hint { height: auto; }
    """

    def __init__(self, group: str, guests: list[Guest]) -> None:
        super().__init__(group)
        self._guests = guests
        self._without: set[int] = set()

    def content(self) -> ComposeResult:
        yield Static(plain(_("Let all of these in together?"), "bold"), classes="question")
        listed = LongList(self._row, id="group-list")
        listed.styles.height = min(_MOST_ROWS, len(self._guests))
        yield listed
        yield Static(
            plain(_("↑ ↓ and Space: this one did not come.  → and Enter: let them in.  Esc: no."), "dim"),
            classes="hint",
        )
        with Horizontal(classes="buttons"):
            yield Button(Content(_("No")), id="no")
            yield Button(self._yes(), id="yes")

    def on_mount(self) -> None:
        self.query_one(LongList).show(len(self._guests))

    def on_key(self, event: events.Key) -> None:
        listed = self.query_one(LongList)
        if listed.move(event.key):
            event.stop()
        elif event.key == "space":
            event.stop()
            event.prevent_default()
            self._without ^= {self._guests[listed.marked].number}
            listed.show(len(self._guests))
            self.query_one("#yes", Button).label = self._yes()

    def key_left(self) -> None:
        self.query_one("#no").focus()

    def key_right(self) -> None:
        self.query_one("#yes").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(tuple(sorted(self._without)) if event.button.id == "yes" else None)

    def _yes(self) -> Content:
        return Content(_("Let in {count}").format(count=len(self._guests) - len(self._without)))

    def _row(self, index: int, width: int, marked: bool) -> Content:
        guest = self._guests[index]
        out = guest.number in self._without
        where = " · ".join(part for part in (guest.title, guest.organisation) if part)
        room = max(10, width - 10)
        return joined(
            mark_sign(marked),
            plain("✖ " if out else "✔ ", "$error" if out else "$success"),
            plain(f"{guest.number:03} "),
            plain(fit(guest.name, room // 2), "bold" if marked else ""),
            plain(" " + fit(where, room - room // 2 - 1), "$foreground 70%"),
        )
