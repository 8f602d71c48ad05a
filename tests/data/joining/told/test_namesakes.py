"""Two laptops of one name are told apart wherever a laptop is named."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from data.commands.door import door
from data.commands.stage import stage
from data.commands.stage.holding import held_by
from data.convergence.merge import merge
from data.convergence.merge_report import merged_lines
from data.joining.link.presence import Here, Presence
from data.queries.laptops.writers import laptops, told_apart, writer_name
from tests.data.convergence.several import IDS, founded, opened, send


def test_only_those_with_a_namesake_are_marked() -> None:
    names = {IDS[0]: "LAPTOP", IDS[1]: "LAPTOP", IDS[2]: "cửa 2"}
    assert told_apart(names) == {IDS[0]: "LAPTOP (aaa)", IDS[1]: "LAPTOP (bbb)", IDS[2]: "cửa 2"}


def test_in_the_log_in_refusals_and_after_a_merge(tmp_path: Path) -> None:
    origin = founded(tmp_path)
    one, two = (opened(origin, tmp_path, number) for number in range(2))
    with one, two:
        one.device = two.device = "LAPTOP"
        stage.go(one)
        door.admit(two, 1, "number")
        send(one, two)
        assert held_by(two) == "LAPTOP (aaa)"
        names = laptops(two.state)
        assert [names[id].name for id in IDS[:2]] == ["LAPTOP (aaa)", "LAPTOP (bbb)"]
        assert writer_name(two.state, two.state.entries[-1]) in ("LAPTOP (aaa)", "LAPTOP (bbb)")
        assert "LAPTOP (bbb)" in merged_lines(merge(one, two.folder), one.state)[0]


def test_on_the_line_of_those_who_are_together() -> None:
    presence = Presence("aaaaaaaa-000000", "LAPTOP")
    assert presence.name == "LAPTOP"
    presence.heard(msgspec.json.encode(Here(id="bbbbbbbb-000000", name="LAPTOP", at=datetime.now(UTC))))
    assert presence.name == "LAPTOP (aaa)"
    assert [peer.name for peer in presence.peers(connected=True)] == ["LAPTOP (bbb)"]
