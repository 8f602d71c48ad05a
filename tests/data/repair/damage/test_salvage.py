"""What of a damaged ledger is believed: every line that its checksum explains, and no other."""

from pathlib import Path
from random import Random

import pytest

from data.ledger.lines.line import FIRST_LINK, Changes, encode
from data.repair.damage.salvage import salvage


def a_ledger(lines: int = 6) -> tuple[list[Changes], list[bytes]]:
    changes: list[Changes] = [
        {"ledger": {str(n): {"id": f"id-{n}", "text": "Nguyễn " * n}}} for n in range(1, lines + 1)
    ]
    rows, link = [], FIRST_LINK
    for one in changes:
        row, link = encode(one, link)
        rows.append(row)
    return changes, rows


def test_a_sound_ledger_is_sound() -> None:
    changes, rows = a_ledger()
    assert [row.changes for row in salvage(b"".join(rows))] == changes
    assert {row.how for row in salvage(b"".join(rows))} == {"sound"}


def test_every_flipped_bit_of_a_whole_ledger_is_put_right() -> None:
    changes, rows = a_ledger(3)
    whole = b"".join(rows)
    for place in range(len(whole)):
        for bit in range(8):
            broken = bytearray(whole)
            broken[place] ^= 1 << bit
            found = salvage(bytes(broken))
            assert [row.changes for row in found] == changes, (place, bit)


@pytest.mark.parametrize("width", [2, 40, 400])
def test_wider_damage_costs_no_line_but_those_that_it_touches(width: int) -> None:
    changes, rows = a_ledger(12)
    whole = b"".join(rows)
    chance = Random(width)
    for _time in range(60):
        place = chance.randrange(len(whole) - width)
        broken = whole[:place] + chance.randbytes(width) + whole[place + width :]
        found = [row.changes for row in salvage(broken) if row.changes is not None]
        touched = whole[place - 1 : place + width].count(b"\n") + 1
        # Without the checksum that the damaged line states, the line after it cannot be believed either.
        assert len(changes) - len(found) <= touched + 1
        assert all(one in changes for one in found)


def test_a_torn_last_line_was_never_acknowledged(ledger: Path) -> None:
    whole = ledger.read_bytes()
    last = whole[:-1].rindex(b"\n") + 1
    for end in range(last + 1, len(whole) - 1):
        assert all(row.how == "sound" for row in salvage(whole[:end]))


def test_a_line_that_says_what_nobody_wrote_is_not_believed() -> None:
    _changes, rows = a_ledger()
    forged = rows[2].replace(b"id-3", b"id-9")
    found = salvage(b"".join([*rows[:2], forged, *rows[3:]]))
    assert [row.how for row in found] == ["sound", "sound", "lost", "sound", "sound", "sound"]
