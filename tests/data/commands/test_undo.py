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

from data.clock import SetClock
from data.commands.door import door
from data.commands.gifts import gift_desk, gifts
from data.commands.stage import catching_up, stage, stage_times
from data.commands.undo import last_step, undo
from data.errors import Refused
from data.model.entries.door import CheckedIn
from data.model.entries.event import EventChanged, Undone
from data.scanning.codes import payload
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.conftest import MORNING, few_guests, found, hand, list_guests
from tests.data.state.facts import facts, same_on_disk

Doing = Callable[[Session, int], object]


def _void(session: Session, pick: int) -> None:
    known = list(session.state.handovers.by_id)
    gifts.void(session, known[pick % len(known)] if known else "", "ghi nhầm")


def _void_a_share(session: Session, pick: int) -> None:
    shares = session.state.handovers.shares("tai-lieu")
    household = list(shares)[pick % len(shares)] if shares else 0
    gifts.void(session, shares[household][0] if shares else "", "chưa nhận", household)


def _unannounced(session: Session, pick: int) -> None:
    gift = gifts.new_gift(session.state.event, f"Tranh {pick % 3}", "bức")
    hand(session, gift.id, 1 + pick, unannounced=gift)


def _import_changes(session: Session, pick: int) -> None:
    guest = list(session.state.guests.values())[pick % len(session.state.guests)]
    new = replace(guest, number=session.state.next_number, name=f"Khách {pick}", code=f"{pick:014}")
    list_guests(session, [replace(guest, note=f"ghi chú {pick}", withdrawn=pick % 3 == 0), new])


def _change_event(session: Session, pick: int) -> None:
    event = session.state.event
    agenda = tuple(replace(i, optional=(n + pick) % 5 == 0 and n > 1) for n, i in enumerate(event.agenda))
    session.record(EventChanged(what="agenda"), event=replace(event, agenda=agenda, start=f"0{pick % 10}:00"))


def _scan_old_card(session: Session, pick: int) -> None:
    cards = [*session.state.by_code, *session.state.replaced]
    door.scan(session, payload(cards[pick % len(cards)]), "scanner")


def _item(session: Session, pick: int) -> str:
    agenda = session.state.event.agenda
    return agenda[pick % len(agenda)].id


def _correct_times(session: Session, pick: int) -> None:
    runs = list(session.state.agenda_progress.runs)
    typed = f"{7 + pick % 5}:{pick % 60:02}"
    times = {"started": typed} if pick % 2 else {"ended": typed}
    stage_times.correct_times(session, runs[pick % len(runs)] if runs else "", **times)


def _catch_up(session: Session, _pick: int) -> None:
    catching_up.accept(session, catching_up.propose(session))


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
    with Session(folder, clock=SetClock(MORNING)) as session:
        list_guests(session, few_guests(session.state.event.number))
    return folder


CHAINS = st.lists(
    st.tuples(st.integers(0, len(DOINGS) - 1), st.integers(0, 200), st.integers(0, 900)),
    min_size=1,
    max_size=30,
)


@pytest.mark.quick_once()
@pytest.mark.parametrize("chains", [20, 80])
def test_undoing_any_chain_of_steps_gives_back_each_earlier_state(founded: Path, chains: int) -> None:
    @settings(max_examples=chains, deadline=None)
    @given(chain=CHAINS, redo=st.integers(0, 30))
    def each(chain: list[tuple[int, int, int]], redo: int) -> None:
        _there_and_back(founded, chain, redo)

    each()


def _there_and_back(founded: Path, chain: list[tuple[int, int, int]], redo: int) -> None:
    with TemporaryDirectory() as parent:
        folder = Path(parent) / "event"
        copytree(founded, folder)
        clock = SetClock(MORNING)
        with Session(folder, clock=clock) as session:
            before = _walk(session, clock, chain)
            _take_back(session, before, keep=min(redo, len(before)))
            before += _walk(session, clock, chain[::-1])
            assert same_on_disk(session)
            _take_back(session, before, keep=0)
            assert same_on_disk(session)


def _walk(session: Session, clock: SetClock, chain: list[tuple[int, int, int]]) -> list[dict[str, Any]]:
    """Do what ``chain`` says where it is allowed; what the state said before each step."""
    before = []
    for what, pick, seconds in chain:
        now, last = facts(session.state), last_step(session)
        with suppress(Refused):
            DOINGS[what](session, pick)
        if last_step(session) != last:
            before.append(now)
        else:
            assert facts(session.state) == now, "what cannot be undone must change nothing"
        clock.pass_time(seconds)
    return before


def _take_back(session: Session, before: list[dict[str, Any]], keep: int) -> None:
    while len(before) > keep:
        undo(session)
        assert facts(session.state) == before.pop()


def test_the_making_of_the_event_is_no_step(event_folder: Path, clock: SetClock) -> None:
    with Session(event_folder, clock=clock) as session:
        undo(session)
        assert not session.state.guests
        assert last_step(session) is None
        with pytest.raises(Refused):
            undo(session)


def test_undo_takes_back_what_was_shown_or_nothing(session: Session) -> None:
    door.admit(session, 1, "number")
    shown = last_step(session)
    assert shown is not None
    door.admit(session, 2, "number")
    with pytest.raises(Refused):
        undo(session, shown.id)
    assert list(session.state.present) == [1, 2]
    second = last_step(session)
    assert second is not None
    assert undo(session, second.id) == second
    assert undo(session, shown.id) == shown
    assert not session.state.present


def test_a_scan_that_changed_nothing_is_not_what_undo_takes_back(session: Session) -> None:
    door.admit(session, 1, "number")
    door.admit(session, 1, "number")
    door.scan(session, "123", "scanner")
    assert undo(session).what == CheckedIn(guest=1, channel="number")
    assert not session.state.present


def test_an_undo_is_an_entry_and_erases_none(session: Session, event_folder: Path) -> None:
    door.admit(session, 1, "number")
    before = (event_folder / LEDGER_NAME).read_bytes()
    undone = undo(session)
    assert (event_folder / LEDGER_NAME).read_bytes().startswith(before)
    assert session.state.entries[-1].what == Undone(entry=undone.id)
    assert undone in session.state.entries


def test_a_reader_sees_an_undo(session: Session, event_folder: Path) -> None:
    door.admit(session, 1, "number")
    with Session(event_folder, "read") as reader:
        assert list(reader.state.present) == [1]
        undo(session)
        assert reader.refresh()
        assert facts(reader.state) == facts(session.state)


def test_undo_goes_on_where_it_stopped_after_the_program_was_closed(
    event_folder: Path, clock: SetClock
) -> None:
    with Session(event_folder, clock=clock) as session:
        before = facts(session.state)
        door.admit(session, 1, "number")
        stage.go(session)
        undo(session)
    with Session(event_folder, clock=clock) as session:
        undo(session)
        assert facts(session.state) == before
