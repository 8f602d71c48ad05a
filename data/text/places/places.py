"""Hamlets as lists write them, and when two spellings are one place."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from data.text.cleaning.clean import clean
from data.text.fold import fold

# From the smallest that people are counted by to the largest.
_UNITS = ("xom", "to lien gia", "to dan pho", "to", "doi", "cum dan cu", "cum", "tieu khu", "khu pho",
          "khu dan cu", "khu", "khom", "ap", "ban", "buon", "soc", "lang", "thon", "pho", "ngo")  # fmt: skip
_WITHIN = frozenset({"lang", "thon", "khu", "khu pho", "khu dan cu", "ap", "ban"})
_SHORT = {"tdp": "to dan pho", "kdc": "khu dan cu", "kp": "khu pho"}
_ANY_UNIT = "|".join(sorted((*_UNITS, *_SHORT), key=len, reverse=True))
# An X that begins a name is a hamlet's; behind a comma it is a commune's.
_UNIT = re.compile(
    rf"(?<![a-z])(?:({_ANY_UNIT})\b[\s.:]*(?:so\s+)?|(x|xom|thon|to|doi)\.?\s*(?=\d)|\A(x)\.\s*(?=[a-z]))"
)
_END = re.compile(
    r"[,;()\n]|\s[-–]\s|\b(?:xa|phuong|huyen|quan|tinh|thanh pho|thi tran|thi xa|duong|so nha)\b"
)
_DASHED = re.compile(r"\s[-–]\s")
_HOUSE = re.compile(r"^(so|nha|sn|ngach|kiet|hem|duong|lo)\b|^\d+\w?\s*[,/]")
_ROMAN = re.compile(r"(?=[xvi])(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_INITIAL = re.compile(r"([tdkabc])(?:[.\s]?0*([1-9]\d?)|\.\s*([^\W\d_].*))")
_WORD = "xóm"
_NO_NAME = " .,;:-–…"


class Part(NamedTuple):
    """One unit named in an address: its key, and where it stands in the folded text."""

    unit: str
    key: str
    start: int
    end: int


@lru_cache(8192)
def place_key(text: str) -> str:
    """What is the same for all spellings of one place: "Xóm 3", "XÓM 03", "X3", "xóm số 3", "3"; "" for none.

    "Xóm Đông" and "Xóm Đồng" are two. An address has the key of the smallest hamlet in it. A name alone is a
    hamlet's, as a column of hamlets may leave the word out.
    """
    shown, part = _named(text)
    if part is None:
        return _marked(_without_zeros(shown.casefold().strip(_NO_NAME)))
    _unit, _blank, rest = part.key.partition(f"{part.unit} ")
    name = shown[part.start : part.end].casefold()
    return f"{part.unit} {rest}{_marks(name[-len(rest) :]) if not rest.isdecimal() else ''}"


@lru_cache(8192)
def place_fold(text: str) -> str:
    """As ``place_key``, for those who leave the marks out: "xom dinh" is "Xóm Đình", and Đông is Đồng."""
    shown, part = _named(text)
    return part.key if part else _without_zeros(_plain(shown).strip(_NO_NAME))


def _named(text: str) -> tuple[str, "Part | None"]:
    """``text`` as it is read, and the smallest hamlet that it names."""
    shown = clean(text)
    part = _finest(_parts(_plain(shown)))
    if part is None and any(sign.isalnum() for sign in shown):
        alone = f"{_WORD} {shown}"
        part = _finest(_parts(_plain(alone)))
        shown = alone if part else shown
    return shown, part


def _marked(text: str) -> str:
    return fold(text) + _marks(text)


def _marks(text: str) -> str:
    """The marks of a text word by word, wherever in its word one stands: "hoà" has those of "hòa"."""
    if text.isascii():
        return ""
    return " " + "/".join("".join(sorted(_signs(word))) for word in text.split())


def _signs(word: str) -> list[str]:
    return [sign for sign in unicodedata.normalize("NFD", word) if unicodedata.combining(sign) or sign == "đ"]


def is_address(text: str) -> bool:
    """Whether ``text`` holds more than the names of hamlets: a house, a street, a commune."""
    plain = _plain(text)
    parts = _parts(plain)
    if not parts:
        return False
    rest = plain
    for part in reversed(parts):
        rest = rest[: part.start] + rest[part.end :]
    parted = "," in plain or len(parts) > 1 or bool(_DASHED.search(plain))
    return bool(_HOUSE.match(plain)) or (parted and bool(rest.strip(" ,;.-–")))


def spellings(texts: Iterable[str], known: Iterable[str] = ()) -> dict[str, str]:
    """For each of these places as a list writes them, how it is printed: the commonest spelling.

    ``known`` are spellings that an event has already; those win. Of an address the hamlet is left, with what
    it lies in where another hamlet of that name lies elsewhere.
    """
    counted: Counter[str] = Counter()
    for text, count in Counter(texts).items():
        if shown_as := clean(text):
            counted[shown_as] += count
    within = _places_within(counted)
    keys = _with_marks({text: place_key(text) + _wider(text, within) for text in counted})
    known = list(known)
    keys = _with_initials(keys, map(place_key, known))
    shown = {place_key(text): text for text in reversed(known) if text}
    for text, key in keys.items():
        like = [one for one in shown if place_fold(shown[one]) == place_fold(text)] if text.isascii() else []
        # Who types a hamlet without its marks means the one that the event has.
        if key not in shown and len(like) == 1:
            keys[text] = like[0]
    by_key: dict[str, Counter[str]] = defaultdict(Counter)
    for text, count in counted.items():
        by_key[keys[text]][_shown(text, keys[text])] += count
    for key, forms in by_key.items():
        shown.setdefault(key, max(forms, key=lambda form: (forms[form], *_niceness(form))))
    return {text: shown[key] for text, key in keys.items()}


def _with_marks(keys: dict[str, str]) -> dict[str, str]:
    """The keys, where a spelling without marks is the one place whose marks it lacks."""
    marked: dict[str, set[str]] = defaultdict(set)
    for text, key in keys.items():
        if not text.isascii():
            marked[place_fold(text)].add(key)
    return {
        text: next(iter(found)) if text.isascii() and len(found := marked[place_fold(text)]) == 1 else key
        for text, key in keys.items()
    }


def _with_initials(keys: dict[str, str], known: Iterable[str]) -> dict[str, str]:
    """The keys, where "T5" is the one numbered place of the list (or of the ``known`` keys) whose word begins
    with a T and has the 5, and "T. Đình" the one that has the name."""
    units: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key in {*keys.values(), *known}:
        if unit := _unit_of(key):
            units[unit[0], key.removeprefix(f"{unit} ")].add(key)
    found = {}
    for text, key in keys.items():
        initial = _INITIAL.fullmatch(_plain(text))
        if initial is None:
            continue
        name = place_key(f"{_WORD} {clean(text).partition('.')[2].strip()}").partition(" ")[2]
        like = units[initial[1], initial[2] or name] - {key}
        if len(like) == 1:
            found[text] = like.pop()
    return keys | found


def _unit_of(key: str) -> str:
    """The word that a place's key begins with; "" where it has none."""
    return max((unit for unit in _UNITS if key.startswith(f"{unit} ")), key=len, default="")


