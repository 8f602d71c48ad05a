"""Steps of other laptops, taken into an open event: judged first, written, folded in where they stand."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from data.convergence.records import read_all
from data.errors import Refused
from data.language import N_, _
from data.ledger.lines.record import Step
from data.model.entries.event import EventCreated, PersonalDataPurged
from data.queries.laptops.clashes import clashes
from data.session.purging.scrub import scrub
from data.session.session import Session
from data.state.laptops.clashes import Clash
from data.state.reading.soundness import Unsound

_REASONS = {
    "broken": N_("it is not as it was written"),
    "newer": N_("a newer version of the program wrote it"),
    "other-event": N_("it is of another event"),
    "senseless": N_("it makes no sense after what is known"),
    "purged": N_("personal data were deleted there, and not here"),
}


class RefusedStep(Struct, frozen=True):
    """A step that was not taken in: its entry's id (or its number among the records), and why, in words."""

    name: str
    why: str


class Taken(Struct, frozen=True, kw_only=True):
    """What came of taking steps in: the new ``steps`` in their order, how many were ``known`` before, which
    were ``refused``, and what collided of them with what was here or with one another."""

    steps: tuple[Step, ...] = ()
    known: int = 0
    refused: tuple[RefusedStep, ...] = ()
    clashes: tuple[Clash, ...] = ()


def take_in(session: Session, records: Iterable[bytes | Step], *, event: str) -> Taken:
    """Take steps of other laptops into the event that is open in ``session``; each once, by its entry's id.

    ``records`` are bytes as ``record_of`` makes them, or steps that have their place, in any order and as
    often as they come; ``event`` is the id of the event that they are said to be of. What is sound is on
    disk, synced once, and folded in when this returns, so that it may be acknowledged to whoever sent it.
    What is not sound is left out and named, and what is sound beside it is taken in all the same. Where this
    event's personal data were deleted, they are taken out of what comes, too. A closed event takes steps in:
    they were recorded before anybody knew. Raises Refused for another event, LedgerUnwritable when the disk
    refuses; then nothing of it counts, and taking the same in again is right.
    """
    if event != session.state.event.id:
        raise Refused(_("That is another event. Only copies of one and the same event can be made one."))
    session.settle()
    steps, unread = read_all(records)
    refused = [_refused(name, "newer" if newer else "broken") for name, newer in unread]
    here = {step.entry.id for step in session.state.steps}
    fresh: dict[str, Step] = {}
    for step in steps:
        if step.entry.id in here or step.entry.id in fresh:
            continue
        if why := _why_not(step, session):
            refused.append(_refused(step.entry.id, why))
        else:
            fresh[step.entry.id] = step
    known = len(steps) - len(fresh) - (len(refused) - len(unread))
    ordered = sorted(fresh.values(), key=lambda step: step.stands)
    if session.state.rest.purged is not None and ordered:
        ordered = scrub([*session.state.steps, *ordered])[len(session.state.steps) :]
    before = set(clashes(session.state)) if ordered else set()
    taken, senseless = _fold_in(session, ordered)
    refused += [_refused(step.entry.id, "senseless") for step in senseless]
    met = tuple(clash for clash in clashes(session.state) if clash not in before) if taken else ()
    return Taken(steps=tuple(taken), known=known, refused=tuple(refused), clashes=met)


def _why_not(step: Step, session: Session) -> str:
    """Why a step cannot be taken in, whatever else is; empty where it may be."""
    if isinstance(step.entry.what, EventCreated):
        return "other-event"
    if step.event is not None and step.event.id != session.state.event.id:
        return "other-event"
    if isinstance(step.entry.what, PersonalDataPurged) and session.state.rest.purged is None:
        return "purged"
    return ""


def _fold_in(session: Session, steps: Sequence[Step]) -> tuple[list[Step], list[Step]]:
    """Write and fold ``steps``; those that were, and those after which the event would make no sense."""
    if not steps:
        return [], []
    try:
        session.take_in(steps)
        return list(steps), []
    except Unsound:
        if len(steps) == 1:
            return [], list(steps)
    half = len(steps) // 2
    first, senseless = _fold_in(session, steps[:half])
    second, more = _fold_in(session, steps[half:])
    return [*first, *second], [*senseless, *more]


def _refused(name: str, why: str) -> RefusedStep:
    return RefusedStep(name, _(_REASONS[why]))
