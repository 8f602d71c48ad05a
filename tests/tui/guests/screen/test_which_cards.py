"""Which cards F8 draws: those not printed yet, all of them, or one."""

from data.commands.guests import correct_guest, mark_printed
from data.queries.people.honorifics import without_honorific
from data.scanning.codes import payload
from data.session.session import Session
from tests.bursts import burst
from tests.tui.guests.screen.test_guests import guests, settled, shown
from tui.guests.dialogs.which_cards import WhichCardsDialog
from tui.guests.screen import GuestsScreen


def drawn(session: Session) -> list[int]:
    """The numbers of the guests whose pictures are there."""
    return sorted(int(path.name[:4]) for path in (session.folder / "cards").glob("*.png"))


async def test_enter_draws_those_not_printed_yet(session: Session) -> None:
    mark_printed(session, range(1, 8))
    async with guests(session) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        assert "● c  only those not drawn yet (2)" in shown(pilot, "Choice")
        await pilot.press("enter")
        await settled(pilot)
        assert drawn(session) == [8, 9]
        assert len(session.state.drawn) == 9
        await pilot.press("f8")
        await pilot.pause()
        # Now all are printed: Enter would take all.
        assert shown(pilot, "Choice").startswith("● t  all cards (9)")
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, GuestsScreen)
        assert drawn(session) == [8, 9]


async def test_letters_and_arrows_choose(session: Session) -> None:
    async with guests(session) as pilot:
        await pilot.press("down", "f8", "m")
        await settled(pilot)
        assert drawn(session) == [2]
        assert session.state.drawn == {session.state.guests[2].code}
        await pilot.press("f8", "down", "enter")
        await settled(pilot)
        assert drawn(session) == list(range(1, 10))


async def test_those_that_the_search_found_and_those_named_by_number(session: Session) -> None:
    async with guests(session) as pilot:
        await pilot.press(*"xom", "space", "2")
        await pilot.press("f8")
        await pilot.pause()
        assert "those found for “xom 2” (2)" in shown(pilot, "Choice")
        await pilot.press("k")
        await settled(pilot)
        assert drawn(session) == [3, 4]
        await pilot.press("f8", "s", *"1,", *"8-9", "enter")
        await settled(pilot)
        assert drawn(session) == [1, 3, 4, 8, 9]
        sheets = sorted(path.name for path in (session.folder / "cards").glob("*.pdf"))
        assert sheets == ["the-moi-a4-so-001_008-009.pdf", "the-moi-a4-so-003-004.pdf"]


async def test_a_scan_chooses_nothing(session: Session) -> None:
    async with guests(session) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        await burst(pilot, payload(session.state.guests[3].code) + "\r")
        await settled(pilot)
        assert 3 in session.state.present
        assert isinstance(pilot.app.screen, WhichCardsDialog)
        assert drawn(session) == []


async def test_what_cards_print_and_nobody_has_said_is_asked_for_before_they_are_drawn(
    session: Session,
) -> None:
    async with guests(session) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        assert "First say in F10: Ông, Bà" in shown(pilot, ".first")
        await pilot.press("escape")
        for guest in without_honorific(session.state):
            correct_guest(session, guest.number, honorific="ông")
        await pilot.press("f8")
        await pilot.pause()
        assert isinstance(pilot.app.screen, WhichCardsDialog) and not pilot.app.screen.query(".first")
