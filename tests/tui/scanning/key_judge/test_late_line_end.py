"""A machine whose keys are held up just before its line end, close behind another scan."""

import pytest

from tests.tui.scanning.typing.line import Line
from tui.scanning.key_pace import HOLD

LEAD_AND_MORE = ("0012345678901234", "001234567890123", "0012345678901")


@pytest.mark.parametrize("damaged", LEAD_AND_MORE)
@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\t"])
def test_a_damaged_card_is_told_though_its_line_end_was_held_up(damaged: str, end: str) -> None:
    line = Line()
    line.receive("0098765432109876\r")
    line.receive(damaged)
    line.wait(2 * HOLD, settling=False)
    line.receive(end)
    line.wait(3.0)
    assert line.scans == ["0098765432109876", damaged]
    assert line.text == ""
