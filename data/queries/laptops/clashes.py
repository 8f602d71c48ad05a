"""What several laptops did at once and people should look at, of all kinds."""

from collections.abc import Iterator

from data.state.laptops.clashes import Clash
from data.state.state import State


def clashes(state: State) -> list[Clash]:
    """What met, by kind: at the door and on the list, on the stage, at the gift desk. What was undone or
    voided since is not among it."""
    stage = (Clash(kind="stage", second=id) for id in state.agenda_progress.passed_over)
    return [*state.clashes, *stage, *_served_twice(state)]


def _served_twice(state: State) -> Iterator[Clash]:
    handovers = state.handovers
    for gift in state.event.gifts:
        for household, ids in handovers.shares(gift.id).items():
            for again in ids[1:]:
                yield Clash(kind="served-twice", first=ids[0], second=again, guest=household, gift=gift.id)
