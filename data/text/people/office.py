"""A person as Vietnamese papers name them: Ông or Bà, the name, the office and the body it is held in."""

import re
from functools import lru_cache

from msgspec import Struct

from data.text.people.same_body import begin_alike, one_body
from data.text.typed.form_of_address import part_name, within_a_sentence

HONORIFIC = "ông/bà"
"""What stands before a name while it is not known which."""

_BODY = re.compile(
    r"(?<=\s)(?:(?:ban thường (?:trực|vụ)\s+)?(?:ủy|uỷ) ban|ban thường (?:trực|vụ)|ban công tác|"
    r"ban ctmt|bctmt|ban chấp hành|ban (?:chqs|chỉ huy)|đảng bộ|ub mttq|ubnd|ubmttq|mttq|hđnd|"
    r"hội đồng|mặt trận|đảng (?:ủy|uỷ)|huyện (?:ủy|uỷ)|công an|hội|công đoàn|(?<!công )đoàn|chi bộ|"
    r"chi hội|chi đoàn|htx|hợp tác xã|thôn|xóm|tổ dân phố|tổ tự quản|xã|phường|"
    r"thị trấn|huyện|quận|tỉnh|thành phố)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\s+(?:trưởng|phó|viên)\b", re.IGNORECASE)
"""What makes an office of a body's name: "Chi hội trưởng", "Công an viên"."""
_HEAD = re.compile(r"(?<!huy )(?:trưởng|phó)$", re.IGNORECASE)
_SAYS_ITS_BODY = re.compile(
    r"(?P<title>công an|ban|thôn|xóm|tổ dân phố|tổ tự quản|chi hội|hội|đoàn)\b", re.IGNORECASE
)


_HEADS_VILLAGE = re.compile(
    r"(?<=(?i:trưởng) )(?:Thôn|Xóm)\b|(?<=(?i:phó) )(?:Thôn|Xóm)\b|(?<=(?i:chi bộ) )(?:Thôn|Xóm)\b"
)
_PLACE = re.compile(r"(?:thôn|xóm|tổ dân phố|xã|phường|thị trấn|huyện|quận|thị xã|tỉnh|thành phố)\b", re.I)
_BARE_HEADS = frozenset({"trưởng", "phó", "phó trưởng", "chánh", "phó chánh"})
_OF_SEVERAL = re.compile(r"[,;]|\b(?:các|và|đoàn thể|hội đoàn|ban ngành|ban, ngành)\b", re.IGNORECASE)


class Named(Struct, frozen=True, omit_defaults=True):
    """A person in parts; what is not known is empty."""

    name: str = ""
    honorific: str = ""
    title: str = ""
    unit: str = ""

    @property
    def office(self) -> str:
        """Title and body in one, without the words that stand in both."""
        return join_office(self.title, self.unit)

    @property
    def spoken(self) -> str:
        """``ông Trần Văn Long, Chủ tịch Ủy ban MTTQ xã``, as far as it is known."""
        who = " ".join(filter(None, (self.honorific, self.name)))
        return ", ".join(filter(None, (who, self.office)))

    @property
    def kept(self) -> str:
        """The parts in one text that ``read_named`` reads back."""
        who = " ".join(filter(None, (self.honorific, self.name)))
        return ", ".join(filter(None, (who, self.title, self.unit)))


def read_named(text: str) -> Named:
    """The parts of ``bà Nguyễn Thị Lệ Hà, Chủ tịch, Ủy ban MTTQ huyện``; title and body may be one part."""
    who, *rest = (part.strip() for part in text.split(","))
    form, name = part_name(who)
    honorific = within_a_sentence(form)
    rest = [part for part in rest if part]
    if not rest:
        return Named(name, honorific)
    title, unit = split_office(rest[-1])
    if len(rest) > 1 and not unit:
        # Two parts behind the name are the title and the body, whatever they say.
        title, unit = "", rest[-1]
    return Named(name, honorific, ", ".join(filter(None, (*rest[:-1], title))), unit)


