"""Ctrl+K: a code that pairs a phone, large; the phones that are paired, and how each is dismissed."""

from collections.abc import Callable, Coroutine
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from data.companion.pairing import dismiss
from data.companion.roles import ROLES, Role
from data.companion.tokens import Token
from data.errors import CeremonyError
from data.language import _, ngettext
from data.messages.entries.phones import role_name
from data.state.phones import Phone
from tui.companion.dialogs.needs import PhoneNeedsDialog
from tui.companion.pages.hall import PATH as HALL_PATH
from tui.companion.qr import qr_rows
from tui.companion.serving.server import Companion
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import fit, lines, plain
from tui.widgets.menu_letter import menu_letter

_LETTERS = "abcdefghij"
_COLUMN = 35
_MINUTE = 60.0
_ASLEEP_SECONDS = 20.0


class PhonesDialog(Dialog[None]):
    """R, ← →, N, P, W and T are keys of the code; a letter from A to J dismisses the phone beside it."""

    CSS = """
    PhonesDialog .dialog { width: 78; max-width: 100%; max-height: 100%; padding: 0 1; }
    PhonesDialog #sides { height: auto; }
    PhonesDialog #code { width: auto; height: auto; color: #000000; background: #ffffff; }
    PhonesDialog #beside { width: 1fr; height: auto; padding-left: 2; }
    PhonesDialog #phone-keys { height: 1; }
    """

    def __init__(
        self,
        companion: Companion,
        switch_off: Callable[[], None],
        show_here: Callable[[str], Coroutine[Any, Any, None]],
    ) -> None:
        super().__init__(_("Phones"))
        self._companion = companion
        self._switch_off = switch_off
        self._show_here = show_here
        self._role: Role = ROLES[0]
        self._addresses = companion.addresses
        self._address = 0
        self._token = self._fresh()

    def content(self) -> ComposeResult:
        with Horizontal(id="sides"):
            yield Static(id="code")
            yield Vertical(Static(id="how"), Static(id="paired"), id="beside")
        yield Static(id="phone-keys")

    def on_mount(self) -> None:
        self._show_all()
        self.set_interval(1.0, self._look)

    @property
    def token(self) -> Token:
        """The code that is shown now."""
        return self._token

    @property
    def invitation(self) -> str:
        """The address in the QR."""
        return self._companion.invitation(self._addresses[self._address], self._token)

    def on_key(self, event: events.Key) -> None:
        letter = menu_letter(event.character)
        act = _KEYS.get(letter or event.key)
        if act is not None:
            event.stop()
            act(self)
        elif letter and letter in _LETTERS:
            event.stop()
            self._dismiss_phone(_LETTERS.index(letter))

    def next_role(self) -> None:
        """The next phone is to be something else; the code that was shown pairs nobody any more."""
        self._companion.tokens.withdraw(self._token)
        self._role = ROLES[(ROLES.index(self._role) + 1) % len(ROLES)]
        self.new_code()

    def new_code(self) -> None:
        """Show another code; one that a phone has read already stays good for its ten minutes."""
        self._token = self._fresh()
        self._show_all()

    def other_address(self, step: int = 1) -> None:
        """Show the code for the laptop's next address, where it has several."""
        self._addresses = self._companion.addresses
        self._address = (self._address + step) % len(self._addresses)
        self._show_all()

    def switch_plain(self) -> None:
        """Let phones whose browser refuses the certificate come without it, or no more."""
        self._companion.lets_plain = not self._companion.lets_plain
        if self._companion.lets_plain:
            said = _("Phones may come without a lock (photos only). Others on this Wi-Fi could read along.")
            self.strip.say(said, "again")
        else:
            self.strip.say(_("Phones come with a lock only."))
        self._show_all()

    def tell_needs(self) -> None:
        """Say what is needed and what to press."""
        self.app.push_screen(PhoneNeedsDialog(self._companion.port, self._companion.plain_port))

    def show_hall(self) -> None:
        """Show the audience's page in this laptop's browser."""
        self.run_worker(self._show_here(HALL_PATH), exit_on_error=False)

    def switch_off(self) -> None:
        """No page is served any more."""
        self._switch_off()
        self.dismiss(None)
        self.program.say(_("The phones' pages are off. Paired phones are known again when they are on."))

    def _fresh(self) -> Token:
        return self._companion.tokens.new(self._role, self._companion.host.clock.monotonic())

    def _look(self) -> None:
        if not self._companion.is_on:
            self.dismiss(None)
        elif not self._companion.tokens.is_open(self._token, self._companion.host.clock.monotonic()):
            self.new_code()
        else:
            self._show_paired()

    def _show_all(self) -> None:
        self.query_one("#code", Static).update(lines([Content(row) for row in qr_rows(self.invitation)]))
        self.query_one("#how", Static).update(lines(self._how()))
        self._show_paired()
        self.query_one("#phone-keys", Static).update(plain(self._keys(), "dim"))

    def _how(self) -> list[Content]:
        address = f"http://{self._addresses[self._address]}:{self._companion.plain_port}"
        several = len(self._addresses) > 1
        place = f"  ({self._address + 1}/{len(self._addresses)}, ← →)" if several else ""
        code = f"{self._token.text[:5]} {self._token.text[5:]}"
        rows = [
            plain(_("Scan it with a phone, or type:")),
            plain(address + place, "bold $accent"),
            plain(_("code {code}").format(code=code), "bold"),
            plain(_("{role}  (R: another)").format(role=role_name(self._role)), "$accent"),
        ]
        if self._addresses[self._address].startswith("127."):
            rows.append(plain(_("No network: join a Wi-Fi or a hotspot first."), "bold $warning"))
        else:
            rows.append(plain(_("Same Wi-Fi, no internet. W: how"), "dim"))
        hall = _("TV: type {path} behind it. T: here").format(path=HALL_PATH)
        return [*rows, plain(hall, "dim")]

    def _show_paired(self) -> None:
        phones = self._phones()
        rows = [plain(""), plain(_("PAIRED ({count})").format(count=len(phones)), "bold dim")]
        if not phones:
            rows.append(plain(_("No phone yet."), "dim"))
        rows += [row for place, phone in enumerate(phones) for row in self._row(place, phone)]
        self.query_one("#paired", Static).update(lines(rows))

    def _row(self, place: int, phone: Phone) -> list[Content]:
        session = self._companion.host.session
        letter = _LETTERS[place].upper() if place < len(_LETTERS) else " "
        seen = self._companion.seen.get(phone.id)
        gone = self._companion.host.clock.monotonic() - seen if seen is not None else None
        sign = "●" if gone is not None and gone < _ASLEEP_SECONDS else "○"
        scans = session.state.requests.scans.get(phone.id, 0)
        told = ngettext("{count} scan", "{count} scans", scans).format(count=scans)
        facts = f"{sign} {_alive(gone)} · {told}"
        role = role_name(phone.role).partition(":")[0]
        return [
            plain(fit(f"{letter} {phone.name}", _COLUMN).rstrip(), "bold"),
            plain(fit(f"  {facts} · {role}", _COLUMN).rstrip(), "dim"),
        ]

    def _keys(self) -> str:
        lock = _("on") if self._companion.lets_plain else _("off")
        return _("Letter: dismiss  N: new code  P: no lock ({lock})  W: how  X: switch off").format(lock=lock)

    def _phones(self) -> list[Phone]:
        return list(self._companion.host.session.state.phones.paired.values())

    def _dismiss_phone(self, place: int) -> None:
        phones = self._phones()
        if place >= len(phones):
            return
        session, phone = self._companion.host.session, phones[place]

        def told(gone: Phone) -> None:
            self.strip.say(_("Dismissed: {name}. It shows nothing any more.").format(name=gone.name))
            self._show_paired()

        def refused(error: CeremonyError) -> None:
            self.strip.say(error.sentence, "refused")

        self.program.write(lambda: dismiss(session, phone.id), told, refused)


_KEYS: dict[str, Callable[[PhonesDialog], None]] = {
    "r": PhonesDialog.next_role,
    "n": PhonesDialog.new_code,
    "left": lambda dialog: dialog.other_address(-1),
    "right": lambda dialog: dialog.other_address(),
    "p": PhonesDialog.switch_plain,
    "w": PhonesDialog.tell_needs,
    "t": PhonesDialog.show_hall,
    "x": PhonesDialog.switch_off,
}


def _alive(seconds: float | None) -> str:
    """When a phone last gave a sign of life."""
    if seconds is None:
        return _("not seen yet")
    if seconds < _MINUTE:
        return _("just now")
    return _("{count} min ago").format(count=int(seconds // _MINUTE))
