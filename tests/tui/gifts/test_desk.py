"""The gift desk on the gifts screen: a scan gives there, and only there."""

from collections.abc import Iterator

import pytest

from data.clock import SetClock
from data.commands.door import door
from data.commands.gifts import gift_desk
from data.model.entries.guests import RosterImported
from data.model.guest import Guest
from data.scanning.codes import payload
from data.session.session import Session
from tests.tui.stage.hall import HOSTILE, LARGE, SMALL, acting, household, seen
from tui.shell.app import CeremonyApp
from tui.widgets.lines.line_input import LineInput

GIFT = "tai-lieu"
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE])


@pytest.fixture
def village(session: Session) -> Iterator[Session]:
    """Households 1 and 2 of xóm 1 and hostile 3 of a hostile hamlet; 1 and 3 are here."""
    third = household(session, 3)
    hostile = Guest(
        number=3, kind="household", name=HOSTILE, code=third.code, delegation=third.delegation, hamlet="[/i]"
    )
    session.record(RosterImported(source="x", added=1, changed=0, refused=0), guests=[hostile])
    for number in (1, 3, 12):
        door.admit(session, number, "scanner")
    yield session


def card(session: Session, number: int) -> str:
    return payload(session.state.guests[number].code)


def scan(app: object, text: str) -> None:
    assert isinstance(app, CeremonyApp)
    app.take_scan(text)


@SIZES
async def test_every_answer_of_the_desk_is_shown_with_its_word(
    village: Session, clock: SetClock, size: tuple[int, int]
) -> None:
    async with acting(village, "gifts", size) as pilot:
        await pilot.press("up", "up")
        await pilot.pause()
        assert "READY TO GIVE" in seen(pilot) and "NOT YET: 2 here, 1 not come" in seen(pilot)
        for number, word in ((3, "GIVEN"), (12, "DELEGATE'S CARD"), (2, "NOT CHECKED IN YET")):
            scan(pilot.app, card(village, number))
            await pilot.pause()
            assert word in seen(pilot)
            assert village.state.guests[number].name.upper() in seen(pilot).upper()
        scan(pilot.app, "0012345678901234")
        await pilot.pause()
        assert "SCAN AGAIN" in seen(pilot)
        clock.pass_time(60)
        scan(pilot.app, card(village, 3))
        await pilot.pause()
        assert "HAD IT ALREADY" in seen(pilot) and "07:50" in seen(pilot)
        old = card(village, 3)
        door.replace_card(village, 3)
        scan(pilot.app, old)
        await pilot.pause()
        assert "OLD CARD" in seen(pilot) and "had its share at 07:50" in seen(pilot)
        assert list(village.state.handovers.shares(GIFT)) == [3]
        assert 2 not in village.state.present


async def test_f7_checks_in_and_gives_to_who_was_not_checked_in(village: Session) -> None:
    async with acting(village, "gifts") as pilot:
        await pilot.press("up", "up")
        scan(pilot.app, card(village, 2))
        await pilot.pause()
        await pilot.press("f7")
        await pilot.pause()
        assert "GIVEN" in seen(pilot)
        assert 2 in village.state.present and 2 in village.state.handovers.shares(GIFT)


async def test_by_number_by_name_and_never_by_a_guess(village: Session) -> None:
    async with acting(village, "gifts") as pilot:
        await pilot.press("up", "up", "3", "enter")
        await pilot.pause()
        assert list(village.state.handovers.shares(GIFT)) == [3]
        await pilot.press(*"pham", "enter")
        await pilot.pause()
        assert "Several households" in seen(pilot)
        assert list(village.state.handovers.shares(GIFT)) == [3]
        await pilot.press("down", "up", "enter")
        await pilot.pause()
        assert list(village.state.handovers.shares(GIFT)) == [3, 1]
        await pilot.press(*"zzz", "enter")
        await pilot.pause()
        assert "No household found" in seen(pilot)


async def test_a_whole_hamlet_is_asked_about_once_and_undone_at_once(village: Session) -> None:
    async with acting(village, "gifts") as pilot:
        await pilot.press("up", "up", "f7")
        await pilot.pause()
        assert "[/i]: 1 here, 0 not come" in seen(pilot)
        await pilot.press("up", "tab", "right", "enter")
        await pilot.pause()
        assert "to 3 households?" in seen(pilot)
        await pilot.press("enter")
        assert not village.state.handovers.by_id, "No has the focus"
        await pilot.press("enter", "tab", "enter")
        await pilot.pause()
        assert set(village.state.handovers.shares(GIFT)) == {1, 2, 3}
        assert "Every household has had it" in seen(pilot)
        await pilot.press("ctrl+z", "ctrl+z")
        assert not village.state.handovers.by_id


async def test_the_share_of_one_household_is_voided_with_a_reason(village: Session) -> None:
    entry = gift_desk.give_to_all(village, GIFT, [1, 2, 3])
    async with acting(village, "gifts") as pilot:
        await pilot.press("up", "up", *"pham van 2", "f8")
        await pilot.pause()
        assert "the share of Phạm Văn 2 (002)" in seen(pilot)
        await pilot.press(*"vang", "enter", "tab", "enter")
        await pilot.pause()
        await pilot.pause()
        assert village.state.handovers.by_id[entry.id].households == (1, 3)


async def test_with_another_gift_or_the_form_a_scan_is_a_check_in(village: Session) -> None:
    async with acting(village, "gifts") as pilot:
        scan(pilot.app, card(village, 2))
        await pilot.pause()
        assert 2 in village.state.present
        await pilot.press("up", "up", "ctrl+b")
        scan(pilot.app, card(village, 1))
        await pilot.pause()
        assert not village.state.handovers.by_id
        await pilot.press("ctrl+b")
        scan(pilot.app, card(village, 1))
        assert list(village.state.handovers.shares(GIFT)) == [1]


async def test_the_line_is_after_a_scan_as_it_was_before(village: Session) -> None:
    async with acting(village, "gifts") as pilot:
        await pilot.press("up", "up", *"pha", *card(village, 1), "enter")
        await pilot.pause()
        assert list(village.state.handovers.shares(GIFT)) == [1]
        assert pilot.app.screen.query_one("#desk-line", LineInput).value == "pha"
        assert "GIVEN" in seen(pilot)


async def test_names_have_the_whole_half_before_the_first_scan(village: Session) -> None:
    async with acting(village, "gifts", LARGE) as pilot:
        await pilot.press("up", "up")
        await pilot.pause()
        await pilot.pause()
        assert village.state.guests[2].name in seen(pilot)
