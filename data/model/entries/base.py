"""What all kinds of happenings share: the tag that tells them apart on disk, and what others do with them."""

from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar, Literal, Self

from msgspec import Struct
from msgspec.structs import replace

Area = Literal["door", "refused", "stage", "gifts", "list", "event", "undone"]
"""The parts of the log that can be looked at alone. ``undone`` shows what was taken back, of every kind."""

Apart = Literal["both", "first", "last", "holder", "all"]
"""What counts of one kind when two laptops write it about the same thing, neither knowing of the other.

``both``: each for itself. ``first``: the earlier one in the order of ids; the later is told of, or changes
nothing. ``last``: the later one, in those parts that it changes. ``holder``: only what the laptop writes that
holds the stage. ``all``: it comes to effect once the entries of all laptops are in.
"""

GONE = "…"
"""What a purge leaves where a text was: that there was one may count (somebody came in the head's place)."""

_GUEST_FIELDS = ("guest", "to", "household")
_GUESTS_FIELDS = ("guests", "households")


class Happening(Struct, frozen=True, kw_only=True, tag_field="kind", omit_defaults=True, gc=False):
    """The root of all kinds; ``kind`` on disk is the tag.

    Beside its fields a kind says here what the rest of the program does with it: ``called`` is its name for
    people (marked for the catalogues; the ledger and the JSON keep the tag), ``area`` is where the log
    shows it, ``apart`` what counts when two laptops do it at once, ``is_step`` whether undo takes it back,
    ``kept_texts`` names the text fields that stay when personal data go (all other texts go).
    """

    called: ClassVar[str]
    area: ClassVar[Area]
    apart: ClassVar[Apart]
    is_step: ClassVar[bool] = True
    kept_texts: ClassVar[frozenset[str]] = frozenset()

    def about(self) -> frozenset[int]:
        """The numbers of the guests that it names, whatever its kind."""
        ones, lists = _fields_naming(type(self))
        named = [getattr(self, field) for field in ones]
        for field in lists:
            if isinstance(listed := getattr(self, field), tuple):
                named += listed
        return frozenset([number for number in named if isinstance(number, int)])

    def with_numbers(self, number_of: Callable[[int], int]) -> Self:
        """The same about other guests: those that ``number_of`` says for the numbers that it names. The same
        object where they are the same."""
        changed: dict[str, Any] = {}
        ones, lists = _fields_naming(type(self))
        for field in ones:
            number = getattr(self, field)
            if isinstance(number, int) and number_of(number) != number:
                changed[field] = number_of(number)
        for field in lists:
            numbers = getattr(self, field)
            if isinstance(numbers, tuple) and (others := tuple(map(number_of, numbers))) != numbers:
                changed[field] = others
        return replace(self, **changed) if changed else self


@cache
def _fields_naming(kind: type[Happening]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which fields of a kind may name a guest, and which may name several."""
    fields = set(kind.__struct_fields__)
    return tuple(filter(fields.__contains__, _GUEST_FIELDS)), tuple(
        filter(fields.__contains__, _GUESTS_FIELDS)
    )
