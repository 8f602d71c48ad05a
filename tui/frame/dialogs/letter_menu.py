"""A dialog that offers what can be done, a letter each."""

from collections.abc import Callable
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from data.language import _
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import plain
from tui.widgets.lists.choice import Choice
from tui.widgets.menu_letter import menu_letter

Result = TypeVar("Result")


class LetterMenu(Dialog[Result]):
    """Letters, or arrows and Enter. ``actions`` are what each letter is called and does, in their order.

    A subclass fills them before its ``content`` yields ``menu()``.
    """

    AUTO_FOCUS = "Choice"

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.actions: dict[str, tuple[str, Callable[[], object]]] = {}

    def menu(self) -> ComposeResult:
        """The actions, and how one is chosen."""
        yield Choice([(letter, f"{letter}  {label}") for letter, (label, _act) in self.actions.items()])
        yield Static(plain(""))
        yield Static(plain(_("Letter, or ↑ ↓ and Enter.  Esc: leave."), "dim"))

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            self.act(self.query_one(Choice).value)
        elif (letter := menu_letter(event.character)) in self.actions:
            event.stop()
            self.act(letter)

    def act(self, letter: str) -> None:
        """Do what the letter stands for."""
        self.query_one(Choice).choose(letter)
        self.actions[letter][1]()
