"""One household written twice in a list, and two people of one name: which is which."""

from collections import defaultdict
from collections.abc import Iterable

from data.language import _
from data.roster.comparing.matching import Person, identity_key, person_of, same_by_phone, told_apart
from data.roster.facts import Problem, RosterRow, row_sentence


def without_doubles(rows: Iterable[RosterRow]) -> tuple[list[RosterRow], list[Problem]]:
    """The rows without those that repeat an earlier one, and what to say of doubles and namesakes.

    A row repeats another when kind, name, year of birth and hamlet are the same (or one side lacks year
    or hamlet and they share a phone) and nothing tells them apart. Namesakes that differ in phone,
    nickname or office all stay, with a warning.
    """
    kept: list[RosterRow] = []
    problems: list[Problem] = []
    seen: dict[Person, list[RosterRow]] = defaultdict(list)
    for row in rows:
        earlier = seen[person_of(row.facts)]
        twin = next((other for other in earlier if _repeats(row, other)), None)
        if twin is not None:
            what = _("{name} stands already in row {first}, with the same facts; it is not taken twice")
            problems.append(_problem(row, twin, what, refused=True))
            continue
        namesake = next((o for o in earlier if identity_key(o.facts) == identity_key(row.facts)), None)
        if namesake is not None:
            what = _("{name} has the same year of birth and hamlet as row {first}; both are kept")
            problems.append(_problem(row, namesake, what, refused=False))
        earlier.append(row)
        kept.append(row)
    return kept, problems


def _repeats(row: RosterRow, other: RosterRow) -> bool:
    same = identity_key(row.facts) == identity_key(other.facts) or same_by_phone(row.facts, other.facts)
    cards = row.card is not None and other.card is not None and row.card != other.card
    return same and not cards and not told_apart(row.facts, other.facts)


def _problem(row: RosterRow, first: RosterRow, what: str, refused: bool) -> Problem:
    place = str(first.row) if first.sheet == row.sheet else f"{first.row} ({first.sheet})"
    sentence = row_sentence(row.row, what.format(name=row.facts.name, first=place))
    return Problem(
        row.sheet, row.row, "", sentence, "refused" if refused else "warning", "namesakes", twin=place
    )
