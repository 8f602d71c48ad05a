"""Two copies of one event, from a folder, a stick or an archive: one, in any order, any number of times."""

import shutil
from pathlib import Path

import pytest

from data.archive.verification import verify_event
from data.archive.write import archive_event
from data.clock import SetClock
from data.commands.door import door
from data.commands.event.closing import close_event
from data.commands.gifts.photos import PHOTOS, attach_photo
from data.commands.guests import correct_guest
from data.convergence.merge import merge
from data.convergence.merge_report import merged_lines
from data.errors import CeremonyError, Refused
from data.ledger.lines.ids import uuid7
from data.ledger.lines.line import FIRST_LINK
from data.ledger.lines.line import encode as encode_line
from data.ledger.lines.reading import read_file
from data.purge.purge import purge
from data.queries.laptops.digest import digest
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from data.state.state import State
from tests.conftest import MORNING, found, hand
from tests.data.convergence.several import IDS, pass_time, same, send
from tests.data.ledger.test_formats import FORMATS

PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 40


def played(three: list[Session]) -> None:
    one, two, third = three
    for turn in range(6):
        door.admit(three[turn % 3], 1 + turn, "number")
        pass_time(three[turn % 3], 40)
    door.walk_in(two, kind="household", name="Lan")
    door.admit(one, 2, "number")
    assert third.state.present


def test_any_order_and_any_number_of_times_is_the_same_event(three: list[Session], tmp_path: Path) -> None:
    played(three)
    one, two, third = three
    merge(one, two.folder)
    merge(two, third.folder)
    merge(third, one.folder)
    for session, other in ((one, third), (two, one), (third, two), (one, two), (one, two), (two, third)):
        merge(session, other.folder)
    same(*three)
    size = one.storage.size
    again = merge(one, two.folder)
    assert again.taken.steps == () and one.storage.size == size
    assert merged_lines(again, one.state)[0].startswith("Không có gì mới")
    assert verify_event(one.folder).digest == digest(two.state)


def test_it_is_said_how_many_steps_came_from_whom_and_what_collided(three: list[Session]) -> None:
    played(three)
    one, two, _ = three
    told = merged_lines(merge(one, two.folder), one.state)
    assert "cửa 2" in told[0] and "3" in told[0]
    assert any("hai lần" in line for line in told[1:])


def test_a_stick_with_the_folder_on_it_an_archive_and_a_ledger_file_are_copies_too(
    three: list[Session], tmp_path: Path
) -> None:
    played(three)
    one, two, third = three
    stick = tmp_path / "stick"
    found(stick / "another event")
    shutil.copytree(two.folder, stick / "kha-tan")
    archived = archive_event(third, tmp_path / "cửa 3.zip")
    before = {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()}
    merge(one, stick)
    merge(one, archived)
    merge(one, third.folder / LEDGER_NAME)
    assert {step.entry.laptop for step in one.state.steps} >= set(IDS)
    assert {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()} == before
    assert not list(tmp_path.glob("le-ra-mat-gop-*"))


