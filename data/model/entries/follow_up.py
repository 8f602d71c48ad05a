"""What follows the day: households registering for the yearly criteria of the plan."""

from typing import ClassVar

from data.language import N_
from data.model.entries.base import Area, Happening
from data.model.entries.door import Channel


class FollowUpHappening(Happening, frozen=True, kw_only=True):
    """The root of what follows the day."""

    area: ClassVar[Area] = "event"


class Registered(FollowUpHappening, tag="registered", frozen=True, kw_only=True):
    """Households (guest numbers) registered for a criterion of a year, one by card or many by list."""

    called = N_("registration")
    apart = "first"
    kept_texts = frozenset({"criterion"})

    criterion: str
    year: int
    guests: tuple[int, ...]
    channel: Channel


class RegistrationWithdrawn(FollowUpHappening, tag="registration-withdrawn", frozen=True, kw_only=True):
    """A household is not registered for a criterion of a year any more. Why is never asked."""

    called = N_("registration taken back")
    apart = "both"
    kept_texts = frozenset({"criterion"})

    criterion: str
    year: int
    guest: int


AnyFollowUp = Registered | RegistrationWithdrawn
"""Every kind of them."""
