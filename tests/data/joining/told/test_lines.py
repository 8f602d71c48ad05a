"""What a window is too narrow for is left out as a whole: half a word tells nobody anything."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from textual.content import Content

from data.joining.district.following import Seen
from data.joining.district.overview import VillageRow
from data.joining.reporting.counts import village_counts
from data.session.session import Session
from tui.district.row_text import heading, row_text, widths
from tui.widgets.lines.together_line import fitted

ITEM = "Tuyên bố lý do, giới thiệu đại biểu"
LINE = "⇄ 2 máy đang nối · số liệu khác nhau từ 05:28 · mất tin LAPTOP-MC từ 05:19"


@pytest.mark.parametrize("width", range(10, 90))
def test_of_several_laptops_whole_parts_are_said_and_of_one_sentence_whole_words(width: int) -> None:
    parts, told = LINE.split(" · "), fitted(LINE, width).split(" · ")
    assert Content(fitted(LINE, width)).cell_length <= width
    assert told == parts[: len(told)] or parts[0].startswith(f"{told[0].removesuffix('…')} ")


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_a_villages_name_is_whole_and_all_rows_end_where_their_heading_does(
    session: Session, width: int
) -> None:
    counts = replace(village_counts(session.state, session.now()), phase="running", position=1, items=8)
    names = ["Khả Tân", "Thôn Phú Lễ Thượng 22"]
    to = widths(names, width)
    seen = Seen(replace(counts, item=ITEM), datetime.now(UTC))
    for name in names:
        told = row_text(VillageRow(name, name, "running", seen), to, is_marked=True)
        assert f" {name} " in told
        assert Content(told).cell_length == Content(heading(to)).cell_length < width
        words = told.partition("1/8 ")[2].partition("…" if "…" in told else "  ")[0]
        assert f"{ITEM} ".startswith(f"{words} ")
