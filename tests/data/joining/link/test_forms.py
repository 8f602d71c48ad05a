"""Steps as messages: whole again on the other side, however large, in whatever order the parts come."""

import zlib
from random import Random

import pytest
from msgspec.structs import replace

from data.joining.link.forms import (
    FORM,
    ID,
    VERSION,
    Message,
    Reader,
    Unreadable,
    entry_of,
    ids_in,
    messages,
    packs,
    steps_of,
)
from data.ledger.lines.record import Step
from data.model.entries.event import FORMAT
from data.session.session import Session
from tests.conftest import list_guests, many_households

SERVER_TAKES = 1 << 20


def _read(sent: list[Message]) -> list[Step]:
    reader, steps = Reader(), list[Step]()
    for message in sent:
        tables = reader.read(message)
        if tables is not None:
            steps += steps_of(tables, frozenset(), message.headers)
    return steps


def test_what_is_sent_comes_out_as_it_was(session: Session) -> None:
    for count in (1, 2, 30):
        list_guests(session, many_households("42", count))
    steps = session.state.steps
    assert _read([message for pack in packs(steps) for message in messages(pack)]) == steps


def test_a_single_step_has_its_entrys_id(session: Session) -> None:
    step = session.state.steps[0]
    (message,) = messages([step])
    assert message.headers[ID] == step.entry.id
    assert entry_of(message.headers) == step.entry.id


def test_a_list_of_20000_guests_goes_in_parts_that_any_server_takes(session: Session) -> None:
    chance = Random(20_000)
    guests = [
        replace(guest, phone=f"09{chance.randrange(10**8):08}", note=f"{chance.getrandbits(200):x}")
        for guest in many_households("42", 20_000)
    ]
    list_guests(session, guests)
    step = session.state.steps[-1]
    sent = messages([step])
    assert len(sent) > 1
    assert all(len(message.payload) < SERVER_TAKES for message in sent)
    assert {entry_of(message.headers) for message in sent} == {step.entry.id}
    Random(1).shuffle(sent)
    assert _read([sent[0], *sent]) == [step]


def test_two_different_packs_never_have_one_id(session: Session) -> None:
    for count in (1, 2, 3):
        list_guests(session, many_households("42", count))
    first, second, third = session.state.steps[-3:]
    (one,), (other,) = messages([first, third]), messages([second, third])
    assert one.headers[ID] != other.headers[ID]


def test_what_is_held_already_is_passed_over(session: Session) -> None:
    list_guests(session, many_households("42", 2))
    (message,) = messages(session.state.steps)
    tables = Reader().read(message)
    assert tables is not None
    held = {session.state.steps[0].entry.id}
    assert steps_of(tables, held, {}) == session.state.steps[1:]
    assert ids_in(tables) == [step.entry.id for step in session.state.steps]


@pytest.mark.parametrize(
    "message",
    [
        Message({}, b"no json"),
        Message({FORM: "zlib"}, b"not compressed"),
        Message({"Le-Part": "3/2"}, b""),
        Message({"Le-Part": "0/2"}, b""),
        Message({"Le-Part": "a/b"}, b""),
        Message({"Le-Part": "1/99999999"}, b""),
    ],
)
def test_what_strangers_send_is_refused(message: Message) -> None:
    with pytest.raises(Unreadable):
        Reader().read(message)


def test_what_unpacks_without_end_is_refused() -> None:
    with pytest.raises(Unreadable):
        Reader().read(Message({FORM: "zlib"}, zlib.compress(b" " * (300 << 20), 1)))


def test_a_kind_that_only_a_newer_version_knows_is_told_from_nonsense() -> None:
    tables = {"ledger": [{"id": "x", "what": {"kind": "of-tomorrow"}}]}
    with pytest.raises(Unreadable) as newer:
        steps_of(tables, frozenset(), {VERSION: str(FORMAT + 1)})
    assert newer.value.is_newer
    with pytest.raises(Unreadable) as nonsense:
        steps_of(tables, frozenset(), {VERSION: str(FORMAT)})
    assert not nonsense.value.is_newer
