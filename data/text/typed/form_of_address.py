"""How somebody is addressed, as people type it: ``ba``, ``o.``, ``đ/c``, ``thuong toa``."""

import re

from data.text.cleaning.clean import clean
from data.text.fold import fold
from data.text.syllables import is_family_name, is_plain_family_name

_OF_FAITH = ("Linh mục", "Mục sư", "Hòa thượng", "Thượng tọa", "Đại đức", "Ni trưởng", "Ni sư", "Sư thầy",
             "Sư cô", "Sư bác", "Sư cụ", "Sư ông", "Cha xứ", "Giám mục")  # fmt: skip
_FORMS = ("Ông", "Bà", "Đồng chí", "Cụ", "Anh", "Chị", "Cô", "Chú", "Bác", "Thầy", "Em", *_OF_FAITH)
_SHORT = {
    "ô": "Ông", "o": "Ông", "mr": "Ông", "nam": "Ông", "b": "Bà", "mrs": "Bà", "ms": "Bà", "nữ": "Bà",
    "đ/c": "Đồng chí", "đc": "Đồng chí", "d/c": "Đồng chí", "dc": "Đồng chí", "đ.c": "Đồng chí",
    "d.c": "Đồng chí", "cụ ông": "Cụ", "cụ bà": "Cụ", "a": "Anh", "c": "Chị", "hoà thượng": "Hòa thượng",
    "thượng toạ": "Thượng tọa", "lm": "Linh mục", "lm.": "Linh mục",
}  # fmt: skip
_SPELLINGS = {form.lower(): form for form in _FORMS} | _SHORT
_TWO_WORDS = frozenset({"co", "chu", "em", "anh"})
"""Without marks these may be other words: "có" in a column of answers."""
_PLAIN = {fold(written): form for written, form in _SPELLINGS.items() if fold(written) not in _TWO_WORDS}
_EITHER = frozenset({"ong/ba", "ong(ba)", "ongba", "onghayba", "ba/ong"})
_AROUND = " .:()[]/"

_LONGER = sorted((*map(str.lower, _OF_FAITH), "hoà thượng", "thượng toạ"), key=len, reverse=True)
_BEFORE_NAME = re.compile(
    rf"(?P<either>ông/bà|ông \(bà\))\.?\s+(?=\S)"
    rf"|(?P<form>{'|'.join(_LONGER)}|ông|bà|anh|chị|cô|chú|bác|đồng chí|đ/c)\.?\s+(?=\S)"
    rf"|(?P<plain>ong|ba|dong chi|d/c|dc|{'|'.join(sorted(map(fold, _OF_FAITH), key=len, reverse=True))})"
    rf"\.?\s+(?=(?P<first>\S+)\s+\S)",
    re.IGNORECASE,
)


def known_form(text: str) -> str:
    """A form of address in full: "Ô", "ô." and "ông" are "Ông", "ba" is "Bà"; "" for what is none."""
    told = clean(text).strip(_AROUND).lower()
    return _SPELLINGS.get(told) or (_PLAIN.get(told, "") if told.isascii() else "")


def says_neither(text: str) -> bool:
    """Whether ``text`` leaves it open: "ông/bà", "ong (ba)"."""
    return fold(clean(text)).replace(" ", "") in _EITHER


def read_honorific(text: str) -> str:
    """The form of address in ``text`` as it is kept ("ba" is "Bà", "đ/c" is "Đồng chí").

    "ông/bà" says nothing, and is empty. A text that is none of those that are known stays, with a capital.
    """
    told = clean(text)
    if says_neither(told):
        return ""
    return known_form(told) or known_form(fold(told)) or told[:1].upper() + told[1:]


def part_name(text: str) -> tuple[str, str]:
    """``ông Trần Văn Nam`` as ``("Ông", "Trần Văn Nam")``; the first empty where none stands there.

    Without its mark a word is read so where it is small before a capital, or a family name follows:
    "ba Nguyễn Thị Lành", but "Ba Lành".
    """
    told = clean(text)
    found = _BEFORE_NAME.match(told)
    if found is None or (found["plain"] and not _is_meant(found["plain"], found["first"])):
        return "", told
    return known_form(found["form"] or found["plain"] or ""), told[found.end() :]


def _is_meant(form: str, first: str) -> bool:
    return (form.islower() and first[0].isupper()) or is_family_name(first) or is_plain_family_name(first)


def within_a_sentence(honorific: str) -> str:
    """``Bà`` as it stands within a sentence: ``bà``; letters alone ("GS") keep their capitals."""
    return honorific if honorific[1:2].isupper() else honorific[:1].lower() + honorific[1:]
