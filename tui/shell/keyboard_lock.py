"""When the keyboard is locked to scanning, and which keys come through then."""

from textual import events

from data.session.laptop.pin import LOCK_SECONDS
from data.session.laptop.settings import load_settings
from tui.frame.program import Program

_SCANNED = frozenset("0123456789đĐăĂâÂêÊôÔ\u0300\u0301\u0303\u0309\u0323")
"""What a scanner types, under any keyboard layout: it is no sign that a person is there."""


_BY_HAND = (events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)


class KeyboardLock:
    """The lock of one program; without a PIN it never closes."""

    def __init__(self, app: Program) -> None:
        self._app = app
        self._kept = load_settings().pin
        self._touched = app.clock.monotonic()
        self.locked = False

    def read_pin(self) -> None:
        """Take the PIN that was set, changed or taken away."""
        self._kept = load_settings().pin
        self._touched = self._app.clock.monotonic()

    def lock(self) -> bool:
        """Lock now; False where there is no PIN."""
        if not self._kept or self.locked:
            return self.locked
        from tui.shell.dialogs.lock import LockScreen

        self.locked = True
        self._app.push_screen(LockScreen(self._kept), self._opened)
        return True

    def look(self) -> None:
        """Lock when nobody has touched the keyboard for a minute."""
        if self._app.session is not None and self._app.clock.monotonic() - self._touched >= LOCK_SECONDS:
            self.lock()

    def takes(self, event: events.Event) -> bool:
        """Whether an event that no scan has claimed may go on; notes that a person is there."""
        if isinstance(event, events.Key):
            if self.locked:
                from tui.shell.dialogs.lock import OPEN_KEYS

                return event.key in OPEN_KEYS or event.character in OPEN_KEYS
            if event.character is None or event.character not in _SCANNED:
                self._touched = self._app.clock.monotonic()
        elif isinstance(event, _BY_HAND):
            if self.locked:
                return False
            self._touched = self._app.clock.monotonic()
        return True

    def _opened(self, _right: bool | None) -> None:
        self.locked = False
        self._touched = self._app.clock.monotonic()
        self._app.state_changed()
