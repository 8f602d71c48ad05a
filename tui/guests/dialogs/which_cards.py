"""F8 at the guests: which cards to draw."""

from collections.abc import Sequence
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from data.commands import understood
from data.commands.checklist import OpenPoint
from data.documents.cards.selection import read_selection
from data.language import _
from data.model.guest import Guest
from tui.frame.dialogs.dialog import Dialog
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.safe_text import fit, plain
from tui.widgets.lists.choice import Choice
from tui.widgets.menu_letter import menu_letter

_NAME_WIDTH = 36
_BY_NUMBER = "s"


class WhichCardsDialog(Dialog[list[Guest]]):
    """Letters, or arrows and Enter. Dismisses with the guests whose cards are to be drawn.

    First, and so what Enter takes, are the cards not drawn yet; where there are none, all cards.
    ``found`` are the guests that the search for ``query`` shows, empty while nothing is searched;
    ``still_open`` is what cards print and nobody has said yet.
    """

    AUTO_FOCUS = "Choice"
    DEFAULT_CSS = """
    WhichCardsDialog .first { height: auto; margin-bottom: 1; }
    """

    def __init__(
        self,
        guests: Sequence[Guest],
        undrawn: Sequence[Guest],
        chosen: Guest | None,
        *,
        query: str = "",
        found: Sequence[Guest] = (),
        still_open: Sequence[OpenPoint] = (),
    ) -> None:
        super().__init__(_("Draw which cards?"))
        self._open = still_open
        self._everybody = list(guests)
        self._guests: dict[str, list[Guest]] = {}
        self._rows: list[tuple[str, str]] = []
        if undrawn:
            self._offer("c", _("only those not drawn yet ({count})").format(count=len(undrawn)), undrawn)
        self._offer("t", _("all cards ({count})").format(count=len(guests)), guests)
        if query and found:
            text = fit(" ".join(query.split()), _NAME_WIDTH).rstrip()
            self._offer(
                "k", _("those found for “{text}” ({count})").format(text=text, count=len(found)), found
            )
        if chosen is not None:
            name = fit(" ".join(chosen.name.split()), _NAME_WIDTH).rstrip()
            self._offer(
                "m", _("only this one: {number:03} {name}").format(number=chosen.number, name=name), [chosen]
            )
        self._offer(_BY_NUMBER, _("by number: 3, 7, 12-20…"), [])

    def content(self) -> ComposeResult:
        if self._open:
            first = _("First say in F10: {what}. Cards drawn before that have to be printed again.")
            what = "; ".join(point.label for point in self._open)
            yield Static(plain(first.format(what=what), "bold $warning"), classes="first")
        yield Choice(self._rows)
        yield Static(plain(""))
        yield Static(plain(_("Letter, or ↑ ↓ and Enter.  Esc: leave."), "dim"))

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            self._take(self.query_one(Choice).value)
        elif (letter := menu_letter(event.character)) in self._guests:
            event.stop()
            self._take(letter)

    def _take(self, letter: str) -> None:
        if letter != _BY_NUMBER:
            self.dismiss(self._guests[letter])
            return
        self.query_one(Choice).choose(letter)
        selected: list[Guest] = []

        def save(typed: dict[str, str]) -> None:
            selected[:] = read_selection(typed["numbers"], self._everybody)

        def done(saved: bool | None) -> None:
            if saved:
                self.dismiss(selected)

        told = partial(understood.cards, guests=self._everybody)
        field = Field("numbers", _("The numbers on the cards to draw"), "", _("3, 7, 12-20"), understood=told)
        self.app.push_screen(EditValueDialog(_("Draw which cards?"), [field], save), done)

    def _offer(self, letter: str, label: str, guests: Sequence[Guest]) -> None:
        self._guests[letter] = list(guests)
        self._rows.append((letter, f"{letter}  {label}"))
