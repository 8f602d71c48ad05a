"""Where steps stand: by ids that only go up, whatever a clock says; old ledgers as their files have them."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.clock import SetClock
from data.commands.door import door
from data.ledger.lines.ids import LATEST, is_id, milliseconds_of, next_id, uuid7
from data.ledger.lines.line import FIRST_LINK, Changes, encode
from data.ledger.lines.reading import read_file
from data.model.event import Event
from data.model.event_parts import changed_parts, with_parts
from data.session.folders.event_folder import LEDGER_NAME
from data.session.laptop.identity import laptop_id
from data.session.laptop.own_folder import own_folder
from data.session.session import Session
from tests.conftest import MORNING, few_guests, found, list_guests
from tests.data.ledger.test_formats import SAMPLES

MOMENTS = st.integers(0, LATEST + 10**12)


@given(st.lists(MOMENTS, min_size=1, max_size=30))
def test_ids_of_one_laptop_only_go_up_whatever_its_clock_says(moments: list[int]) -> None:
    seen = ""
    for moment in moments:
        id = next_id(moment, seen)
        assert id > seen and is_id(id)
        seen = id


@given(MOMENTS, MOMENTS)
def test_an_id_is_after_every_id_that_the_laptop_has_seen(mine: int, other: int) -> None:
    seen = uuid7(min(other, LATEST - 1))
    id = next_id(mine, seen)
    assert id > seen
    assert is_id(id) or milliseconds_of(seen) == LATEST - 1


def test_more_ids_in_one_millisecond_than_fit_go_on_in_the_next() -> None:
    ids = [next_id(1_655_252_100_000, "")]
    for _time in range(5_000):
        ids.append(next_id(1_655_252_100_000, ids[-1]))
    assert ids == sorted(set(ids))
    assert milliseconds_of(ids[-1]) == 1_655_252_100_001


@pytest.mark.parametrize(
    "text",
    ["", "x", uuid7(LATEST), uuid7(1).upper(), f"{uuid7(1)} "],
    ids=["empty", "x", "late", "large", "space"],
)
def test_what_is_no_id_of_a_ceremony_is_not_taken_for_one(text: str) -> None:
    assert not is_id(text)


def test_a_clock_that_was_years_ahead_for_a_while_costs_no_later_step_its_place(event_folder: Path) -> None:
    with Session(event_folder, clock=SetClock(datetime(2150, 1, 1, tzinfo=UTC))) as session:
        door.admit(session, 1, "number")
    with Session(event_folder, clock=SetClock(MORNING)) as session:
        door.set_party(session, 1, people=4)
    with Session(event_folder, "read") as reader:
        assert reader.state.present[1].people == 4


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_ledger_of_one_laptop_stands_as_its_file_has_it(sample: Path, tmp_path: Path) -> None:
    shutil.copyfile(sample, tmp_path / LEDGER_NAME)
    rows = [row for line in read_file(sample).changes for row in (line.get("ledger") or {}).values() if row]
    written = [row["id"] for row in rows if row.get("laptop", "aaaaaaaa") == "aaaaaaaa"]
    with Session(tmp_path, "read") as session:
        stand = [entry.id for entry in session.state.entries]
    assert [id for id in stand if id in set(written)] == written


def test_an_old_ledger_whose_clock_was_set_back_is_what_it_was(tmp_path: Path) -> None:
    """Its ids do not go up; folded by them the check-in would come before the list."""
    folder = found(tmp_path / "event")
    with Session(folder, clock=SetClock(MORNING)) as session:
        list_guests(session, few_guests(session.state.event.number))
        door.admit(session, 1, "number")
        door.set_party(session, 1, people=3)
    link, text = FIRST_LINK, b""
    for number, line in enumerate(read_file(folder / LEDGER_NAME).changes):
        fresh = uuid7(1_655_252_100_000 - 1000 * number)
        changes: Changes = {
            name: {
                id: {**row, "id": fresh, "laptop": ""} if name == "ledger" else {**row, "entry": fresh}
                for id, row in (rows or {}).items()
                if row
            }
            for name, rows in line.items()
        }
        row, link = encode(changes, link)
        text += row
    (folder / LEDGER_NAME).write_bytes(text)
    with Session(folder, clock=SetClock(MORNING + timedelta(hours=1))) as session:
        assert session.state.present[1].people == 3
        door.admit(session, 2, "number")
        door.set_party(session, 2, people=2)
        before = [entry.id for entry in session.state.entries]
    with Session(folder, "read") as reader:
        assert [entry.id for entry in reader.state.entries] == before
        assert [reader.state.present[number].people for number in (1, 2)] == [3, 2]


def test_a_laptop_keeps_its_id_and_another_users_is_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = laptop_id()
    assert laptop_id() == first
    monkeypatch.setenv("LE_RA_MAT_DATA", str(tmp_path / "another"))
    assert laptop_id() != first


@pytest.mark.parametrize("text", ["", "12", "ABCDEFGH", "\x00" * 8])
def test_an_id_that_a_power_cut_spoilt_is_drawn_anew(text: str) -> None:
    own_folder().mkdir(parents=True, exist_ok=True)
    (own_folder() / "laptop").write_text(text)
    assert len(laptop_id()) == 8 and laptop_id() == laptop_id()


def test_where_nothing_can_be_kept_the_id_is_the_same_all_the_same(tmp_path: Path) -> None:
    own_folder().write_text("a file where a folder should be")
    assert laptop_id() == laptop_id()


def test_of_one_laptop_a_change_says_all_that_it_says_today(event_folder: Path) -> None:
    with Session(event_folder, "read") as session:
        event: Event = session.state.event
    for after in (
        replace(event, start="08:30", deadline="11:30"),
        replace(event, agenda=event.agenda[::-1]),
        replace(event, gifts=event.gifts[1:]),
        replace(event, gifts=(*event.gifts, replace(event.gifts[0], id="khac"))),
        replace(event, gifts=(replace(event.gifts[0], id="khac"), *event.gifts)),
        replace(event, blanks=tuple(replace(blank, value="x") for blank in event.blanks)),
    ):
        assert with_parts(event, after, changed_parts(event, after)) == after
