"""One ceremony at one site."""

from datetime import date

from msgspec import Struct

from data.model.background import Background
from data.model.paperwork import Paperwork
from data.model.plan import (
    AgendaItem,
    Announcement,
    BackdropLine,
    Blank,
    Criterion,
    Delegation,
    Gift,
    Meetings,
    Site,
)


class Event(Struct, frozen=True, kw_only=True):
    """What an event is made of: a copy of its plan that the organiser may change.

    ``number`` is the two digits in its card codes; ``date`` is None until it is known; ``doors``,
    ``start`` and ``deadline`` are ``HH:MM`` in Asia/Ho_Chi_Minh; ``sample`` marks fictional guests.
    """

    id: str
    number: str
    plan: str
    title: str
    model: str
    plan_number: str
    site: Site
    date: date | None
    doors: str
    start: str
    deadline: str
    target_households: int
    delegations: tuple[Delegation, ...]
    agenda: tuple[AgendaItem, ...]
    gifts: tuple[Gift, ...]
    blanks: tuple[Blank, ...]
    backdrop: tuple[BackdropLine, ...]
    relations: tuple[str, ...]
    notice: str
    sample: bool = False
    criteria: tuple[Criterion, ...] = ()
    meetings: Meetings | None = None
    announcements: tuple[Announcement, ...] = ()
    background: Background = Background()
    paperwork: Paperwork = Paperwork()

    def delegation(self, id: str) -> Delegation | None:
        """The delegation with this id, or None."""
        return next((d for d in self.delegations if d.id == id), None)

    def item(self, id: str) -> AgendaItem | None:
        """The agenda item with this id, or None."""
        return next((i for i in self.agenda if i.id == id), None)

    def gift(self, id: str) -> Gift | None:
        """The planned gift with this id, or None."""
        return next((g for g in self.gifts if g.id == id), None)

    def criterion(self, id: str) -> Criterion | None:
        """What households register for under this id, or None."""
        return next((criterion for criterion in self.criteria if criterion.id == id), None)

    @property
    def is_meeting(self) -> bool:
        """Whether it is one of the meetings that follow a launch: its plan is that of the meetings."""
        return self.meetings is not None and self.plan == self.meetings.plan

    @property
    def program(self) -> tuple[AgendaItem, ...]:
        """The agenda items that will run, in order: all but the optional ones that are off."""
        return tuple(item for item in self.agenda if not item.optional)

    @property
    def households(self) -> Delegation:
        """The delegation that households belong to; every plan has exactly one."""
        return next(d for d in self.delegations if d.kind == "household")
