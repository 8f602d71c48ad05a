"""The record of the stage: when each item really ran, its pauses, how often it was begun, who pressed."""

from datetime import datetime, timedelta

from msgspec import Struct

from data.model.entries.stage import StageHappening, Went
from data.model.plan import AgendaItem
from data.queries.history import Mention
from data.state.stage.agenda_progress import Instant, ItemState, table
from data.state.stage.item_run import Run
from data.state.state import State


class ItemRecord(Struct, frozen=True, kw_only=True):
    """One agenda item, planned and real; times are UTC.

    ``minutes`` are the planned ones and ``given`` what it got beside them (below 0: gave up);
    ``ran`` leaves ``pauses`` out; ``begun`` counts how often GO began it, presses that were taken
    back too; ``duty`` is who was on duty at the GO that counts.
    """

    position: int
    item: AgendaItem
    state: ItemState
    planned: datetime
    minutes: int
    given: int
    started: datetime | None
    ended: datetime | None
    ran: timedelta
    pauses: tuple[tuple[datetime, datetime | None], ...]
    begun: int
    duty: str


def agenda_record(state: State, now: Instant) -> list[ItemRecord]:
    """Every item of the program in its order, as it stands at ``now``."""
    agenda_progress, log = state.agenda_progress, stage_log(state)
    records = []
    for row in table(state.event, agenda_progress, now):
        id = row.item.id
        presses = [mention for mention in log if _began(mention.entry.what, id)]
        standing = [mention for mention in presses if not mention.undone]
        records.append(
            ItemRecord(
                position=row.position,
                item=row.item,
                state=row.state,
                planned=row.planned,
                minutes=row.item.minutes,
                given=agenda_progress.extra[id],
                started=row.started,
                ended=row.ended,
                ran=row.elapsed,
                pauses=_pauses(agenda_progress.runs.get(id)),
                begun=len(presses),
                duty=standing[-1].entry.duty if standing and row.started else "",
            )
        )
    return records


def stage_log(state: State) -> list[Mention]:
    """Everything that was done or noticed on the stage, oldest first, steps that were undone too."""
    return [
        Mention(entry, entry.id in state.undone)
        for entry in state.entries
        if isinstance(entry.what, StageHappening)
    ]


def _began(what: object, id: str) -> bool:
    return isinstance(what, Went) and what.item == id


def _pauses(run: Run | None) -> tuple[tuple[datetime, datetime | None], ...]:
    """The stops that lie within the run; a start or end set right may have left others outside it."""
    if run is None:
        return ()
    end = run.end
    inside = [
        (began, over)
        for began, over in run.stops
        if (end is None or began.place < end.place) and (over is None or over.place > run.start.place)
    ]
    return tuple((began.at, over.at if over else None) for began, over in inside)
