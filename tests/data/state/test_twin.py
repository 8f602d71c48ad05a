"""A state that goes its own way and takes the other's place knows all that was taken back."""

from data.commands.door import door
from data.commands.undo import undo
from data.session.session import Session
from tests.conftest import list_guests, many_households


def test_what_was_taken_back_stays_so_after_a_long_step(session: Session) -> None:
    list_guests(session, many_households(session.state.event.number, 60))
    session.state.become(session.state.twin())
    door.admit(session, 1, "number")
    undo(session)
    for number in range(2, 50):
        door.admit(session, number, "number")
        session.state.settle()
    undo(session)
    assert [*session.state.present] == [*range(2, 49)]
