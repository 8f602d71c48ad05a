"""Braces are filled with what the event knows; what it does not know stays visible as a gap."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.event import Event
from data.model.plan import Blank
from data.plans.placeholders import EVENT_FACTS, GAP, LIVE_FACTS, Piece, date_words, event_facts, fill, filled
from tests.conftest import planned_event

IDS = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)
WORDS = st.text(st.characters(exclude_characters="{}…", exclude_categories=["Cs"]), max_size=12)


@pytest.fixture
def event() -> Event:
    return planned_event("e", "07", date(2022, 6, 5))


def test_an_event_knows_every_fact_that_plans_may_ask_for(event: Event) -> None:
    facts = event_facts(event)
    assert set(facts) == EVENT_FACTS | {blank.id for blank in event.blanks}
    assert not LIVE_FACTS & set(facts)


def test_the_backdrop_of_a_real_event_reads_as_the_plan_draws_it(event: Event) -> None:
    facts = event_facts(event)
    assert [filled(line.text, facts) for line in event.backdrop] == [
        "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ DUYÊN HẢI",
        "HỘI NGHỊ",
        "THÀNH LẬP MÔ HÌNH",
        "“KHU DÂN CƯ AN TOÀN VỀ AN NINH TRẬT TỰ”",
        "Duyên Hải, ngày 05 tháng 6 năm 2022",
    ]


def test_the_mcs_first_line_with_live_facts_and_an_unnumbered_plan(event: Event) -> None:
    item = event.item("gioi-thieu")
    assert item
    pieces = fill(
        item.line,
        event_facts(event)
        | {
            "greeting": "Kính thưa toàn thể quý vị đại biểu và bà con!",
            "present": "ông Trần Văn Long",
            "households_present": "86",
        },
    )
    said = "".join(piece.text for piece in pieces)
    assert said.startswith(
        "Kính thưa toàn thể quý vị đại biểu và bà con! Thực hiện Kế hoạch số …/KH-MTTQ-BTT, hôm nay Ủy "
        "ban MTTQ Việt Nam xã Duyên Hải tổ chức "
        "Hội nghị thành lập mô hình “Khu dân cư an toàn về an ninh trật tự”."
    )
    assert said.endswith("giới thiệu: ông Trần Văn Long; cùng đại diện 86 hộ gia đình tiêu biểu.")
    assert [piece.field for piece in pieces if piece.is_gap] == ["plan_number"]


def test_a_blank_that_was_filled_in_is_said(event: Event) -> None:
    told = msgspec.structs.replace(
        event, blanks=(Blank(id="talk_speaker", label="l", why="w", value="ông An"),)
    )
    assert filled("kính mời {talk_speaker} trao đổi", event_facts(told)) == "kính mời ông An trao đổi"


def test_an_unknown_date_is_a_gap(event: Event) -> None:
    undated = msgspec.structs.replace(event, date=None)
    assert fill("{date}", event_facts(undated)) == [Piece("ngày … tháng … năm …", True, "date")]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2022, 6, 5), "ngày 05 tháng 6 năm 2022"),
        (date(2022, 2, 28), "ngày 28 tháng 02 năm 2022"),
        (date(2023, 1, 1), "ngày 01 tháng 01 năm 2023"),
        (date(2022, 10, 10), "ngày 10 tháng 10 năm 2022"),
    ],
)
def test_days_below_ten_and_months_one_and_two_take_a_zero(day: date, words: str) -> None:
    assert date_words(day) == words


@pytest.mark.parametrize(
    ("place", "name"), [("thị trấn Hưng Nhân", "Hưng Nhân"), ("Tổ 5", "Tổ 5"), ("khu phố", "khu phố")]
)
def test_a_places_name_is_what_follows_its_level(event: Event, place: str, name: str) -> None:
    site = msgspec.structs.replace(event.site, commune=place)
    assert event_facts(msgspec.structs.replace(event, site=site))["commune_name"] == name


def test_a_missing_and_an_empty_fact_are_gaps_with_their_id() -> None:
    assert fill("a {x}{y} b", {"x": " "}) == [
        Piece("a "),
        Piece(GAP, True, "x"),
        Piece(GAP, True, "y"),
        Piece(" b"),
    ]


@given(st.dictionaries(IDS, WORDS), IDS)
def test_braces_in_a_fact_are_only_text(facts: dict[str, str], name: str) -> None:
    hostile = facts | {name: "{" + name + "}"}
    assert filled("{" + name + "}", hostile) == "{" + name + "}"


@given(st.lists(st.tuples(WORDS, IDS)), st.dictionaries(IDS, WORDS))
def test_a_gap_shows_exactly_where_a_fact_is_not_known(
    parts: list[tuple[str, str]], facts: dict[str, str]
) -> None:
    template = "".join(f"{words}{{{name}}}" for words, name in parts)
    shown = [piece for piece in fill(template, facts) if piece.field]
    assert [piece.field for piece in shown] == [name for _words, name in parts]
    assert all(piece.is_gap == (not facts.get(piece.field, "").strip()) for piece in shown)
    assert "".join(p.text for p in fill(template, facts) if not p.field) == "".join(w for w, _n in parts)
