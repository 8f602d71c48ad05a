"""What the ledger says of one guest."""

from msgspec import Struct

from data.model.entry import Entry
from data.queries.log import is_about
from data.state.state import State


class Mention(Struct, frozen=True):
    """An entry that is about the guest; ``undone`` when it no longer counts."""

    entry: Entry
    undone: bool


def history(state: State, number: int) -> list[Mention]:
    """The entries about the guest with this number, undone ones too, oldest first."""
    mentions = (step.entry for step in state.steps if is_about(step, number, state))
    return [Mention(entry, entry.id in state.undone) for entry in mentions]
