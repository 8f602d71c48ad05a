"""F10, a row of what is missing: Ông, Bà or Đồng chí of the delegates of whom nobody has said it."""

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from data.commands import understood
from data.commands.guests import correct_guest
from data.language import _
from data.model.guest import Guest
from data.plans.typed import honorific as typed_honorific
from data.queries.people.honorifics import without_honorific
from data.text.people.honorific import CHOICES, likely_honorific
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.safe_text import fit, joined, plain
from tui.widgets.answers import belongs_to
from tui.widgets.lists.long_list import LongList
from tui.widgets.lists.marked import mark_sign
from tui.widgets.menu_letter import menu_letter

_KEYS = dict(zip("obc", CHOICES, strict=True))


class HonorificsDialog(Dialog[None]):
    """One key for each person, who is then off the list; Enter takes the guess that stands there."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    HonorificsDialog LongList { height: 12; margin: 1 0; }
    """

    def __init__(self) -> None:
        super().__init__(_("How are they addressed?"))
        self._guests: list[Guest] = []

    def content(self) -> ComposeResult:
        yield Static(
            plain(_("Read out by the MC and printed. “?” is a guess from the name."), "$foreground 70%")
        )
        yield LongList(self._row, id="unaddressed")
        yield Static(
            plain(
                _("O: Ông. B: Bà. C: Đồng chí. T: another. Enter: the guess. A: all guesses. Esc: leave."),
                "dim",
            )
        )

    def on_mount(self) -> None:
        self._list()

    def on_key(self, event: events.Key) -> None:
        if self.query_one(LongList).move(event.key):
            event.stop()
            self.query_one(LongList).show(len(self._guests))
            return
        letter = menu_letter(event.character)
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            self._take_guess()
        elif letter in _KEYS:
            event.stop()
            self._set(self._marked, _KEYS[letter])
        elif letter == "t" and self._marked is not None:
            event.stop()
            self._type(self._marked)
        elif letter == "a":
            event.stop()
            self._take_all()

    @property
    def _marked(self) -> Guest | None:
        place = self.query_one(LongList).marked
        return self._guests[place] if place < len(self._guests) else None

    def _take_guess(self) -> None:
        guest = self._marked
        if guest is None:
            self.dismiss(None)
        elif likely := likely_honorific(guest.name):
            self._set(guest, likely)
        else:
            self.strip.say(_("Nothing can be guessed from this name: O, B or C."), "again")

    def _take_all(self) -> None:
        session, guests = self.program.open_session, list(self._guests)

        def command() -> None:
            for guest in guests:
                if likely := likely_honorific(guest.name):
                    correct_guest(session, guest.number, honorific=likely)

        carry_out(self, command, lambda _done: self._list())

    def _type(self, guest: Guest) -> None:
        session = self.program.open_session

        def save(typed: dict[str, str]) -> object:
            return correct_guest(session, guest.number, honorific=typed_honorific(typed["honorific"]))

        hint = _("“thượng tọa”, “linh mục” …")
        field = Field("honorific", guest.name, "", hint, understood=understood.honorific)
        dialog = EditValueDialog(_("How are they addressed?"), [field], save)
        self.app.push_screen(dialog, lambda _saved: self._list())

    def _set(self, guest: Guest | None, honorific: str) -> None:
        if guest is None:
            return
        self.strip.clear()
        command = partial(correct_guest, self.program.open_session, guest.number, honorific=honorific)
        carry_out(self, command, lambda _done: self._list())

    def _list(self) -> None:
        self._guests = without_honorific(self.program.open_session.state)
        listed = self.query_one(LongList)
        listed.show(len(self._guests), min(listed.marked, max(0, len(self._guests) - 1)))
        if not self._guests:
            self.strip.say("✔ " + _("All of them are known. Enter: back."), "welcome")

    def _row(self, index: int, width: int, marked: bool) -> Content:
        guest = self._guests[index]
        likely = likely_honorific(guest.name)
        guess = f"{likely} ?" if likely else "?"
        where = belongs_to(guest, self.program.open_session.state.event)
        return joined(
            mark_sign(marked),
            plain(fit(guess, 6), "$warning"),
            plain(f"{fit(guest.name, 24)} ", "bold" if marked else ""),
            plain(fit(where, max(10, width - 36)), "$foreground 70%"),
        )
