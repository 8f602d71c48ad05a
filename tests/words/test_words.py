"""Checks, notes and the script."""

import pytest
from msgspec.structs import replace

from data.ceremony import Ceremony
from data.commands import door, stage, words
from data.commands.event import set_blank
from data.commands.undo import undo
from data.errors import PlanInvalid, Refused
from data.facts import GAP
from data.model.happenings.event import EventChanged
from data.plans import load_plan
from data.state.checks import checks, open_checks
from data.state.script import announced, spoken
from data.wording.log import describe
from tests.conftest import hand
from tests.state.facts import facts, same_on_disk


def texts(ceremony: Ceremony, item: str) -> list[tuple[str, bool]]:
    found = ceremony.state.event.item(item)
    assert found is not None
    return [(check.text, check.is_done) for check in checks(found, ceremony.state)]


def test_a_check_is_ticked_opened_again_and_undone(ceremony: Ceremony) -> None:
    before = facts(ceremony.state)
    words.tick(ceremony, "tang-hoa", "Chụp ảnh")
    assert ("Chụp ảnh", True) in texts(ceremony, "tang-hoa")
    words.tick(ceremony, "tang-hoa", "Chụp ảnh")
    assert ("Chụp ảnh", False) in texts(ceremony, "tang-hoa")
    undo(ceremony)
    assert ("Chụp ảnh", True) in texts(ceremony, "tang-hoa")
    undo(ceremony)
    assert facts(ceremony.state) == before
    assert same_on_disk(ceremony)


def test_a_gift_is_a_check_that_only_its_handover_ticks(ceremony: Ceremony) -> None:
    assert texts(ceremony, "tu-sach")[0] == ("Tủ sách pháp luật", False)
    with pytest.raises(Refused, match="F4"):
        words.tick(ceremony, "tu-sach", "Tủ sách pháp luật")
    hand(ceremony, "tu-sach", 1)
    assert texts(ceremony, "tu-sach")[0] == ("Tủ sách pháp luật", True)
    undo(ceremony)
    assert texts(ceremony, "tu-sach")[0] == ("Tủ sách pháp luật", False)


def test_what_is_open_is_told_for_items_that_have_begun(ceremony: Ceremony) -> None:
    assert open_checks(ceremony.state) == []
    stage.go(ceremony)
    stage.go(ceremony)
    first = ceremony.state.event.program[0]
    for check in first.checks:
        words.tick(ceremony, first.id, check)
    assert {check.item for check in open_checks(ceremony.state)} == {"quyet-dinh-mo-hinh"}


def test_a_check_that_is_not_there_is_refused(ceremony: Ceremony) -> None:
    for item, check in (("tang-hoa", "x"), ("x", "Chụp ảnh")):
        with pytest.raises(Refused):
            words.tick(ceremony, item, check)


def test_a_note_waits_until_the_mc_has_read_it(ceremony: Ceremony) -> None:
    before = facts(ceremony.state)
    note = words.leave_note(ceremony, "  Đoàn Công an huyện\nđến muộn 10 phút ")
    assert [n.text for n in ceremony.state.words.notes.values()] == ["Đoàn Công an huyện đến muộn 10 phút"]
    seen = words.see_note(ceremony, note.id)
    assert ceremony.state.words.notes == {}
    assert "Đoàn Công an huyện" in describe(seen, ceremony.state)
    with pytest.raises(Refused):
        words.see_note(ceremony, note.id)
    undo(ceremony)
    assert list(ceremony.state.words.notes) == [note.id]
    undo(ceremony)
    assert facts(ceremony.state) == before


@pytest.mark.parametrize("text", ["", "   ", "x" * 201])
def test_an_empty_or_endless_note_is_refused(ceremony: Ceremony, text: str) -> None:
    with pytest.raises(Refused):
        words.leave_note(ceremony, text)


def test_every_step_has_its_sentence(ceremony: Ceremony) -> None:
    door.admit(ceremony, 7, "number")
    door.admit(ceremony, 8, "number")
    steps = [
        words.introduce(ceremony, [7]),
        words.move_introduction(ceremony, 8, -1),
        words.move_introduction(ceremony, 8, 1),
        words.tick(ceremony, "tang-hoa", "Chụp ảnh"),
        words.tick(ceremony, "tang-hoa", "Chụp ảnh"),
    ]
    for entry in steps:
        sentence = describe(entry, ceremony.state)
        assert "(" in sentence or "Chụp ảnh" in sentence
        assert entry.id not in sentence and "guest=" not in sentence and "item=" not in sentence


def test_what_is_known_is_filled_in_and_the_rest_is_a_gap(ceremony: Ceremony) -> None:
    flowers = ceremony.state.event.program[3]
    (before,) = spoken(flowers, ceremony.state)
    assert sum(piece.is_gap for piece in before.pieces) == 4
    set_blank(ceremony, "flowers_giver_front", "bà Nguyễn Thị Lệ Hà")
    (after,) = spoken(flowers, ceremony.state)
    assert "Kính mời bà Nguyễn Thị Lệ Hà và " in "".join(piece.text for piece in after.pieces)
    assert sum(piece.is_gap for piece in after.pieces) == 3


def test_the_names_of_those_here_end_a_paragraph_of_their_own(ceremony: Ceremony) -> None:
    door.admit(ceremony, 8, "number")
    first, second = spoken(ceremony.state.event.program[0], ceremony.state)
    assert len(first.names) == 1 and not second.names
    assert not any(piece.field == "present" for part in (first, second) for piece in part.pieces)
    assert second.pieces[0].text.startswith("cùng đại diện")


def test_before_anyone_is_here_the_names_are_a_gap(ceremony: Ceremony) -> None:
    (only,) = spoken(ceremony.state.event.program[0], ceremony.state)
    assert any(piece.is_gap and piece.field == "present" for piece in only.pieces)


def test_a_name_with_braces_is_only_text(ceremony: Ceremony) -> None:
    set_blank(ceremony, "talk_speaker", "ông {venue} [/b]")
    (only,) = spoken(ceremony.state.event.program[6], ceremony.state)
    assert "ông {venue} [/b]" in "".join(piece.text for piece in only.pieces)


def test_every_plan_has_announcements_that_fill(ceremony: Ceremony) -> None:
    for plan in ("ke-hoach-2022", "sinh-hoat-chuyen-de"):
        event = replace(ceremony.state.event, announcements=load_plan(plan).announcements)
        ceremony.record(EventChanged(what="x"), event=event)
        assert len(event.announcements) >= 5
        for announcement in event.announcements:
            empty = "".join(piece.text for piece in announced(announcement, ceremony.state))
            told = "".join(piece.text for piece in announced(announcement, ceremony.state, "17B1-234.56"))
            assert (GAP in empty) == bool(announcement.asks) == ("17B1-234.56" in told)


def test_an_announcement_that_asks_for_nothing_it_uses_is_refused(tmp_path: object) -> None:
    from pathlib import Path

    from data.plans import PLANS

    text = (PLANS / "ke-hoach-2022.toml").read_text(encoding="utf-8")
    broken = Path(str(tmp_path)) / "plan.toml"
    for wrong in (text.replace('asks = "Biển số xe"\n', ""), text.replace("sắp bắt đầu.", "{asked}", 1)):
        broken.write_text(wrong, encoding="utf-8")
        with pytest.raises(PlanInvalid):
            load_plan(broken)
