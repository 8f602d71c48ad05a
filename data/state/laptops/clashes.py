"""What two laptops did at once, each not knowing of the other, and that people should look at."""

from typing import Literal

from msgspec import Struct

ClashKind = Literal["twice-in", "number", "withdrawn", "stage", "served-twice"]


class Clash(Struct, frozen=True, kw_only=True):
    """Two entries that met: ``first`` is the id of the one that counts, ``second`` of the later one.

    ``twice-in``: a ``guest`` was let in twice. ``number``: two guests had one number, and the second is
    ``guest`` now. ``withdrawn``: a guest who had been taken off the list came, and is on it. ``stage``:
    somebody stepped through the agenda without holding the stage; ``first`` is empty. ``served-twice``: a
    household had its share of a ``gift`` twice; both count.
    """

    kind: ClashKind
    second: str
    first: str = ""
    guest: int = 0
    gift: str = ""
