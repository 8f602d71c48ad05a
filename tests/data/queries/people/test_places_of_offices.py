"""A body that a list calls by its level alone is the event's own place of that level."""

import pytest

from data.commands.guests import add_guest
from data.queries.addressing.office_held import office_held, office_told
from data.session.session import Session


@pytest.mark.parametrize(
    ("title", "organisation", "held", "told"),
    [
        ("Trưởng thôn", "", ("Trưởng thôn", "{village}"), "Trưởng {village}"),
        ("Phó thôn", "thôn", ("Phó thôn", "{village}"), "Phó {village}"),
        ("Cán bộ", "Xã", ("Cán bộ", "{commune}"), "Cán bộ {commune}"),
        ("Trưởng thôn", "thôn Bái", ("Trưởng thôn", "thôn Bái"), "Trưởng thôn Bái"),
    ],
)
def test_the_level_alone_is_this_events_place(
    session: Session, title: str, organisation: str, held: tuple[str, str], told: str
) -> None:
    guest = add_guest(
        session,
        kind="delegate",
        name="Lê Văn Ba",
        title=title,
        organisation=organisation,
        delegation="khach-moi-khac",
    )
    site = session.state.event.site
    places = {"village": site.village, "commune": site.commune}
    assert office_held(guest, session.state.event) == (held[0], held[1].format(**places))
    assert office_told(guest, session.state.event) == told.format(**places)
