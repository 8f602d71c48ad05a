from pathlib import Path

import pytest

from data.ceremony import Ceremony
from data.errors import Refused
from data.sample import found_sample
from data.state.counts import counts


@pytest.mark.parametrize("site", ["kha-tan", "dong-thai"])
def test_holds_the_guests_of_the_village(tmp_path: Path, site: str) -> None:
    found_sample(tmp_path / "event", site)
    with Ceremony(tmp_path / "event") as ceremony:
        numbers = counts(ceremony.state)
        assert ceremony.state.event.sample
        assert ceremony.state.event.site.id == site
        assert numbers.households_listed == 100
        assert numbers.delegates_listed == 38
        assert not ceremony.state.present


def test_never_over_an_event_that_is_there(tmp_path: Path) -> None:
    found_sample(tmp_path / "event")
    with pytest.raises(Refused):
        found_sample(tmp_path / "event")
