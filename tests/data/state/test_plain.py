"""What the quick look at a ledger's rows passes by is what the careful look would leave as it is."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.entries.door import CheckedIn
from data.model.entries.spoken import NoteForMC
from data.model.entry import Entry, Meant
from data.model.guest import Guest
from data.state.reading.quick_look import are_plain, is_plain
from data.state.reading.soundness import _is_possible
from data.text.cleaning.clean import safe
from data.text.cleaning.harmless import LETTERS, harmless

GUEST = Guest(number=1, kind="household", name="An", code="1" * 14, delegation="ho")
AT = datetime(2022, 6, 15, 1, tzinfo=UTC)


def said(text: str, **more: Any) -> Entry:
    facts: dict[str, Any] = {"id": "x", "at": AT, "ticks": 1.0, "run": "r", "device": "d"}
    return Entry(**{**facts, "what": NoteForMC(text=text), **more})


PLAIN = "".join(map(chr, [*range(0x20, 0x7F), *range(0x1EA0, 0x1EFA)])) + LETTERS.removesuffix("Ạ-ỹ")
ALPHABET = st.sampled_from(PLAIN)


@given(st.text(ALPHABET, max_size=80) | st.text(max_size=8))
def test_a_plain_text_is_one_that_cleaning_leaves_as_it_is(text: str) -> None:
    for value in (msgspec.structs.replace(GUEST, name=text), said(text)):
        if is_plain(value) or (isinstance(value, Entry) and are_plain([said(""), value])):
            row = msgspec.to_builtins(value)
            assert harmless(row) is row and _is_possible(value)


def test_every_letter_of_vietnamese_is_left_as_it_is() -> None:
    assert all(safe(f"a{sign}b") == f"a{sign}b" for sign in PLAIN)


@given(st.text(ALPHABET | st.characters(), max_size=200))
def test_no_text_is_passed_by_that_cleaning_would_change(text: str) -> None:
    if harmless(text, "note") is text:
        assert safe(text) == text


def test_nearly_every_row_of_a_village_is_plain() -> None:
    assert is_plain(msgspec.structs.replace(GUEST, name="Nguyễn Thị Phương Đài", hamlet="Xóm 3"))
    assert is_plain(said("", what=CheckedIn(guest=86, channel="scanner")))
    assert are_plain([said("", what=CheckedIn(guest=number, channel="scanner")) for number in range(100)])


@pytest.mark.parametrize(
    "entry",
    [
        said("a\x1b[2J"),
        said("x" * 61),
        said("", ticks=float("nan")),
        said("", ticks=2e9),
        said("", at=datetime(2022, 6, 15)),
        said("", at=datetime(1800, 1, 1, tzinfo=UTC)),
        said("", what=CheckedIn(guest=10**12, channel="scanner")),
        said("", what=CheckedIn(guest=-1, channel="scanner")),
        said("", duty="e\u0301"),
        said("", device="\u202e"),
        said("", run="\x00"),
        said("", place="\x1b"),
        said("", id="\x1b"),
        said("", drift=float("inf")),
        said("", ticks=-2e9),
        said("", at=datetime(2150, 1, 1, tzinfo=UTC)),
        said("", meant=(Meant(number=-1, listed="x", was=1),)),
    ],
)
def test_what_may_be_unsound_is_looked_at_carefully(entry: Entry) -> None:
    assert not is_plain(entry)
    assert not are_plain([said(""), entry, said("")])
