"""The bell: one pattern for each kind of answer, so that the door is heard without looking."""

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual.app import App
from textual.timer import Timer

from data.session.laptop.settings import load_settings, save_settings

if TYPE_CHECKING:
    from tui.widgets.answers import Pattern

ONCE: "Pattern" = (0.0,)
NOT_RECORDED: "Pattern" = (0.0, 0.15, 0.3)


class Bells:
    """Rings the terminal's bell, unless the person at this laptop switched it off."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._pending: list[Timer] = []
        self.on = load_settings().sound

    def ring(self, pattern: "Pattern" = ONCE) -> None:
        """Ring a pattern; what is left of the one before falls silent, as after it came a newer answer."""
        for timer in self._pending:
            timer.stop()
        self._pending.clear()
        if not self.on:
            return
        for moment in pattern:
            if moment:
                self._pending.append(self._app.set_timer(moment, self._app.bell))
            else:
                self._app.bell()

    def switch(self) -> bool:
        """Switch the bell on or off, also for the next start; whether it is on now."""
        self.on = not self.on
        save_settings(replace(load_settings(), sound=self.on))
        return self.on
