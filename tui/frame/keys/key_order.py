"""Keys in the order in which they were pressed, however fast.

Textual gives a key with priority to its action at once, while the letters before it may still be on
their way to a widget; and it gives the letters behind it to whatever has the focus, while the dialog
that the action opens is still being made. A slow laptop, or a fast hand, then loses or misplaces them.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen

_GO_ON = ("enter", "ctrl+j")
"""What may put the focus elsewhere: the letters behind it are for the field that has it then."""
_PATIENCE = 0.3
"""Seconds to wait for a widget that does not answer; then the key goes on regardless."""
_LONGEST_DRAWING = 2.0
"""Seconds to wait for a screen to be drawn for the first time; then a key goes on regardless."""
_ROUNDS = 2
"""A widget that handled a key tells others of it: their turn is the second round."""


async def act_in_order(
    app: App[Any],
    event: events.Key,
    pass_on: Callable[[events.Key], Awaitable[None]],
    *,
    at_once: bool,
) -> None:
    """Let ``event`` act by ``pass_on``, behind all keys before it and ahead of those that follow.

    ``at_once`` says that a command takes it before any widget does.
    """
    if move_focus(app.screen, event.key):
        return
    if not at_once:
        await pass_on(event)
        if event.key in _GO_ON:
            await let_earlier_keys_finish(app)
        return
    await let_earlier_keys_finish(app)
    screen = app.screen
    await pass_on(event)
    await let_screen_open(app, screen)


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


async def let_screen_show(app: App[Any]) -> None:
    """Wait until the screen in front has shown how things stand: a key means what the screen will say."""
    screen = app.screen
    if getattr(screen, "is_shown", True):
        return
    with suppress(TimeoutError):
        await asyncio.wait_for(_shown(screen), _LONGEST_DRAWING)


async def _shown(screen: Screen[Any]) -> None:
    while not getattr(screen, "is_shown", True):
        done = asyncio.Event()
        screen.call_after_refresh(done.set)
        await done.wait()


async def _reached(node: MessagePump) -> None:
    # The program's own queue is the one that is waiting here.
    if isinstance(node, App):
        return
    done = asyncio.Event()
    if node.call_later(done.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), _PATIENCE)
