"""Every figure of the gifts is what a plain recount of the ledger gives, after undo and voids too."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from data.ledger.lines.record import Step
from data.model.entries.event import Undone
from data.model.entries.gifts import (
    GiftRefused,
    HandedGift,
    HandedOver,
    HandoverVoided,
    Person,
    PhotoAttached,
)
from data.model.entry import AnyHappening, Entry
from data.queries.status import status
from data.session.session import Session
from data.state.stage.agenda_progress import Instant
from data.state.state import State
from tests.conftest import MORNING, found

GIFTS = ("hoa-mttq", "hoa-cong-an", "tu-sach", "tai-lieu")


def entry_id(place: int) -> str:
    """An id after that of the event's first entry, in the order of the places."""
    return f"f{place:02d}"


IDS = st.integers(0, 25).map(entry_id)
HOUSEHOLDS = st.lists(st.integers(1, 5), unique=True, max_size=4)
REASONS = st.sampled_from(["ghi nhầm", "[/b]", "=1+1"])
HANDED = st.builds(
    lambda gifts, each, households: HandedOver(
        gifts=tuple(HandedGift(gift, each * (len(households) or 1)) for gift in gifts),
        giver=Person("[/b]"),
        receiver=Person("=1+1"),
        households=tuple(households),
    ),
    st.lists(st.sampled_from(GIFTS), unique=True, min_size=1, max_size=3),
    st.integers(1, 40),
    st.one_of(st.just([]), HOUSEHOLDS),
)
HAPPENINGS: st.SearchStrategy[AnyHappening] = st.one_of(
    HANDED,
    HANDED,
    st.builds(
        HandoverVoided, handover=IDS, reason=REASONS, household=st.one_of(st.none(), st.integers(1, 5))
    ),
    st.builds(PhotoAttached, handover=IDS, file=st.just("a.jpg"), sha256=st.just("0")),
    st.builds(GiftRefused, gift=st.sampled_from(GIFTS), guest=st.integers(1, 9), status=st.just("had")),
    st.builds(Undone, entry=IDS),
)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Step:
    with Session(found(tmp_path_factory.mktemp("figures") / "event"), "read") as session:
        return session.state.steps[0]


def recount(entries: list[Entry]) -> tuple[Counter[str], dict[str, Counter[int]]]:
    """Given by gift, and how often each household had each gift, counted entry by entry."""
    undone = {entry.what.entry for entry in entries if isinstance(entry.what, Undone)}
    counted = [entry for entry in entries if entry.id not in undone]
    lines: list[tuple[str, str, int, int]] = []
    for entry in counted:
        if isinstance(entry.what, HandedOver):
            for handed in entry.what.gifts:
                shares = entry.what.households or (0,)
                lines += [
                    (entry.id, handed.gift, number, handed.quantity // len(shares)) for number in shares
                ]
        elif isinstance(entry.what, HandoverVoided):
            void = entry.what
            lines = [
                line for line in lines if not (line[0] == void.handover and void.household in (None, line[2]))
            ]
    given_: Counter[str] = Counter()
    shares_: dict[str, Counter[int]] = {gift: Counter() for gift in GIFTS}
    for _id, gift, household, quantity in lines:
        given_[gift] += quantity
        if household:
            shares_[gift][household] += 1
    return given_, shares_


@settings(max_examples=150, deadline=None)
@given(chain=st.lists(HAPPENINGS, max_size=25))
def test_given_left_and_shares_are_what_the_ledger_adds_up_to(start: Step, chain: list[Any]) -> None:
    steps = [
        Step(replace(start.entry, id=entry_id(place), at=MORNING + timedelta(minutes=place), what=what))
        for place, what in enumerate(chain)
        if not isinstance(what, Undone) or what.entry < entry_id(place)
    ]
    grown = State([start])
    for step in steps:
        grown.add(step)
    folded = State([start, *steps])
    given_, shares = recount([step.entry for step in steps])
    for state in (grown, folded):
        handovers, event = state.handovers, state.event
        assert {gift: handovers.given(gift) for gift in GIFTS} == {gift: given_[gift] for gift in GIFTS}
        assert {g: {n: len(ids) for n, ids in handovers.shares(g).items()} for g in GIFTS} == shares
        for gift in event.gifts:
            assert handovers.left(gift) == max(0, gift.quantity - given_[gift.id])
            assert sum(h.quantities[gift.id] for h in handovers.standing(gift.id)) == given_[gift.id]
        told = status(state, Instant(MORNING, 0.0, "run"))["gifts"]
        assert {row["gift"]: row["given"] for row in told} == {gift: given_[gift] for gift in GIFTS}
    assert grown.handovers == folded.handovers
