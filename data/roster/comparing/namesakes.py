"""People of one name in one hamlet or several, or on both lists: right, and still worth a look."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from data.model.guest import Guest
from data.roster.comparing.matching import Person, person_of
from data.roster.facts import RosterRow, facts_of
from data.text.fold import fold
from data.text.people.phone import phone_digits
from data.text.places.places import place_fold


class Namesakes(Struct, frozen=True):
    """People of one name who are told apart by something else; ``rows`` is where they stand."""

    name: str
    rows: tuple[int, ...]


def namesakes(rows: Iterable[RosterRow]) -> tuple[Namesakes, ...]:
    """Those of one kind, name and hamlet whose years of birth differ, or of whom only some have one."""
    found: dict[tuple[Person, str], list[RosterRow]] = defaultdict(list)
    for row in rows:
        found[person_of(row.facts), place_fold(row.facts.hamlet)].append(row)
    return tuple(
        Namesakes(alike[0].facts.name, tuple(row.row for row in alike))
        for alike in found.values()
        if len({row.facts.birth_year for row in alike}) > 1
    )


def namesakes_elsewhere(rows: Iterable[RosterRow]) -> tuple[Namesakes, ...]:
    """Those of one kind and name in several hamlets of the list; first those with one year of birth, who may
    be one person listed twice."""
    found: dict[Person, list[RosterRow]] = defaultdict(list)
    for row in rows:
        if row.facts.hamlet:
            found[person_of(row.facts)].append(row)
    several = [
        alike
        for alike in found.values()
        if len(alike) > 1 and len({place_fold(row.facts.hamlet) for row in alike}) > 1
    ]
    several.sort(key=lambda alike: not _share_a_year(alike))
    return tuple(Namesakes(alike[0].facts.name, tuple(row.row for row in alike)) for alike in several)


def _share_a_year(alike: list[RosterRow]) -> bool:
    years = [row.facts.birth_year for row in alike if row.facts.birth_year is not None]
    return len(set(years)) < len(years)


def on_both_lists(rows: Iterable[RosterRow], guests: Iterable[Guest] = ()) -> tuple[Namesakes, ...]:
    """Who is listed as a household and as a delegate, with the same name and telephone; ``guests`` are those
    that the event has already. Each of the two is counted at the door for itself."""
    found: dict[tuple[str, str], list[RosterRow]] = defaultdict(list)
    kinds: dict[tuple[str, str], set[str]] = defaultdict(set)
    for facts, row in [*((row.facts, row) for row in rows), *((facts_of(guest), None) for guest in guests)]:
        for phone in set(phone_digits(facts.phone)):
            person = fold(facts.name), phone
            kinds[person].add(facts.kind)
            if row is not None:
                found[person].append(row)
    told = {
        tuple(row.row for row in alike): alike[0].facts.name
        for person, alike in found.items()
        if len(kinds[person]) > 1
    }
    return tuple(Namesakes(name, places) for places, name in told.items())
