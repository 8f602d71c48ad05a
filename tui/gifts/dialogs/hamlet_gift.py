"""F7 at the gift desk: a whole hamlet at once, by whoever takes it there."""

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from data.commands.gifts.gift_desk import give_to_all
from data.language import _
from data.messages.log import describe
from data.model.plan import Gift
from data.queries.gift_desk import HamletShare, shares_by_hamlet
from data.state.state import State
from data.text import counted
from data.text.unit_words import unit_word
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Ask, Dialog
from tui.safe_text import plain
from tui.widgets.lists.choice import Choice
from tui.widgets.lists.inline_select import InlineSelect

_ALL = "*"
_HERE, _EVERYBODY = "here", "everybody"


class HamletGiftDialog(Dialog[str]):
    """Which hamlet (↑ ↓) and which of its households; Enter asks once. Dismisses with what was done."""

    AUTO_FOCUS = "#hamlet"
    DEFAULT_CSS = """
    HamletGiftDialog #hamlets { height: auto; max-height: 9; scrollbar-size-vertical: 1; margin-bottom: 1; }
    HamletGiftDialog .label { color: $foreground 70%; }
    HamletGiftDialog #scope { height: 1; margin-bottom: 1; }
    """

    def __init__(self, state: State, gift: Gift) -> None:
        super().__init__(_("To a whole hamlet: {gift}").format(gift=gift.name))
        self._gift = gift
        self._hamlets = [h for h in shares_by_hamlet(state, gift.id) if h.waiting or h.absent]

    def content(self) -> ComposeResult:
        if not self._hamlets:
            yield Static(plain("✔ " + _("Every household has had it."), "$success"))
            return
        yield Static(plain(_("Which hamlet?")), classes="label")
        scroll = VerticalScroll(Choice(self._rows(), id="hamlet"), id="hamlets")
        scroll.can_focus = False
        yield scroll
        yield Static(plain(_("Whom?")), classes="label")
        yield InlineSelect(
            [
                (_HERE, _("only households that are here")),
                (_EVERYBODY, _("all without it, also those that have not come")),
            ],
            id="scope",
        )
        yield Static(plain(_("↑ ↓: which one.  Tab: whom.  Enter: go on.  Esc: leave."), "dim"))

    def _rows(self) -> list[tuple[str, str]]:
        rows = [
            (str(place), self._row(h.name or _("no hamlet"), [h])) for place, h in enumerate(self._hamlets)
        ]
        return [*rows, (_ALL, self._row(_("All hamlets"), self._hamlets))]

    def _row(self, name: str, hamlets: list[HamletShare]) -> str:
        waiting = sum(len(hamlet.waiting) for hamlet in hamlets)
        absent = sum(len(hamlet.absent) for hamlet in hamlets)
        return _("{hamlet}: {waiting} here, {absent} not come").format(
            hamlet=name, waiting=waiting, absent=absent
        )

    def on_choice_changed(self, event: Choice.Changed) -> None:
        if event.choice.id == "hamlet":
            row = len(self._hamlets) if event.choice.value == _ALL else int(event.choice.value)
            self.query_one("#hamlets").scroll_to(y=max(0, row - 4), animate=False)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j"):
            # Else the same key would go on to the question and press the button that has the focus.
            event.stop()
            self._go_on()

    def _go_on(self) -> None:
        if not self._hamlets:
            self.dismiss(None)
            return
        numbers = self._numbers()
        if not numbers:
            self.strip.say(_("None of its households is here. Tab: choose whom."), "refused")
            return
        chosen = self.query_one("#hamlet", Choice)
        count = len(numbers)
        question = _("Give {count} {unit} “{gift}” to {households}?").format(
            count=count,
            unit=unit_word(self._gift.unit, count),
            gift=self._gift.name,
            households=counted.households(count),
        )

        def answered(confirmed: bool | None) -> None:
            if confirmed:
                self._give(numbers)

        self.app.push_screen(Ask(chosen.label, plain(question), _("Yes, given")), answered)

    def _numbers(self) -> list[int]:
        place = self.query_one("#hamlet", Choice).value
        hamlets = self._hamlets if place == _ALL else [self._hamlets[int(place)]]
        everybody = self.query_one("#scope", InlineSelect).value == _EVERYBODY
        guests = [
            guest for hamlet in hamlets for guest in (*hamlet.waiting, *(hamlet.absent if everybody else ()))
        ]
        return [guest.number for guest in guests]

    def _give(self, numbers: list[int]) -> None:
        session = self.program.open_session
        command = partial(give_to_all, session, self._gift.id, numbers)
        carry_out(self, command, lambda entry: self.leave_with(describe(entry, session.state)))
