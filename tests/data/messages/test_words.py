"""Checks, notes and the script."""

import pytest
from msgspec.structs import replace

from data.commands.door import door
from data.commands.event.event import set_blank
from data.commands.stage import mc_words, stage
from data.commands.undo import undo
from data.errors import PlanInvalid, Refused
from data.messages.log import describe
from data.model.entries.event import EventChanged
from data.plans.load import load_plan
from data.plans.placeholders import GAP
from data.queries.stage.checks import checks, open_checks
from data.queries.stage.spoken.script import announced, spoken
from data.session.session import Session
from tests.conftest import hand
from tests.data.state.facts import facts, same_on_disk


def texts(session: Session, item: str) -> list[tuple[str, bool]]:
    found = session.state.event.item(item)
    assert found is not None
    return [(check.text, check.is_done) for check in checks(found, session.state)]


def test_a_check_is_ticked_opened_again_and_undone(session: Session) -> None:
    before = facts(session.state)
    mc_words.tick(session, "tang-hoa", "Chụp ảnh")
    assert ("Chụp ảnh", True) in texts(session, "tang-hoa")
    mc_words.tick(session, "tang-hoa", "Chụp ảnh")
    assert ("Chụp ảnh", False) in texts(session, "tang-hoa")
    undo(session)
    assert ("Chụp ảnh", True) in texts(session, "tang-hoa")
    undo(session)
    assert facts(session.state) == before
    assert same_on_disk(session)


def test_a_gift_is_a_check_that_only_its_handover_ticks(session: Session) -> None:
    assert texts(session, "tu-sach")[0] == ("Tủ sách pháp luật", False)
    with pytest.raises(Refused, match="F4"):
        mc_words.tick(session, "tu-sach", "Tủ sách pháp luật")
    hand(session, "tu-sach", 1)
    assert texts(session, "tu-sach")[0] == ("Tủ sách pháp luật", True)
    undo(session)
    assert texts(session, "tu-sach")[0] == ("Tủ sách pháp luật", False)


def test_what_is_open_is_told_for_items_that_have_begun(session: Session) -> None:
    assert open_checks(session.state) == []
    stage.go(session)
    stage.go(session)
    first = session.state.event.program[0]
    for check in first.checks:
        mc_words.tick(session, first.id, check)
    assert {check.item for check in open_checks(session.state)} == {"quyet-dinh-mo-hinh"}


def test_a_check_that_is_not_there_is_refused(session: Session) -> None:
    for item, check in (("tang-hoa", "x"), ("x", "Chụp ảnh")):
        with pytest.raises(Refused):
            mc_words.tick(session, item, check)


def test_a_note_waits_until_the_mc_has_read_it(session: Session) -> None:
    before = facts(session.state)
    note = mc_words.leave_note(session, "  Đoàn Công an huyện\nđến muộn 10 phút ")
    assert [n.text for n in session.state.words.notes.values()] == ["Đoàn Công an huyện đến muộn 10 phút"]
    seen = mc_words.see_note(session, note.id)
    assert session.state.words.notes == {}
    assert "Đoàn Công an huyện" in describe(seen, session.state)
    with pytest.raises(Refused):
        mc_words.see_note(session, note.id)
    undo(session)
    assert list(session.state.words.notes) == [note.id]
    undo(session)
    assert facts(session.state) == before


@pytest.mark.parametrize("text", ["", "   ", "x" * 201])
def test_an_empty_or_endless_note_is_refused(session: Session, text: str) -> None:
    with pytest.raises(Refused):
        mc_words.leave_note(session, text)


def test_every_step_has_its_sentence(session: Session) -> None:
    door.admit(session, 7, "number")
    door.admit(session, 8, "number")
    steps = [
        mc_words.introduce(session, [7]),
        mc_words.move_introduction(session, 8, -1),
        mc_words.move_introduction(session, 8, 1),
        mc_words.tick(session, "tang-hoa", "Chụp ảnh"),
        mc_words.tick(session, "tang-hoa", "Chụp ảnh"),
    ]
    for entry in steps:
        sentence = describe(entry, session.state)
        assert "(" in sentence or "Chụp ảnh" in sentence
        assert entry.id not in sentence and "guest=" not in sentence and "item=" not in sentence


def test_what_is_known_is_filled_in_and_the_rest_is_a_gap(session: Session) -> None:
    flowers = session.state.event.program[3]
    (before,) = spoken(flowers, session.state)
    assert sum(piece.is_gap for piece in before.pieces) == 4
    set_blank(session, "flowers_giver_front", "bà Nguyễn Thị Lệ Hà")
    (after,) = spoken(flowers, session.state)
    assert "Kính mời bà Nguyễn Thị Lệ Hà, Chủ tịch và " in "".join(piece.text for piece in after.pieces)
    assert sum(piece.is_gap for piece in after.pieces) == 3


def test_the_names_of_those_here_end_a_paragraph_of_their_own(session: Session) -> None:
    door.admit(session, 8, "number")
    first, second = spoken(session.state.event.program[0], session.state)
    assert len(first.names) == 1 and not second.names
    assert not any(piece.field == "present" for part in (first, second) for piece in part.pieces)
    assert second.pieces[0].text.startswith("cùng đại diện")


def test_before_anyone_is_here_the_names_are_a_gap(session: Session) -> None:
    (only,) = spoken(session.state.event.program[0], session.state)
    assert any(piece.is_gap and piece.field == "present" for piece in only.pieces)


def test_a_name_with_braces_is_only_text(session: Session) -> None:
    set_blank(session, "talk_speaker", "ông {venue} [/b]")
    (only,) = spoken(session.state.event.program[6], session.state)
    assert "ông {venue} [/b]" in "".join(piece.text for piece in only.pieces)


def test_every_plan_has_announcements_that_fill(session: Session) -> None:
    for plan in ("ke-hoach-2022", "sinh-hoat-chuyen-de"):
        event = replace(session.state.event, announcements=load_plan(plan).announcements)
        session.record(EventChanged(what="x"), event=event)
        assert len(event.announcements) >= 5
        for announcement in event.announcements:
            empty = "".join(piece.text for piece in announced(announcement, session.state))
            told = "".join(piece.text for piece in announced(announcement, session.state, "17B1-234.56"))
            assert (GAP in empty) == bool(announcement.asks) == ("17B1-234.56" in told)


def test_an_announcement_that_asks_for_nothing_it_uses_is_refused(tmp_path: object) -> None:
    from pathlib import Path

    from data.plans.load import PLANS

    text = (PLANS / "ke-hoach-2022.toml").read_text(encoding="utf-8")
    broken = Path(str(tmp_path)) / "plan.toml"
    for wrong in (text.replace('asks = "Biển số xe"\n', ""), text.replace("sắp bắt đầu.", "{asked}", 1)):
        broken.write_text(wrong, encoding="utf-8")
        with pytest.raises(PlanInvalid):
            load_plan(broken)
