"""Which cards were drawn, and which of them printed."""

from dataclasses import dataclass, field
from typing import assert_never

from data.model.entries.guests import (
    AnyGuestHappening,
    CardReplaced,
    CardsPrinted,
    GuestAdded,
    GuestCorrected,
    GuestRestored,
    GuestWithdrawn,
    RosterImported,
)


@dataclass
class Cards:
    """``printed`` are the codes of the cards that somebody said were printed, ``drawn`` those and the ones
    that were drawn."""

    printed: set[str] = field(default_factory=set)
    drawn: set[str] = field(default_factory=set)

    def apply(self, happening: AnyGuestHappening) -> None:
        """Fold what happened to the list in."""
        match happening:
            case CardsPrinted() as what:
                self.drawn.update(what.codes)
                if not what.only_drawn:
                    self.printed.update(what.codes)
            case (
                RosterImported()
                | GuestAdded()
                | GuestCorrected()
                | GuestWithdrawn()
                | GuestRestored()
                | CardReplaced()
            ):
                pass  # The guests come in the same step, and the list follows them.
            case _:
                assert_never(happening)
