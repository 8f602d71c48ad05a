"""F8 at the guests: which cards to draw."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from data.language import _
from data.model.guest import Guest
from tui.screens.dialog import Dialog
from tui.untrusted import fit, plain
from tui.widgets.choice import Choice

_NAME_WIDTH = 40


class WhichCardsDialog(Dialog[list[Guest]]):
    """Letters, or arrows and Enter. Dismisses with the guests whose cards are to be drawn.

    First, and so what Enter takes, are the cards not printed yet; where there are none, all cards.
    """

    AUTO_FOCUS = "Choice"

    def __init__(self, guests: Sequence[Guest], unprinted: Sequence[Guest], chosen: Guest | None) -> None:
        super().__init__(_("Draw which cards?"))
        self._guests: dict[str, list[Guest]] = {}
        self._rows: list[tuple[str, str]] = []
        if unprinted:
            self._offer(
                "n", _("only those not printed yet ({count})").format(count=len(unprinted)), unprinted
            )
        self._offer("a", _("all cards ({count})").format(count=len(guests)), guests)
        if chosen is not None:
            name = fit(" ".join(chosen.name.split()), _NAME_WIDTH).rstrip()
            self._offer(
                "o", _("only this one: {number:03} {name}").format(number=chosen.number, name=name), [chosen]
            )

    def content(self) -> ComposeResult:
        yield Choice(self._rows)
        yield Static(plain(""))
        yield Static(plain(_("Letter, or ↑ ↓ and Enter.  Esc: leave."), "dim"))

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            self.dismiss(self._guests[self.query_one(Choice).value])
        elif event.character and event.character.lower() in self._guests:
            event.stop()
            self.dismiss(self._guests[event.character.lower()])

    def _offer(self, letter: str, label: str, guests: Sequence[Guest]) -> None:
        self._guests[letter] = list(guests)
        self._rows.append((letter, f"{letter}  {label}"))
