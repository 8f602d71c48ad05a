"""The stage's arithmetic against a second, naive model of it: seconds on a line."""

from pathlib import Path
from random import Random

import openpyxl
import pytest

from data.clock import SetClock, hour_minute
from data.commands.stage import stage, stage_times
from data.documents.papers.fields.day.program import program_tables
from data.documents.papers.fields.values import Lines
from data.export.files import export_event
from data.language import _
from data.queries.stage.stage_record import ItemRecord, agenda_record
from data.queries.status import status
from data.session.session import Session
from tests.bench.stage_chains import PRESSES, play
from tests.data.commands.stage.seen import row, running
from tests.data.commands.stage.test_times import FIRST, MINUTE
from tui.report.widgets.ran_lines import agenda_lines

CHAINS = 60
"""A few of the chains that ``python -m tests.bench.stage_chains 5000`` plays."""


def record(session: Session) -> ItemRecord:
    return agenda_record(session.state, session.now())[0]


def paper(session: Session, column: str) -> object:
    table = program_tables(session.state, session.now())["mục"]
    return table.rows[0][table.columns.index(column)]


def paused_then_dated_back(session: Session, clock: SetClock) -> None:
    """Ten minutes of the item, ten of a pause, five of the item; the next began twelve minutes ago."""
    stage.go(session)
    for minutes in (10, 10):
        clock.pass_time(60 * minutes)
        stage.pause_or_resume(session)
    clock.pass_time(300)
    stage.go(session, minutes_ago=12)


@pytest.mark.quick_once()
@pytest.mark.parametrize("seed", range(CHAINS))
def test_a_random_chain_gives_the_times_that_a_count_of_seconds_gives(seed: int, tmp_path: Path) -> None:
    assert play(Random(seed), tmp_path / "event", PRESSES) == []


def test_stops_that_overlap_are_one_stop(on_stage: Session, clock: SetClock) -> None:
    paused_then_dated_back(on_stage, clock)
    assert row(on_stage, FIRST).elapsed == 10 * MINUTE
    stage.back(on_stage)
    assert running(on_stage).elapsed == 10 * MINUTE
    clock.pass_time(60)
    assert running(on_stage).elapsed == 11 * MINUTE


def test_no_pause_on_paper_ends_after_its_item(on_stage: Session, clock: SetClock) -> None:
    paused_then_dated_back(on_stage, clock)
    assert record(on_stage).ended is not None
    assert record(on_stage).pauses[-1][1] == record(on_stage).ended
    assert paper(on_stage, "tạm dừng") == Lines(("tạm dừng 08:10 – 08:13",))


def test_a_pause_before_a_dated_back_end_is_whole_again_when_the_end_is_set_right(
    on_stage: Session, clock: SetClock
) -> None:
    paused_then_dated_back(on_stage, clock)
    stage_times.correct_times(on_stage, FIRST, ended="8:24")
    assert paper(on_stage, "tạm dừng") == Lines(("tạm dừng 08:10 – 08:20",))
    assert row(on_stage, FIRST).took == 14


def test_going_back_at_once_leaves_no_pause(on_stage: Session, clock: SetClock) -> None:
    stage.go(on_stage)
    clock.pass_time(300)
    stage.go(on_stage)
    clock.pass_time(5)
    stage.back(on_stage)
    clock.pass_time(300)
    stage.go(on_stage)
    assert record(on_stage).pauses == ()
    assert paper(on_stage, "tạm dừng") == Lines(())


def test_a_slip_that_was_taken_back_is_no_pause_and_paper_tells_only_its_minutes(
    on_stage: Session, clock: SetClock
) -> None:
    stage.go(on_stage)
    clock.pass_time(300)
    stage.go(on_stage)
    clock.pass_time(240)
    stage.back(on_stage)
    clock.pass_time(300)
    stage.go(on_stage)
    assert record(on_stage).pauses == ()
    assert paper(on_stage, "tạm dừng") == Lines(("không tính 4 phút",))
    assert record(on_stage).took == 10


def test_minutes_are_those_of_the_printed_times_everywhere(on_stage: Session, clock: SetClock) -> None:
    clock.pass_time(50)
    stage.go(on_stage)  # 08:00:50
    clock.pass_time(16 * 60 + 20)  # 16 minutes and 20 seconds, which print as 08:00 to 08:17
    stage.go(on_stage)
    first = row(on_stage, FIRST)
    assert first.ended is not None
    assert (hour_minute(first.started or first.planned), hour_minute(first.ended)) == ("08:00", "08:17")
    assert first.took == record(on_stage).took == 17
    assert paper(on_stage, "phút thực tế") == "17"
    assert paper(on_stage, "chênh lệch") == "thêm 2"
    assert status(on_stage.state, on_stage.now())["agenda"][0]["ran_minutes"] == 17
    report = agenda_lines(on_stage.state, on_stage.now(), 60)[1].plain
    assert report.endswith("→ 08:00 17′")
    workbook, *_others = export_event(on_stage)
    assert openpyxl.load_workbook(workbook, data_only=True)[_("Agenda")].cell(2, 7).value == 17


def test_the_minutes_of_all_items_add_up_to_the_printed_length(on_stage: Session, clock: SetClock) -> None:
    clock.pass_time(30)
    chance = Random(7)
    while on_stage.state.agenda_progress.closed is None:
        stage.go(on_stage)
        clock.pass_time(chance.randint(61, 900))
    records = agenda_record(on_stage.state, on_stage.now())
    began, closed = records[0].started, on_stage.state.agenda_progress.closed
    assert began is not None
    hours, minutes = (int(part) for part in hour_minute(closed).split(":"))
    first_hours, first_minutes = (int(part) for part in hour_minute(began).split(":"))
    printed = 60 * (hours - first_hours) + minutes - first_minutes
    assert sum(one.took or 0 for one in records) == printed
