"""Behind a list that was just read in, the first letters are never held up, and find who they mean."""

import pytest

from data.queries.people.guest_search import GuestSearch
from data.session.session import Session
from data.state.state import State
from tests.tui.door.screen.test_door import put, shown
from tests.waiting import until
from tui.door import indexing
from tui.shell.app import CeremonyApp
from tui.widgets.lists.results import Results


@pytest.fixture
def slices(monkeypatch: pytest.MonkeyPatch) -> list[int | None]:
    """How many guests were asked to be indexed at once while the search was not ready; tiny slices."""
    monkeypatch.setattr(indexing, "_AT_ONCE", 1)
    monkeypatch.setattr(indexing, "_FOR_LETTERS", 2)
    asked: list[int | None] = []
    catch_up = GuestSearch.catch_up

    def noted(search: GuestSearch, state: State, most: int | None = None) -> bool:
        if not catch_up(search, state, 0):
            asked.append(most)
        return catch_up(search, state, most)

    monkeypatch.setattr(GuestSearch, "catch_up", noted)
    return asked


async def test_a_letter_is_answered_at_once_and_its_guests_shown_when_all_are_indexed(
    session: Session, slices: list[int | None]
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        put(session, *(f"Trần Văn {letter * 3}" for letter in "BCDEGHIKLMNOPQRSTUVXY"), "Đỗ Thị Ánh")
        await pilot.press("a", "n", "h")
        await until(pilot, lambda: "Đỗ Thị Ánh" in shown(app, Results))
        assert slices and all(most is not None and most <= 2 for most in slices)


async def test_enter_finds_the_last_of_a_list_that_is_not_indexed_yet(
    session: Session, slices: list[int | None]
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        *_others, number = put(session, *(f"Trần Văn {letter * 3}" for letter in "BCDEGHIK"), "Đỗ Thị Ánh")
        await pilot.press(*"anh")
        await pilot.press("enter")
        await pilot.pause()
        assert number in session.state.present or "Đỗ Thị Ánh" in shown(app, Results)
