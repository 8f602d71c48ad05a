"""Vietnamese typed with UniKey comes out right wherever it is typed: backspaces never overtake letters."""

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals of this kind")

from tests.terminal.morning import ESCAPE, F5, F8
from tests.terminal.program import Program
from tests.tui.scanning.typing.unikey import UniKey

NAME = "Nguyễn Thị Hương"
KEYS = {"telex": "Nguyeenx Thij Huwowng", "vni": "Nguye6n4 Thi5 Hu7o7ng"}


def test_names_composed_with_backspaces_come_out_right_in_search_dialog_and_list(program: Program) -> None:
    for _time in range(3):
        program.press(*map(UniKey("telex").press, "vieetj"))
        assert program.shows("việt"), program.text
        program.send(ESCAPE)
        assert program.until(lambda: "việt" not in program.text), program.text
    for there, method in (("", "telex"), (F8, "vni"), (F5, "telex")):
        unikey = UniKey("vni" if method == "vni" else "telex")
        program.press(*filter(None, [there]), *map(unikey.press, KEYS[method]))
        assert program.shows(NAME), program.text
        if there == F8:
            # Where Esc would lose what was typed, it says so, and the next one leaves.
            program.press(ESCAPE)
            assert program.shows("Esc again"), program.text
        program.press(ESCAPE)
        assert program.until(lambda: NAME not in program.text), program.text
