"""Telling which rows of a list are guests that the event already has."""

from collections import defaultdict
from collections.abc import Iterable

from data.model.guest import Guest
from data.roster.facts import FACTS, Facts, RosterRow, facts_of
from data.text.fold import fold

Person = tuple[str, str]
_DISTINGUISHING = ("phone", "nickname", "title", "organisation")


def merged(guest: Guest, facts: Facts) -> Facts:
    """The guest's facts after the list: what the list leaves empty stays as it was."""
    told = {field: value for field in FACTS if (value := getattr(facts, field)) not in ("", None)}
    return Facts(**({field: getattr(guest, field) for field in FACTS} | told))


def same_identity(one: Facts, other: Facts) -> bool:
    """Whether two rows of one list are the same guest: kind, name, year of birth and hamlet."""
    return _identity(one) == _identity(other)


def identity_key(facts: Facts) -> tuple[str, str, int | None, str]:
    """Kind, folded name, year of birth and folded hamlet: what makes a guest the same guest."""
    return _identity(facts)


def told_apart(one: Facts, other: Facts) -> bool:
    """Whether two rows of one identity are two people: their phones, nicknames or offices differ."""
    return any(fold(getattr(one, field)) != fold(getattr(other, field)) for field in _DISTINGUISHING)


def pair(rows: list[RosterRow], existing: Iterable[Guest]) -> dict[int, Guest]:
    """Which existing guest each row (by its place in ``rows``) is; rows not in the answer are new.

    Every guest is taken at most once. The surest pairs are made first: no difference at all; nothing
    that the row would change; same identity and phone or nickname; same identity; and, where one side
    lacks the year of birth, same name with the same hamlet or a shared phone.
    """
    guests: dict[Person, list[tuple[Guest, Facts]]] = defaultdict(list)
    for guest in sorted(existing, key=lambda g: g.number):
        guests[_person(facts_of(guest))].append((guest, facts_of(guest)))
    waiting: dict[Person, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        person = _person(row.facts)
        if person in guests:
            waiting[person].append(place)
    pairs: dict[int, Guest] = {}
    for person, places in waiting.items():
        pairs.update(_pair_namesakes([(place, rows[place].facts) for place in places], guests[person]))
    return pairs


def _pair_namesakes(rows: list[tuple[int, Facts]], guests: list[tuple[Guest, Facts]]) -> dict[int, Guest]:
    pairs: dict[int, Guest] = {}
    taken: set[int] = set()
    for certainty in range(6, 0, -1):
        for place, facts in rows:
            if place in pairs:
                continue
            for guest, known in guests:
                if guest.number not in taken and _certainty(facts, guest, known) >= certainty:
                    pairs[place] = guest
                    taken.add(guest.number)
                    break
    return pairs


def _certainty(facts: Facts, guest: Guest, known: Facts) -> int:
    """How surely ``facts`` are about ``guest``: 6 all alike, 0 somebody else."""
    if facts == known:
        return 6
    one_year_missing = (facts.birth_year is None) != (known.birth_year is None)
    same_hamlet = fold(facts.hamlet) == fold(known.hamlet)
    phone = bool(_phones(facts) & _phones(known))
    if facts.birth_year != known.birth_year and not one_year_missing:
        return 0
    if not one_year_missing and same_hamlet:
        if merged(guest, facts) == known:
            return 5
        nickname = bool(facts.nickname) and fold(facts.nickname) == fold(known.nickname)
        return 4 if phone or nickname else 3
    if one_year_missing:
        return 2 if same_hamlet else int(phone)
    return 0


def _person(facts: Facts) -> Person:
    return facts.kind, fold(facts.name)


def _identity(facts: Facts) -> tuple[str, str, int | None, str]:
    return facts.kind, fold(facts.name), facts.birth_year, fold(facts.hamlet)


def _phones(facts: Facts) -> set[str]:
    return set(facts.phone.split("; ")) if facts.phone else set()
