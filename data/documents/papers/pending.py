"""Which papers still wait: to be made before the guests leave, and to come back signed."""

from collections.abc import Sequence

from data.documents.papers.catalogue import HANDOVER, TO_SIGN, Paper, papers
from data.queries.kept_paper import kept_edition
from data.state.state import State


def next_of(known: Sequence[Paper], state: State) -> str:
    """The id of the first paper that is needed at this hour: before the day, at the ceremony, after it."""
    due = (
        "before"
        if not state.agenda_progress.runs
        else "after"
        if state.agenda_progress.closed
        else "ceremony"
    )
    return next((one.id for one in known if one.when == due), known[0].id)


def to_make(state: State) -> list[Paper]:
    """Papers to sign that were never made.

    Nothing waits before the ceremony has begun, nor once personal data are deleted: nobody could be named.
    """
    if not state.agenda_progress.runs or state.rest.purged is not None:
        return []
    return [paper for paper in _to_be_signed(state) if state.papers.latest(paper.id) is None]


def to_sign(state: State) -> list[Paper]:
    """Papers that were made and whose last edition has not come back signed."""
    waiting = []
    for paper in _to_be_signed(state):
        latest = kept_edition(state, paper.id)
        if latest is not None and latest.phase != "signed":
            waiting.append(paper)
    return waiting


def _to_be_signed(state: State) -> list[Paper]:
    return [paper for paper in papers(state) if paper.id in TO_SIGN or paper.id.startswith(HANDOVER)]
