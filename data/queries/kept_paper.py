"""Which edition of a paper is still there: a purge deletes the files of all that were made before it."""

from data.state.papers import Edition
from data.state.state import State


def is_deleted(state: State, edition: Edition) -> bool:
    """Whether an edition's file went when personal data were deleted."""
    return state.rest.purged is not None and edition.at <= state.rest.purged


def kept_edition(state: State, paper: str) -> Edition | None:
    """The last edition of the paper with this id; None when never made, or deleted."""
    latest = state.papers.latest(paper)
    return None if latest is None or is_deleted(state, latest) else latest
