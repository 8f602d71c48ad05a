"""Hamlets that look like a slip of the pen are named, once each; those that are two are left in peace."""

import pytest

from data.text.places.places_alike import Alike, places_alike


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("Nà Pán", "Nà Pản"),
        ("Xóm Đồng", "Xóm Đông"),
        ("Xóm Thuơng", "Xóm Thượng"),
        ("Bản Nà Pàn", "Bản Nà Pản"),
        ("Xóm Tháng", "Xóm Thắng"),
        ("Xóm Thắg", "Xóm Thắng"),
        ("Xóm Thắnng", "Xóm Thắng"),
        ("Xóm Tahnh", "Xóm Thanh"),
    ],
)
def test_a_rarer_spelling_nearly_like_another_is_named(rare: str, common: str) -> None:
    assert places_alike({rare: 3, common: 28}, {}) == [Alike(rare, common, 28)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xóm 1", "Xóm 2"),
        ("Xóm 1A", "Xóm 1B"),
        ("Xóm 11", "Xóm 1"),
        ("Thôn Đông I", "Thôn Đông II"),
        ("Tổ 3", "Đội 3"),
        ("Xóm A", "Xóm B"),
        ("Xóm Đông", "Xóm Đoài"),
        ("Thôn Nội", "Thôn Ngoại"),
        ("Xóm Thượng 1", "Xóm Thượng 2"),
    ],
)
def test_two_hamlets_are_two(one: str, other: str) -> None:
    assert places_alike({one: 3, other: 28}, {}) == []


def test_marks_alone_are_always_named_a_letter_only_where_one_is_rare() -> None:
    assert places_alike({"Xóm Đông": 20, "Xóm Đồng": 25}, {}) == [Alike("Xóm Đông", "Xóm Đồng", 25)]
    assert places_alike({"Xóm Trong": 20, "Xóm Trung": 25}, {}) == []
    assert places_alike({"Xóm Trong": 2, "Xóm Trung": 25}, {}) == [Alike("Xóm Trong", "Xóm Trung", 25)]


def test_several_slips_of_one_hamlet_are_all_named_beside_it() -> None:
    counted = {"Nà Pán": 3, "Nà Pản": 28, "Nà Pàn": 2}
    assert places_alike(counted, {}) == [Alike("Nà Pán", "Nà Pản", 28), Alike("Nà Pàn", "Nà Pản", 28)]


def test_what_the_event_has_is_right_however_rare() -> None:
    assert places_alike({"Nà Pản": 28}, {"Nà Pán": 1}) == [Alike("Nà Pản", "Nà Pán", 1)]
    assert places_alike({"Nà Pản": 28, "Nà Pán": 3}, {"Nà Pán": 3, "Nà Pản": 28}) == []


def test_a_column_of_many_different_texts_is_left_in_peace() -> None:
    assert places_alike({f"Xóm {chr(97 + n % 26)}{'o' * (n // 26 + 3)}": 1 for n in range(501)}, {}) == []
