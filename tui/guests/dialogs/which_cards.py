"""F8 at the guests: which cards to draw."""

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.widgets import Static

from data.commands import understood
from data.commands.event.checklist import OpenPoint
from data.documents.cards.selection import read_selection
from data.language import _
from data.model.guest import Guest
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.frame.dialogs.letter_menu import LetterMenu
from tui.safe_text import fit, plain

_NAME_WIDTH = 36


class WhichCardsDialog(LetterMenu[list[Guest]]):
    """Letters, or arrows and Enter. Dismisses with the guests whose cards are to be drawn.

    First, and so what Enter takes, are the cards not drawn yet; where there are none, all cards.
    ``found`` are the guests that the search for ``query`` shows, empty while nothing is searched;
    ``still_open`` is what cards print and nobody has said yet.
    """

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
        self.actions["s"] = (_("by number: 3, 7, 12-20…"), self._ask_numbers)

    def content(self) -> ComposeResult:
        if self._open:
            first = _("First say in F10: {what}. Cards drawn before that have to be printed again.")
            what = "; ".join(point.label for point in self._open)
            yield Static(plain(first.format(what=what), "bold $warning"), classes="first")
        yield from self.menu()

    def _ask_numbers(self) -> None:
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
        self.actions[letter] = (label, partial(self.dismiss, list(guests)))
