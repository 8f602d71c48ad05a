"""What a step changes of a guest that is known: only what it is about, so that two changes at once both
count."""

from msgspec.structs import replace

from data.model.entries.guests import CardReplaced, GuestCorrected, GuestRestored, GuestWithdrawn
from data.model.entry import AnyHappening
from data.model.guest import Facts, Guest

_OF_KNOWN = frozenset({CardReplaced, GuestCorrected, GuestRestored, GuestWithdrawn})
_FACTS = frozenset(Facts.__struct_fields__)


def is_about_known(what: AnyHappening) -> bool:
    """Whether the kind is always about a guest who was on the list before."""
    return type(what) in _OF_KNOWN


def changed(known: Guest, brought: Guest, what: AnyHappening, *, by_same: bool) -> Guest:
    """``known`` with what the happening says of it; ``brought`` is how its writer knew the guest then.

    Which card is valid only the replacing of a card says, and who is on the list only the taking off and
    the putting back; ``by_same`` says that the laptop which last said so writes this, too, and knew of it.
    """
    match what:
        case CardReplaced():
            return replace(known, code=brought.code)
        case GuestWithdrawn() | GuestRestored():
            return replace(known, withdrawn=brought.withdrawn)
        case GuestCorrected(facts=facts) if facts and _FACTS.issuperset(facts):
            return replace(known, **{fact: getattr(brought, fact) for fact in facts})
    if by_same:
        return brought if brought.number == known.number else replace(brought, number=known.number)
    return replace(brought, number=known.number, code=known.code, withdrawn=known.withdrawn)
