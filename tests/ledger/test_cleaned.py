"""A step is passed by uncleaned only where cleaning would leave it as it is."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from data.ledger import record
from data.text.cleaning.harmless import harmless
from data.text.cleaning.lengths import too_long

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
