"""Who of a household a row is about: its head, or one of the others."""

# ruff: noqa: E501 - tables of words

import re

from data.text.fold import fold

_HEAD = re.compile(
    r"(la )?(chu ho|chuho|ch|c h|c\.h\.?|chu|ban than|dai dien( ho| gia dinh)?|head( of (the )?(household|family))?"
    r"|self|householder|chu gia dinh|nguoi dung dau( ho)?|owner|household head|hoh|00|01|1)"
)
_WORDS = [
    "vo",
    "chong",
    "con",
    "chau",
    "chat",
    "bo",
    "me",
    "cha",
    "ba",
    "ong",
    "anh",
    "chi",
    "em",
    "co",
    "di",
    "chu",
    "bac",
    "cau",
    "mo",
    "thim",
    "ch",
    "u",
    "bu",
    "thay",
    "ma",
    "tia",
    "duong",
    "o",
    "re",
    "dau",
    "nuoi",
    "ruot",
    "trai",
    "gai",
    "noi",
    "ngoai",
    "ho",
    "hang",
    "ca",
    "ut",
    "de",
    "ke",
    "rieng",
    "chung",
    "ban",
    "nguoi",
    "giup",
    "viec",
    "o",
    "nho",
    "tro",
    "thue",
    "khac",
    "thanh",
    "vien",
    "dau",
    "cu",
    "nguoi",
    "than",
    "cung",
    "song",
    "con",
    "do",
    "dau",
    "gia",
    "voi",
    "chu",
    "cua",
    "so",
    "mot",
    "hai",
    "wife",
    "husband",
    "spouse",
    "son",
    "daughter",
    "child",
    "children",
    "father",
    "mother",
    "parent",
    "grandchild",
    "grandson",
    "granddaughter",
    "brother",
    "sister",
    "nephew",
    "niece",
    "other",
    "member",
    "relative",
    "in-law",
    "in",
    "law",
    "grandfather",
    "grandmother",
    "uncle",
    "aunt",
]
_RELATION = frozenset(_WORDS)
# One of these words alone is a relation; "Hải" and "Hai", "Cả" and "Ca" are names of people.
_WORDS_ALONE = """
vợ chồng con cháu chắt bố mẹ cha bà ông chị em cô dì chú bác cậu mợ thím bu thầy tía dượng rể dâu
vo chong chau chat bo me ba ong chi co di chu bac cau mo re dau wife husband son daughter
"""
_ALONE = frozenset(_WORDS_ALONE.split())
_ABBREVIATED = frozenset({"v", "c", "cd", "cr", "me de", "bo de", "ct", "cg", "ctr", "qhk", "khac"})


def is_head(text: str) -> bool:
    """Whether a cell under "Quan hệ với chủ hộ" says that the row is the head's."""
    return bool(_HEAD.fullmatch(_bare(text)))


def is_relation(text: str) -> bool:
    """Whether a cell says that the row is another person's of the household: "Vợ", "Con trai", "Cháu nội"."""
    words = re.findall(r"[a-z\-]+", _bare(text))
    return bool(words) and (all(word in _RELATION for word in words) or " ".join(words) in _ABBREVIATED)


def is_lone_relation(word: str) -> bool:
    """Whether one word, with its marks, is a relation where a name might stand: "Vợ", but not "Hải"."""
    return word.strip(" .:;-*").lower() in _ALONE


def _bare(text: str) -> str:
    bare = re.sub(r"\(.*?\)|\d+(?=\s*$)(?<=\D\d)", " ", fold(text)).strip(" .:;-*")
    # Registers number their choices: "01. Chủ hộ", "02 - Vợ/chồng".
    return re.sub(r"^\d{1,2}\s*[.):\-]\s*(?=\D)", "", bare)
