"""A step is passed by uncleaned only where cleaning would leave it as it is."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ledger.lines import record
from data.model.entries.guests import RosterImported
from data.model.entry import Entry
from data.text.cleaning.harmless import harmless
from data.text.cleaning.lengths import too_long
from tests.conftest import many_households

TEXTS = (
    st.text(max_size=80)
    | st.sampled_from(["a" * 60, "a" * 61, "\x1b[5m", "\\", "a\n", "\x7f", "\u009b"])
    | st.text("aÀÿĂăĐđƯưẠỹ \u0301\u0323\u00d0", max_size=70)
)
FIELDS = st.sampled_from(["name", "hamlet", "unit", "id", "note"])
DOCUMENTS = st.dictionaries(FIELDS, TEXTS | st.integers() | st.lists(TEXTS, max_size=3), max_size=4)


@given(DOCUMENTS)
def test_what_is_passed_by_needs_no_cleaning_and_has_room(document: dict[str, object]) -> None:
    if not record._UNSURE.search(msgspec.json.encode(document).decode()):
        assert harmless(document) is document
        assert too_long(document) == ""


def test_what_a_check_in_writes_is_passed_by() -> None:
    assert not record._UNSURE.search('{"entry":{"id":"018163f0","device":"laptop","what":{"guest":17}}}')


def test_what_a_list_of_guests_writes_is_passed_by() -> None:
    assert not record._UNSURE.search('{"name":"Nguyễn Thị Ổn","hamlet":"Xóm Đình","phone":"0912345678"}')


def long_step(**odd: str) -> record.Step:
    """A list of 1,201 guests, one of whom has an ``odd`` fact."""
    guests = many_households("17", 1_201)
    guests[700] = msgspec.structs.replace(guests[700], **odd)
    entry = Entry(
        id="x",
        at=datetime(2022, 6, 15, tzinfo=UTC),
        ticks=1.0,
        run="r",
        device="d",
        what=RosterImported(source="list\x1b.xlsx", added=1_201, changed=0, refused=0),
    )
    return record.Step(entry, tuple(guests))


def test_a_long_list_is_cleaned_by_the_piece_as_at_once() -> None:
    step = long_step(name="Đỗ\x1b[5m Thị Ánh", note="a\u0301" * 40)
    cleaned = record.cleaned(step)
    assert cleaned == msgspec.convert(harmless(msgspec.to_builtins(step)), record.Step)
    assert cleaned.entry.what != step.entry.what
    assert sum(one is not other for one, other in zip(cleaned.guests, step.guests, strict=True)) <= 500


def test_a_text_too_long_in_a_long_list_is_told() -> None:
    with pytest.raises(ValueError, match="9000"):
        record.cleaned(long_step(hamlet="x" * 9_000))
