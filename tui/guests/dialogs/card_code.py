"""F9 at the guests: a card's code large, for a guest who left the card at home."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from data.language import _
from data.model.event import Event
from data.model.guest import Guest
from tui.frame.dialogs.dialog import Dialog
from tui.guests.guest_detail import grouped
from tui.guests.large_code import SIDE, LargeCode
from tui.safe_text import lines, plain
from tui.widgets.answers import belongs_to

_DOUBLED_FROM = (2 * SIDE + 40, SIDE + 9)


class CardCodeScreen(Dialog[None]):
    """One guest's QR with name, number and digits. Esc closes."""

    CSS = f"""
    CardCodeScreen .dialog {{ width: auto; padding: 0 1; }}
    CardCodeScreen .strip {{ width: 100%; max-width: {SIDE + 38}; }}
    CardCodeScreen .code-row {{ width: auto; height: auto; }}
    CardCodeScreen LargeCode {{ width: {SIDE}; height: auto; }}
    CardCodeScreen .doubled LargeCode {{ width: {2 * SIDE}; }}
    CardCodeScreen .code-words {{ width: 38; height: auto; max-height: {SIDE // 2 + 1}; padding: 1 2; }}
    """

    def __init__(self, guest: Guest, event: Event) -> None:
        super().__init__(_("Card"))
        self._guest = guest
        self._event = event

    def content(self) -> ComposeResult:
        guest = self._guest
        with Horizontal(classes="code-row"):
            yield LargeCode(guest.code)
            yield Static(
                lines(
                    [
                        # Number and digits first: a name may be longer than there is room.
                        plain(f"{guest.number:03}", "bold $accent"),
                        plain(grouped(guest.code), "bold"),
                        plain(""),
                        plain(guest.name, "bold"),
                        plain(belongs_to(guest, self._event), "$foreground 70%"),
                        plain(""),
                        plain(_("The number or the digits can be typed at the door."), "$foreground 70%"),
                        plain(_("Esc closes."), "dim"),
                    ]
                ),
                classes="code-words",
            )

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        size = self.app.size
        doubled = size.width >= _DOUBLED_FROM[0] and size.height >= _DOUBLED_FROM[1]
        self.query_one(".code-row").set_class(doubled, "doubled")
        self.query_one(LargeCode).show(doubled)