@pytest.mark.parametrize("name", ["nothing", "empty", "another", "text.zip", "other.zip"])
def test_what_is_no_copy_of_the_event_is_refused_in_a_sentence(
    three: list[Session], tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.zip").write_text("no zip")
    with Session(found(tmp_path / "another")) as another:
        archive_event(another, tmp_path / "other.zip")
    with pytest.raises(CeremonyError) as refusal:
        merge(three[0], tmp_path / name)
    assert "\n" not in refusal.value.sentence
    assert len(three[0].state.steps) == 2


def test_of_a_damaged_copy_the_sound_lines_come_and_the_others_are_told(three: list[Session]) -> None:
    played(three)
    one, two, _ = three
    path = two.folder / LEDGER_NAME
    lines = path.read_bytes().splitlines(keepends=True)
    lines[-2] = lines[-2].replace(b"checked-in", b"?????????!")
    path.write_bytes(b"".join(lines))
    merged = merge(one, two.folder)
    assert merged.unread == 1
    assert len(merged.taken.steps) == 2
    assert any("repair" in line for line in merged_lines(merged, one.state))


def test_a_line_of_another_laptop_that_makes_no_sense_is_told_and_the_others_come(
    three: list[Session],
) -> None:
    one, two, _ = three
    door.admit(two, 1, "number")
    link = two.storage.link
    mad = {
        **two.storage.tables["ledger"]["3"],
        "id": uuid7(1_700_000_000_000),
        "what": {"kind": "checked-in"},
    }
    with (two.folder / LEDGER_NAME).open("ab") as file:
        file.write(encode_line({"ledger": {"9": mad}}, link)[0])
    merged = merge(one, two.folder)
    assert (merged.unread, len(merged.taken.steps)) == (1, 1)


def test_a_merge_that_was_killed_leaves_a_sound_event_and_another_completes_it(
    three: list[Session], tmp_path: Path
) -> None:
    played(three)
    one, two, _ = three
    before = one.storage.size
    merge(one, two.folder)
    text = (one.folder / LEDGER_NAME).read_bytes()
    whole = digest(one.state)
    for cut in range(before, len(text), 97):
        folder = tmp_path / f"cut-{cut}"
        folder.mkdir()
        (folder / LEDGER_NAME).write_bytes(text[:cut])
        with Session(folder, clock=SetClock(MORNING), laptop=IDS[0]) as session:
            merge(session, two.folder)
            assert digest(session.state) == whole


def test_photos_come_along_once_and_take_no_others_place(three: list[Session], tmp_path: Path) -> None:
    one, two, _ = three
    for session, photos in ((one, (b"1",)), (two, (b"2", b"3"))):
        handover = hand(session, "tu-sach").id
        for extra in photos:
            (tmp_path / "anh.png").write_bytes(PICTURE + extra)
            attach_photo(session, handover, str(tmp_path / "anh.png"))
    names = {path.name for path in (two.folder / PHOTOS).iterdir()}
    merged = merge(one, two.folder)
    assert merged.files == 2
    assert merge(one, two.folder).files == 0
    kept = {path.read_bytes() for path in (one.folder / PHOTOS).iterdir()}
    assert kept == {PICTURE + extra for extra in (b"1", b"2", b"3")}
    assert len(names) == 2


def test_purged_names_do_not_come_back_and_what_is_new_comes_without_them(three: list[Session]) -> None:
    one, two, _ = three
    correct_guest(two, 1, phone="0912345678")
    door.walk_in(two, kind="household", name="Đinh Thị Lan")
    close_event(two)
    before = len(two.state.steps)
    close_event(one)
    purge(one, one.state.event.site.village)
    merged = merge(one, two.folder)
    assert len(merged.taken.steps) == 3
    text = (one.folder / LEDGER_NAME).read_text()
    assert not any(name in text for name in ("Lan", "0912345678", "Dũng"))
    assert len(one.state.guests) == 10 and len(one.state.steps) == before + 2
    # The other copy still has them: it is purged for itself, and then both are one.
    with pytest.raises(Refused):
        merge(two, one.folder)
    assert "Lan" in (two.folder / LEDGER_NAME).read_text()
    purge(two, two.state.event.site.village)
    merge(two, one.folder)
    merge(one, two.folder)
    assert digest(one.state) == digest(two.state)


def test_two_copies_from_before_laptops_had_ids_become_one_in_the_order_of_their_files(
    tmp_path: Path,
) -> None:
    old = tmp_path / "old"
    old.mkdir()
    shutil.copyfile(FORMATS / "1.jsonl", old / LEDGER_NAME)
    copies = [tmp_path / "a", tmp_path / "b"]
    for folder in copies:
        shutil.copytree(old, folder)
    changes = read_file(old / LEDGER_NAME).changes
    link = FIRST_LINK
    for line in changes:
        _text, link = encode_line(line, link)
    base = next(iter((changes[-1]["ledger"] or {}).values()))
    assert base is not None
    # The clock of one laptop was set back by a year, that of the other was right.
    for folder, year, guests in ((copies[0], 2021, (1, 2)), (copies[1], 2022, (3, 4))):
        last = link
        for number, guest in enumerate(guests):
            moment = 1_655_252_100_000 - (2022 - year) * 31_536_000_000 - number
            row = {
                **base,
                "id": uuid7(moment),
                "what": {"kind": "checked-in", "guest": guest, "channel": "name"},
            }
            text, last = encode_line({"ledger": {str(900 + number): row}}, last)
            with (folder / LEDGER_NAME).open("ab") as file:
                file.write(text)
    a, b = (Session(folder, clock=SetClock(MORNING)) for folder in copies)
    entries = [step.entry.id for step in a.state.steps]
    merge(a, copies[1])
    merge(b, copies[0])
    assert digest(a.state) == digest(b.state)
    assert [step.entry.id for step in a.state.steps if step.entry.id in entries] == entries
    assert a.state.agrees_with(State(a.state.steps)) and b.state.agrees_with(a.state)
    a.close()
    b.close()


def test_a_session_at_work_takes_in_a_copy_and_goes_on(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(two, 1, "number")
    merge(one, two.folder)
    door.admit(one, 2, "number")
    assert list(one.state.present) == [1, 2]
    send(one, two)
    same(one, two)
