"""What is said in the hall is written down where it is said, and comes out in the minutes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.clock import SetClock
from data.commands import undo
from data.commands.stage import stage
from data.commands.stage.minutes_notes import correct_note, write_down
from data.documents.papers.fields.content import event_content
from data.documents.papers.fields.values import gaps_of, key, name_of, text_of
from data.errors import Refused
from data.messages.log import describe
from data.queries.stage.spoken.notes import conclusion, notes_of_item, questions
from data.session.session import Session
from tests.conftest import MORNING, found
from tests.data.state.facts import same_on_disk

LONG = "Giữ vững phong trào, " * 400 + "hết"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    clock = SetClock(MORNING)
    return Session(found(tmp_path / "event", clock), clock=clock, duty="Mai")


def item_of(session: Session) -> str:
    return session.state.event.program[5].id


def minutes_of(session: Session, name: str) -> str:
    return text_of(event_content(session.state, session.now()).field(name_of(name)))


def test_words_of_any_length_come_out_under_their_item_in_the_minutes(session: Session) -> None:
    item = item_of(session)
    write_down(session, "guidance", LONG, item)
    write_down(session, "guidance", "  Mỗi xóm một\ntổ tự quản ", item)
    assert [note.text for note in notes_of_item(session.state, item)] == [LONG, "Mỗi xóm một tổ tự quản"]
    rows = event_content(session.state, session.now()).rows(key("mục"))
    told = text_of(rows[5][key("diễn biến")])
    assert "Ý kiến chỉ đạo: Mỗi xóm một tổ tự quản." in told
    assert f"Ý kiến chỉ đạo: {LONG}." in told
    assert "Ý kiến chỉ đạo" not in text_of(rows[0][key("diễn biến")])
    assert same_on_disk(session)


def test_questions_and_the_conclusion_have_the_minutes_own_part(session: Session) -> None:
    blank = event_content(session.state, session.now()).field(name_of("ý kiến"))
    assert gaps_of(blank)
    write_down(session, "conclusion", "Hội nghị nhất trí.")
    write_down(session, "question", "Đường thôn khi nào có đèn?")
    assert minutes_of(session, "ý kiến").splitlines() == [
        "Câu hỏi từ hội trường: Đường thôn khi nào có đèn?",
    ]
    assert minutes_of(session, "kết luận").splitlines() == ["Hội nghị nhất trí."]
    assert [note.text for note in questions(session.state)] == ["Đường thôn khi nào có đèn?"]
    assert [note.text for note in conclusion(session.state)] == ["Hội nghị nhất trí."]


def test_a_note_is_corrected_struck_out_and_all_of_it_undone(session: Session) -> None:
    note = write_down(session, "question", "Ai trông")
    correct_note(session, note.id, "Ai trông tủ sách?")
    assert [one.text for one in questions(session.state)] == ["Ai trông tủ sách?"]
    correct_note(session, note.id, " ")
    assert questions(session.state) == []
    undo.undo(session)
    undo.undo(session)
    assert [one.text for one in questions(session.state)] == ["Ai trông"]
    undo.undo(session)
    assert questions(session.state) == []
    assert same_on_disk(session)


def test_what_cannot_be_written_down_is_refused(session: Session) -> None:
    note = write_down(session, "question", "Khi nào?")
    doings: list[Callable[[], object]] = [
        lambda: write_down(session, "question", " "),
        lambda: write_down(session, "guidance", "lời"),
        lambda: write_down(session, "guidance", "lời", "không có"),
        lambda: correct_note(session, note.id, "Khi nào?"),
        lambda: correct_note(session, "không có", "lời"),
    ]
    for do in doings:
        with pytest.raises(Refused):
            do()


def test_the_log_says_what_was_written_down_and_to_which_item(session: Session) -> None:
    item = session.state.event.program[5]
    entry = write_down(session, "guidance", "Nhân rộng", item.id)
    said = describe(entry, session.state)
    assert "Nhân rộng" in said and item.title in said
    corrected = correct_note(session, entry.id, "Nhân rộng ra xã")
    assert "Nhân rộng ra xã" in describe(corrected, session.state)


def test_notes_are_taken_after_the_closing_too(session: Session) -> None:
    for item in session.state.event.program:
        stage.go(session, item.id)
    stage.go(session, "")
    write_down(session, "conclusion", "Kết thúc tốt đẹp")
    assert len(conclusion(session.state)) == 1
