"""What phones, Wi-Fi and the laptop's firewall need, and what to press where."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.language import N_, _
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import lines, plain, wrapped

_COLUMN = 68

_NEEDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("The network"),
        (
            N_("Any Wi-Fi that laptop and phones are both on. It needs no internet."),
            N_("No Wi-Fi in the hall: switch the hotspot of one phone on and join it with the laptop."),
            N_("Guest Wi-Fi in offices often keeps devices apart: then use a hotspot."),
            N_("Mobile data may stay on; if the page does not open, switch it off for the moment."),
        ),
    ),
    (
        N_("The laptop (Windows)"),
        (
            N_("When Windows asks whether Python may be reached: tick private AND public, then Allow."),
            N_("Answered No before? Windows Security, Firewall, Allow an app, Python: tick both."),
            N_("Ports: {port} and {plain}. Nothing listens before ^K, nor after X."),
        ),
    ),
    (
        N_("Android"),
        (
            N_("Open the camera, hold it before the code, tap the address. Use Chrome."),
            N_("“Your connection is not private”: tap Advanced, then Proceed. It is your own laptop."),
            N_("Camera? Allow. Give the phone a name, and begin."),
        ),
    ),
    (
        N_("iPhone"),
        (
            N_("Open the camera, hold it before the code, tap the address. Use Safari."),
            N_("“This connection is not private”: Show Details, then visit this website, twice."),
            N_("Camera? Allow. In Settings, Display: Auto-Lock off while at the door."),
        ),
    ),
    (
        N_("A browser that refuses all the same"),
        (N_("Press P here. The phone then takes a photo of each card, without the warning."),),
    ),
)


class PhoneNeedsDialog(Dialog[None]):
    """All of it, to be read from top to bottom."""

    AUTO_FOCUS = "VerticalScroll"
    CSS = """
    PhoneNeedsDialog .dialog { width: 78; max-width: 100%; max-height: 100%; padding: 0 1; }
    PhoneNeedsDialog VerticalScroll { height: auto; max-height: 20; }
    """

    def __init__(self, port: int, plain_port: int) -> None:
        super().__init__(_("What phones need"))
        self._ports = {"port": port, "plain": plain_port}

    def content(self) -> ComposeResult:
        rows: list[Content] = []
        for heading, sentences in _NEEDS:
            rows += [plain(_(heading), "bold $accent")]
            for sentence in sentences:
                folded = wrapped(_(sentence).format(**self._ports), _COLUMN)
                rows += [plain(("· " if first else "  ") + row) for first, row in _marked(folded)]
        with VerticalScroll():
            yield Static(lines(rows))


def _marked(rows: list[str]) -> list[tuple[bool, str]]:
    return [(place == 0, row) for place, row in enumerate(rows)]
