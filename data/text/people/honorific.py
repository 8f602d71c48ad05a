"""Ông, Bà, Đồng chí: a fact of a person. What a name makes likely is a guess, and is told as one."""

import re
from functools import lru_cache

from data.text.cleaning.clean import clean
from data.text.fold import fold

CHOICES = ("Ông", "Bà", "Đồng chí")
"""How people are addressed from a stage and on paper."""

NOT_KNOWN = "ông/bà"
"""What stands before a name while nobody has said which; never where it is known."""

_SPELLINGS = {
    "ong": "Ông", "o": "Ông", "mr": "Ông", "nam": "Ông", "ba": "Bà", "b": "Bà", "mrs": "Bà", "ms": "Bà",
    "nu": "Bà", "dong chi": "Đồng chí", "d/c": "Đồng chí", "dc": "Đồng chí", "d.c": "Đồng chí",
}  # fmt: skip
_BEFORE_NAME = re.compile(r"(?:ông/bà|(ông|bà|anh|chị|cô|chú|bác|đồng chí|đ/c))\.?\s+(?=\S)", re.IGNORECASE)
_OF_MIDDLE_NAME = {"thị": "Bà", "văn": "Ông"}


def read_honorific(text: str) -> str:
    """The form of address in ``text`` as it is kept ("đ/c" is "Đồng chí"); another text stays as it is.

    "ông/bà" says nothing, and is empty.
    """
    told = clean(text)
    if fold(told).replace(" ", "") in ("ong/ba", "ong(ba)"):
        return ""
    return _SPELLINGS.get(fold(told).strip(" ."), told)


def part_name(text: str) -> tuple[str, str]:
    """``ông Trần Văn Nam`` as ``("Ông", "Trần Văn Nam")``; the first empty where none stands there."""
    told = clean(text)
    found = _BEFORE_NAME.match(told)
    if found is None:
        return "", told
    return read_honorific(found[1] or ""), told[found.end() :]


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
        return f"{known.lower()} {bare}"
    likely = likely_honorific(bare) if guess else ""
    return f"{likely.lower()} (?) {bare}" if likely else f"{NOT_KNOWN} {bare}"
