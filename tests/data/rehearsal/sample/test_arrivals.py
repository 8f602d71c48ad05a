from datetime import UTC, datetime
from pathlib import Path

from data.clock import SetClock
from data.commands.door.door import admit
from data.commands.undo import undo
from data.queries.people.arrivals import MOST_STRETCHES, Stretch, arrivals
from data.rehearsal.sample import found_sample
from data.session.session import Session

START = datetime(2022, 6, 15, 0, 17, tzinfo=UTC)


def came(stretches: list[Stretch]) -> list[tuple[str, int]]:
    return [(f"{stretch.begin:%H:%M}", stretch.came) for stretch in stretches]


def test_counts_by_five_minutes_of_local_time_with_the_quiet_ones(tmp_path: Path) -> None:
    clock = SetClock(START)
    found_sample(tmp_path / "event", clock=clock)
    with Session(tmp_path / "event", clock=clock) as session:
        assert arrivals(session.state) == []
        admit(session, 1, "name")
        admit(session, 2, "name")
        clock.pass_time(10 * 60)
        admit(session, 3, "name")
        assert came(arrivals(session.state)) == [("07:15", 2), ("07:20", 0), ("07:25", 1)]
        undo(session)
        assert came(arrivals(session.state)) == [("07:15", 2)]


def test_a_rehearsal_days_ago_does_not_stretch_the_plot(tmp_path: Path) -> None:
    clock = SetClock(START)
    found_sample(tmp_path / "event", clock=clock)
    with Session(tmp_path / "event", clock=clock) as session:
        admit(session, 1, "name")
        clock.pass_time(3 * 24 * 3600)
        admit(session, 2, "name")
        stretches = arrivals(session.state)
        assert len(stretches) == MOST_STRETCHES
        assert stretches[-1].came == 1
