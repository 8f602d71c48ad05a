from pathlib import Path

import pytest

from data.commands.event.checklist import open_points
from data.errors import Refused
from data.queries.people.counts import counts
from data.rehearsal.sample import found_sample
from data.session.session import Session


@pytest.mark.parametrize("site", ["kha-tan", "dong-thai"])
def test_holds_the_guests_of_the_village(tmp_path: Path, site: str) -> None:
    found_sample(tmp_path / "event", site)
    with Session(tmp_path / "event") as session:
        numbers = counts(session.state)
        assert session.state.event.sample
        assert session.state.event.site.id == site
        assert numbers.households_listed == 100
        assert numbers.delegates_listed == 38
        assert not session.state.present


def test_never_over_an_event_that_is_there(tmp_path: Path) -> None:
    found_sample(tmp_path / "event")
    with pytest.raises(Refused):
        found_sample(tmp_path / "event")


@pytest.mark.parametrize("site", ["kha-tan", "dong-thai"])
def test_only_the_date_and_the_cards_are_missing(tmp_path: Path, site: str) -> None:
    found_sample(tmp_path / "event", site)
    with Session(tmp_path / "event") as session:
        assert {point.id for point in open_points(session.state)} == {"date", "plan_issued", "cards"}
        commune = session.state.event.site.commune
        values = [blank.value for blank in session.state.event.blanks]
        assert all(values) and any(commune in value for value in values)
