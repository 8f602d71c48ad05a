"""A damaged event is opened again with everything that is anywhere, and says for ever what it lacks."""

import os
from pathlib import Path

import pytest

from data.archive.contents import event_files
from data.archive.verification import verify_event
from data.clock import SetClock
from data.commands.door import door
from data.commands.event.closing import close_event
from data.errors import LedgerDamaged, LedgerUnwritable, Refused
from data.model.entries.event import LedgerRepaired
from data.purge.purge import confirmation, purge
from data.repair.copier import Copier
from data.repair.copies import Snapshot, make_copy
from data.repair.mending import DAMAGED_STEM, examine, mend
from data.session.copies.copy_places import COPIES
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.session import Session


def copied(folder: Path, clock: SetClock) -> Path:
    with open_for_reading(folder) as session:
        storage = session.storage
        snapshot = Snapshot(storage.path, storage.size, storage.link, clock.now())
        (copy,) = make_copy(snapshot, [folder / COPIES])
    return copy


def wiped(ledger: Path, line: int, *, keep_sum: bool = True) -> None:
    """Write zeros over a line's words, as a bad block of a disk reads."""
    rows = ledger.read_bytes().split(b"\n")
    kept = rows[line - 1][:12] if keep_sum else b"\0" * 12
    rows[line - 1] = kept + b"\0" * (len(rows[line - 1]) - 12)
    ledger.write_bytes(b"\n".join(rows))


def came(folder: Path) -> list[int]:
    with open_for_reading(folder) as session:
        return list(session.state.present)


def repaired(folder: Path) -> LedgerRepaired:
    with open_for_reading(folder) as session:
        what = session.state.entries[-1].what
    assert isinstance(what, LedgerRepaired)
    return what


