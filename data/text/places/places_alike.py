"""Names of hamlets that are written nearly alike: one with a slip of the pen, or two; people know."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from data.text.places.places import place_fold, place_key

_MOST_SPELLINGS = 500
"""More different texts in a column are no hamlets."""
_SHORTEST_WORD = 3
_ROMAN = re.compile(r"[ivx]+")
_OFTENER = 3
_FEW = 2


class Alike(NamedTuple):
    """A spelling, the commoner one that it looks like, and how often that one stands there."""

    written: str
    meant: str
    times: int


def places_alike(counted: Mapping[str, int], known: Mapping[str, int]) -> list[Alike]:
    """For each spelling in ``counted`` that is nearly another one, that other one: the commonest of those.

    ``counted`` is how often each spelling stands in a list, one for each place; ``known`` are those that are
    settled already: they are nobody's slip, and win. Names that differ only in their marks are nearly alike,
    or in one letter of a longer word, where one is much rarer; "Xóm 1" and "Xóm 2" never are.
    """
    keys = {place_key(text) for text in known}
    new = {text: count for text, count in counted.items() if place_key(text) not in keys}
    if not new or len(new) + len(known) > _MOST_SPELLINGS:
        return []
    weights = {text: (1, count) for text, count in known.items()} | {
        text: (0, count) for text, count in new.items()
    }
    # Of equally common ones the first is taken for right.
    ranked = sorted(weights, key=lambda text: weights[text], reverse=True)
    found: list[Alike] = []
    seen: dict[str, list[str]] = defaultdict(list)
    for text in ranked:
        plain = place_fold(text)
        like = next((one for one in _near(plain, seen) if _is_doubtful(text, one, weights)), None)
        if like is not None and text in new:
            found.append(Alike(text, like, weights[like][1]))
            continue
        for form in _forms(plain):
            seen[form].append(text)
    return found


def _near(plain: str, seen: Mapping[str, list[str]]) -> Iterator[str]:
    """The spellings that share a form: those with the same letters first."""
    for form in _forms(plain):
        yield from seen.get(form, ())


def _is_doubtful(text: str, other: str, weights: Mapping[str, tuple[int, int]]) -> bool:
    one, two = place_fold(text), place_fold(other)
    if one == two:
        return True
    (_known, rare), (is_known, common) = weights[text], weights[other]
    is_rare = bool(is_known) or rare <= max(_FEW, common // _OFTENER)
    return is_rare and _one_letter_apart(one, two)


def _one_letter_apart(one: str, two: str) -> bool:
    """Whether one word differs, in one letter; two letters that changed places are one slip, too."""
    words, others = one.split(), two.split()
    if len(words) != len(others):
        return False
    differ = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    if len(differ) != 1 or not all(map(_is_name, differ[0])):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(*differ[0]) == 1


def _is_name(word: str) -> bool:
    return len(word) >= _SHORTEST_WORD and word.isalpha() and not _ROMAN.fullmatch(word)


def _forms(plain: str) -> Iterator[str]:
    """The text, and all that is left when one of its letters is left out."""
    yield plain
    for place in range(len(plain)):
        yield plain[:place] + plain[place + 1 :]
