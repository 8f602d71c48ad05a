"""Scans as a bad morning brings them, and what the ledger must say of each."""

from collections.abc import Iterator
from random import Random

from stdnum import damm

from data.model.entries.door import CameAgain, CheckedIn, ScanRefused
from data.scanning.codes import LEAD, new_code, payload
from data.state.state import State

ENDS = ("\r", "\n", "\r\n", "\t")
Fact = tuple[str, object]
"""The kind of entry, and the guest or the code that it is about."""


def facts(state: State) -> list[Fact]:
    """What a scanner brought, as the ledger tells it, in order."""
    told: list[Fact] = []
    for entry in state.entries:
        match entry.what:
            case CheckedIn(guest=number, channel="scanner"):
                told.append(("admitted", number))
            case CameAgain(guest=number, channel="scanner"):
                told.append(("already", number))
            case ScanRefused(status=status, code=code, channel="scanner"):
                told.append((status, code))
    return told


class Mixture:
    """Draws scans for the guests of ``state``; ``expected`` grows by what each must put on record.

    Guests are let in one after another; ``again`` are some who came more than a stutter ago, each to be
    scanned once more.
    """

    def __init__(self, state: State, chance: Random, again: list[int]) -> None:
        self._event = state.event.number
        self._codes = {number: payload(guest.code) for number, guest in state.guests.items()}
        self._fresh = iter([number for number in state.guests if number not in state.present])
        self._again = list(again)
        self._chance = chance
        self._last = ""
        self.expected: list[Fact] = []

    def scans(self, count: int, ends: tuple[str, ...] = ENDS) -> Iterator[str]:
        """``count`` scans, each with its line end; stutters and empty ones put nothing on record."""
        self._last = ""
        kinds = [self._fresh_card, self._card_again, self._foreign, self._unknown, self._stutter]
        # Behind a damaged card nothing tells where the next one begins, unless a line ends.
        kinds += [self._damaged, self._empty] if "" not in ends else []
        for _scan in range(count):
            text = self._chance.choice(kinds)()
            yield text + (self._chance.choice(ends) if text or "" not in ends else "\r")

    def _expect(self, scan: str, kind: str, about: object) -> str:
        self._last = scan
        self.expected.append((kind, about))
        return scan

    def _fresh_card(self) -> str:
        number = next(self._fresh, None)
        return self._foreign() if number is None else self._expect(self._codes[number], "admitted", number)

    def _card_again(self) -> str:
        if not self._again:
            return self._fresh_card()
        number = self._again.pop()
        return self._expect(self._codes[number], "already", number)

    def _foreign(self) -> str:
        event = self._chance.choice([number for number in range(10, 100) if f"{number}" != self._event])
        code = new_code(f"{event}", self._chance.randrange(10_000))
        return self._expect(LEAD + code, "other-event", code)

    def _unknown(self) -> str:
        code = new_code(self._event, self._chance.randrange(5_000, 10_000))
        return self._expect(LEAD + code, "unknown", code)

    def _damaged(self) -> str:
        body = f"{self._event}{self._chance.randrange(10**11):011d}"
        wrong = (int(damm.calc_check_digit(body)) + self._chance.randrange(1, 10)) % 10
        scan = LEAD + body + str(wrong)
        if self._chance.random() < 0.3:
            scan = scan[: self._chance.choice((13, 14, 15))]
            if damm.is_valid(scan[-14:]) or damm.is_valid(scan[1:]) or damm.is_valid(scan[2:]):
                return self._unknown()
        self.expected.append(("misread", ""))
        self._last = ""
        return scan

    def _stutter(self) -> str:
        return self._last or self._unknown()

    def _empty(self) -> str:
        return ""
