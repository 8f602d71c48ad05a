"""The answer of the door, to be read from two metres."""

from textual.content import Content
from textual.widgets import Static

from data.commands.door import Answer
from data.language import _
from data.model.event import Event
from data.model.guest import Guest
from data.state.state import State
from tui.answers import belongs_to, explanation, headline, look_of, who_came
from tui.untrusted import joined, lines, plain


class AnswerBox(Static):
    """Shows one answer: sign and word, number and place, the whole name, why, the attention note."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._answer: Answer | None = None
        self._event: Event | None = None

    @property
    def guest(self) -> Guest | None:
        """The guest of the answer, if it found one."""
        return self._answer.guest if self._answer else None

    def on_mount(self) -> None:
        self.update(lines([plain(""), plain(_("Hold a card before the scanner, or type a name."), "dim")]))

    def show(self, answer: Answer, event: Event) -> None:
        """Show an answer."""
        self._answer, self._event = answer, event
        self._draw()

    def renew(self, state: State) -> None:
        """Follow what was set right or undone since: the answer never says what no longer holds."""
        if self._answer is None or self._answer.guest is None or not self._answer.is_welcome:
            return
        number = self._answer.guest.number
        attendance = state.present.get(number)
        if attendance is None or number not in state.guests:
            self._answer = None
            self.set_classes("")
            self.update(
                lines([plain(""), plain(_("Undone. Hold a card before the scanner, or type a name."), "dim")])
            )
        elif attendance != self._answer.attendance:
            self._answer = Answer(
                status=self._answer.status,
                at=self._answer.at,
                guest=state.guests[number],
                attendance=attendance,
            )
            self._draw()

    def _draw(self) -> None:
        answer = self._answer
        assert answer is not None and self._event is not None
        look = look_of(answer)
        self.set_classes(f"tone-{look.tone}")
        top = joined(plain(f"{look.sign}  {headline(answer)}", "bold"), "    ", self._where(answer.guest))
        rows = [top, plain("")]
        if answer.guest is not None:
            rows.append(
                plain(
                    answer.guest.name.upper() if len(answer.guest.name) <= 60 else answer.guest.name, "bold"
                )
            )
        detail = explanation(answer)
        if answer.status == "replaced":
            detail = " ".join(filter(None, (detail, who_came(answer.attendance))))
        if detail:
            rows.append(plain(detail))
        if answer.guest is not None and answer.guest.note:
            rows.append(plain(f"★ {answer.guest.note}", "bold $warning"))
        self.update(lines(rows))

    def _where(self, guest: Guest | None) -> Content:
        if guest is None or self._event is None:
            return plain("")
        kind = _("household") if guest.is_household else _("delegate")
        return plain(" · ".join(filter(None, (f"{kind} {guest.number:03}", belongs_to(guest, self._event)))))
