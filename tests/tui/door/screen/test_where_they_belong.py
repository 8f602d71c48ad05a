"""Where a guest belongs is said in whole words wherever they fit."""

import pytest
from msgspec.structs import replace

from data.session.session import Session
from tui.widgets.answers import belongs_to, belongs_within


@pytest.mark.parametrize(
    ("room", "told"),
    [
        (60, "Phó Chủ tịch UBND xã · Cấp ủy, chính quyền, đoàn thể xã"),
        (20, "Phó Chủ tịch UBND xã"),
        (13, "Cấp ủy xã"),
        (3, "Phó Chủ tịch UBND xã"),
    ],
)
def test_a_title_that_does_not_fit_gives_way_to_the_delegation(
    session: Session, room: int, told: str
) -> None:
    known = next(guest for guest in session.state.guests.values() if not guest.is_household)
    guest = replace(known, title="Phó Chủ tịch UBND xã", organisation="", delegation="cap-uy-xa")
    assert belongs_within(guest, session.state.event, room) == told


def test_a_household_belongs_to_its_hamlet_in_any_room(session: Session) -> None:
    for guest in session.state.guests.values():
        if guest.is_household:
            assert belongs_within(guest, session.state.event, 1) == belongs_to(guest, session.state.event)
