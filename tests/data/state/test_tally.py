"""The counts, kept step by step, against counting everybody again from the ledger."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.ledger.lines.record import Step
from data.model.entries.door import (
    CameAgain,
    CheckedIn,
    CheckInMoved,
    CheckInRemoved,
    GroupCheckedIn,
    LeftEarly,
    PartyChanged,
    ScanRefused,
)
from data.model.entries.event import EventCreated, Undone
from data.model.entries.guests import GuestCorrected, GuestRestored, GuestWithdrawn, RosterImported
from data.model.entry import AnyHappening, Entry
from data.model.event import Event
from data.model.guest import Guest
from data.queries.people.counts import by_delegation, by_hamlet, counts
from data.queries.people.missing import missing_guests
from data.session.session import Session
from data.state.state import State
from tests.conftest import few_guests, found
from tests.data.state.facts import facts

MORNING = datetime(2022, 6, 15, 0, 15, tzinfo=UTC)
GUESTS = few_guests("42")
NUMBERS = st.integers(1, len(GUESTS) + 1)
HAMLETS = st.sampled_from(["xóm 1", "xóm 2", "xóm 9", ""])


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Event:
    folder: Path = found(tmp_path_factory.mktemp("events") / "kha-tan")
    with Session(folder, "read") as session:
        return replace(session.state.event, number="42")


happenings = st.one_of(
    st.builds(CheckedIn, guest=NUMBERS, channel=st.just("scanner"), people=st.integers(1, 4)),
    st.builds(CheckedIn, guest=NUMBERS, channel=st.just("scanner")),
    st.builds(GroupCheckedIn, guests=st.lists(NUMBERS, max_size=4).map(tuple)),
    st.builds(CameAgain, guest=NUMBERS, channel=st.just("scanner")),
    st.builds(PartyChanged, guest=NUMBERS, people=st.integers(1, 4)),
    st.builds(LeftEarly, guest=NUMBERS),
    st.builds(CheckInRemoved, guest=NUMBERS),
    st.builds(CheckInMoved, guest=NUMBERS, to=NUMBERS),
    st.builds(ScanRefused, status=st.just("unknown"), channel=st.just("scanner")),
)
LISTED = st.integers(1, len(GUESTS))
corrections = st.builds(lambda number, hamlet: replace(GUESTS[number - 1], hamlet=hamlet), LISTED, HAMLETS)
withdrawals = st.builds(GuestWithdrawn, guest=LISTED, reason=st.just("")) | st.builds(
    GuestRestored, guest=LISTED
)
days = st.lists(happenings | corrections | withdrawals | st.integers(1, 30), max_size=40)


def ledger(event: Event, day: list[AnyHappening | Guest | int]) -> list[Step]:
    """Steps: a founded event with its list, then the day; a whole number undoes that many entries back."""
    steps = [
        Step(entry(0, EventCreated()), event=event),
        Step(entry(1, RosterImported(source="x", added=9, changed=0, refused=0)), tuple(GUESTS)),
    ]
    for what in day:
        place = len(steps)
        if isinstance(what, Guest):
            correction = GuestCorrected(guest=what.number, facts=("hamlet",))
            steps.append(Step(entry(place, correction), (what,)))
        elif isinstance(what, GuestWithdrawn | GuestRestored):
            guest = replace(GUESTS[what.guest - 1], withdrawn=isinstance(what, GuestWithdrawn))
            steps.append(Step(entry(place, what), (guest,)))
        elif isinstance(what, int):
            if place - what > 1:
                steps.append(Step(entry(place, Undone(entry=steps[place - what].entry.id))))
        else:
            steps.append(Step(entry(place, what)))
    return steps


def entry(place: int, what: AnyHappening) -> Entry:
    moment = MORNING + timedelta(minutes=place)
    return Entry(id=f"{place:04}", at=moment, ticks=0.0, run="r", device="d", what=what)


Party = tuple[int, bool]
"""How many people came for a guest, and whether they are still here."""


def recount(steps: list[Step]) -> tuple[dict[int, Guest], dict[int, Party]]:
    """The list and who came, read off the ledger in the plainest way."""
    undone = {s.entry.what.entry for s in steps if isinstance(s.entry.what, Undone)}
    guests: dict[int, Guest] = {}
    came: dict[int, Party] = {}
    for step in steps:
        if step.entry.id in undone:
            continue
        match step.entry.what:
            case GuestCorrected(guest=n):
                guests[n] = replace(guests[n], hamlet=step.guests[0].hamlet)
            case GuestWithdrawn(guest=n) | GuestRestored(guest=n):
                guests[n] = replace(guests[n], withdrawn=step.guests[0].withdrawn)
            case RosterImported():
                guests.update({guest.number: guest for guest in step.guests})
            case CheckedIn(guest=n, people=people) if n in guests and n not in came:
                came[n] = (people, True)
            case GroupCheckedIn(guests=numbers):
                came |= {n: (1, True) for n in numbers if n in guests and n not in came}
            case CameAgain(guest=n) if n in came:
                came[n] = (came[n][0], True)
            case PartyChanged(guest=n, people=people) if n in came:
                came[n] = (people, came[n][1])
            case LeftEarly(guest=n) if n in came:
                came[n] = (came[n][0], False)
            case CheckInRemoved(guest=n):
                came.pop(n, None)
            case CheckInMoved(guest=n, to=other) if n in came:
                party = came.pop(n)
                if other in guests and other not in came:
                    came[other] = party
    return guests, came


@given(day=days)
def test_the_counts_are_those_of_a_plain_recount_also_after_undo_and_corrections(
    event: Event, day: list[AnyHappening | Guest | int]
) -> None:
    steps = ledger(event, day)
    guests, came = recount(steps)
    listed = [guest for guest in guests.values() if not guest.withdrawn]
    households = [guest for guest in listed if guest.is_household]
    delegates = [guest for guest in listed if not guest.is_household]
    state = State(steps)

    now = counts(state)
    assert now.households_listed == len(households)
    assert now.households_present == sum(g.number in came for g in households)
    assert now.households_here == sum(came.get(g.number, (0, False))[1] for g in households)
    assert now.people == sum(came[g.number][0] for g in households if g.number in came)
    assert now.people_here == sum(
        p for g in households for p, here in [came.get(g.number, (0, False))] if here
    )
    assert now.delegates_listed == len(delegates)
    assert now.delegates_present == sum(g.number in came for g in delegates)
    assert now.delegates_here == sum(came.get(g.number, (0, False))[1] for g in delegates)

    hamlets = {group.name: (group.listed, group.present, group.people) for group in by_hamlet(state)}
    for name in {guest.hamlet for guest in households}:
        own = [guest.number for guest in households if guest.hamlet == name]
        here = [number for number in own if number in came]
        assert hamlets.pop(name) == (len(own), len(here), sum(came[number][0] for number in here))
    assert not hamlets
    groups = {group.id: (group.listed, group.present) for group in by_delegation(state)}
    for id in {guest.delegation for guest in delegates}:
        own = [guest.number for guest in delegates if guest.delegation == id]
        assert groups.pop(id) == (len(own), sum(number in came for number in own))
    assert not groups
    assert {guest.number for guest in missing_guests(state)} == {g.number for g in listed} - set(came)


@given(day=days)
def test_a_state_kept_step_by_step_is_the_state_folded_at_once(
    event: Event, day: list[AnyHappening | Guest | int]
) -> None:
    steps = ledger(event, day)
    kept = State(steps[:1])
    for step in steps[1:]:
        kept.add(step)
    assert facts(kept) == facts(State(steps))
    assert kept.next_number == State(steps).next_number
