"""F10 shows how to write what is missing, selects the gap a plan left, and says back whom a name means."""

import unicodedata

import pytest

from data.commands.event.checklist import open_points, settle
from data.commands.event.paperwork import person_meant
from data.errors import Refused
from data.plans.placeholders import GAP
from data.queries.people.known_person import as_known
from data.session.session import Session
from data.text.fold import fold
from data.text.people.office import Named
from tests.tui.stage.hall import acting
from tui.event.field_hints import example_of
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.sheet import Sheet


def test_days_numbers_and_sums_have_an_example(session: Session) -> None:
    points = {point.id: point for point in open_points(session.state)}
    assert "20/11/2026" in example_of(session, points["decision_model_number"])
    assert "KH-" in example_of(session, points["plan_number"])
    assert example_of(session, points["flowers_giver_front"]) == ""


async def test_the_gap_in_a_number_is_what_typing_replaces(session: Session) -> None:
    async with acting(session, "event") as pilot:
        sheet = pilot.app.screen.query_one(Sheet)
        assert GAP in (sheet.marked.value if sheet.marked else "")
        await pilot.press("enter")
        await pilot.pause()
        line = pilot.app.screen.query_one(LineInput)
        before = line.value
        await pilot.press("0", "5")
        await pilot.pause()
        assert line.value == before.replace(GAP, "05", 1)


def test_a_gap_that_is_left_is_refused(session: Session) -> None:
    point = next(point for point in open_points(session.state) if point.id == "plan_number")
    with pytest.raises(Refused):
        settle(session, point, f"05{GAP}/KH")


def test_a_name_in_small_letters_is_written_as_the_list_writes_it(session: Session) -> None:
    delegate = next(g for g in session.state.guests.values() if not g.is_household)
    told = person_meant(session, delegate.name.lower())
    assert delegate.name in told
    assert person_meant(session, "lê văn mới") == "Lê Văn Mới"


def test_marks_tell_two_people_apart(session: Session) -> None:
    delegate = next(g for g in session.state.guests.values() if not g.is_household)
    title, named = delegate.title, Named(delegate.name)
    assert as_known(named, session.state).title == title
    bare = as_known(Named(fold(named.name)), session.state)
    assert (bare.name, bare.title) == (named.name, title)
    other = unicodedata.normalize("NFC", unicodedata.normalize("NFD", named.name) + "\N{COMBINING TILDE}")
    assert as_known(Named(other), session.state).title == ""
