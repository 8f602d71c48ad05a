from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.lists.marked import in_sight


@given(st.data(), st.integers(1, 60), st.integers(-2, 20))
def test_the_marked_row_is_in_sight_and_no_room_is_wasted(data: st.DataObject, count: int, room: int) -> None:
    marked = data.draw(st.integers(0, count - 1))
    shown = in_sight(count, marked, room)
    assert marked in shown
    assert len(shown) == min(count, max(1, room))
    assert shown.start >= 0 and shown.stop <= count


def test_of_no_rows_none_is_shown() -> None:
    assert list(in_sight(0, 0, 5)) == []
