"""F1: what every key does, from the registry, for this screen first."""

from itertools import zip_longest
from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.language import N_, _
from data.program_name import typed_command
from tui.frame.dialogs.dialog import Dialog
from tui.frame.keys.command import DAY_SCREENS, Command
from tui.safe_text import fit, joined, lines, plain, wrapped
from tui.shell.dialogs.dialog_help import IN_EVERY_DIALOG, dialog_help
from tui.shell.keys.program_keys import WITHOUT_EVENT
from tui.shell.keys.registry import COMMANDS, place_name

_ABOUT = N_(
    "A card can be scanned at any time, on every screen. At the door type a name (accents are not needed), "
    "its initials (nva), a card number or a hamlet, choose with ↑ ↓ and press Enter."
)


_KEY = 6
_WIDEST_LABEL = 22
_LEAST = 20
"""A description is never squeezed into fewer cells than this."""


class HelpText(Static):
    """Keys, labels and descriptions, each in a column of its own, for the width there is."""

    def __init__(self, above: list[Content], parts: list[tuple[str, list[Command]]], below: list[Content]):
        super().__init__()
        self._above, self._parts, self._below = above, parts, below

    def on_mount(self) -> None:
        self._width = 0

    def on_resize(self) -> None:
        # Drawn for a width that is not known yet, it would stay as long as that made it.
        if self.size.width != self._width:
            self._width = self.size.width
            self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        shown = [_(command.label) for _title, commands in self._parts for command in commands]
        label = min(_WIDEST_LABEL, max(plain(text).cell_length for text in shown))
        rows = list(self._above)
        for title, commands in self._parts:
            rows.append(plain(title, "bold"))
            for command in commands:
                rows += _rows(command, label, self.size.width)
            rows.append(plain(""))
        self.update(lines([*rows, *self._below]))


class HelpScreen(Dialog[None]):
    """The keys of one screen and of the whole program; while no event is open, what works then."""

    DEFAULT_CSS = """
    HelpScreen .help { scrollbar-gutter: stable; }
    HelpScreen HelpText { width: 1fr; }
    """

    gives_way = True

    def __init__(self, screen: str, dialog: Dialog[Any] | None = None) -> None:
        place = place_name(screen) if screen in DAY_SCREENS and dialog is None else ""
        super().__init__(_("Help: {place}").format(place=place) if place else _("Help"))
        self._screen = screen
        self._dialog = dialog

    def content(self) -> ComposeResult:
        if self._dialog is not None:
            yield Static(lines(_about_dialog(self._dialog)))
            return
        opened = self.program.session is not None
        here = [c for c in COMMANDS if self._screen in c.screens]
        everywhere = [c for c in COMMANDS if not c.screens and (opened or c.action in WITHOUT_EVENT)]
        parts = [(_("On this screen"), here)] if here else []
        parts.append((_("Everywhere"), everywhere))
        above = [plain(_(_ABOUT)), plain("")] if opened else []
        below = [*self._hall(), plain(_("Esc closes this help."), "dim")]
        with VerticalScroll(classes="help"):
            yield HelpText(above, parts, below)

    def _hall(self) -> list[Content]:
        """How to open the audience's screen; while no event is open there is nothing to show there."""
        session = self.program.session
        if session is None:
            return []
        how = _("The audience's screen: open a second terminal on the projector and type there")
        command = f'{typed_command()} hall "{session.folder}"'
        return [plain(how, "bold"), plain(f"  {command}", "$accent"), plain("")]


def _about_dialog(dialog: Dialog[Any]) -> list[Content]:
    """What a dialog is for, and the keys that all of them have."""
    rows = [
        plain(dialog.heading, "bold"),
        plain(_(told)) if (told := dialog_help(type(dialog))) else plain(""),
    ]
    rows.append(plain(""))
    for key, does in IN_EVERY_DIALOG:
        rows.append(joined(plain(f"{key:>{_KEY}}  ", "bold $accent"), plain(_(does))))
    return [*rows, plain(""), plain(_("Esc closes this help."), "dim")]


def _rows(command: Command, label: int, width: int) -> list[Content]:
    """One command: its description, and a label too long for its column, go on under themselves."""
    room = max(_LEAST, width - _KEY - label - 4)
    names, helps = wrapped(_(command.label), label), wrapped(_(command.help), room)
    rows = []
    for number, (name, text) in enumerate(zip_longest(names, helps, fillvalue="")):
        key = command.shown_key if number == 0 else ""
        rows.append(joined(plain(f"{key:>{_KEY}}  ", "bold $accent"), fit(name, label), "  ", text))
    return rows
