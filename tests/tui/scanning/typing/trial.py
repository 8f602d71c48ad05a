"""Scans through every keyboard setting, from an empty field or behind what a person left in it."""

from collections.abc import Iterator, Mapping
from random import Random

from msgspec import Struct

from data.scanning.codes import payload, read_code
from tests.tui.scanning.typing.line import Line
from tests.tui.scanning.typing.microsoft import microsoft
from tests.tui.scanning.typing.unikey import Method, UniKey

SUFFIXES = ("\r", "\n", "\r\n", "\t", "")
LEFT = {
    "telex": ("lan", "Nguyeenx Vaw", "huwowng", "Hoaf", "vieetj", "dd", "x", "quys 2", "10", "0", "TRAANF"),
    "vni": (
        "lan",
        "Nguye6n4 Va8",
        "hu7o7ng",
        "Hoa2",
        "nguye64",
        "tha81",
        "Hue65",
        "D9o64",
        "vie6t5",
        "d9",
        "x",
        "quy1 2",
        "10",
        "0",
        "TRA6N2",
    ),
    "microsoft": ("lan", "Nguyễn Văn", "hương", "hoà", "x", "2", "0", "10", "đ", "TRẦN"),
}
"""What a person typed last and left, as keys of that keyboard."""


class Trial(Struct, frozen=True):
    """How ``scans`` of one setting came out: read as the guest's own card, as another guest, not at all."""

    setting: str
    left: bool
    scans: int
    right: int
    wrong: int

    @property
    def share(self) -> float:
        """The part that was read right, 0 to 1."""
        return self.right / self.scans


def trials(guests: Mapping[str, int], chance: Random) -> Iterator[Trial]:
    """Every setting once, each with every card of ``guests`` (the guest number by code)."""
    for keyboard in ("telex", "vni", "microsoft"):
        for caps_lock in (False, True):
            for left in (False, True):
                yield _trial(keyboard, caps_lock, left, guests, chance)


def scanned(keyboard: str, caps_lock: bool, left: str, code: str, suffix: str) -> list[str]:
    """What the gate took when ``code`` was scanned behind the keys ``left``."""
    line = Line()
    if keyboard == "microsoft":
        line.receive(microsoft(left, caps_lock=caps_lock))
        line.receive(microsoft(payload(code), caps_lock=caps_lock) + suffix)
    else:
        method: Method = "telex" if keyboard == "telex" else "vni"
        unikey = UniKey(method)
        line.receive(unikey.type(left.upper() if caps_lock else left))
        line.receive(unikey.type(payload(code) + suffix))
    line.wait()
    return line.scans


def _trial(keyboard: str, caps_lock: bool, left: bool, guests: Mapping[str, int], chance: Random) -> Trial:
    right = wrong = 0
    for code, number in guests.items():
        before = chance.choice(LEFT[keyboard]) if left else ""
        scans = scanned(keyboard, caps_lock, before, code, chance.choice(SUFFIXES))
        found = {guests[read] for scan in scans if (read := read_code(scan) or "") in guests}
        right += found == {number}
        wrong += bool(found - {number})
    setting = f"{keyboard}{' with Caps Lock' if caps_lock else ''}"
    return Trial(setting, left, len(guests), right, wrong)
