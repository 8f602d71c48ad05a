"""Drawn and printed are two facts; no sheet to print holds a card that says what was so before a change."""

from pathlib import Path

import pytest

from data.commands.event.checklist import open_points
from data.commands.guests import correct_guest, mark_drawn, mark_printed
from data.commands.undo import undo
from data.documents.cards.files import card_name
from data.documents.cards.replaced_files import draw_anew
from data.documents.cards.selection import AGAIN_NAME, SHEETS_NAME, sheets_name
from data.documents.outdated import outdated
from data.documents.redraw import Redrawn, redraw
from data.queries.people.cards import misprinted, outdated_cards, printed_guests, undrawn, unprinted
from data.queries.people.counts import expected_guests
from data.session.session import Session


def numbers(guests: list[object]) -> list[int]:
    return [guest.number for guest in guests]  # type: ignore[attr-defined]


def draw(session: Session, guests: list[int]) -> Path | None:
    """Draw these cards as F8 at the guests does."""
    state = session.state
    chosen = [state.guests[number] for number in guests]
    out = session.folder / "cards"
    drawn = draw_anew(state.event, chosen, expected_guests(state), outdated_cards(state), out)
    mark_drawn(session, guests)
    return drawn.sheets


def draw_again(session: Session) -> Redrawn:
    """Draw what is outdated as Enter on its line at F10 does."""
    found = outdated(session.state, session.folder / "papers")
    drawn = redraw(session.folder, session.state, found, None, session.clock, "", lambda _done, _all: None)
    mark_drawn(session, drawn.cards)
    return drawn


def test_redrawn_cards_are_not_printed_ones(session: Session) -> None:
    draw(session, list(session.state.guests))
    correct_guest(session, 2, honorific="Bà")
    correct_guest(session, 4, honorific="Bà")
    assert numbers(outdated_cards(session.state)) == [2, 4]  # type: ignore[arg-type]
    draw_again(session)
    assert not outdated_cards(session.state)
    assert not printed_guests(session.state) and not session.state.printed
    assert len(unprinted(session.state)) == len(session.state.guests)
    (point,) = [one for one in open_points(session.state) if one.kind == "cards"]
    assert point.value == f"0/{len(session.state.guests)}"


def test_while_nothing_was_printed_the_usual_sheets_hold_all_cards_anew(session: Session) -> None:
    sheets = draw(session, list(session.state.guests))
    assert sheets is not None
    before = sheets.read_bytes()
    correct_guest(session, 2, name="Trần Thị Hoà Bình")
    drawn = draw_again(session)
    assert drawn.sheets == sheets and sheets.name == SHEETS_NAME
    assert sheets.read_bytes() != before
    assert not (session.folder / "cards" / AGAIN_NAME).exists()
    assert [path.name for path in (session.folder / "cards").glob("0002-*")] == [
        card_name(session.state.guests[2])
    ]


def test_after_printing_the_changed_ones_have_a_sheet_of_their_own_and_the_usual_one_is_right(
    session: Session,
) -> None:
    usual = draw(session, list(session.state.guests))
    assert usual is not None
    mark_printed(session, session.state.guests)
    assert not unprinted(session.state)
    before = usual.read_bytes()
    correct_guest(session, 2, honorific="Bà")
    assert numbers(unprinted(session.state)) == numbers(misprinted(session.state)) == [2]  # type: ignore[arg-type]
    first = draw_again(session)
    assert (first.cards, first.sheets) == ((2,), usual.with_name(AGAIN_NAME))
    assert usual.read_bytes() != before
    assert numbers(unprinted(session.state)) == [2], "drawn, and yet to be printed"  # type: ignore[arg-type]
    correct_guest(session, 5, honorific="Ông")
    assert draw_again(session).cards == (2, 5), "what was not printed meanwhile is on the sheet still"
    mark_printed(session, [2, 5])
    assert not unprinted(session.state)
    undo(session)
    assert numbers(unprinted(session.state)) == [2, 5]  # type: ignore[arg-type]


@pytest.mark.quick_once()
@pytest.mark.parametrize("chosen", [[2], [2, 3]])
def test_drawing_some_of_the_changed_leaves_no_old_card_under_the_usual_name(
    session: Session, chosen: list[int]
) -> None:
    usual = draw(session, list(session.state.guests))
    part = draw(session, [1, 2, 3])
    assert usual is not None and part is not None
    before = usual.read_bytes()
    correct_guest(session, 2, honorific="Bà")
    fresh = draw(session, chosen)
    assert usual.read_bytes() != before
    assert fresh is not None and fresh.is_file() and not part.exists()
    assert not outdated_cards(session.state) and not undrawn(session.state)


def test_drawing_some_where_nothing_changed_leaves_the_other_sheets_alone(session: Session) -> None:
    usual, part = draw(session, list(session.state.guests)), draw(session, [1, 2])
    assert usual is not None and part is not None
    before = usual.stat().st_mtime_ns
    draw(session, [4])
    assert part.is_file() and usual.stat().st_mtime_ns == before
    everybody = expected_guests(session.state)
    assert part.name == sheets_name(everybody[:2], everybody)
