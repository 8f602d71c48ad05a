"""Which tests are quick: of a promise tried over many combinations, one for each value that counts; and of a
property some of its examples."""

from collections.abc import Sequence

import pytest
from hypothesis import is_hypothesis_test

QUICK, THOROUGH = "quick_once", "thorough"
_FEW, _MANY = 25, 100
"""Examples that a property is tried with, in either part."""


def examples(config: pytest.Config) -> int:
    """How many examples each property is tried with that does not say so itself."""
    return _MANY if _is_asked_for(config) else _FEW


def mark_thorough(items: Sequence[pytest.Item], config: pytest.Config) -> None:
    """Mark as thorough what repeats a test that stands before it; and what draws examples, to draw more.

    ``quick_once("screen")`` on a test with parameters says that its first case for each ``screen`` is quick;
    without a name only its very first case is.
    """
    seen: set[tuple[str, ...]] = set()
    for item in items:
        if _is_asked_for(config) and isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
            item.add_marker(THOROUGH)
        marker = item.get_closest_marker(QUICK)
        if marker is None or not isinstance(item, pytest.Function):
            continue
        values = item.callspec.params if hasattr(item, "callspec") else {}
        case = (item.nodeid.partition("[")[0], *(repr(values[name]) for name in marker.args))
        if case in seen:
            item.add_marker(THOROUGH)
        seen.add(case)


def _is_asked_for(config: pytest.Config) -> bool:
    return str(config.option.markexpr).strip() == THOROUGH
