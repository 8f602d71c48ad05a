"""Steps that come from another laptop: once each, on disk, in their place, judged before anything."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from data.commands.door import door
from data.commands.event.closing import close_event
from data.commands.undo import undo
from data.convergence.records import record_of
from data.convergence.take_in import take_in
from data.errors import Refused
from data.ledger.lines.ids import uuid7
from data.ledger.lines.record import Step
from data.model.entries.event import PersonalDataPurged, Undone
from data.queries.laptops.digest import digest
from data.queries.laptops.writers import laptops, steps_of
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.conftest import few_guests, found, list_guests
from tests.data.convergence.several import IDS, meet, pass_time, same, send


def test_what_two_did_apart_is_there_on_both_once_in_whatever_order_it_comes(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    pass_time(two, 60)
    door.admit(two, 2, "number")
    pass_time(one, 120)
    door.admit(one, 3, "number")
    taken = send(one, two, one.state.steps[::-1])
    assert [step.entry.what.about() for step in taken.steps] == [{1}, {3}]
    assert not taken.refused
    assert send(one, two).steps == ()
    assert send(two, one).known == len(two.state.steps) - 1
    same(one, two)
    assert list(one.state.present) == [1, 2, 3]


def test_what_was_taken_in_is_on_disk_when_it_is_acknowledged(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    send(one, two)
    copy = two.folder.with_name("after a power cut")
    copy.mkdir()
    (copy / LEDGER_NAME).write_bytes((two.folder / LEDGER_NAME).read_bytes())
    with Session(copy, "read") as reader:
        assert list(reader.state.present) == [1]


def test_a_laptop_whose_clock_is_behind_still_stands_after_what_it_saw(three: list[Session]) -> None:
    one, two, _ = three
    pass_time(one, 3600)
    door.admit(one, 1, "number")
    send(one, two)
    door.set_party(two, 1, people=4)
    undo(two)
    door.set_party(two, 1, people=3)
    send(two, one)
    assert one.state.present[1].people == 3
    same(one, two)


def test_what_is_not_sound_is_named_and_left_out_and_the_rest_is_taken_in(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    door.admit(one, 2, "number")
    good = [record_of(step) for step in one.state.steps[-2:]]
    spoilt = good[0].replace(b"number", b"numbex")
    size = two.storage.path.stat().st_size
    taken = take_in(two, [spoilt, b"", b"noise\n", good[1]], event=one.state.event.id)
    assert [refused.name for refused in taken.refused] == ["1", "2", "3"]
    assert all(refused.why for refused in taken.refused)
    assert list(two.state.present) == [2]
    assert two.storage.path.stat().st_size > size
    send(one, two)
    same(one, two)


@pytest.mark.parametrize("how", ["id", "laptop", "future", "place"])
def test_an_entry_whose_place_cannot_be_believed_is_refused(three: list[Session], how: str) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    step = one.state.steps[-1]
    wrong = {
        "id": {"id": "zzzz"},
        "laptop": {"laptop": "nobody"},
        "future": {"id": uuid7(200 * 366 * 86_400_000 + 10**12 * 8)},
        "place": {"laptop": "", "place": "~"},
    }[how]
    changed = replace(step, entry=replace(step.entry, **wrong))
    assert len(take_in(two, [record_of(changed)], event=one.state.event.id).refused) == 1
    assert not two.state.present


def test_a_step_that_takes_the_event_itself_back_is_refused_and_nothing_of_it_is_kept(
    three: list[Session],
) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    last = one.state.steps[-1]
    founding = one.state.steps[0].entry.id
    mad = Step(replace(last.entry, id=uuid7(1_700_000_000_000), what=Undone(entry=founding)))
    taken = take_in(two, [mad, last], event=one.state.event.id)
    assert [refused.name for refused in taken.refused] == [mad.entry.id]
    assert list(two.state.present) == [1]
    same(two)


def test_another_event_is_refused_whatever_it_says_it_is(three: list[Session], tmp_path: Path) -> None:
    one = three[0]
    with Session(found(tmp_path / "another")) as other:
        list_guests(other, few_guests(other.state.event.number))
        with pytest.raises(Refused):
            send(other, one)
        records = [record_of(step) for step in other.state.steps[:1]]
        assert len(take_in(one, records, event=one.state.event.id).refused) == 1
        assert len(one.state.steps) == 2


def test_a_purge_elsewhere_is_no_step_that_is_taken_in(three: list[Session]) -> None:
    one, two, _ = three
    close_event(one)
    step = Step(replace(one.state.steps[-1].entry, id=uuid7(1_700_000_000_000)))
    purged = replace(step, entry=replace(step.entry, what=PersonalDataPurged(guests=9, files=0)))
    assert len(take_in(two, [purged], event=one.state.event.id).refused) == 1
    assert two.state.rest.purged is None


def test_a_slow_full_or_lost_disk_takes_nothing_in(
    three: list[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")

    def refuse(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("data.ledger.appending.AppendFile.write", refuse)
        with pytest.raises(OSError):
            send(one, two)
    assert not two.state.present
    same(two)
    send(one, two)
    same(one, two)


def test_a_late_undo_takes_back_what_came_before_it_or_comes_after_it(three: list[Session]) -> None:
    one, two, third = three
    door.admit(one, 1, "number")
    undo(one)
    undone, undoing = one.state.steps[-2:]
    send(one, two, [undoing])
    assert not two.state.present
    send(one, two, [undone])
    assert not two.state.present
    send(one, third, [undone])
    assert list(third.state.present) == [1]
    send(one, third, [undoing])
    same(one, two, third)


def test_many_late_steps_are_folded_as_if_they_had_come_in_time(three: list[Session]) -> None:
    one, two, third = three
    for turn in range(60):
        pass_time(one, 10)
        pass_time(two, 7)
        door.admit(one if turn % 2 else two, 1 + turn % 9, "number")
        if turn % 7 == 0:
            two.state.settle()
    meet(one, two, third)
    same(one, two, third)


def test_it_is_known_which_laptop_wrote_what(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    first = one.state.steps[-1].entry.id
    door.admit(one, 2, "number")
    door.admit(two, 3, "number")
    send(one, two)
    seen = laptops(two.state)
    assert [seen[id].entries for id in IDS[:2]] == [3, 1]
    assert seen[IDS[1]].name == "cửa 2"
    assert steps_of(two.state, IDS[0], first) == one.state.steps[-1:]
    assert len(steps_of(two.state, IDS[0])) == 3


def test_a_reader_beside_the_writer_sees_late_steps_in_their_place(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    pass_time(two, 60)
    door.admit(two, 2, "number")
    with Session(two.folder, "read") as reader:
        send(one, two)
        assert reader.refresh()
        assert reader.state.agrees_with(two.state)


def test_another_day_of_the_same_steps_is_another_digest(three: list[Session]) -> None:
    one, two, _ = three
    assert digest(one.state) == digest(two.state)
    door.admit(one, 1, "number")
    assert digest(one.state) != digest(two.state)
