"""Ông, Bà, Đồng chí: a fact of a person. What a name makes likely is a guess, and is told as one."""

from functools import lru_cache

from data.text.cleaning.clean import clean
from data.text.typed.form_of_address import part_name, read_honorific, within_a_sentence

CHOICES = ("Ông", "Bà", "Đồng chí")
"""How people are addressed from a stage and on paper."""

NOT_KNOWN = "ông/bà"
"""What stands before a name while nobody has said which; never where it is known."""

_OF_MIDDLE_NAME = {"thị": "Bà", "văn": "Ông"}


def likely_honorific(name: str) -> str:
    """What the middle name makes likely: Bà with "Thị", Ông with "Văn"; empty with neither or both."""
    middle = clean(name).casefold().split()[1:-1]
    found = {_OF_MIDDLE_NAME[word] for word in middle if word in _OF_MIDDLE_NAME}
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=4096)
def addressed(name: str, honorific: str = "", *, guess: bool = False) -> str:
    """``bà Nguyễn Thị Hà`` within a sentence; ``name`` may have its own form of address before it.

    Where none is known, "ông/bà" stands there; with ``guess`` what is likely, marked: ``bà (?) …``.
    """
    own, bare = part_name(name)
    known = read_honorific(honorific) or own
    if known:
        return f"{within_a_sentence(known)} {bare}"
    likely = likely_honorific(bare) if guess else ""
    return f"{within_a_sentence(likely)} (?) {bare}" if likely else f"{NOT_KNOWN} {bare}"
