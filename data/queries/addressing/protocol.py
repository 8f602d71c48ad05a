"""In which order delegates are read out and listed, before anybody changes it by hand."""

from collections.abc import Callable, Iterable

from data.model.event import Event
from data.model.guest import Guest
from data.plans.placeholders import event_facts, filled
from data.queries.addressing.office_held import office_told
from data.text.people.office import body_of_group
from data.text.people.office_level import leads_level, level_of

_LAST_RANK = 99
_BEFORE, _WITH, _BEHIND = -1, 0, 1

_Place = tuple[int, int, int, bool, str]


def by_protocol(guests: Iterable[Guest], event: Event) -> list[Guest]:
    """``guests`` by the rank of their delegation, those of one delegation as they come.

    A guest of the group for everybody else (``spare``) stands by the level of their office: who leads a level
    (Bí thư Huyện ủy, Chủ tịch UBND huyện) before the delegations of that level, the others behind them, and
    whoever's office names no level where the group stands.
    """
    return sorted(guests, key=_place(event))


def _place(event: Event) -> Callable[[Guest], _Place]:
    delegations = {one.id: one for one in event.delegations}
    facts = event_facts(event)
    ranks = [
        (level, one.rank)
        for one in event.delegations
        if one.kind == "delegate" and not one.spare
        for level in [level_of(f"{one.short} {filled(one.greeting, facts)} {body_of_group(one.name)}")]
        if level is not None
    ]

    def place(guest: Guest) -> _Place:
        known = delegations.get(guest.delegation)
        rank = known.rank if known else _LAST_RANK
        office = office_told(guest, event) if known is None or known.spare else ""
        level = level_of(office)
        if level is None:
            return rank, _WITH, 0, False, guest.delegation
        leads = leads_level(office)
        above = [its for other, its in ranks if other <= level]
        if above and not leads:
            return max(above), _BEHIND, level, leads, ""
        # Before the delegations of their own level, and of those below where none is of their own.
        first = min((its for other, its in ranks if other >= level), default=rank)
        return first, _BEFORE, level, not leads, ""

    return place
