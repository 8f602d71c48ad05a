"""What the guest list knows of a person whom the organiser names."""

from data.state.state import State
from data.text.fold import fold
from data.text.people.office import Named, title_alone


def as_known(named: Named, state: State) -> Named:
    """``named`` with what the guest list knows of somebody of this very name."""
    if not named.name or (named.honorific and named.title and named.unit):
        return named
    name = fold(named.name)
    found = [
        g for g in state.guests.values() if not g.is_household and not g.withdrawn and fold(g.name) == name
    ]
    if len(found) != 1:
        return named
    (guest,) = found
    title, unit = title_alone(guest.title, guest.organisation)
    return Named(
        named.name,
        named.honorific or guest.honorific.lower(),
        named.title or title,
        named.unit or unit,
    )
