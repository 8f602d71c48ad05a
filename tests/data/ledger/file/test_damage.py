"""A line that was cut, changed, lost or swapped on disk: dropped where it is torn, else named."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data import language
from data.errors import LedgerDamaged
from data.ledger.lines.reading import Reading, read_bytes
from data.ledger.table import ENTRIES, GUESTS, LedgerDB
from tests.data.ledger.file.lines import LINES, documents, written


def test_a_file_cut_anywhere_in_its_last_line_keeps_all_before_it_and_goes_on(path: Path) -> None:
    whole = written(path)
    start = whole[:-1].rfind(b"\n") + 1
    for cut in range(start, len(whole) + 1):
        path.write_bytes(whole[:cut])
        with LedgerDB(path) as db:
            kept = documents(db)
            last_is_whole = cut >= len(whole) - 1
            assert kept == list(range(LINES if last_is_whole else LINES - 1))
            assert len(db.table(GUESTS)) == last_is_whole, "a line is kept whole or not at all"
            assert db.ledger_storage.torn == (0 if last_is_whole else cut - start)
            db.table(ENTRIES).insert({"n": 99})
        with LedgerDB(path) as db:
            assert documents(db) == [*kept, 99]
            assert db.ledger_storage.torn == 0


@pytest.mark.parametrize("ended", [b"", b"\n"])
def test_zeros_where_the_last_line_should_be_are_a_torn_line(path: Path, ended: bytes) -> None:
    whole = written(path)
    start = whole[:-1].rfind(b"\n") + 1
    for kept in (0, 1, 20, len(whole) - start - 2):
        zeros = b"\0" * (len(whole) - 1 - start - kept)
        path.write_bytes(whole[: start + kept] + zeros + ended)
        with LedgerDB(path) as db:
            assert documents(db) == list(range(LINES - 1))
            db.table(ENTRIES).insert({"n": 99})
        with LedgerDB(path) as db:
            assert documents(db) == [*range(LINES - 1), 99]


def test_a_reader_leaves_a_torn_line_alone(path: Path) -> None:
    whole = written(path)
    path.write_bytes(whole[:-5])
    with LedgerDB(path, access="read") as db:
        assert documents(db) == list(range(LINES - 1))
    assert path.read_bytes() == whole[:-5]


@pytest.mark.parametrize("flip", [0x01, 0x0A, 0x20, 0x80, 0xFF])
def test_a_changed_byte_before_the_last_line_is_never_passed_over(path: Path, flip: int) -> None:
    whole = written(path)
    last = whole[:-1].rfind(b"\n") + 1
    for place in range(last):
        changed = bytearray(whole)
        changed[place] ^= flip
        line = whole[:place].count(b"\n") + 1
        damaged = read_bytes(bytes(changed), Reading()).damaged
        assert damaged[:1] == [line], f"byte {place} of line {line}"


@pytest.mark.parametrize("flip", [0x0A, 0x20, 0xFF])
@pytest.mark.parametrize("access", ["append", "read"])
def test_a_changed_byte_is_reported_when_the_file_is_opened(path: Path, flip: int, access: Any) -> None:
    whole = written(path)
    for place in (0, 2, 5, 30, whole.find(b"\n"), whole.find(b"\n") + 3, whole[:-1].rfind(b"\n")):
        changed = bytearray(whole)
        changed[place] ^= flip
        path.write_bytes(changed)
        with pytest.raises(LedgerDamaged):
            LedgerDB(path, access=access)
        assert path.read_bytes() == bytes(changed), "a damaged file is left as it is"


def test_every_byte_of_a_changed_last_line_that_is_ended_is_noticed(path: Path) -> None:
    whole = written(path)
    for place in range(whole[:-1].rfind(b"\n") + 1, len(whole) - 1):
        changed = bytearray(whole)
        changed[place] ^= 0x01
        reading = read_bytes(bytes(changed), Reading())
        assert reading.damaged or reading.torn


def lost(lines: list[bytes], number: int) -> list[bytes]:
    return lines[: number - 1] + lines[number:]


def swapped(lines: list[bytes], number: int) -> list[bytes]:
    return [*lines[: number - 1], lines[number], lines[number - 1], *lines[number + 1 :]]


def doubled(lines: list[bytes], number: int) -> list[bytes]:
    return lines[:number] + lines[number - 1 :]


@pytest.mark.parametrize("number", range(1, LINES - 1))
@pytest.mark.parametrize(("change", "after"), [(lost, 0), (swapped, 0), (doubled, 1)])
def test_a_lost_swapped_or_doubled_line_is_named(
    path: Path, change: Callable[[list[bytes], int], list[bytes]], after: int, number: int
) -> None:
    lines = written(path).splitlines(keepends=True)
    path.write_bytes(b"".join(change(lines, number)))
    with pytest.raises(LedgerDamaged) as refusal:
        LedgerDB(path)
    named = [
        int(word)
        for word in refusal.value.sentence.replace(",", " ").replace(".", " ").split()
        if word.isdigit()
    ]
    assert named[:1] == [number + after]


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_damage_is_told_in_a_sentence_with_file_and_line(path: Path, spoken: language.Language) -> None:
    lines = written(path).splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], b"?" + lines[2][1:], *lines[3:]]))
    language.choose(spoken)
    with pytest.raises(LedgerDamaged) as refusal:
        LedgerDB(path)
    sentence = refusal.value.sentence
    assert str(path) in sentence
    assert " 3." in sentence
    assert sentence.endswith(".")
