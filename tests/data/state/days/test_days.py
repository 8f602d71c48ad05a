"""A laptop whose date is wrong: asked about, shown until settled, and never printed unasked."""

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from data.clock import Clock, SetClock, SystemClock, local, offset_text
from data.commands.door import door
from data.commands.stage import stage
from data.commands.stage.clock_watch import confirm_day, day_question
from data.commands.undo import undo
from data.documents.papers.fields.event import event_fields
from data.documents.papers.fields.values import Gap, text_of
from data.documents.papers.files import Desk
from data.documents.papers.template_places import Templates
from data.errors import Refused
from data.model.entries.event import EventChanged
from data.plans.placeholders import date_words
from data.queries.stage.spoken.live_facts import live_facts
from data.session.session import Session
from data.state.days import Days
from tests.conftest import few_guests, found, list_guests

DAY = date(2022, 6, 15)


def on(clock: SetClock, day: date, hour: int = 8) -> None:
    clock.wall = datetime(day.year, day.month, day.day, hour, tzinfo=UTC) - timedelta(hours=7)


def reason(session: Session) -> str:
    doubt = day_question(session)
    return doubt.reason if doubt else ""


def test_the_right_day_is_never_asked_about(session: Session) -> None:
    assert reason(session) == ""
    door.admit(session, 1, "number")
    stage.go(session)
    assert reason(session) == ""
    with pytest.raises(Refused):
        confirm_day(session)


@pytest.mark.parametrize("day", [date(2019, 1, 3), date(1970, 1, 1), date(2021, 6, 15)])
def test_a_day_before_everything_that_is_written_is_asked_about_at_once(
    session: Session, clock: SetClock, day: date
) -> None:
    on(clock, day)
    assert reason(session) == "behind"


@pytest.mark.parametrize("days", [-1, 1, -40, 365])
@pytest.mark.parametrize("first", ["guest", "go"])
def test_another_day_than_the_events_is_asked_about_at_the_first_entry(
    event_folder: Path, clock: SetClock, days: int, first: str
) -> None:
    # The event was made long ago, so that no day lies before what is written.
    clock = SetClock(clock.wall - timedelta(days=100))
    folder = found(event_folder.parent / "made-early", clock)
    with Session(folder, clock=clock) as session:
        list_guests(session, few_guests(session.state.event.number))
        on(clock, DAY + timedelta(days=days))
        assert reason(session) == "", "looking on any day, and preparing, is everybody's right"
        if first == "guest":
            door.admit(session, 1, "number")
        else:
            stage.go(session)
        assert reason(session) == "other"


def test_who_says_that_the_day_is_right_is_asked_no_more_that_day(session: Session, clock: SetClock) -> None:
    on(clock, DAY + timedelta(days=1))
    door.admit(session, 1, "number")
    confirm_day(session)
    assert reason(session) == ""
    with Session(session.folder, "read", clock=clock) as again:
        assert reason(again) == ""
    undo(session)
    assert reason(session) == "other"


def test_a_rehearsal_that_was_confirmed_asks_again_on_the_next_wrong_day(
    session: Session, clock: SetClock
) -> None:
    on(clock, DAY + timedelta(days=1))
    door.admit(session, 1, "number")
    confirm_day(session)
    on(clock, DAY + timedelta(days=2))
    assert reason(session) == ""
    door.admit(session, 2, "number")
    assert reason(session) == "other"


def test_the_question_goes_when_the_clock_is_set_right(session: Session, clock: SetClock) -> None:
    on(clock, date(2019, 1, 3))
    door.admit(session, 1, "number")
    assert reason(session) == "behind"
    on(clock, DAY)
    assert reason(session) == ""


def test_a_ceremony_that_goes_on_past_midnight_is_on_its_day(session: Session, clock: SetClock) -> None:
    on(clock, DAY, 23)
    stage.go(session)
    clock.pass_time(2 * 3600)
    stage.go(session)
    assert reason(session) == ""


def test_an_event_without_a_date_has_only_days_that_cannot_be(session: Session, clock: SetClock) -> None:
    session.record(EventChanged(what="date"), event=replace(session.state.event, date=None))
    on(clock, DAY + timedelta(days=30))
    door.admit(session, 1, "number")
    assert reason(session) == ""
    on(clock, date(2019, 1, 3))
    assert reason(session) == "behind"