def split_office(text: str) -> tuple[str, str]:
    """Title and body of ``Chủ tịch Ủy ban MTTQ xã``; the body is empty where the text names none.

    "Phó Trưởng Công an huyện" is Phó Trưởng Công an of Công an huyện: the title says what it heads.
    """
    text = _small(text.strip())
    # A blank before it lets the text begin with the body.
    found = (body for body in _BODY.finditer(f" {text}") if not _OFFICE.match(f" {text}", body.end()))
    body = next(found, None)
    if body is None:
        return text, ""
    if body.start() == 1:
        return "", text
    title, unit = text[: body.start() - 1].strip(" ,"), text[body.start() - 1 :].strip()
    headed = _SAYS_ITS_BODY.match(unit)
    if headed and _HEAD.search(title):
        what = headed["title"]
        title = f"{title} {'ban' if what == 'Ban' else what}"
    return title, unit


def title_alone(title: str, unit: str) -> tuple[str, str]:
    """Title and body where lists write the body into both columns, or into the title alone."""
    title = _small(title)
    found, body = split_office(title)
    if not body or not found:
        return _without_body(title, unit) if unit else (title, unit)
    if not unit:
        return found, body
    # The same body, named twice, is named once. Another one stays in the title.
    same = one_body(body, unit)
    return (found, same) if same else _without_body(title, unit)


def _without_body(title: str, unit: str) -> tuple[str, str]:
    """Title and body where the title ends in the very body that ``unit`` names, of whatever kind it is."""
    words = title.split()
    if _PLACE.match(unit):
        return title, unit
    for place in range(1, len(words)):
        body = " ".join(words[place:])
        if begin_alike(body, unit) and (same := one_body(body, unit)):
            left = " ".join(words[:place])
            head = " ".join(words[place : place + (2 if words[place].casefold() == "văn" else 1)]).lower()
            told = f"{left} {head}" if left.casefold() in _BARE_HEADS else left
            return told, same[:1].upper() + same[1:]
    return title, unit


def _small(title: str) -> str:
    """A title whose thôn or xóm is small, as it is spelt: lists have "Trưởng Thôn" too."""
    return _HEADS_VILLAGE.sub(lambda found: found[0].lower(), title)


@lru_cache(maxsize=256)
def body_of_group(name: str) -> str:
    """The body whose people a group of guests are: ``Công an huyện`` of "Lãnh đạo Công an huyện".

    Empty for a group that is no single body: "Khách mời khác", "Cấp ủy, chính quyền, đoàn thể xã".
    """
    return "" if _OF_SEVERAL.search(name) else split_office(name)[1]


@lru_cache(maxsize=4096)
def join_office(title: str, unit: str) -> str:
    """Title and body without the words that stand in both.

    "Phó Trưởng Công an", "Công an huyện Hưng Hà" is "Phó Trưởng Công an huyện Hưng Hà", and "Chủ tịch Ủy ban
    MTTQ huyện", "UBMTTQ huyện" is "Chủ tịch Ủy ban MTTQ huyện".
    """
    title = _small(title)
    if unit.casefold() in title.casefold():
        return title
    if title and unit:
        title, unit = title_alone(title, unit)
    words, rest = title.split(), unit.split()
    for shared in range(min(len(words), len(rest)), 0, -1):
        if [w.casefold() for w in words[-shared:]] == [w.casefold() for w in rest[:shared]]:
            return _small(" ".join(words[:-shared] + rest))
    return f"{title} {unit}".strip()


def in_one_line(name: str, title: str, body: str) -> str:
    """Name and office in one line, as far as they are known, without words that stand in title and body."""
    return ", ".join(filter(None, (name, join_office(title, body))))


def capital(text: str) -> str:
    """``text`` with a capital first, as a line of a paper begins."""
    if text[: len(HONORIFIC)].casefold() == HONORIFIC:
        return f"Ông/Bà{text[len(HONORIFIC) :]}"
    return text[:1].upper() + text[1:]
