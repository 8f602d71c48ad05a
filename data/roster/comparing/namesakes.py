"""People of one name in one hamlet: right as they are, and still worth a look."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from data.roster.comparing.matching import Person, person_of
from data.roster.facts import RosterRow
from data.text.places import place_fold


class Namesakes(Struct, frozen=True):
    """People of one name in one hamlet who are told apart by their year of birth; ``rows`` is where."""

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
