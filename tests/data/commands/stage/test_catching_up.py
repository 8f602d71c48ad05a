"""Late or early in one sentence's facts, warnings before the end, and a proposal for catching up."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.clock import SetClock
from data.commands.stage import catching_up, stage
from data.commands.undo import undo
from data.errors import Refused
from data.model.plan import AgendaItem
from data.queries.stage.pace import catching_up as proposal_for
from data.queries.stage.pace import pace, warning
from data.session.session import Session
from data.state.stage.agenda_progress import Row, table
from tests.data.commands.stage.conftest import EIGHT
from tests.data.commands.stage.seen import all_of_it, row, rows, running

MINUTE = timedelta(minutes=1)


def late(session: Session) -> tuple[int, int]:
    found = pace(session.state.event, session.state.agenda_progress, rows(session), session.now())
    return found.late, found.beyond


def test_an_overrun_is_late_and_a_late_enough_end_breaks_the_deadline(
    on_stage: Session, clock: SetClock
) -> None:
    stage.go(on_stage)
    assert late(on_stage) == (0, 0)
    clock.pass_time((15 + 5) * 60)
    assert late(on_stage) == (5, 0)
    clock.pass_time(25 * 60)
    assert late(on_stage) == (30, 0), "11:00 is just kept"
    clock.pass_time(60)
    assert late(on_stage) == (31, 1)


def test_catching_up_shortens_only_what_the_plan_allows_and_is_one_step(
    on_stage: Session, clock: SetClock
) -> None:
    stage.go(on_stage)
    clock.pass_time((15 + 12) * 60)
    before = all_of_it(on_stage)
    proposal = catching_up.propose(on_stage)
    assert [(cut.item, cut.minutes) for cut in proposal.cuts] == [("chuyen-de", 12)]
    assert all_of_it(on_stage) == before, "a proposal alone changes nothing"
    entries = len(on_stage.state.entries)
    catching_up.accept(on_stage, proposal)
    assert len(on_stage.state.entries) == entries + 1
    assert late(on_stage) == (0, 0)
    assert row(on_stage, "chuyen-de").minutes == 63
    undo(on_stage)
    assert all_of_it(on_stage) == before


def test_a_ceremony_tried_out_at_night_is_neither_late_nor_early(on_stage: Session, clock: SetClock) -> None:
    clock.pass_time(15 * 3600)
    stage.go(on_stage)
    state, now = on_stage.state, on_stage.now()
    found = pace(state.event, state.agenda_progress, table(state.event, state.agenda_progress, now), now)
    assert found.is_at_another_hour
    with pytest.raises(Refused, match="F10"):
        catching_up.propose(on_stage)


def test_what_cannot_be_made_up_is_said(on_stage: Session, clock: SetClock) -> None:
    stage.go(on_stage)
    clock.pass_time((15 + 40) * 60)
    proposal = catching_up.propose(on_stage)
    assert [(cut.item, cut.minutes) for cut in proposal.cuts] == [("chuyen-de", 30)]
    assert proposal.rest == 10
    catching_up.accept(on_stage, proposal)
    assert late(on_stage) == (10, 0)
    with pytest.raises(Refused):
        catching_up.propose(on_stage)


def test_the_running_talk_gives_only_what_it_has_not_used(on_stage: Session, clock: SetClock) -> None:
    while on_stage.state.agenda_progress.current != "chuyen-de":
        stage.go(on_stage)
    # It should begin at 09:05 and ran 50 minutes and a little: 25 are left, 24 can be given.
    clock.pass_time((65 + 30) * 60)
    stage.back(on_stage)
    stage.go(on_stage)
    clock.pass_time(50 * 60 + 10)
    proposal = catching_up.propose(on_stage)
    assert sum(cut.minutes for cut in proposal.cuts) == 24


def test_a_ceremony_in_time_or_over_needs_no_proposal(on_stage: Session) -> None:
    with pytest.raises(Refused):
        catching_up.propose(on_stage)
    while on_stage.state.agenda_progress.closed is None:
        stage.go(on_stage)
    with pytest.raises(Refused):
        catching_up.propose(on_stage)


ITEMS = st.lists(
    st.tuples(st.integers(1, 90), st.none() | st.integers(1, 90), st.booleans(), st.integers(0, 100)),
    min_size=1,
    max_size=8,
)


@given(ITEMS, st.integers(1, 120))
def test_no_proposal_goes_below_what_the_plan_allows(
    items: list[tuple[int, int | None, bool, int]], minutes_late: int
) -> None:
    agenda = [
        Row(
            item=AgendaItem(id=str(place), title="", minutes=minutes, line="", least=least, fixed=fixed),
            position=place,
            state="running" if place == 0 else "waiting",
            planned=EIGHT,
            minutes=minutes,
            expected=EIGHT,
            started=None,
            ended=None,
            elapsed=ran * MINUTE if place == 0 else timedelta(),
        )
        for place, (minutes, least, fixed, ran) in enumerate(items)
    ]
    proposal = proposal_for(agenda, minutes_late)
    assert sum(cut.minutes for cut in proposal.cuts) + proposal.rest == minutes_late
    for cut in proposal.cuts:
        found = agenda[int(cut.item)]
        assert cut.minutes >= 1 and not found.item.fixed
        assert found.item.least is not None and found.minutes - cut.minutes >= found.item.least
        assert (found.minutes - cut.minutes) * MINUTE >= found.elapsed


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(599, ""), (600, "soon"), (839, "soon"), (840, "last"), (900, "last"), (901, "over")],
)
def test_a_quiet_warning_comes_five_minutes_and_one_before_the_end(
    on_stage: Session, clock: SetClock, seconds: int, expected: str
) -> None:
    stage.go(on_stage)
    clock.pass_time(seconds)
    assert warning(running(on_stage)) == expected


def test_a_short_item_does_not_begin_with_a_warning(on_stage: Session) -> None:
    stage.go(on_stage)
    short = replace(running(on_stage), minutes=5)
    assert warning(short) == ""
