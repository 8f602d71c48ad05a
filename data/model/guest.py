"""Who can be checked in."""

from msgspec import Struct

from data.model.plan import GuestKind


class Guest(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A household (its head's name) or a delegate. Every text is NFC.

    ``number`` is printed large on the card; ``code`` is the card's 14 digits; ``order`` the STT of
    the roster; ``note`` an attention note for the door. Source of the fields: the plan's part II.3
    and the usual columns of a village's list.
    """

    number: int
    kind: GuestKind
    name: str
    code: str
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
    walk_in: bool = False
    withdrawn: bool = False

    @property
    def is_household(self) -> bool:
        """Whether this guest counts once however many people come."""
        return self.kind == "household"
