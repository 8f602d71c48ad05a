"""What a program without a terminal would compute for nobody, spared: no promise hangs on it.

Where nobody looks, only whole pictures are painted (each screen and dialog once, so that what breaks in
painting is seen), not each change of a line. A style sheet is read once for all programs of a run.
"""

from collections.abc import Callable
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet

_READ: dict[object, Any] = {}


@pytest.fixture(autouse=True)
def light_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Applies to all tests of this process."""
    monkeypatch.setattr(Compositor, "render_update", unpainted(Compositor.render_update))
    monkeypatch.setattr(Stylesheet, "_parse_rules", _read_once(Stylesheet._parse_rules))


def unpainted(paint: Callable[..., Any]) -> Callable[..., Any]:
    """In the place of ``paint``: paints whole pictures only."""

    def skip(self: Compositor, full: bool = False, **options: Any) -> Any:
        if full:
            return paint(self, full, **options)
        self._dirty_regions.clear()
        return None

    return skip


def _read_once(read: Callable[..., Any]) -> Callable[..., Any]:
    def look_up(self: Stylesheet, css: str, read_from: Any, *rest: Any, **more: Any) -> Any:
        key = (css, read_from, rest, *more.items(), *self._variables.items())
        if key not in _READ:
            _READ[key] = read(self, css, read_from, *rest, **more)
        return _READ[key]

    return look_up
