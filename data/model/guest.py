"""Who can be checked in."""

from msgspec import Struct

from data.model.plan import GuestKind


class Facts(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What people say of one guest: every fact of ``guest_facts.FACTS``. Every text is NFC.

    ``order`` is the STT of the roster, ``note`` an attention note for the door. Source of the fields: the
    plan's part II.3 and the usual columns of a village's list.
    """

    kind: GuestKind
    name: str
    delegation: str
    hamlet: str = ""
    birth_year: int | None = None
    phone: str = ""
    nickname: str = ""
    honorific: str = ""
    title: str = ""
    organisation: str = ""
    note: str = ""
    order: int | None = None


class Guest(Facts, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A household (its head's name) or a delegate.

    ``number`` is printed large on the card; ``code`` is the card's 14 digits.
    """

    number: int
    code: str
    walk_in: bool = False
    withdrawn: bool = False

    @property
    def is_household(self) -> bool:
        """Whether this guest counts once however many people come."""
        return self.kind == "household"
