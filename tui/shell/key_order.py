"""Keys in the order in which they were pressed, however fast.

Textual gives a key with priority to its action at once, while the letters before it may still be on
their way to a widget; and it gives the letters behind it to whatever has the focus, while the dialog
that the action opens is still being made. A slow laptop, or a fast hand, then loses or misplaces them.
"""

import asyncio
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen

_PATIENCE = 0.3
"""Seconds to wait for a widget that does not answer; then the key goes on regardless."""
_ROUNDS = 2
"""A widget that handled a key tells others of it: their turn is the second round."""


def move_focus(screen: Screen[Any], key: str) -> bool:
    """Tab moves at once, so that letters typed right behind it reach the next field; whether it was one."""
    if key == "tab":
        screen.focus_next()
    elif key == "shift+tab":
        screen.focus_previous()
    return key in ("tab", "shift+tab")


async def let_earlier_keys_finish(app: App[Any]) -> None:
    """Wait until the focused widget and all around it have handled what was sent to them."""
    for _round in range(_ROUNDS):
        for node in (app.focused or app.screen).ancestors_with_self:
            await _reached(node)


async def let_screen_open(app: App[Any], before: DOMNode) -> None:
    """Wait until the screen in front, if it is another than ``before``, can take keys."""
    if app.screen is not before:
        await _reached(app.screen)


async def _reached(node: MessagePump) -> None:
    # The program's own queue is the one that is waiting here.
    if isinstance(node, App):
        return
    done = asyncio.Event()
    if node.call_later(done.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), _PATIENCE)
