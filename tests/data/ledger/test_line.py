"""One line comes back as it was written, and nothing else passes for it."""

from typing import Any
from uuid import UUID
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ledger.lines.ids import uuid7
from data.ledger.lines.line import FIRST_LINK, LineBroken, decode, encode, encode_all
from data.ledger.lines.todays import documents_of, said_by

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
).filter(lambda value: value not in (float("inf"), float("-inf")))
CHANGES = st.dictionaries(
    TEXT,
    st.dictionaries(TEXT, st.none() | st.dictionaries(TEXT, TEXT | st.integers(-9, 9)), max_size=3),
    max_size=3,
)
LINK = st.integers(0, 2**32 - 1)


@given(CHANGES, LINK)
def test_a_line_comes_back_as_it_was_written(changes: Any, link: int) -> None:
    line, checksum = encode(changes, link)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert b"\0" not in line
    assert decode(line[:-1], link) == (changes, checksum)


@given(st.lists(CHANGES, max_size=3), LINK, st.integers(0, 1001))
def test_lines_encoded_by_the_piece_are_those_encoded_at_once(
    all_changes: list[Any], link: int, many: int
) -> None:
    guests = {str(number): {"name": f"Đỗ Thị {number}"} for number in range(many)}
    long: Any = {"guests": guests, "gone": None}
    encoded = encode_all([*all_changes, long], link)
    before = link
    for changes, line, kept in zip([*all_changes, long], encoded.lines, encoded.kept, strict=True):
        whole, after = encode(changes, before)
        assert line == whole
        assert decode(line[:-1], before) == (kept, after)
        before = after
    assert (encoded.after, encoded.link) == (link, before)


# Whole values, parts of values that fit together only over two lines, and several values in one line.
BODIES = [
    *(
        b"{}",
        b'{"a":{"1":{"x":1}}}',
        b'{"a":null}',
        b'{"a":{}',
        b'{"b":{}}}',
        b'{"a":{"1":{"x":[{}',
        b"{}]}}}",
    ),
    *(b"{}{}", b"{} {}", b"{},{}", b"{}\r{}", b' {"a":{}} ', b"[]", b"1", b"", b'{"a":1}', b"{\xff}"),
]


@given(
    st.lists(st.sampled_from(BODIES[:3]) | st.sampled_from(BODIES), min_size=1, max_size=5), LINK, st.data()
)
def test_lines_decoded_together_are_those_decoded_one_by_one(
    bodies: list[bytes], link: int, data: st.DataObject
) -> None:
    lines, at = [], link
    for body in bodies:
        at = crc32(body, at)
        lines.append(b'["%08x",%b]' % (at, body))
    if data.draw(st.booleans()):
        spoilt = data.draw(st.integers(0, len(lines) - 1))
        place = data.draw(st.integers(0, len(lines[spoilt]) - 1))
        lines[spoilt] = lines[spoilt][:place] + b"?" + lines[spoilt][place + 1 :]
    one_by_one: Any = []
    at = link
    try:
        for line in lines:
            changes, at = decode(line, at)
            one_by_one.append(changes)
    except LineBroken:
        assert said_by(lines, link) is None
    else:
        # Blanks around a value are not how this program writes it: then each is looked at by itself.
        together = said_by(lines, link)
        assert together is not None or b' {"a":{}} ' in bodies
        if together is not None:
            assert ([documents_of(line) for line in together[0]], together[1]) == (one_by_one, at)


@given(CHANGES, LINK, LINK)
def test_a_line_holds_only_after_the_line_it_was_written_after(changes: Any, link: int, other: int) -> None:
    line, _checksum = encode(changes, link)
    if link != other:
        with pytest.raises(LineBroken):
            decode(line[:-1], other)


@given(CHANGES, st.data())
def test_a_line_with_one_byte_changed_is_broken(changes: Any, data: st.DataObject) -> None:
    line, _checksum = encode(changes, FIRST_LINK)
    place = data.draw(st.integers(0, len(line) - 2))
    changed = bytearray(line[:-1])
    changed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(LineBroken):
        decode(bytes(changed), FIRST_LINK)


@given(st.binary(max_size=60), LINK)
def test_noise_is_no_line(noise: bytes, link: int) -> None:
    with pytest.raises(LineBroken):
        decode(noise, link)


def test_ids_are_unique_and_sort_by_the_time_they_were_made() -> None:
    ids = [uuid7(1_655_252_100_000 + moment) for moment in range(2_000)]
    assert ids == sorted(ids)
    assert len({uuid7(1_655_252_100_000) for _ in range(2_000)}) == 2_000
    assert {UUID(id).version for id in ids} == {7}
