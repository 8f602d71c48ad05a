"""Ctrl+X: the PIN that locks the keyboard to scanning, set, changed or taken away."""

from collections.abc import Callable

from msgspec.structs import replace

from data.errors import Refused
from data.language import _
from data.session.laptop.pin import hash_pin, is_pin
from data.session.laptop.settings import load_settings, save_settings
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.frame.program import Program
from tui.widgets.lines.line_input import LineInput


class PinDialog(EditValueDialog):
    """The PIN as it is, where there is one, and the new one twice; an empty new one means none."""

    # Nothing but a few digits, which nobody sees.
    only_searches = True

    def __init__(self) -> None:
        before = [Field("old", _("PIN now"))] if load_settings().pin else []
        fields = [
            *before,
            Field("new", _("New PIN"), hint=_("4 to 8 digits; empty: no PIN")),
            Field("again", _("Again")),
        ]
        why = _("Left alone for a minute, the keyboard then only takes scans until the PIN is typed.")
        super().__init__(_("PIN of this laptop"), fields, _keep, why=why)

    def on_mount(self) -> None:
        for line in self.query(LineInput):
            line.password = True


def _keep(typed: dict[str, str]) -> None:
    settings = load_settings()
    new = typed["new"].strip()
    if settings.pin and not is_pin(typed["old"], settings.pin):
        raise Refused(_("That is not the PIN."))
    if new != typed["again"].strip():
        raise Refused(_("The new PIN was not typed twice in the same way."))
    if not save_settings(replace(settings, pin=hash_pin(new) if new else "")):
        raise Refused(_("The PIN could not be kept: the disk refuses to write the settings."))


def ask_pin(app: Program, changed: Callable[[], None]) -> None:
    """Ask for a PIN, and say what came of it; ``changed`` is called when it was set or taken away."""

    def answered(saved: bool | None) -> None:
        if saved:
            has_pin = bool(load_settings().pin)
            changed()
            app.say(
                _("The keyboard locks after a minute. F12 locks it now.")
                if has_pin
                else _("There is no PIN.")
            )

    app.push_screen(PinDialog(), answered)
