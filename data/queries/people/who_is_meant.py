"""Whom a typed name may mean, wherever one is typed: the same rule for gifts, roles, signers and the team."""

from collections.abc import Sequence

from msgspec import Struct

from data.model.guest import Guest
from data.queries.addressing.office_held import office_told
from data.queries.people.known_person import namesakes
from data.state.state import State
from data.text.fold import fold
from data.text.typed.form_of_address import part_name


class Whom(Struct, frozen=True):
    """The guests whom a name may mean: one is taken, of several a person has to choose, none leaves the name
    as it was typed."""

    guests: tuple[Guest, ...] = ()

    @property
    def guest(self) -> Guest | None:
        """The only one there is."""
        return self.guests[0] if len(self.guests) == 1 else None

    @property
    def is_open(self) -> bool:
        """Whether somebody has to choose."""
        return len(self.guests) > 1


def whom_exactly(typed: str, state: State) -> Whom:
    """The guests whose whole name was typed, with or without marks, "ông" before it, an office behind it."""
    return Whom(tuple(namesakes(_name(typed), state)))


def whom_nearly(typed: str, found: Sequence[Guest], state: State) -> Whom:
    """As ``whom_exactly``; where nobody has that name, those ``found`` of whose names each typed word begins
    one, and where nobody is named so, of whose offices (a word alone is a name: "An" is not of "Công an"). A
    name that is only like it may be somebody else's, and is nobody of theirs."""
    exact = whom_exactly(typed, state)
    words = fold(_name(typed)).split()
    if exact.guests or not words:
        return exact
    named = tuple(guest for guest in found if _has(fold(guest.name).split(), words))
    offices = ((guest, office_told(guest, state.event)) for guest in found if not named and len(words) > 1)
    return Whom(named or tuple(guest for guest, office in offices if _has(fold(office).split(), words)))


def _name(typed: str) -> str:
    return part_name(typed.partition(",")[0])[1]


def _has(name: list[str], words: list[str]) -> bool:
    return all(any(part.startswith(word) for part in name) for word in words)
