"""What a newer version wrote goes through an older one unharmed."""

from pathlib import Path
from typing import Any

import pytest

from data.commands.door import door
from data.convergence.merge import merge
from data.convergence.merge_report import later_text, merged_lines
from data.convergence.records import record_of
from data.convergence.take_in import take_in
from data.ledger.lines.line import FIRST_LINK, encode
from data.ledger.lines.record import Step, documents
from data.messages.log import describe
from data.queries.laptops.digest import digest
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.data.convergence.several import same, send


def of_newer(step: Step, **changes: Any) -> bytes:
    """The record of ``step`` as a newer version would have written it."""
    rows = documents(step)
    entry = dict(rows["ledger"][0])
    entry |= {"mood": "good"} | changes
    return encode({"ledger": {"1": entry}, "seats": {"1": {"entry": entry["id"], "row": 3}}}, FIRST_LINK)[0]


NEWER = {
    "a field": {},
    "a field within": {"what": {"kind": "checked-in", "guest": 1, "channel": "number", "seat": "A3"}},
    "a kind": {"what": {"kind": "seat-given", "guest": 1, "seat": {"row": "A", "place": 3}}},
}


@pytest.mark.parametrize("how", NEWER)
def test_it_is_stored_and_sent_on_as_it_came(three: list[Session], how: str) -> None:
    one, two, third = three
    door.admit(one, 1, "number")
    record = of_newer(one.state.steps[-1], **NEWER[how])
    id = one.state.steps[-1].entry.id
    assert not take_in(two, [record], event=two.state.event.id).refused
    assert (1 in two.state.present) == (how != "a kind")
    with Session(two.folder, "read") as reader:
        assert reader.state.agrees_with(two.state)
        (read_again,) = [step for step in reader.state.steps if step.entry.id == id]
    assert record_of(read_again) == record
    send(two, third)
    told = third.storage.tables
    (row,) = [row for row in told["ledger"].values() if row["id"] == id]
    assert row["mood"] == "good" and told["seats"]
    assert row["what"] == NEWER[how].get("what", row["what"])
    same(two, third)


def test_it_is_said(three: list[Session]) -> None:
    one, two, third = three
    door.admit(one, 1, "number")
    record = of_newer(one.state.steps[-1], **NEWER["a kind"])
    take_in(two, [record], event=two.state.event.id)
    assert "seat-given" in describe(two.state.entries[-1], two.state)
    assert any(later_text(1) in line for line in merged_lines(merge(third, two.folder), third.state))


def test_personal_data_that_only_a_newer_version_knows_are_deleted_too(three: list[Session]) -> None:
    from data.commands.event.closing import close_event
    from data.purge.purge import purge

    one, two, _ = three
    door.admit(one, 1, "number")
    take_in(two, [of_newer(one.state.steps[-1], note="Nguyễn Văn Xuyến")], event=two.state.event.id)
    close_event(two, without_others=True)
    purge(two, two.state.event.site.village)
    assert "Xuyến".encode() not in Path(two.folder / LEDGER_NAME).read_bytes()
    assert len(digest(two.state)) == 64
