"""Two names of bodies compared as the people of an office read them: UBMTTQ huyện is Ủy ban MTTQ huyện."""

import re
from functools import lru_cache

from data.text.people.short_forms import SHORT_FORMS
from data.text.place_names import tone_placed

_WORDS = re.compile(r"\w+")
_FULL = {
    **SHORT_FORMS,
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ub": "ủy ban",
    "htx": "hợp tác xã",
    "bch": "ban chấp hành",
}
_LEFT_OUT = re.compile(r"\b(?:việt nam|vn)\b")
"""What the names of bodies are said with and without."""
_GENERAL = frozenset(
    ("nông nghiệp", "dịch vụ", "dịch vụ nông nghiệp", "dvnn", "sản xuất", "kinh doanh", "tổng hợp")
)
"""What a co-operative does: it tells no one of them from another."""
_LEVELS = ("thôn", "xóm", "tổ", "khu", "xã", "phường", "thị", "huyện", "quận", "tỉnh", "thành")


@lru_cache(maxsize=4096)
def one_body(first: str, second: str) -> str:
    """The name that says most where both name one body; empty where they name two.

    They are one where one says all that the other does, short forms written out ("Ủy ban MTTQ huyện",
    "UBMTTQ huyện Hưng Hà"), or where one says the kind and the other which ("HTX Nông nghiệp",
    "HTX Tân Lập": HTX Nông nghiệp Tân Lập; "Công an xã", "Công an Duyên Hải").
    """
    words, more = _full(first), _full(second)
    if not words or not more:
        return ""
    shared = _shared(words, more)
    if shared and shared in (len(words), len(more)):
        return _longest(first, second, shared)
    if set(words) <= set(more) or set(more) <= set(words):
        return max((first, second), key=lambda name: (len(_full(name)), len(name)))
    if shared and _is_general(words[shared:], more[shared:]):
        return f"{first} {_behind(second, shared)}"
    return ""


def _full(name: str) -> tuple[str, ...]:
    """The words of a body's name in small letters, with every short form written out."""
    words = map(tone_placed, _WORDS.findall(name.casefold()))
    return tuple(_LEFT_OUT.sub(" ", " ".join(_FULL.get(word, word) for word in words)).split())


def _shared(words: tuple[str, ...], more: tuple[str, ...]) -> int:
    """How many words both begin with."""
    pairs = zip(words, more, strict=False)
    return next(
        (place for place, (one, other) in enumerate(pairs) if one != other), min(len(words), len(more))
    )


def _longest(first: str, second: str, shared: int) -> str:
    """What both begin with as it is spelt at greater length, and what one of them says behind it."""
    more = max((first, second), key=lambda name: (len(_full(name)), len(name)))
    less = second if more is first else first
    head = more[: len(more) - len(_behind(more, shared))].rstrip()
    rest = _behind(more, shared)
    return f"{max(head, less, key=len)} {rest}".strip() if len(_full(less)) == shared else more


def _behind(name: str, shared: int) -> str:
    """What stands in ``name`` behind its first ``shared`` words, short forms counted as written out."""
    words = name.split()
    for place in range(len(words) + 1):
        if len(_full(" ".join(words[:place]))) >= shared:
            rest = words[place:]
            while rest and not _full(f"{' '.join(words[:place])} {rest[0]}")[shared:]:
                place, rest = place + 1, rest[1:]
            return " ".join(rest)
    return ""


def _is_general(said: tuple[str, ...], which: tuple[str, ...]) -> bool:
    """Whether ``said`` is only a kind or a level, and ``which`` a name."""
    if not said or not which or which[0] in _LEVELS:
        return False
    return " ".join(said) in _GENERAL or (len(said) == 1 and said[0] in _LEVELS)
