"""What stands in the cells of a name: the name, what is around it, and what is doubtful about its letters."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from data.language import _
from data.model.plan import GuestKind
from data.roster.cells.grid import Cell
from data.roster.cells.letters import has_lost_letters, has_strange_letters
from data.roster.columns.columns import Header
from data.roster.columns.wording import heading
from data.roster.guests.person.behind_name import Behind, behind_name
from data.roster.guests.person.couples import couple_in
from data.roster.words.plain import is_plain_name
from data.roster.words.typed_text import read_name
from data.text.fold import fold
from data.text.people.names import with_first_capitals

_BEHIND = re.compile(r"^(.+?)\s*(?:,|;|\s[-–—]\s|\s[-–—]|[-–—]\s|\()\s*(.+?)\)?$")
_BRACKETED = re.compile(r"^(.*\S)\s*\(([^()]+)\)$")
_OWN_REMARK = re.compile(r"^(dự thay:|về lúc )")
_ODD = re.compile(r"^[-*+•–]|[:;,]|\d{2,}|[^\W\d_]\d|[@=<>{}|\\^`~+()]|https?:")
_BOTH = re.compile(r"(?:(?:hai|2)\s+)?(?:ông bà|vợ chồng|hai cụ|hai (?:vợ|ông|bà))\b", re.IGNORECASE)
_VOWELLESS = re.compile(r"\b(?!(?:th|ph|ng|ngh|nh|ch|tr|kh|gh|gi|qu)\.)[b-df-hj-np-tv-xz]{2,}\b")
"""Letters that are no syllable: "Vn" is what was left of "Văn". "Th." is somebody's short form."""

_LONGEST_NAME = 60
_COMPANION = re.compile(r"^\s*(?:cùng|và|\+|&)\s*", re.IGNORECASE)
# Programs put other signs than "?" for letters that they do not have, too.
_BLANKED = re.compile(r"[^\W\d_][_#*…¿¡¤%$=|<>{}\[\]]+[^\W\d_]|□|■|▯")
_CODES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "utf8": "UTF-8", "1258": "Windows-1258", "viscii": "VISCII"}
_OWN = (
    frozenset({"so the", "gio den", "ky ten"}),
    frozenset({"so the", "co mat", "ky ten"}),
)
_OWN_DELEGATES = frozenset({"stt", "ho va ten", "chuc vu", "don vi", "co mat", "ky ten"})


class NameRead(NamedTuple):
    """A name and what stood with it. ``doubts`` are kinds of doubt, each with its sentence."""

    name: str
    honorific: str = ""
    title: str = ""
    nickname: str = ""
    notes: tuple[str, ...] = ()
    year: int | None = None
    phone: str = ""
    gone: str = ""
    doubts: tuple[tuple[str, str], ...] = ()
    written: str = ""


class NameCell:
    """Reads the names under one header. ``split``: of two people the first is the guest.

    ``own`` says that the list is a paper of this program: it holds remarks of the day behind the names.
    """

    def __init__(self, header: Header, split: bool) -> None:
        self._split = split
        self._titled = any(column.also_title for column in header.columns if column.meaning == "name")
        headings = {heading(column.heading) for column in header.columns}
        self.own = (
            any(own <= headings for own in _OWN) or headings == _OWN_DELEGATES or bool(header.of("kind"))
        )

    def read(self, name: str, cells: Sequence[Cell], kind: GuestKind) -> NameRead:
        """The name that ``cells`` hold; ``name`` is their text joined."""
        nickname = title = ""
        cell = next((cell for cell in cells if cell.text), Cell(name))
        if self.own:
            return self._of_own_paper(name, cell, kind)
        if is_plain_name(name) and not cell.lines:
            return NameRead(name)
        if self._titled and (parted := _BEHIND.match(name)):
            name, title = parted[1], parted[2]
            cell = Cell(name)
        couple = couple_in(cell if cell.text == name else Cell(name))
        behind = Behind(name) if couple else behind_name(name)
        typed = read_name(with_first_capitals(behind.name))
        if couple is not None:
            if self._split:
                first, second = couple
                other = f"{second.honorific} {second.name}".strip()
                return NameRead(first.name, first.honorific, title, notes=(_with(other),))
            what = _("“{name}” may be two people: {first} and {second}").format(
                name=name, first=couple.first.name, second=couple.second.name
            )
            return NameRead(typed.name, typed.honorific, title, doubts=(("couples", what),))
        notes: tuple[str, ...] = ()
        doubts: tuple[tuple[str, str], ...] = ()
        if behind.company:
            notes = (_with(_COMPANION.sub("", behind.company)),)
            what = _("“{name}” speaks of a second person, who goes into the note").format(name=name)
            doubts = (("couples", what),)
        elif _is_odd(typed.name) or _BOTH.match(name):
            odd = _("“{name}” does not look like a name").format(name=typed.name[:_LONGEST_NAME])
            doubts = (("odd", odd),)
        nickname, title = nickname or behind.nickname, title or behind.title
        return NameRead(
            typed.name,
            typed.honorific,
            title,
            nickname,
            notes,
            year=behind.year,
            phone=behind.phone,
            gone=behind.gone,
            doubts=doubts,
        )

    @staticmethod
    def _of_own_paper(name: str, cell: Cell, kind: GuestKind) -> NameRead:
        """A name of our own papers, without the remarks behind it; a name in daily use is kept."""
        if len(cell.lines) > 1 and any(map(_OWN_REMARK.match, cell.lines)):
            name = cell.lines[0]
        found = _BRACKETED.match(name)
        if not found:
            return NameRead(name)
        return NameRead(found[1], nickname=found[2] if kind == "household" else "", written=name)


def _is_odd(name: str) -> bool:
    """Whether a name has signs or figures in it, is endless, or begins with a word that is no name's."""
    words = name.split()
    begins_small = (
        len(words) > 2
        and words[0].isalpha()
        and words[0].islower()
        and all(word[:1].isupper() for word in words[-2:])
    )
    return bool(_ODD.search(name)) or len(name) > _LONGEST_NAME or begins_small


def letter_doubt(cell: Cell, in_name: bool) -> tuple[str, str]:
    """The kind of doubt about the letters of a cell and a sentence about it; both "" when there is none."""
    text = cell.text
    if has_lost_letters(text) or (in_name and ("?" in text or _BLANKED.search(text))):
        return "lost", _("“{text}” has lost letters").format(text=text)
    if cell.code == "~":
        return "strange", _("“{text}” may be in an old code of letters").format(text=text)
    if cell.code == "?":
        return "strange", _("“{text}” holds a letter that could only be guessed").format(text=text)
    if cell.code:
        what = _("“{text}” was in the old code {code} and has been converted")
        return "letters", what.format(text=text, code=_CODES.get(cell.code, cell.code))
    if in_name and (has_strange_letters(text) or _VOWELLESS.search(fold(text))):
        return "strange", _("“{text}” has letters that no Vietnamese name has").format(text=text)
    return "", ""


def _with(other: str) -> str:
    return _("with {name}").format(name=other)
