"""What a program without a terminal would compute for nobody, spared: no promise hangs on it.

Where nobody looks, only whole pictures are painted (each screen and dialog once, so that what breaks in
painting is seen), not each change of a line. A style sheet is read once for all programs of a run. The styles
of the parts of a widget (a table's header, a list's cursor) are worked out when something is drawn with them,
and rules that a widget has are not given to it again.
"""

from collections.abc import Callable
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.styles import RenderStyles
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget

_READ: dict[object, Any] = {}
_LATE = "_sheet_of_parts"
"""Where a widget keeps the style sheet that its parts have not been given yet."""
_GIVEN = "_rules_given"
"""Where a widget keeps the rules that it was given last, and what they made of its styles."""


@pytest.fixture(autouse=True)
def light_screens(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Applies to all tests of this process; one that compares pictures has every style at its own time."""
    monkeypatch.setattr(Compositor, "render_update", unpainted(Compositor.render_update))
    monkeypatch.setattr(Stylesheet, "_parse_rules", _read_once(Stylesheet._parse_rules))
    # What it says already, id by id, without a call of a function for each rule.
    monkeypatch.setattr(RuleSet, "__hash__", object.__hash__)
    if "snap_compare" not in request.fixturenames:
        replace = vars(Stylesheet)["replace_rules"].__func__
        monkeypatch.setattr(Stylesheet, "replace_rules", classmethod(_if_other(replace)))
        monkeypatch.setattr(Stylesheet, "_process_component_classes", _later)
        monkeypatch.setattr(DOMNode, "get_component_styles", _when_asked(DOMNode.get_component_styles))


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


def _if_other(replace: Callable[..., None]) -> Callable[..., None]:
    def skip(cls: type[Stylesheet], node: DOMNode, rules: Any, animate: bool = False) -> None:
        now = node.styles.base._rules
        if node.__dict__.get(_GIVEN) == (rules, now):
            return
        replace(cls, node, rules, animate)
        setattr(node, _GIVEN, (dict(rules), dict(now)))

    return skip


def _later(sheet: Stylesheet, node: DOMNode) -> None:
    if node._get_component_classes():
        setattr(node, _LATE, sheet)
        if isinstance(node, Widget):
            node.refresh()


def _when_asked(styles_of: Callable[..., RenderStyles]) -> Callable[..., RenderStyles]:
    def look_up(self: DOMNode, *names: str) -> RenderStyles:
        sheet = self.__dict__.pop(_LATE, None)
        if sheet is not None:
            for name in sorted(self._get_component_classes()):
                part = DOMNode(classes=name)
                part._attach(self)
                sheet.apply(part, animate=False)
                self._component_styles[name] = part.styles
        return styles_of(self, *names)

    return look_up
