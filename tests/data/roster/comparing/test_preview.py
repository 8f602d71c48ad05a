"""What an import would do: added, changed, unchanged, refused; and a second time nothing."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.language import choose
from data.model.guest import Facts, Guest
from data.roster.comparing.preview import ImportPreview, preview
from data.roster.doubts import grouped
from data.roster.facts import RosterReading, RosterRow, SheetReading
from data.roster.report import as_json
from data.scanning.codes import CODE_DIGITS


def household(name: str, **facts: Any) -> Facts:
    return Facts(kind="household", name=name, delegation="ho-gia-dinh", **facts)


def delegate(name: str, **facts: Any) -> Facts:
    return Facts(kind="delegate", name=name, delegation=facts.pop("delegation", "mttq-xa"), **facts)


def a_list(*facts: Facts) -> RosterReading:
    rows = tuple(RosterRow("DS", number, f) for number, f in enumerate(facts, 3))
    return RosterReading("ds.xlsx", (SheetReading("DS", 2, (), len(rows)),), rows, ())


def imported(reading: RosterReading, existing: list[Guest]) -> list[Guest]:
    """The guests after an import, as the event would have them."""
    shown = preview(reading, existing)
    kept = {guest.number: guest for guest in existing}
    kept |= {g.number: g for g in shown.guests(max(kept, default=0) + 1, "17")}
    return list(kept.values())


def counts(shown: ImportPreview) -> tuple[int, int, int, int]:
    return len(shown.added), len(shown.changed), len(shown.unchanged), len(shown.refused)


DUNG = household("Nguyễn Văn Dũng", birth_year=1960, hamlet="Xóm 1", phone="0912345678", order=1)
HOA = household("Trần Thị Hòa", birth_year=1955, hamlet="Xóm 2", order=2)


def test_new_guests_are_numbered_in_the_order_of_the_list() -> None:
    guests = preview(a_list(HOA, DUNG), []).guests(7, "17")
    assert [(g.number, g.name) for g in guests] == [(7, HOA.name), (8, DUNG.name)]
    assert all(g.code.startswith(f"17{g.number:04d}") and len(g.code) == CODE_DIGITS for g in guests)
    assert (guests[1].phone, guests[1].birth_year, guests[1].order) == ("0912345678", 1960, 1)


def test_a_second_import_changes_nothing() -> None:
    guests = imported(a_list(DUNG, HOA), [])
    shown = preview(a_list(DUNG, HOA), guests)
    assert counts(shown) == (0, 0, 2, 0)
    assert shown.guests(3, "17") == []


def test_a_corrected_phone_changes_the_guest_and_keeps_number_and_code() -> None:
    before = imported(a_list(DUNG, HOA), [])
    shown = preview(a_list(replace(DUNG, phone="0999999999"), HOA), before)
    assert counts(shown) == (0, 1, 1, 0)
    assert shown.changed[0].fields == ("phone",)
    assert shown.guests(3, "17") == [replace(before[0], phone="0999999999")]


def test_marks_of_the_day_stay() -> None:
    before = [replace(g, walk_in=True, withdrawn=True) for g in imported(a_list(DUNG), [])]
    shown = preview(a_list(replace(DUNG, note="ốm")), before)
    assert shown.changed[0].after == replace(before[0], note="ốm")
    assert len(shown.warnings) == 1


def test_what_a_list_leaves_empty_is_not_erased() -> None:
    before = imported(a_list(DUNG), [])
    assert counts(preview(a_list(replace(DUNG, phone="", order=None)), before)) == (0, 0, 1, 0)


def test_spelling_of_tones_and_case_is_no_other_guest() -> None:
    before = imported(a_list(HOA), [])
    shown = preview(a_list(replace(HOA, name="TRẦN THỊ HOÀ", hamlet="xóm 2")), before)
    assert counts(shown) == (0, 1, 0, 0)
    assert shown.changed[0].fields == ("name",)


@pytest.mark.parametrize(
    ("facts", "same"),
    [
        (replace(DUNG, birth_year=None), True),
        (replace(DUNG, birth_year=None, hamlet=""), True),
        (replace(DUNG, birth_year=None, hamlet="Xóm 9"), True),
        (replace(DUNG, birth_year=None, hamlet="Xóm 9", phone=""), False),
        (replace(DUNG, birth_year=1961), False),
        (replace(DUNG, hamlet="Xóm 9"), False),
        (replace(DUNG, name="Nguyễn Văn Dung Em"), False),
        (replace(DUNG, kind="delegate", delegation="mttq-xa"), False),
    ],
)
def test_who_is_the_same_guest(facts: Facts, same: bool) -> None:
    shown = preview(a_list(facts), imported(a_list(DUNG), []))
    assert (len(shown.added) == 0) == same
    if same:
        assert preview(a_list(DUNG), imported(a_list(facts), [])).added == []


def test_a_corrected_year_is_a_new_guest_with_a_warning() -> None:
    shown = preview(a_list(replace(DUNG, birth_year=1961)), imported(a_list(DUNG), []))
    assert counts(shown) == (1, 0, 0, 0)
    assert "1" in shown.warnings[0].sentence


def test_a_row_that_repeats_another_is_refused_and_names_it() -> None:
    shown = preview(a_list(DUNG, HOA, replace(DUNG, order=3, note="lại")), [])
    assert counts(shown) == (2, 0, 0, 1)
    assert (shown.refused[0].row, "3" in shown.refused[0].sentence) == (5, True)


@pytest.mark.parametrize("other", [{"phone": "0900000000"}, {"nickname": "Dũng Còi"}])
def test_namesakes_that_can_be_told_apart_are_both_kept(other: dict[str, str]) -> None:
    rows = a_list(DUNG, replace(DUNG, order=2, **other))
    shown = preview(rows, [])
    assert counts(shown) == (2, 0, 0, 0)
    assert [problem.row for problem in shown.warnings] == [4]
    guests = imported(rows, [])
    assert counts(preview(rows, guests)) == (0, 0, 2, 0)
    corrected = a_list(replace(DUNG, note="x"), replace(DUNG, order=2, **other))
    assert [c.number for c in preview(corrected, guests).changed] == [1]


def test_a_doubt_counts_in_words_and_names_the_row_that_a_row_looks_like() -> None:
    choose("en")
    other, third = (replace(DUNG, phone=f"090000000{number}") for number in (1, 2))
    one, two = (
        grouped(preview(a_list(*rows), []).warnings) for rows in ((DUNG, other), (DUNG, other, third))
    )
    assert [group.summary() for group in one] == ["1 name stands twice: row 4, as row 3"]
    assert [group.summary() for group in two] == ["2 names stand twice: rows 4 (as 3), 5 (as 3)"]


def test_delegates_of_one_name_from_two_offices_are_both_kept() -> None:
    rows = a_list(delegate("Lê Hà", organisation="MTTQ xã"), delegate("Lê Hà", organisation="Hội Phụ nữ xã"))
    assert counts(preview(rows, [])) == (2, 0, 0, 0)
    assert counts(preview(rows, imported(rows, []))) == (0, 0, 2, 0)


def test_the_json_says_it_all() -> None:
    guests = imported(a_list(DUNG, HOA), [])
    shown = preview(
        a_list(replace(DUNG, phone="0999999999"), HOA, household("Mới"), household("Mới")), guests
    )
    told = json.loads(json.dumps(as_json(shown)))
    assert told["counts"] == {"added": 1, "changed": 1, "unchanged": 1, "refused": 1, "warnings": 0}
    assert told["added"][0]["name"] == "Mới"
    assert told["changed"][0]["before"] == {"phone": "0912345678"}
    assert told["changed"][0]["after"] == {"phone": "0999999999"}
    assert told["unchanged"] == [2]
    assert (told["refused"][0]["sheet"], told["refused"][0]["row"]) == ("DS", 6)
    assert told["sheets"][0]["header_row"] == 2


FEW = st.builds(
    Facts,
    kind=st.just("household"),
    delegation=st.just("ho-gia-dinh"),
    name=st.sampled_from(["An", "Ân", "AN", "Bình", "=1+1", "[/b]"]),
    birth_year=st.sampled_from([None, 1960, 1961]),
    hamlet=st.sampled_from(["", "Xóm 1", "xóm 1", "Xóm 2"]),
    phone=st.sampled_from(["", "0912345678", "0987654321", "0912345678; 0987654321"]),
    nickname=st.sampled_from(["", "Tèo"]),
    order=st.none() | st.integers(1, 3),
)
NAMESAKES = FEW.map(lambda facts: replace(facts, name="An"))
LISTS = st.lists(FEW, max_size=12)


@given(LISTS)
def test_import_twice_changes_nothing(facts: list[Facts]) -> None:
    reading = a_list(*facts)
    guests = imported(reading, [])
    again = preview(reading, guests)
    assert (again.added, again.changed) == ([], [])
    assert sorted(again.unchanged) == [guest.number for guest in guests]


@given(LISTS, LISTS)
def test_a_list_after_another_settles_at_once(first: list[Facts], second: list[Facts]) -> None:
    guests = imported(a_list(*first), [])
    shown = preview(a_list(*second), guests)
    assert len(shown.added) + len(shown.changed) + len(shown.unchanged) + len(shown.refused) == len(second)
    touched = [change.number for change in shown.changed] + shown.unchanged
    assert len(set(touched)) == len(touched)
    after = imported(a_list(*second), guests)
    again = preview(a_list(*second), after)
    assert (again.added, again.changed) == ([], [])


AN = household("An")


@example(
    [AN, AN, replace(AN, nickname="Tèo", phone="0912345678"), replace(AN, hamlet="Xóm 1", nickname="Tèo")],
    [AN, replace(AN, hamlet="Xóm 1"), replace(AN, hamlet="Xóm 1", phone="0912345678")],
)
@given(st.lists(NAMESAKES, max_size=8), st.lists(NAMESAKES, max_size=8))
def test_namesakes_settle_at_once_too(first: list[Facts], second: list[Facts]) -> None:
    guests = imported(a_list(*first), [])
    after = imported(a_list(*second), guests)
    again = preview(a_list(*second), after)
    assert (again.added, again.changed) == ([], [])
