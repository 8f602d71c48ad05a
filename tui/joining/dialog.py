"""Ctrl+A: share the event, join others, see who is together, leave them."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from data.clock import hour_minute
from data.joining.link.standing import Peer
from data.joining.place import shown_host
from data.joining.together import Together
from data.language import _
from tui.frame.dialogs.dialog import Ask, Dialog
from tui.joining.company import accompanied
from tui.joining.join_dialog import JoinDialog
from tui.joining.pairing_code import code_lines, code_picture
from tui.safe_text import joined, lines, plain
from tui.widgets.menu_letter import menu_letter

_MOST_PEERS = 5


class SeveralDialog(Dialog[None]):
    """While nothing is on: S shares, J joins. While it is: the code, who is there, X leaves.

    A scanner's Enter presses nothing here: every choice is a letter.
    """

    DEFAULT_CSS = """
    SeveralDialog #picture { width: auto; height: auto; margin-right: 2; }
    SeveralDialog #beside { width: 1fr; height: auto; }
    SeveralDialog Horizontal { height: auto; }
    SeveralDialog #keys { margin-top: 1; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(_("Several laptops"))
        self._code = 0
        self._drawn = ""

    def content(self) -> ComposeResult:
        with Horizontal():
            yield Static(id="picture")
            with Vertical(id="beside"):
                yield Static(id="code")
                yield Static(id="peers")
        yield Static(id="keys")

    def on_mount(self) -> None:
        self._show()
        self.set_interval(0.5, self._show)

    def on_key(self, event: events.Key) -> None:
        letter = menu_letter(event.character)
        company = accompanied(self).company
        if company.together is None:
            if letter == "s":
                company.share()
            elif letter == "j":
                self.dismiss(None)
                accompanied(self).push_screen(JoinDialog())
            return
        if letter == "x":
            self._ask_to_leave()
        elif letter == "n":
            self._code += 1
            self._show()

    def _ask_to_leave(self) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                accompanied(self).company.switch_off()
                self.dismiss(None)

        question = plain(
            _(
                "This laptop then works alone; what it recorded stays on it. Joined laptops go on alone too, "
                "if it is the one that shares."
            )
        )
        accompanied(self).push_screen(Ask(_("Leave the others?"), question, _("Leave")), answered)

    def _show(self) -> None:
        together = accompanied(self).company.together
        codes = _codes(together)
        code = codes[self._code % len(codes)] if codes else ""
        if code != self._drawn:
            self._drawn = code
            self.query_one("#picture", Static).update(code_picture(code) if code else "")
        self.query_one("#code", Static).update(_about(together, code))
        self.query_one("#peers", Static).update(_who(together) if together is not None else "")
        self.query_one("#keys", Static).update(_keys(together, len(codes)))


def _codes(together: Together | None) -> list[str]:
    if together is None:
        return []
    from data.joining.sharing import codes

    return codes(together)


def _about(together: Together | None, code: str) -> Content:
    if together is None:
        return lines(
            [
                plain(_("Two doors, two laptops: both let guests in, each sees what the other does.")),
                plain(_("A cable that is pulled stops neither; what was missed is sent later.")),
                plain(""),
                plain(
                    _("One laptop shares, the others join with its code, in one network, by cable or Wi-Fi.")
                ),
            ]
        )
    if not code:
        return plain(_("Joined with {host}").format(host=shown_host(together.place)), "bold")
    return lines(
        [
            plain(_("On the other laptop: J on its first screen")),
            plain(""),
            *code_lines(code).split("\n"),
            plain(""),
        ]
    )


def _who(together: Together) -> Content:
    standing = together.standing
    rows = [
        plain(_count(standing.here), "bold"),
        plain(_("this laptop: {name}").format(name=standing.name or together.session.device)),
    ]
    rows += [_peer(peer) for peer in standing.peers[:_MOST_PEERS]]
    more = len(standing.peers) - _MOST_PEERS
    if more > 0:
        rows.append(plain(_("and {count} more").format(count=more), "dim"))
    wrong = together.trouble or standing.trouble or together.refused
    if wrong:
        rows += [plain(""), plain(f"⚠ {wrong}", "$warning")]
    return lines(rows)


def _count(here: int) -> str:
    if here == 1:
        return _("no other laptop yet")
    return _("{count} laptops together").format(count=here)


def _peer(peer: Peer) -> Content:
    if peer.is_here:
        return joined(plain("✔ ", "$success"), plain(peer.name))
    since = _("not heard of since {time}").format(time=hour_minute(peer.heard))
    return joined(plain("… ", "$warning"), plain(f"{peer.name}  {since}"))


def _keys(together: Together | None, codes: int) -> Content:
    ways = (
        [("S", _("share from this laptop")), ("J", _("join another"))]
        if together is None
        else [("X", _("leave the others"))]
    )
    if codes > 1:
        ways.append(("N", _("another address")))
    ways.append(("Esc", _("close")))
    parts = [joined(plain(key, "bold $accent"), plain(f" {what}   ")) for key, what in ways]
    return joined(*parts)