def test_a_sample_may_be_tried_on_any_day(session: Session, clock: SetClock) -> None:
    session.record(EventChanged(what="sample"), event=replace(session.state.event, sample=True))
    on(clock, DAY + timedelta(days=30))
    door.admit(session, 1, "number")
    assert reason(session) == ""


def test_guests_entered_from_the_paper_list_days_later_ask_nothing(session: Session, clock: SetClock) -> None:
    on(clock, DAY + timedelta(days=2))
    door.admit(session, 1, "paper")
    assert reason(session) == ""


def test_no_paper_prints_a_doubted_day(session: Session, clock: SetClock) -> None:
    on(clock, date(2019, 1, 3))
    stage.go(session)
    desk = Desk(session.state, session.now(), Templates(session.folder))
    fields = desk.fleeting(1)
    assert "2019" not in str(fields)
    assert isinstance(written := fields["ngày lập"], tuple)
    assert any(isinstance(part, Gap) for part in written)
    on(clock, DAY)
    right = Desk(session.state, session.now(), Templates(session.folder)).fleeting(1)
    assert right["ngày lập"] == "ngày 15 tháng 6 năm 2022"


def test_a_laptop_set_to_another_part_of_the_world_is_asked_about_once_guests_come(
    session: Session, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.commands.stage.clock_watch.offset_text", lambda _clock: "UTC-8")
    assert reason(session) == ""
    door.admit(session, 1, "number")
    assert reason(session) == "zone"
    confirm_day(session)
    assert reason(session) == ""


@pytest.mark.parametrize(
    ("ahead", "hour", "asked"),
    [(0, 8, ""), (-8, 8, ""), (8, 8, "zone"), (0, 15, "zone"), (0, 19, "zone")],
)
def test_another_zone_is_told_only_where_another_hour_can_be_meant(
    session: Session, clock: SetClock, monkeypatch: pytest.MonkeyPatch, ahead: int, hour: int, asked: str
) -> None:
    monkeypatch.setattr("data.commands.stage.clock_watch.offset_text", lambda _clock: "UTC")
    monkeypatch.setattr(
        "data.commands.stage.clock_watch.offset_of_laptop", lambda _clock: timedelta(hours=ahead)
    )
    on(clock, DAY, hour)
    door.admit(session, 1, "number")
    assert reason(session) == asked


@pytest.mark.parametrize(
    ("zone", "told"), [("Asia/Ho_Chi_Minh", ""), ("UTC", "UTC+0"), ("America/St_Johns", "UTC-3:30")]
)
def test_the_laptops_zone_is_told_where_it_is_not_the_villages(
    zone: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone cannot be set from within on this system")

    class January(SystemClock):
        def now(self) -> datetime:
            return datetime(2026, 1, 15, 1, tzinfo=UTC)

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        clock: Clock = January()
        assert offset_text(clock) == told
    finally:
        monkeypatch.undo()
        time.tzset()


@given(moment=st.datetimes(datetime(1970, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_before_anything_is_written_only_impossible_days_are_doubted(
    session: Session, moment: datetime
) -> None:
    day = local(moment).date()
    is_impossible = day.year < 2020 or DAY - day > timedelta(days=366)
    assert (Days().doubt(session.state.event, moment) is not None) == is_impossible


def test_after_the_day_is_confirmed_what_happened_has_it_and_the_plan_keeps_its_own(
    session: Session, clock: SetClock
) -> None:
    planned, held = date_words(DAY), date_words(DAY - timedelta(days=2))
    on(clock, DAY - timedelta(days=2))
    door.admit(session, 1, "number")
    stage.go(session)
    assert _days_on_papers(session) == (planned, planned)
    confirm_day(session)
    assert _days_on_papers(session) == (held, planned)
    assert live_facts(session.state)["date"] == held
    assert session.state.event.date == DAY


def test_a_rehearsal_gives_way_to_the_events_own_day(session: Session, clock: SetClock) -> None:
    on(clock, DAY - timedelta(days=2))
    door.admit(session, 1, "number")
    confirm_day(session)
    on(clock, DAY)
    door.admit(session, 2, "number")
    assert session.state.days.held_on(session.state.event) == DAY


def _days_on_papers(session: Session) -> tuple[str, str]:
    fields = event_fields(session.state, session.now())
    return text_of(fields["ngày hội nghị"]), text_of(fields["ngày theo kế hoạch"])
