"""Which cards F8 draws: those not printed yet, all of them, or one."""

from data.ceremony import Ceremony
from data.codes import payload
from data.commands.guests import mark_printed
from tests.guests_screen.test_guests import guests, settled, shown
from tui.screens.guests import GuestsScreen
from tui.screens.which_cards import WhichCardsDialog


def drawn(ceremony: Ceremony) -> list[int]:
    """The numbers of the guests whose pictures are there."""
    return sorted(int(path.name[:4]) for path in (ceremony.folder / "cards").glob("*.png"))


async def test_enter_draws_those_not_printed_yet(ceremony: Ceremony) -> None:
    mark_printed(ceremony, range(1, 8))
    async with guests(ceremony) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        assert "● c  only those not printed yet (2)" in shown(pilot, "Choice")
        await pilot.press("enter")
        await settled(pilot)
        assert drawn(ceremony) == [8, 9]
        assert len(ceremony.state.printed) == 9
        await pilot.press("f8")
        await pilot.pause()
        # Now all are printed: Enter would take all.
        assert shown(pilot, "Choice").startswith("● t  all cards (9)")
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, GuestsScreen)
        assert drawn(ceremony) == [8, 9]


async def test_letters_and_arrows_choose(ceremony: Ceremony) -> None:
    async with guests(ceremony) as pilot:
        await pilot.press("down", "f8", "m")
        await settled(pilot)
        assert drawn(ceremony) == [2]
        assert ceremony.state.printed == {ceremony.state.guests[2].code}
        await pilot.press("f8", "down", "enter")
        await settled(pilot)
        assert drawn(ceremony) == list(range(1, 10))


async def test_those_that_the_search_found_and_those_named_by_number(ceremony: Ceremony) -> None:
    async with guests(ceremony) as pilot:
        await pilot.press(*"xom", "space", "2")
        await pilot.press("f8")
        await pilot.pause()
        assert "those found for “xom 2” (2)" in shown(pilot, "Choice")
        await pilot.press("k")
        await settled(pilot)
        assert drawn(ceremony) == [3, 4]
        await pilot.press("f8", "s", *"1,", *"8-9", "enter")
        await settled(pilot)
        assert drawn(ceremony) == [1, 3, 4, 8, 9]
        sheets = sorted(path.name for path in (ceremony.folder / "cards").glob("*.pdf"))
        assert sheets == ["the-moi-a4-so-001_008-009.pdf", "the-moi-a4-so-003-004.pdf"]


async def test_a_scan_chooses_nothing(ceremony: Ceremony) -> None:
    async with guests(ceremony) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        await pilot.press(*payload(ceremony.state.guests[3].code), "enter")
        await settled(pilot)
        assert 3 in ceremony.state.present
        assert isinstance(pilot.app.screen, WhichCardsDialog)
        assert drawn(ceremony) == []
