"""Undo: each step taken back gives exactly the state before it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from data.ceremony import LEDGER_NAME, Ceremony
from data.clock import SetClock
from data.codes import payload
from data.commands import catching_up, door, gift_desk, gifts, stage, stage_times
from data.commands.undo import last_step, undo
from data.errors import Refused
from data.model.happenings.door import CheckedIn
from data.model.happenings.event import EventChanged, Undone
from tests.conftest import MORNING, few_guests, found, hand, list_guests
from tests.state.facts import facts, same_on_disk

Doing = Callable[[Ceremony, int], object]


def _void(ceremony: Ceremony, pick: int) -> None:
    known = list(ceremony.state.handovers.by_id)
    gifts.void(ceremony, known[pick % len(known)] if known else "", "ghi nhầm")


def _void_a_share(ceremony: Ceremony, pick: int) -> None:
    shares = ceremony.state.handovers.shares("tai-lieu")
    household = list(shares)[pick % len(shares)] if shares else 0
    gifts.void(ceremony, shares[household][0] if shares else "", "chưa nhận", household)


def _unannounced(ceremony: Ceremony, pick: int) -> None:
    gift = gifts.new_gift(ceremony.state.event, f"Tranh {pick % 3}", "bức")
    hand(ceremony, gift.id, 1 + pick, unannounced=gift)


def _import_changes(ceremony: Ceremony, pick: int) -> None:
    guest = list(ceremony.state.guests.values())[pick % len(ceremony.state.guests)]
    new = replace(guest, number=ceremony.state.next_number, name=f"Khách {pick}", code=f"{pick:014}")
    list_guests(ceremony, [replace(guest, note=f"ghi chú {pick}", withdrawn=pick % 3 == 0), new])


def _change_event(ceremony: Ceremony, pick: int) -> None:
    event = ceremony.state.event
    agenda = tuple(replace(i, optional=(n + pick) % 5 == 0 and n > 1) for n, i in enumerate(event.agenda))
    ceremony.record(
        EventChanged(what="agenda"), event=replace(event, agenda=agenda, start=f"0{pick % 10}:00")
    )


def _scan_old_card(ceremony: Ceremony, pick: int) -> None:
    cards = [*ceremony.state.by_code, *ceremony.state.replaced]
    door.scan(ceremony, payload(cards[pick % len(cards)]), "scanner")


def _item(ceremony: Ceremony, pick: int) -> str:
    agenda = ceremony.state.event.agenda
    return agenda[pick % len(agenda)].id


def _correct_times(ceremony: Ceremony, pick: int) -> None:
    runs = list(ceremony.state.rundown.runs)
    typed = f"{7 + pick % 5}:{pick % 60:02}"
    times = {"started": typed} if pick % 2 else {"ended": typed}
    stage_times.correct_times(ceremony, runs[pick % len(runs)] if runs else "", **times)


def _catch_up(ceremony: Ceremony, _pick: int) -> None:
    catching_up.accept(ceremony, catching_up.propose(ceremony))


DOINGS: list[Doing] = [
    lambda c, n: door.admit(c, n % 12, "number", relation="vợ" if n % 2 else "", people=n % 5),
    lambda c, n: door.admit(c, n % 12, "scanner"),
    _scan_old_card,
    lambda c, n: door.scan(c, str(n), "scanner"),
    lambda c, n: door.set_party(c, n % 12, substitute="Hoa" if n % 2 else "", people=1 + n % 4),
    lambda c, n: door.walk_in(c, kind="household", name=f"Hộ {n}", hamlet="xóm 9"),
    lambda c, n: door.walk_in(c, kind="delegate", name=f"Ông {n}", delegation="bao-dai"),
    lambda c, n: door.replace_card(c, n % 12),
    lambda c, _: stage.go(c),
    lambda c, _: stage.go(c),
    lambda c, _: stage.back(c),
    lambda c, _: stage.pause_or_resume(c),
    lambda c, n: stage.adjust(c, n % 9 - 4),
    lambda c, n: stage.adjust(c, n % 9 - 4, _item(c, n)),
    lambda c, n: stage.go(c, minutes_ago=n % 20),
    lambda c, n: stage.skip_or_reinstate(c, _item(c, n)),
    lambda c, n: stage.move_to_come(c, _item(c, n), 1 if n % 2 else -1),
    lambda c, n: stage_times.began_ago(c, n % 20),
    _correct_times,
    _catch_up,
    lambda c, n: hand(c, "tai-lieu", n),
    lambda c, _: hand(c, "tu-sach", 1, beyond_plan=True),
    lambda c, n: gift_desk.give(c, "tai-lieu", n % 12),
    lambda c, n: gift_desk.give(c, "tai-lieu", n % 6 + 1),
    lambda c, n: gift_desk.give_to_all(c, "tai-lieu", range(1, 2 + n % 6)),
    _void,
    _void_a_share,
    _unannounced,
    _import_changes,
    _change_event,
]


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = found(tmp_path_factory.mktemp("undo") / "event", SetClock(MORNING))
    with Ceremony(folder, clock=SetClock(MORNING)) as ceremony:
        list_guests(ceremony, few_guests(ceremony.state.event.number))
    return folder


@settings(max_examples=80, deadline=None)
@given(
    chain=st.lists(
        st.tuples(st.integers(0, len(DOINGS) - 1), st.integers(0, 200), st.integers(0, 900)),
        min_size=1,
        max_size=30,
    ),
    redo=st.integers(0, 30),
)
def test_undoing_any_chain_of_steps_gives_back_each_earlier_state(
    founded: Path, chain: list[tuple[int, int, int]], redo: int
) -> None:
    with TemporaryDirectory() as parent:
        folder = Path(parent) / "event"
        copytree(founded, folder)
        clock = SetClock(MORNING)
        with Ceremony(folder, clock=clock) as ceremony:
            before = _walk(ceremony, clock, chain)
            _take_back(ceremony, before, keep=min(redo, len(before)))
            before += _walk(ceremony, clock, chain[::-1])
            assert same_on_disk(ceremony)
            _take_back(ceremony, before, keep=0)
            assert same_on_disk(ceremony)


def _walk(ceremony: Ceremony, clock: SetClock, chain: list[tuple[int, int, int]]) -> list[dict[str, Any]]:
    """Do what ``chain`` says where it is allowed; what the state said before each step."""
    before = []
    for what, pick, seconds in chain:
        now, last = facts(ceremony.state), last_step(ceremony)
        with suppress(Refused):
            DOINGS[what](ceremony, pick)
        if last_step(ceremony) != last:
            before.append(now)
        else:
            assert facts(ceremony.state) == now, "what cannot be undone must change nothing"
        clock.pass_time(seconds)
    return before


def _take_back(ceremony: Ceremony, before: list[dict[str, Any]], keep: int) -> None:
    while len(before) > keep:
        undo(ceremony)
        assert facts(ceremony.state) == before.pop()


def test_the_making_of_the_event_is_no_step(event_folder: Path, clock: SetClock) -> None:
    with Ceremony(event_folder, clock=clock) as ceremony:
        undo(ceremony)
        assert not ceremony.state.guests
        assert last_step(ceremony) is None
        with pytest.raises(Refused):
            undo(ceremony)


def test_undo_takes_back_what_was_shown_or_nothing(ceremony: Ceremony) -> None:
    door.admit(ceremony, 1, "number")
    shown = last_step(ceremony)
    assert shown is not None
    door.admit(ceremony, 2, "number")
    with pytest.raises(Refused):
        undo(ceremony, shown.id)
    assert list(ceremony.state.present) == [1, 2]
    second = last_step(ceremony)
    assert second is not None
    assert undo(ceremony, second.id) == second
    assert undo(ceremony, shown.id) == shown
    assert not ceremony.state.present


def test_a_scan_that_changed_nothing_is_not_what_undo_takes_back(ceremony: Ceremony) -> None:
    door.admit(ceremony, 1, "number")
    door.admit(ceremony, 1, "number")
    door.scan(ceremony, "123", "scanner")
    assert undo(ceremony).what == CheckedIn(guest=1, channel="number")
    assert not ceremony.state.present


def test_an_undo_is_an_entry_and_erases_none(ceremony: Ceremony, event_folder: Path) -> None:
    door.admit(ceremony, 1, "number")
    before = (event_folder / LEDGER_NAME).read_bytes()
    undone = undo(ceremony)
    assert (event_folder / LEDGER_NAME).read_bytes().startswith(before)
    assert ceremony.state.entries[-1].what == Undone(entry=undone.id)
    assert undone in ceremony.state.entries


def test_a_reader_sees_an_undo(ceremony: Ceremony, event_folder: Path) -> None:
    door.admit(ceremony, 1, "number")
    with Ceremony(event_folder, "read") as reader:
        assert list(reader.state.present) == [1]
        undo(ceremony)
        assert reader.refresh()
        assert facts(reader.state) == facts(ceremony.state)


def test_undo_goes_on_where_it_stopped_after_the_program_was_closed(
    event_folder: Path, clock: SetClock
) -> None:
    with Ceremony(event_folder, clock=clock) as ceremony:
        before = facts(ceremony.state)
        door.admit(ceremony, 1, "number")
        stage.go(ceremony)
        undo(ceremony)
    with Ceremony(event_folder, clock=clock) as ceremony:
        undo(ceremony)
        assert facts(ceremony.state) == before