def _places_within(texts: Iterable[str]) -> dict[str, set[str]]:
    """For each hamlet's key, the larger places that it is said to lie in."""
    within: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        parts = _parts(_plain(text))
        finest = _finest(parts)
        if finest is not None:
            within[finest.key].update(part.key for part in parts if _holds(part, finest))
    return within


def _wider(text: str, within: dict[str, set[str]]) -> str:
    parts = _parts(_plain(text))
    finest = _finest(parts)
    if finest is None or len(within.get(finest.key, ())) < 2:
        return ""
    return "".join(f", {part.key}" for part in parts if _holds(part, finest))


def _holds(part: Part, finest: Part) -> bool:
    return part.unit in _WITHIN and part.unit != finest.unit


def _shown(text: str, key: str) -> str:
    """How one spelling of a place is printed: of an address, the words that name the hamlet."""
    if not is_address(text):
        return text
    plain = _plain(text)
    if len(plain) != len(text):
        return text
    parts = _parts(plain)
    finest = _finest(parts)
    assert finest is not None
    wider = [part for part in parts if _holds(part, finest)] if ", " in key else []
    words = ", ".join(text[part.start : part.end].strip(" .,;-") for part in (finest, *wider))
    return words[:1].upper() + words[1:]


def _niceness(form: str) -> tuple[bool, bool, bool, bool, int]:
    return "." not in form, not form.isupper(), form[:1].isupper(), not form.isascii(), -len(form)


def _plain(text: str) -> str:
    """``text`` folded letter by letter, so that places in it stay places in the text."""
    return "".join(map(_plain_sign, clean(text)))


@lru_cache(1024)
def _plain_sign(sign: str) -> str:
    return fold(sign)[:1] or " "


@lru_cache(8192)
def _parts(plain: str) -> tuple[Part, ...]:
    found: list[Part] = []
    heads = list(_UNIT.finditer(plain))
    for place, head in enumerate(heads):
        stop = heads[place + 1].start() if place + 1 < len(heads) else len(plain)
        end = _END.search(plain, head.end(), stop)
        name = plain[head.end() : end.start() if end else stop]
        rest = _without_zeros(name.strip(" .,;:-–"))
        if not rest or len(rest) > 40:
            continue
        unit = head[1] or head[2] or head[3]
        unit = "xom" if unit == "x" else unit
        unit = _SHORT.get(unit, unit)
        found.append(Part(unit, f"{unit} {rest}", head.start(), head.end() + len(name.rstrip(" .,;:-–"))))
    return tuple(found)


def _finest(parts: tuple[Part, ...]) -> Part | None:
    return min(parts, key=lambda part: _UNITS.index(part.unit)) if parts else None


def _without_zeros(text: str) -> str:
    bare = re.sub(r"\b0+(?=\d)", "", text)
    if not _ROMAN.fullmatch(bare):
        return bare
    values = [_ROMAN_VALUES[letter] for letter in bare]
    return str(sum(-value if value < max(values[place:]) else value for place, value in enumerate(values)))


def commonest(spellings: Counter[str]) -> str:
    """The spelling to print, of those that were counted; the first one of equals."""
    return max(spellings, key=lambda spelling: spellings[spelling], default="")
