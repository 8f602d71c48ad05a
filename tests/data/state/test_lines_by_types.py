"""Lines that are read by their types say what they say as documents, whatever stands in them."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.commands.door import door
from data.commands.event.event import set_fact
from data.ledger.lines.line import FIRST_LINK, Changes, encode
from data.ledger.lines.reading import Reading, apply, read_bytes
from data.ledger.lines.todays import Said, TodaysLine
from data.model.entries.event import FORMAT
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from data.state.reading.soundness import Unsound, sound_steps
from data.state.reading.steps import steps_of
from tests.conftest import found, list_guests, many_households


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[Changes]:
    """What the lines of an event change: made, a list, people at the door, a fact of the event, a walk-in."""
    folder = found(tmp_path_factory.mktemp("lines") / "event")
    with Session(folder) as session:
        list_guests(session, many_households(session.state.event.number, 4))
        for number in (1, 2, 2, 3):
            door.admit(session, number, "number")
        set_fact(session, "title", "Lễ ra mắt")
        door.walk_in(session, kind="household", name="Trần Văn Mới", hamlet="Xóm 3")
    return read_bytes((folder / LEDGER_NAME).read_bytes(), Reading()).changes


def said(lines: list[Changes]) -> list[Said]:
    text, link = b"", FIRST_LINK
    for changes in lines:
        line, link = encode(changes, link)
        text += line
    return read_bytes(text, Reading()).said


def outcome(work: Callable[[], object]) -> object:
    try:
        return work()
    except Unsound as fault:
        return fault.table, fault.id, fault.entry, fault.is_newer


def as_documents(lines: list[Changes]) -> object:
    tables: Any = {}
    for changes in lines:
        apply(tables, changes)
    return sound_steps(tables)


def test_all_that_this_version_writes_is_read_by_types(lines: list[Changes]) -> None:
    read = said(lines)
    assert all(isinstance(line, TodaysLine) for line in read)
    assert steps_of(read) == as_documents(lines)
    assert {name for line in lines for name in line} == {"ledger", "guests", "event"}


def table(line: Any, name: str) -> Any:
    line[name] = line.get(name) or {}
    return line[name]


SPOILT: dict[str, Callable[[Any, Any, str], None]] = {
    "a field of a newer version": lambda row, _line, _name: row.update(mood="good"),
    "a field within": lambda row, _line, _name: row.get("what", row).update(mood="good"),
    "a table of a newer version": lambda row, line, _name: line.update(seats={"1": {"entry": row.get("id")}}),
    "a table of nobody's": lambda _row, line, _name: line.update(notes={"1": {"text": "x"}}),
    "a kind of a newer version": lambda row, _line, _name: row.update(what={"kind": "seat-given"}),
    "a newer format": lambda row, _line, _name: row.update(
        what={"kind": "format-raised", "format": FORMAT + 1}
    ),
    "a whole number of seconds": lambda row, _line, _name: row.update(ticks=7),
    "no laptop": lambda row, _line, _name: row.pop("laptop", None),
    "what is no id": lambda row, _line, _name: row.update(id={}, entry={}),
    "another id": lambda row, _line, _name: row.update(id="a\x1b"),
    "harm in a text": lambda row, _line, _name: row.update(device="\x1b[2J", name="\x1b[2J"),
    "a long text": lambda row, _line, _name: row.update(duty="Hoa " * 60, note="Hoa " * 60),
    "an absurd number": lambda row, _line, _name: row.update(ticks=1e300, number=-4),
    "an absurd moment": lambda row, _line, _name: row.update(at="1066-10-14T00:00:00Z"),
    "another's entry": lambda row, _line, _name: row.update(entry="nobody"),
    "no entry": lambda row, _line, _name: row.pop("entry", None),
    "a document removed": lambda _row, line, name: table(line, name).update({"2": None}),
    "a table dropped": lambda _row, line, name: line.update({name: None}),
    "a document twice": lambda row, line, name: table(line, name).update({"2": row}),
}
SPOILING = st.tuples(
    st.sampled_from(sorted(SPOILT)),
    st.integers(0, 99),
    st.integers(0, 99),
    st.sampled_from(["ledger", "guests", "event"]),
)
"""How a line is spoilt, which line, which document in it, and in which table."""


@given(st.lists(SPOILING, min_size=1, max_size=3))
def test_what_was_spoilt_is_judged_as_among_documents(
    lines: list[Changes], spoiling: list[tuple[str, int, int, str]]
) -> None:
    spoilt: Any = deepcopy(lines)
    for how, at, which, name in spoiling:
        line = spoilt[at % len(spoilt)]
        rows = [row for table in line.values() for row in (table or {}).values() if row is not None]
        if rows:
            SPOILT[how](rows[which % len(rows)], line, name)
    assert outcome(lambda: steps_of(said(spoilt))) == outcome(lambda: as_documents(spoilt))


def test_a_guest_who_stands_in_another_line_than_the_entry_is_found(lines: list[Changes]) -> None:
    moved: Any = deepcopy(lines)
    brings = next(line for line in moved if line.get("guests"))
    moved[-1].setdefault("guests", {}).update({"99": brings["guests"].pop("1")})
    steps = steps_of(said(moved))
    assert steps == as_documents(moved)
    assert sum(len(step.guests) for step in steps) == 5


def test_the_next_document_follows_the_highest_that_stands(tmp_path: Path) -> None:
    folder = found(tmp_path / "event")
    with Session(folder) as session:
        list_guests(session, many_households(session.state.event.number, 4))
        session.db.table("guests").remove(doc_ids=[4])
    with Session(folder) as session:
        list_guests(session, many_households(session.state.event.number, 1))
        assert session.db.table("guests").get(doc_id=4) is not None
        assert len(session.db.table("guests")) == 4
        assert session.db.table("ledger").all()[-1].doc_id == len(session.state.steps)


@pytest.mark.parametrize("code", ["1900-01-01", "", "0" * 15, "٣" * 14])
def test_a_guest_with_a_code_that_no_card_can_hold_is_refused(lines: list[Changes], code: str) -> None:
    changed = deepcopy(lines)
    line = next(line for line in changed if line.get("guests"))
    guests = line["guests"]
    assert guests is not None
    id, guest = next(iter(guests.items()))
    assert guest is not None
    guest["code"] = code
    assert (
        outcome(lambda: steps_of(said(changed)))
        == ("guests", id, "", False)
        == outcome(lambda: as_documents(changed))
    )


@pytest.mark.parametrize("number", ["", "7", "x1", "123"])
def test_an_event_with_a_number_that_no_card_can_hold_is_refused(lines: list[Changes], number: str) -> None:
    changed = deepcopy(lines)
    event = changed[0]["event"]
    assert event is not None
    id, version = next(iter(event.items()))
    assert version is not None
    version["number"] = number
    assert outcome(lambda: steps_of(said(changed))) == ("event", id, "", False)
