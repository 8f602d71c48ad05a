"""What of a damaged ledger can still be believed, line by line."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple
from zlib import crc32

from data.ledger.lines.line import FIRST_LINK, Changes, LineBroken, decode, stated_link
from data.repair.damage.one_bit import mended

_LF = 0x0A
_BEGIN = re.compile(rb'\](.)(?=\["[0-9a-f]{8}",)', re.DOTALL)
_ONE = tuple(1 << bit for bit in range(8))

How = Literal["sound", "mended", "lost"]


class Row(NamedTuple):
    """One line of the file: its number from 1, its bytes, and what it says (None where it is ``lost``)."""

    number: int
    raw: bytes
    how: How
    changes: Changes | None = None


def salvage(text: bytes) -> list[Row]:
    """The lines of a ledger file: sound ones, those that one flipped bit explains, and lost ones.

    A torn last line was never acknowledged and is left out.
    """
    lines = text.split(b"\n")
    tail = lines.pop()
    rows: list[Row] = []
    links: set[int] = {FIRST_LINK}
    place = 0
    while place < len(lines):
        number, row = place + 1, lines[place]
        following = lines[place + 1] if place + 1 < len(lines) else (tail or None)
        found = _read(row, links)
        if found is None and following is not None and (found := _cut_in_two(row, following, links)):
            rows += [Row(number, row, "mended", found[-1][0])]
            if place + 1 == len(lines):
                tail = b""
            place += 1
            links = {found[-1][1]}
        elif found is None and (found := _grown_together(row, links)):
            rows += [Row(number, row, "mended", changes) for changes, _link in found]
            links = {found[-1][1]}
        elif found is not None:
            rows.append(Row(number, row, "sound", found[0][0]))
            links = {found[-1][1]}
        elif one := _one_bit(row, links):
            rows.append(Row(number, row, "mended", one[0]))
            links = {one[1]}
        else:
            rows.append(Row(number, row, "lost"))
            links = _possible_links(row, links)
        place += 1
    return [*rows, *_last(tail, links, len(lines) + 1)]


def _last(tail: bytes, links: set[int], number: int) -> list[Row]:
    """What stands after the last line feed: a whole line that lacks it, or a torn one."""
    if not tail:
        return []
    if found := _read(tail, links):
        return [Row(number, tail, "sound", found[0][0])]
    if (tail[-1] ^ _LF) in _ONE and (found := _read(tail[:-1], links)):
        return [Row(number, tail, "mended", found[0][0])]
    if found := _grown_together(tail, links):
        return [Row(number, tail, "mended", changes) for changes, _link in found]
    one = _one_bit(tail, links)
    return [Row(number, tail, "mended", one[0])] if one else []


def _read(row: bytes, links: Iterable[int]) -> list[tuple[Changes, int]] | None:
    for link in links:
        try:
            return [decode(row, link)]
        except LineBroken:
            continue
    return None


def _one_bit(row: bytes, links: Iterable[int]) -> tuple[Changes, int] | None:
    return next((found for link in links if (found := mended(row, link))), None)


def _cut_in_two(row: bytes, following: bytes, links: set[int]) -> list[tuple[Changes, int]] | None:
    """The line that a flipped bit cut in two, by making a line feed in it."""
    tries = (row + bytes([_LF ^ bit]) + following for bit in _ONE)
    return next((found for whole in tries if (found := _read(whole, links))), None)


def _grown_together(row: bytes, links: set[int]) -> list[tuple[Changes, int]] | None:
    """The two lines of which a flipped bit made one, by taking the line feed between them."""
    for match in _BEGIN.finditer(row):
        if (match[1][0] ^ _LF) not in _ONE:
            continue
        left = _read(row[: match.start() + 1], links)
        rest = row[match.end() :]
        right = left and (_read(rest, {left[0][1]}) or _grown_together(rest, {left[0][1]}))
        if left and right:
            return [*left, *right]
        if left and (rest[-1:] and (rest[-1] ^ _LF) in _ONE) and (right := _read(rest[:-1], {left[0][1]})):
            return [*left, *right]
    return None


def _possible_links(row: bytes, links: set[int]) -> set[int]:
    """What the checksum of a lost line may have been, so that the line after it can be believed."""
    # The line before it too: what is no line of ours may have been put between.
    possible = links | {crc32(row[12:-1], link) for link in links}
    stated = stated_link(row)
    return possible if stated is None else {stated, *possible}
