"""The record of the stage: when each item really ran, its pauses, how often it was begun, who pressed."""

from datetime import datetime, timedelta

from msgspec import Struct

from data.model.entries.stage import StageHappening, Went
from data.model.plan import AgendaItem
from data.queries.history import Mention
from data.state.stage.agenda_progress import Instant, ItemState, table
from data.state.stage.stops import Stop
from data.state.state import State


class ItemRecord(Struct, frozen=True, kw_only=True):
    """One agenda item, planned and real; times are UTC.

    ``minutes`` are the planned ones and ``given`` what it got beside them (below 0: gave up);
    ``ran`` leaves ``pauses`` out, and ``breaks``, in which the next item had begun by mistake; ``took``
    is what people read of it, in whole minutes, None before the item began. ``begun`` counts how often
    GO began it, presses that were taken back too; ``duty`` is who was on duty at the GO that counts.
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
    took: int | None
    pauses: tuple[tuple[datetime, datetime | None], ...]
    breaks: tuple[tuple[datetime, datetime | None], ...]
    begun: int
    duty: str


def agenda_record(state: State, now: Instant) -> list[ItemRecord]:
    """Every item of the program in its order, as it stands at ``now``."""
    agenda_progress, log = state.agenda_progress, stage_log(state)
    records = []
    for row in table(state.event, agenda_progress, now):
        id = row.item.id
        run = agenda_progress.runs.get(id)
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
                took=row.took,
                pauses=_times(run.pauses()) if run else (),
                breaks=_times(run.breaks()) if run else (),
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


def _times(stops: list[Stop]) -> tuple[tuple[datetime, datetime | None], ...]:
    return tuple((began.at, ended.at if ended else None) for began, ended in stops)
