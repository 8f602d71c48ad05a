"""Which tests are quick: of a promise tried over many combinations, one for each value that counts."""

from collections.abc import Sequence

import pytest

QUICK, THOROUGH = "quick_once", "thorough"


def mark_thorough(items: Sequence[pytest.Item]) -> None:
    """Mark as thorough what repeats a test that stands before it.

    ``quick_once("screen")`` on a test with parameters says that its first case for each ``screen`` is quick;
    without a name only its very first case is.
    """
    seen: set[tuple[str, ...]] = set()
    for item in items:
        marker = item.get_closest_marker(QUICK)
        if marker is None or not isinstance(item, pytest.Function):
            continue
        values = item.callspec.params if hasattr(item, "callspec") else {}
        case = (item.nodeid.partition("[")[0], *(repr(values[name]) for name in marker.args))
        if case in seen:
            item.add_marker(THOROUGH)
        seen.add(case)
