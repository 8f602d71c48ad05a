"""What a paired phone may do, by the role that it was given."""

from typing import Literal, get_args

Right = Literal["scan", "search", "mc", "go", "figures", "clock"]
"""``scan``: check in, say who came, undo its own last step. ``search``: find guests by name. ``mc``: the
MC's words, tick off introductions. ``go``: step the agenda on. ``figures``: the counts. ``clock``: the
speaker's."""

Role = Literal["door", "scan", "mc", "mc-go", "figures", "clock"]
ROLES: tuple[Role, ...] = get_args(Role)

_RIGHTS: dict[str, frozenset[Right]] = {
    "door": frozenset({"scan", "search"}),
    "scan": frozenset({"scan"}),
    "mc": frozenset({"mc", "clock", "figures"}),
    "mc-go": frozenset({"mc", "go", "clock", "figures"}),
    "figures": frozenset({"figures", "clock"}),
    "clock": frozenset({"clock"}),
}


def rights_of(role: str) -> frozenset[Right]:
    """What a role may do; nothing for one that a newer program gave."""
    return _RIGHTS.get(role, frozenset())
