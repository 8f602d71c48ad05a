"""What GO would begin."""

from data.model.plan import AgendaItem
from data.state.state import State


def next_item(state: State) -> AgendaItem | None:
    """The item that GO would begin; None when GO would close the ceremony, or it is closed."""
    agenda_progress = state.agenda_progress
    if agenda_progress.closed is not None:
        return None
    program = state.event.program
    ids = [item.id for item in program]
    after = ids.index(agenda_progress.current) + 1 if agenda_progress.current in ids else 0
    return next((item for item in program[after:] if agenda_progress.state(item.id) == "waiting"), None)
