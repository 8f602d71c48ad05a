"""What the guest list knows of a person whom the organiser names."""

from data.state.state import State
from data.text.fold import fold
from data.text.order import name_key
from data.text.people.office import Named, title_alone


def as_known(named: Named, state: State) -> Named:
    """``named`` with what the guest list knows of somebody of this very name, spelt as the list does.

    A name without any mark stands for every one that differs in marks alone; with marks it is that one:
    "Hùng" is not "Hưng".
    """
    if not named.name or (named.honorific and named.title and named.unit):
        return named
    bare = fold(named.name)
    exact = name_key(named.name)[:3] if bare != " ".join(named.name.lower().split()) else None
    found = [
        g
        for g in state.guests.values()
        if not g.is_household
        and not g.withdrawn
        and fold(g.name) == bare
        and exact in (None, name_key(g.name)[:3])
    ]
    if len(found) != 1:
        return named
    (guest,) = found
    title, unit = title_alone(guest.title, guest.organisation)
    return Named(
        guest.name,
        named.honorific or guest.honorific.lower(),
        named.title or title,
        named.unit or unit,
    )
