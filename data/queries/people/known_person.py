"""What the guest list knows of a person whom the organiser names."""

from weakref import WeakKeyDictionary

from msgspec.structs import replace

from data.model.guest import Guest
from data.model.paperwork import Member, Signer
from data.model.plan import Blank
from data.queries.addressing.own_level import may_sign
from data.state.state import State
from data.text.fold import fold
from data.text.order import name_key
from data.text.people.office import Named, read_named, title_alone
from data.text.people.phone import phone_digits
from data.text.typed.form_of_address import part_name, read_honorific, within_a_sentence

_Names = dict[str, list[int]]
_NAMES: WeakKeyDictionary[State, tuple[tuple[int, int], _Names]] = WeakKeyDictionary()
"""The numbers of the guests by their folded names, of the version of the list that stands beside them."""


def namesakes(name: str, state: State) -> list[Guest]:
    """The guests on the list whose whole name is ``name``, which may have "ông" or "bà" before it.

    A name without any mark stands for every one that differs in marks alone; with marks it is that one:
    "Hùng" is not "Hưng".
    """
    bare = part_name(name)[1]
    folded = fold(bare)
    exact = name_key(bare)[:3] if folded != " ".join(bare.lower().split()) else None
    found = (state.guests[number] for number in _names(state).get(folded, ()) if folded)
    return [guest for guest in found if exact in (None, name_key(guest.name)[:3])]


def also_listed(guest: Guest, state: State) -> Guest | None:
    """The same person on the other list: a household's head who is a delegate too, and the other way round.

    The name must be the same and a telephone, too; None where nobody is. Who was withdrawn is not meant.
    """
    phones = set(phone_digits(guest.phone))
    if not phones:
        return None
    for other in namesakes(guest.name, state):
        if other.kind != guest.kind and not other.withdrawn and phones & set(phone_digits(other.phone)):
            return other
    return None


def linked(number: int | None, name: str, state: State) -> Guest | None:
    """The guest who was chosen by ``number`` as ``name``; None where the number is another's by now."""
    guest = state.guests.get(number) if number is not None else None
    return guest if guest is not None and fold(guest.name) == fold(part_name(name)[1]) else None


def as_known(named: Named, state: State, number: int | None = None) -> Named:
    """``named`` with what the guest list knows of them, spelt as the list does.

    Whoever was chosen is the guest of that ``number``. Else it is the only guest of this very name who
    may be meant: one of whom the list says nothing other than ``named`` does. Where several may be, or
    nobody, nothing is added.
    """
    guest = whom(named, state, number)
    return named if guest is None else _with_facts(named, guest, chosen=guest.number == number)


def whom(named: Named, state: State, number: int | None = None) -> Guest | None:
    """The guest whom ``as_known`` means, None where there is none or several may be meant."""
    chosen = linked(number, named.name, state)
    if chosen is not None or not named.name:
        return chosen
    found = may_mean(named, state)
    if len(found) > 1 and named.title:
        found = [guest for guest in found if as_listed(guest).title]
    return found[0] if len(found) == 1 else None


def may_mean(named: Named, state: State) -> list[Guest]:
    """The guests of this very name of whom the list says nothing other than ``named`` does."""
    return [guest for guest in namesakes(named.name, state) if _may_be(named, guest)]


def in_blank(blank: Blank, state: State) -> Named:
    """The person whom a blank names, as the list knows them now; no name while it is open."""
    return as_known(read_named(blank.value), state, blank.guest) if blank.value else Named()


def who_signs(signer: Signer, state: State) -> Named:
    """Who signs in a role, as the list knows them now; an office that nobody typed only where it is of the
    level of the body that they sign for."""
    named = _in_role(signer.name, signer.honorific, signer.title)
    guest = whom(named, state, signer.guest)
    known = as_known(named, state, signer.guest)
    if guest is None or named.title or may_sign(guest, signer.role, state.event):
        return known
    return replace(known, title="", unit="")


def in_team(member: Member, state: State) -> Named:
    """A member of the team, as the list knows them now; ``title`` is what they are besides."""
    return as_known(_in_role(member.name, member.honorific, member.office), state, member.guest)


def as_listed(guest: Guest) -> Named:
    """A guest with all that the list says of them; no group stands in for a body that it does not name."""
    return Named(guest.name, said(guest.honorific), *title_alone(guest.title, guest.organisation))


def said(honorific: str) -> str:
    """A form of address as it stands within a sentence, however it was typed: ``bà`` for "ba"."""
    return within_a_sentence(read_honorific(honorific))


def _in_role(name: str, honorific: str, title: str) -> Named:
    own, bare = part_name(name)
    return Named(bare, said(honorific or own), title)


def _with_facts(named: Named, guest: Guest, *, chosen: bool = False) -> Named:
    """Of an office that was typed the list adds only what belongs to it."""
    known = as_listed(guest)
    honorific = (known.honorific or named.honorific) if chosen else (named.honorific or known.honorific)
    if not (named.title or named.unit):
        return Named(known.name, honorific, known.title, known.unit)
    is_same = fold(named.title) == fold(known.title)
    return Named(known.name, honorific, named.title, named.unit or (known.unit if is_same else ""))


def _may_be(named: Named, guest: Guest) -> bool:
    """Whether nothing that is said of ``named`` speaks against ``guest``."""
    known = as_listed(guest)
    pairs = ((named.honorific, known.honorific), (named.title, known.title))
    return all(not told or not listed or fold(told) == fold(listed) for told, listed in pairs)


def _names(state: State) -> _Names:
    known = _NAMES.get(state)
    if known is not None and known[0] == state.list_version:
        return known[1]
    names: _Names = {}
    for guest in state.guests.values():
        if not guest.withdrawn:
            names.setdefault(fold(guest.name), []).append(guest.number)
    _NAMES[state] = state.list_version, names
    return names