def test_a_flipped_bit_is_mended_without_a_copy(morning: Path, ledger: Path, clock: SetClock) -> None:
    whole = bytearray(ledger.read_bytes())
    whole[len(whole) // 2] ^= 4
    ledger.write_bytes(whole)
    with pytest.raises(LedgerDamaged):
        Session(morning)
    found = mend(morning, clock)
    assert (found.mended, found.taken, found.lost) == (1, 0, ())
    assert came(morning) == [1, 2, 3, 4, 7, 8]
    assert verify_event(morning).is_sound
    assert repaired(morning).mended == 1


def test_a_lost_line_comes_from_the_copy(morning: Path, ledger: Path, clock: SetClock) -> None:
    copy = copied(morning, clock)
    with Session(morning, clock=clock) as session:
        clock.pass_time(60)
        door.admit(session, 5, "number")
        ids = [entry.id for entry in session.state.entries]
    wiped(ledger, 4)
    damaged = ledger.read_bytes()
    seen = examine(morning)
    assert (seen.sound, seen.taken, seen.lost, seen.sources) == (8, 1, (), (copy,))
    mend(morning, clock)
    with open_for_reading(morning) as session:
        assert [entry.id for entry in session.state.entries][:-1] == ids, "every id, in its order"
    assert verify_event(morning).is_sound
    what = repaired(morning)
    assert (what.taken, what.lost) == (1, ())
    assert what.kept.startswith(DAMAGED_STEM)
    assert (morning / what.kept).read_bytes() == damaged


@pytest.mark.parametrize("keep_sum", [True, False])
def test_without_a_copy_what_is_sound_is_opened_and_what_is_not_is_listed(
    morning: Path, ledger: Path, clock: SetClock, keep_sum: bool
) -> None:
    with open_for_reading(morning) as session:
        entries = session.state.entries
    wiped(ledger, 4, keep_sum=keep_sum)
    mend(morning, clock)
    what = repaired(morning)
    assert what.lost[0].line == 4
    assert what.lost[0].after == entries[2].at
    assert what.lost[0].before is not None and what.lost[0].before > entries[3].at
    lost = {1 + line.line - 3 for line in what.lost}
    assert len(lost) == (1 if keep_sum else 2)
    assert came(morning) == [n for place, n in enumerate((1, 2, 3, 4, 7, 8), start=1) if place not in lost]
    with Session(morning, clock=clock) as session:
        assert door.admit(session, 2, "number").status == "admitted"
    assert verify_event(morning).is_sound


def test_the_broken_bytes_tell_what_is_to_be_entered_by_hand(
    morning: Path, ledger: Path, clock: SetClock
) -> None:
    rows = ledger.read_bytes().split(b"\n")
    rows[3] = rows[3].replace(b'"at":"20', b'"at":"\xff\xfe')
    ledger.write_bytes(b"\n".join(rows))
    (lost,) = mend(morning, clock).lost
    assert (lost.kind, lost.guest) == ("checked-in", 2)


def test_the_first_line_comes_from_the_copy_too(morning: Path, ledger: Path, clock: SetClock) -> None:
    copied(morning, clock)
    wiped(ledger, 1)
    assert mend(morning, clock).taken == 1
    assert came(morning) == [1, 2, 3, 4, 7, 8]


def test_two_damaged_copies_fill_each_other_up(morning: Path, ledger: Path, clock: SetClock) -> None:
    first = copied(morning, clock)
    clock.pass_time(900)
    second = copied(morning, clock)
    for file, lines in ((ledger, (3, 4)), (first, (3, 5)), (second, (4, 6))):
        for line in lines:
            wiped(file, line)
    found = mend(morning, clock)
    assert (found.taken, found.lost) == (2, ())
    assert came(morning) == [1, 2, 3, 4, 7, 8]


def test_a_copy_of_another_event_is_not_mixed_in(
    morning: Path, ledger: Path, clock: SetClock, tmp_path: Path
) -> None:
    from tests.conftest import found as made

    other = made(tmp_path / "home" / "dong-thai", clock)
    foreign = copied(other, clock)
    (morning / COPIES).mkdir()
    (morning / COPIES / "ledger-20990101-000000.jsonl").write_bytes(foreign.read_bytes())
    wiped(ledger, 4)
    assert mend(morning, clock).taken == 0


def test_a_sound_event_needs_no_mending(morning: Path, ledger: Path) -> None:
    before = ledger.read_bytes()
    with pytest.raises(Refused):
        mend(morning)
    assert ledger.read_bytes() == before


def test_a_full_disk_leaves_the_damaged_file(
    morning: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wiped(ledger, 4)
    before = ledger.read_bytes()

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LedgerUnwritable):
        mend(morning)
    assert ledger.read_bytes() == before


def test_an_older_ledger_in_its_place_is_noticed_and_filled_up(
    morning: Path, ledger: Path, clock: SetClock
) -> None:
    rows = ledger.read_bytes().splitlines(keepends=True)
    copied(morning, clock)
    ledger.write_bytes(b"".join(rows[:4]))
    verdict = verify_event(morning)
    assert not verdict.is_sound and verdict.missing == 4
    with Session(morning, clock=clock) as session:
        clock.pass_time(60)
        door.admit(session, 6, "number")
    assert mend(morning, clock).taken == 4
    assert came(morning) == [1, 2, 3, 4, 7, 8, 6]
    assert verify_event(morning).is_sound


def test_the_purge_knows_copies_damaged_ledgers_and_rescues(
    morning: Path, ledger: Path, clock: SetClock, tmp_path: Path
) -> None:
    copied(morning, clock)
    wiped(ledger, 4)
    mend(morning, clock)
    with Session(morning, clock=clock) as session:
        close_event(session)
        gone = purge(session, confirmation(session.state.event))
    assert gone.foreign == ()
    assert list(morning.rglob("*.jsonl")) == [ledger]


def test_copies_are_few_and_the_last_of_each_day_stays(morning: Path, clock: SetClock) -> None:
    for _day in range(3):
        for _time in range(12):
            clock.pass_time(1800)
            copied(morning, clock)
        clock.pass_time(86_400 - 12 * 1800)
    days = [copy.name[7:15] for copy in (morning / COPIES).iterdir()]
    assert sorted(set(days)) == ["20220615", "20220616", "20220617"]
    assert len(days) == 8 + 2


def test_the_open_event_is_copied_as_often_as_it_should_be_and_only_when_it_changed(
    morning: Path, clock: SetClock
) -> None:
    with Session(morning, clock=clock) as session:
        copier = Copier(session)
        made = []
        for minute in range(60):
            clock.pass_time(60)
            if minute % 10 == 0 and minute < 40:
                door.admit(session, 1, "number")
            job = copier.job()
            if job is not None:
                made += [minute]
                job()
    assert made == [0, 15, 30]
    assert len(list((morning / COPIES).iterdir())) == 3


def test_a_damaged_ledger_is_not_copied_over_good_copies(
    morning: Path, ledger: Path, clock: SetClock
) -> None:
    with Session(morning, clock=clock) as session:
        copier = Copier(session)
        clock.pass_time(61)
        wiped(ledger, 4)
        job = copier.job()
        assert job is not None and job() == []
    assert (morning / LEDGER_NAME).exists()


def test_copies_are_no_part_of_an_archive(morning: Path, clock: SetClock) -> None:
    copied(morning, clock)
    assert event_files(morning) == [morning / LEDGER_NAME]
