"""The same words are understood in every field, and refused at the field where they mean nothing."""

from datetime import date

import pytest

from data.commands import understood
from data.commands.door.paper_entry import BackEntry, read_back_entry
from data.commands.event import event
from data.commands.gifts.gifts import checked_pieces, handed_at
from data.errors import Refused
from data.model.entries.gifts import Piece
from data.queries.handover_defaults import planned_pieces
from data.session.session import Session

DAY = date(2022, 6, 15)


def test_money_is_kept_in_figures_and_said_back_in_words(session: Session) -> None:
    blank = next(one for one in session.state.event.blanks if one.id == "amount_bookcase")
    assert understood.blank(blank, "5 triệu") == "5.000.000 đồng (năm triệu đồng)"
    event.set_blank(session, blank.id, "5 triệu")
    kept = {one.id: one.value for one in session.state.event.blanks}
    assert kept[blank.id] == "5.000.000 đồng"
    with pytest.raises(Refused):
        event.set_blank(session, blank.id, "khoảng năm sáu triệu")
    event.set_blank(session, "chair", "khoảng năm sáu người")


def test_books_are_planned_with_how_many_of_each(session: Session) -> None:
    event.set_gift(session, "tu-sach", contents="Luật Đất đai 2024 (3 cuốn); Luật Cư trú x2")
    gift = session.state.event.gift("tu-sach")
    assert gift is not None
    assert gift.contents == ("Luật Đất đai 2024 (3 cuốn)", "Luật Cư trú (2)")
    assert planned_pieces(gift) == (
        Piece("Luật Đất đai 2024", "cuốn", 3, "mới"),
        Piece("Luật Cư trú", "cuốn", 2, "mới"),
    )
    with pytest.raises(Refused):
        event.set_gift(session, "tu-sach", contents="Luật Cư trú x0")


def test_a_list_of_books_typed_as_one_piece_is_parted() -> None:
    typed = Piece("Luật Đất đai (3 cuốn); Luật Cư trú x2", "cuốn", 1, "mới")
    assert checked_pieces([typed]) == (
        Piece("Luật Đất đai", "cuốn", 3, "mới"),
        Piece("Luật Cư trú", "cuốn", 2, "mới"),
    )
    assert checked_pieces([Piece("Luật Đất đai", "cuốn", 4)]) == (Piece("Luật Đất đai", "cuốn", 4),)


def test_the_paper_list_takes_ranges_and_hours_in_words(session: Session) -> None:
    entries = read_back_entry("1-3, 5 @ 7 giờ 42 6 @7h50", session.state, DAY)
    assert [entry.number for entry in entries] == [1, 2, 3, 5, 6]
    assert entries == read_back_entry("1 2 3 5 @7:42 6 @7.50", session.state, DAY)
    assert isinstance(entries[0], BackEntry)
    # A range takes whom it finds.
    assert [entry.number for entry in read_back_entry("8-400 @7:42", session.state, DAY)] == [8, 9]


def test_a_handover_typed_afterwards_takes_the_same_hours(session: Session) -> None:
    assert handed_at(session, "8 giờ 37") == handed_at(session, "8:37")
    with pytest.raises(Refused):
        handed_at(session, "lúc nãy")


def test_a_day_is_said_back_with_its_weekday() -> None:
    assert understood.day("26/11", date(2026, 11, 20)) == "Thứ Năm, 26/11/2026"
