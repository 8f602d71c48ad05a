"""A check that asks for what is said to be written down is done by the note."""

from data.clock import SetClock
from data.commands.stage import stage
from data.commands.stage.minutes_notes import correct_note, write_down
from data.queries.stage.checks import checks
from data.session.session import Session


def test_a_note_of_an_item_does_its_check_and_striking_it_out_opens_it_again(
    session: Session, clock: SetClock
) -> None:
    item = next(one for one in session.state.event.program if "Ghi ý kiến chỉ đạo" in one.checks)
    other = next(one for one in session.state.event.program if one.id != item.id)

    def is_done() -> bool:
        return next(c.is_done for c in checks(item, session.state) if c.text == "Ghi ý kiến chỉ đạo")

    stage.go(session)
    write_down(session, "guidance", "Làm tốt.", other.id)
    assert not is_done(), "said to another item"
    note = write_down(session, "guidance", "Nhân rộng mô hình.", item.id)
    assert is_done()
    correct_note(session, note.id, "")
    assert not is_done()
