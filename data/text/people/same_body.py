"""Two names of bodies compared as the people of an office read them: UBMTTQ huyện is Ủy ban MTTQ huyện."""

import re
from functools import lru_cache

from data.text.people.short_forms import SHORT_FORMS
from data.text.places.place_names import tone_placed

_WORDS = re.compile(r"\w+")
_FULL = {
    **SHORT_FORMS,
    "ubmttq": "mặt trận tổ quốc",
    "ub": "ủy ban",
    "htx": "hợp tác xã",
    "bch": "ban chấp hành",
    "nd": "nông dân",
    "pn": "phụ nữ",
    "tn": "thanh niên",
}
_LEFT_OUT = re.compile(
    r"\b(?:việt nam|vn|liên hiệp|cộng sản hồ chí minh|hồ chí minh|hcm|(?:ủy ban|ub)(?= mặt trận))\b"
)
"""What the names of bodies are said with and without."""
_LONGEST_NAME = 300
"""Letters: no body's name is longer. Comparing takes the square of a text's length."""
_FIRST_WORDS = 12
"""So many words of a name are enough to know its first one that is not left out."""
_UNION = tone_placed("đoàn")
_YOUTH = re.compile(rf"\b{_UNION}(?= (?:xã|phường|thị trấn|huyện|quận|tỉnh)\b)")
"""The Đoàn of a level is the youth's."""


@lru_cache(maxsize=4096)
def one_body(first: str, second: str) -> str:
    """The name that says most where both name one body; empty where they name two.

    They are one where one says all that the other does, short forms written out: "Ủy ban MTTQ huyện" and
    "UBMTTQ huyện Hưng Hà" are, "Đoàn xã" and "Đoàn TN", but not "HTX Tân Lập" and "HTX Nông nghiệp". What
    only one of them says is never put together with what only the other says.
    """
    if max(len(first), len(second)) > _LONGEST_NAME:
        return first if first == second else ""
    words, more = _full(first), _full(second)
    if not words or not more or not (set(words) <= set(more) or set(more) <= set(words)):
        return ""
    shared = _shared(words, more)
    if shared == min(len(words), len(more)) and not (_is_youth(first) or _is_youth(second)):
        return _longest(first, second, shared)
    return max((first, second), key=lambda name: (len(_full(name)), len(name)))


def _is_youth(name: str) -> bool:
    return name.casefold().startswith("đoàn ")


def _full(name: str) -> tuple[str, ...]:
    """The words of a body's name in small letters, with every short form written out."""
    words = map(tone_placed, _WORDS.findall(name.casefold()))
    told = _LEFT_OUT.sub(" ", " ".join(_FULL.get(word, word) for word in words))
    return tuple(_YOUTH.sub(f"{_UNION} thanh niên", " ".join(told.split())).split())


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


def begin_alike(first: str, second: str) -> bool:
    """Whether both names begin with one word, short forms written out: "Ban CHQS", "BCHQS xã"."""
    return _full(_beginning(first))[:1] == _full(_beginning(second))[:1]


def _beginning(name: str) -> str:
    return " ".join(name.split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS])
