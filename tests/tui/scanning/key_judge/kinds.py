"""What comes from keyboards: cards, other people's codes, hands, all with the times of their keys."""

from random import Random
from typing import NamedTuple

from textual.keys import _character_to_key

from data.scanning.codes import payload


class Pressed(NamedTuple):
    """A key, what it types, and how many seconds after the one before it came."""

    key: str
    character: str | None
    after: float


STX, ETX, GS = "\x02", "\x03", "\x1d"
_NAMED = {
    "\r": "enter",
    "\n": "ctrl+j",
    "\t": "tab",
    "\x7f": "backspace",
    STX: "ctrl+b",
    ETX: "ctrl+c",
    GS: "ctrl+right_square_bracket",
    " ": "space",
}
ENDS = ("\r", "\n", "\r\n", "\t", "")
PREFIXES = ("", "", "P01", STX, "]Q1", "A", "~")
SUFFIXES = ("", "", "$", "*", ETX, "#", "$*")
PACES = (0.0, 0.0005, 0.002, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05)
"""Seconds a key at which scanners type."""
SLOW = (0.1, 0.2, 0.35, 0.55, 0.75, 0.9, 1.2)
"""Seconds a key of a hand, or of a scanner that was set to be slow."""
PERSON = "Trần Thị B\r1980\rXóm 3\r"
FOREIGN = (
    "034145001234 Dao Thi Huong",
    "12 Duong Le Loi",
    "0912 345 678",
    "+84912345678",
    "15-06-2022",
    "WIFI:T:WPA;S:Nha Van Hoa;P:12345678;;",
    "MECARD:N:Nguyen,Van A;TEL:0912345678;EMAIL:a@b.vn;;",
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Pham;Van 5\r\nTEL:0912345678\r\nEND:VCARD",
    "DN4010123456789|4e677579e1bb856e2056c4836e2041|01/01/1985|1|",
    "034085001234|150123456|Nguyễn Văn A|01011985|Nam|Thôn Khả Tân|10052021",
    "034085001234",
    "00020101021238570010A00000072701270006970436011300000000001230208QRIBFTTA53037045802VN6304ABCD",
    "8934563138165",
    "012345678905",
    "96385074",
    "https://zalo.me/p/pbgxa",
    "zalo.me/g/abcxpg",
    "geo:21.02,105.85",
    "smsto:0912345678:xin chao",
    "mailto:a@b.vn",
    "Nguyen Van A",
    "Pham Van 7",
    PERSON.rstrip("\r"),
    "EVT-2019-000123",
    '{"id": 12, "name": "p x b"}',
    "PXGIBO",
    "x p b g l m c",
    "01" + "08934563138165" + GS + "10ABC",
    "10",
    "7",
    "123",
)


def keys_of(
    text: str, pace: float, chance: Random, *, first: float = 3.0, jitter: float = 0.2
) -> list[Pressed]:
    """``text`` typed at so many seconds a key, a little uneven; its first key comes ``first`` later."""
    pressed = []
    for place, character in enumerate(text):
        after = pace * chance.uniform(1 - jitter, 1 + jitter) if place else first
        key = _NAMED.get(character) or _character_to_key(character)
        types = character if character.isprintable() or character in "\r\n\t" else None
        pressed.append(Pressed(key, types, after))
    return pressed


def paused(pressed: list[Pressed], chance: Random, longest: float) -> list[Pressed]:
    """The same keys with one pause among them; a machine's first three keys come together."""
    if len(pressed) < 6:
        return pressed
    place = chance.randrange(4, len(pressed) - 1)
    return [
        key._replace(after=key.after + chance.uniform(0.0, longest)) if index == place else key
        for index, key in enumerate(pressed)
    ]


def card(code: str, chance: Random) -> list[Pressed]:
    """A card as any scanner types it, in time or late on a busy machine."""
    if chance.random() < 0.25:
        text = payload(code) + chance.choice((*SUFFIXES[:3], "*")) + chance.choice(ENDS)
        return keys_of(text, chance.choice(SLOW), chance)
    text = chance.choice(PREFIXES) + payload(code) + chance.choice(SUFFIXES) + chance.choice(ENDS)
    pressed = keys_of(text, chance.choice(PACES), chance)
    return paused(pressed, chance, 0.9) if chance.random() < 0.25 else pressed


def foreign(chance: Random) -> list[Pressed]:
    """Somebody's other code."""
    text = chance.choice(FOREIGN) + chance.choice(("", *ENDS))
    pace = chance.choice(PACES)
    if len(text) == 1:
        text += "\r"
    pressed = keys_of(text, pace, chance)
    return paused(pressed, chance, 0.28) if chance.random() < 0.2 else pressed


def broken(code: str, chance: Random) -> list[Pressed]:
    """A card of which some digits were lost, or that comes in two pieces."""
    text = payload(code)
    lost = chance.randrange(len(text))
    text = text[:lost] + text[lost + chance.randrange(1, 4) :] + chance.choice(ENDS)
    pressed = keys_of(text, chance.choice(PACES), chance)
    return paused(pressed, chance, 1.2) if chance.random() < 0.5 else pressed


def by_hand(text: str, chance: Random) -> list[Pressed]:
    """What a person types: never two keys within a twelfth of a second."""
    pace = chance.choice((0.12, 0.15, 0.2, 0.3, 0.5, 0.9))
    return keys_of(text, pace, chance, jitter=0.3)
