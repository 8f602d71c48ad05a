"""One number for all that an event says: equal where the same steps are, and nowhere else."""

from hashlib import sha256

import msgspec
from msgspec.structs import replace

from data.ledger.lines.record import Step
from data.state.state import State

_SIZE = 1 << 256


def digest(state: State) -> str:
    """64 hexadecimal digits that two laptops have in common when they hold the same steps in the same places.

    Since a state is made of its steps and of nothing else, they then show the same. Where personal data were
    deleted it is of ids alone: two copies may have lost different words of the same step.
    """
    told = _without_texts if state.rest.purged is not None else msgspec.json.encode
    total = sum(int.from_bytes(sha256(told(_known(step))).digest()) for step in state.steps)
    return f"{total % _SIZE:064x}"


def spoken(digest: str) -> str:
    """The first eight digits of a digest in two groups, for people to compare: ``3f9a 0c12``."""
    return f"{digest[:4]} {digest[4:8]}"


def _known(step: Step) -> Step:
    """The step with no more of it than this version knows."""
    return step if step.rows is None else replace(step, rows=None)


def _without_texts(step: Step) -> bytes:
    return f"{step.stands} {step.entry.id} {step.entry.what.__struct_config__.tag}".encode()
