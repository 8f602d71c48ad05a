"""What may be recorded at all, whatever command asks for it."""

from data.errors import EventAtRest, StageHeld
from data.language import _
from data.model.entries.event import EventReopened
from data.model.entry import AnyHappening
from data.queries.laptops.writers import name_of
from data.state.state import State


def refuse_forbidden(what: AnyHappening, state: State, laptop: str) -> None:
    """Raise EventAtRest where the event was closed on the ``laptop`` with this id, StageHeld for a step of
    the agenda while another holds the stage."""
    if state.rest.closed_by and state.rest.closed_on(laptop) and not isinstance(what, EventReopened):
        raise EventAtRest(_("The event is closed. F6, F8: open it again."))
    holder = state.agenda_progress.holder
    if what.apart == "holder" and holder not in ("", laptop):
        raise StageHeld(
            _("Another laptop holds the stage: {name}. Take it over on the stage (F3) first.").format(
                name=name_of(state, holder)
            )
        )
