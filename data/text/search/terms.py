"""What a guest can be found by, folded and cut into words once, when the guest is put in an index."""

import re
from typing import NamedTuple

from data.model.guest import Guest
from data.text.cleaning.clean import clean
from data.text.fold import fold
from data.text.order import NameKey, name_key
from data.text.people.phone import phone_digits
from data.text.places.places import place_key

_PLAIN = re.compile(r"[^\W_]+")
# What people say before a hamlet's name or number; the list may leave it out ("Xóm" is a column).
_HAMLET = "xom"


class Terms(NamedTuple):
    """One guest as the search sees it. Texts are folded, but ``spelt``; ``phones`` are reversed digits."""

    number: int
    name: str
    joined: str
    name_words: frozenset[str]
    spelt: frozenset[str]
    given: str
    initials: str
    nickname_words: frozenset[str]
    other_words: frozenset[str]
    hamlet_words: frozenset[str]
    hamlet_phrases: frozenset[str]
    digits: frozenset[str]
    phones: frozenset[str]
    year: str
    last: bool
    order: NameKey


def words_of(text: str) -> frozenset[str]:
    """The words of a folded text, and what is left of each without symbols: ``[vip]`` and ``vip``."""
    return frozenset(text.split()).union(_PLAIN.findall(text))


def spelt_words(text: str) -> frozenset[str]:
    """The words of a text with their marks: who types "hương" means Hương before Hường."""
    return frozenset() if text.isascii() else frozenset(clean(text).casefold().split())


def terms_of(guest: Guest, delegation: str) -> Terms:
    """What ``guest`` can be found by; ``delegation`` is its delegation's words."""
    name = fold(guest.name)
    plain = [word for word in name.split() if word[0].isalnum()] or name.split() or [""]
    hamlet_words, hamlet_phrases = _hamlet(fold(guest.hamlet))
    return Terms(
        number=guest.number,
        name=name,
        joined=name.replace(" ", ""),
        name_words=words_of(name),
        spelt=spelt_words(guest.name),
        given=plain[-1],
        initials="".join(word[0] for word in plain if word),
        nickname_words=words_of(fold(guest.nickname)),
        other_words=words_of(fold(f"{guest.honorific} {guest.title} {guest.organisation} {delegation}")),
        hamlet_words=hamlet_words,
        hamlet_phrases=hamlet_phrases,
        digits=frozenset(str(guest.number).zfill(width) for width in range(5)),
        phones=frozenset(digits[::-1] for digits in phone_digits(guest.phone)),
        year=str(guest.birth_year or ""),
        last=guest.withdrawn,
        order=name_key(guest.name),
    )


def _hamlet(hamlet: str) -> tuple[frozenset[str], frozenset[str]]:
    if not hamlet:
        return frozenset(), frozenset()
    bare = hamlet.removeprefix(_HAMLET).strip() or hamlet
    short = bare.replace(" ", "")
    # However the list spells it: "Xóm 03" is found by "xom 3" and by "x3".
    key = fold(place_key(hamlet))
    names = {short, key.replace(" ", "")}
    words = words_of(hamlet) | words_of(key) | {_HAMLET}
    words |= {f"{before}{name}" for name in names for before in (_HAMLET, _HAMLET[0])}
    return words, frozenset((hamlet, f"{_HAMLET} {bare}", f"{_HAMLET} {key}"))
