"""Telling which rows of a list are guests that the event already has."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import asdict, replace

from data.model.guest import Facts, Guest
from data.roster.comparing.nothing_new import covering
from data.roster.facts import RosterRow, facts_of
from data.text.fold import fold
from data.text.places.places import place_fold

Person = tuple[str, str]
# Namesakes are compared pair by pair, and most hamlets are the same few.
_folded = lru_cache(maxsize=65_536)(fold)
_DISTINGUISHING = ("nickname", "title", "organisation")


def merged(known: Facts, facts: Facts) -> Facts:
    """A guest's facts after the list: what the list leaves empty stays as it was."""
    return replace(
        known, **{field: value for field, value in asdict(facts).items() if value not in ("", None)}
    )


def identity_key(facts: Facts) -> tuple[str, str, int | None, str]:
    """Kind, folded name, year of birth and hamlet, however spelt: what makes a guest the same guest."""
    return facts.kind, _folded(facts.name), facts.birth_year, place_fold(facts.hamlet)


def told_apart(one: Facts, other: Facts) -> bool:
    """Whether two rows that look like one guest are two: phones, nicknames or offices differ."""
    mine, theirs = _phones(one), _phones(other)
    if mine != theirs and not mine & theirs:
        return True
    return any(_folded(getattr(one, field)) != _folded(getattr(other, field)) for field in _DISTINGUISHING)


def same_by_phone(one: Facts, other: Facts) -> bool:
    """Whether two rows of one name share a phone, and what one of them lacks is all that differs."""
    return bool(_phones(one) & _phones(other)) and _certainty(one, other) > 0


def pair(rows: list[RosterRow], existing: Iterable[Guest]) -> dict[int, Guest]:
    """Which existing guest each row (by its place in ``rows``) is; rows not in the answer are new.

    Every guest is taken at most once. The surest pairs are made first: name and card; no difference; nothing
    that the row would change; same identity and phone or nickname; same identity; and, where one side
    lacks the year of birth or the hamlet, the same of the other or a shared phone. Namesakes of whom the rows
    say nothing new are all left as they are.
    """
    guests: dict[Person, list[tuple[Guest, Facts]]] = defaultdict(list)
    for guest in sorted(existing, key=lambda g: g.number):
        guests[person_of(facts_of(guest))].append((guest, facts_of(guest)))
    waiting: dict[Person, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        person = person_of(row.facts)
        if person in guests:
            waiting[person].append(place)
    pairs: dict[int, Guest] = {}
    for person, places in waiting.items():
        by_card = _pair_by_card([(place, rows[place]) for place in places], guests[person])
        if by_card:
            pairs.update(by_card)
            taken = {guest.number for guest in by_card.values()}
            places = [place for place in places if place not in by_card]
            guests[person] = [(guest, known) for guest, known in guests[person] if guest.number not in taken]
        pairs.update(_pair_namesakes([(place, rows[place].facts) for place in places], guests[person]))
    return pairs


def _pair_by_card(rows: list[tuple[int, RosterRow]], guests: list[tuple[Guest, Facts]]) -> dict[int, Guest]:
    """In a list that this program wrote, the number of the card says who it is, if the name is theirs."""
    by_number = {guest.number: guest for guest, _known in guests}
    found = {
        place: by_number[row.card] for place, row in rows if row.card is not None and row.card in by_number
    }
    return found if len({guest.number for guest in found.values()}) == len(found) else {}


def _pair_namesakes(rows: list[tuple[int, Facts]], guests: list[tuple[Guest, Facts]]) -> dict[int, Guest]:
    exact = _exact(rows, guests)
    if len(exact) == len(rows):
        return exact
    return _nothing_new(rows, guests) or exact | _surest_first(rows, guests, exact)


def _exact(rows: list[tuple[int, Facts]], guests: list[tuple[Guest, Facts]]) -> dict[int, Guest]:
    by_facts: dict[Facts, list[Guest]] = defaultdict(list)
    for guest, known in reversed(guests):
        by_facts[known].append(guest)
    return {place: by_facts[facts].pop() for place, facts in rows if by_facts.get(facts)}


def _nothing_new(rows: list[tuple[int, Facts]], guests: list[tuple[Guest, Facts]]) -> dict[int, Guest]:
    """Pairs that change nobody, if every row finds such a guest; else none."""
    candidates = []
    for _place, facts in rows:
        said = [(field, value) for field, value in asdict(facts).items() if value not in ("", None)]
        likely = [
            number
            for number, (_guest, known) in enumerate(guests)
            if all(getattr(known, field) == value for field, value in said) and _certainty(facts, known)
        ]
        if not likely:
            return {}
        # Who is described just so comes first.
        candidates.append(sorted(likely, key=lambda number: guests[number][1] != facts))
    chosen = covering(candidates)
    if chosen is None:
        return {}
    return {place: guests[number][0] for (place, _facts), number in zip(rows, chosen, strict=True)}


def _surest_first(
    rows: list[tuple[int, Facts]], guests: list[tuple[Guest, Facts]], exact: dict[int, Guest]
) -> dict[int, Guest]:
    pairs: dict[int, Guest] = {}
    taken = {guest.number for guest in exact.values()}
    left = [(guest, known) for guest, known in guests if guest.number not in taken]
    # Sorted by certainty, then by the row's and the guest's place: the same answer every time.
    likely = sorted(
        (-certainty, place, number)
        for place, facts in rows
        if place not in exact
        for number, (_guest, known) in enumerate(left)
        if (certainty := _certainty(facts, known))
    )
    used: set[int] = set()
    for _certain, place, number in likely:
        if place not in pairs and number not in used:
            pairs[place] = left[number][0]
            used.add(number)
    return pairs


def _certainty(facts: Facts, known: Facts) -> int:
    """How surely ``facts`` are about the guest with the facts ``known``: 0 is somebody else."""
    phone = bool(_phones(facts) & _phones(known))
    same_hamlet = place_fold(facts.hamlet) == place_fold(known.hamlet)
    if facts.birth_year != known.birth_year:
        if facts.birth_year is not None and known.birth_year is not None:
            return 0
        return 2 if same_hamlet else int(phone)
    if not same_hamlet:
        # A list without hamlets must find again the guests that have one by now.
        hamlet_missing = not facts.hamlet or not known.hamlet
        return int(hamlet_missing and (phone or facts.birth_year is not None)) * (1 + phone)
    if merged(known, facts) == known:
        return 5
    nickname = bool(facts.nickname) and _folded(facts.nickname) == _folded(known.nickname)
    return 4 if nickname or phone else 3


def person_of(facts: Facts) -> Person:
    """Kind and folded name: only guests that have these in common can be the same."""
    return facts.kind, _folded(facts.name)


def _phones(facts: Facts) -> set[str]:
    return set(facts.phone.split("; ")) if facts.phone else set()
