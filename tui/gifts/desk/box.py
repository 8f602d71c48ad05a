"""The gift desk's answer, to be read at arm's length."""

from textual.widgets import Static

from data.commands.gifts.gift_desk import DeskAnswer
from data.language import _
from data.state.state import State
from tui.gifts.desk.answers import desk_explanation, desk_headline, desk_look
from tui.safe_text import joined, lines, plain
from tui.widgets.answers import belongs_to

_LARGE = 60


class DeskBox(Static):
    """Shows one answer: sign and word, number and hamlet, the whole name, why."""

    DEFAULT_CSS = """
    DeskBox { height: auto; min-height: 5; margin: 0 1; padding: 0 2; border: round $panel; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.answer: DeskAnswer | None = None

    def on_mount(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Wait for the next household."""
        self.answer = None
        self.set_classes("")
        hint = _("Hold a household's card before the scanner, or type its number or name.")
        self.update(lines([plain(""), plain(hint, "dim")]))

    def refuse(self, sentence: str) -> None:
        """Say that nothing was recorded, and why: the answer before it never stands for this household."""
        self.answer = None
        self.set_classes("tone-refused")
        self.update(lines([plain("✖  " + _("NOT RECORDED"), "bold"), plain(sentence, "bold")]))

    def show(self, answer: DeskAnswer, state: State) -> None:
        """Show an answer."""
        self.answer = answer
        self._draw(state)

    def renew(self, state: State) -> None:
        """Follow what was undone or set right since: the answer never says what no longer holds."""
        answer = self.answer
        if answer is None or answer.guest is None:
            return
        number = answer.guest.number
        had = state.handovers.share(answer.gift.id, number) is not None
        came = number in state.present
        holds = {"given": had, "had": had, "not-in": not came and not had}
        if number not in state.guests or not holds.get(answer.status, True):
            self.clear()

    def _draw(self, state: State) -> None:
        answer = self.answer
        assert answer is not None
        look, guest = desk_look(answer), answer.guest
        self.set_classes(f"tone-{look.tone}")
        where = ""
        if guest is not None:
            kind = _("household") if guest.is_household else _("delegate")
            where = " · ".join(filter(None, (f"{kind} {guest.number:03}", belongs_to(guest, state.event))))
        rows = [joined(plain(f"{look.sign}  {desk_headline(answer)}", "bold"), "    ", where)]
        if guest is not None:
            rows.append(plain(guest.name.upper() if len(guest.name) <= _LARGE else guest.name, "bold"))
        rows.append(plain(desk_explanation(answer, state)))
        self.update(lines(rows))
