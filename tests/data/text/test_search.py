"""A guest is found by what the door is told, before the sentence is finished."""

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.guest import Guest
from data.model.plan import Delegation
from data.scanning.codes import new_code
from data.text.search.search import GuestIndex

FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"]
MIDDLES = ["Văn", "Thị", "Đức", "Xuân", "Hữu", "Ngọc", "Minh", "Quang", "Thanh", "Kim"]
GIVENS = [
    "An",
    "Ân",
    "Ánh",
    "Bình",
    "Cường",
    "Dũng",
    "Đức",
    "Hà",
    "Hạnh",
    "Hòa",
    "Hoa",
    "Hương",
    "Khánh",
    "Lan",
    "Mai",
    "Nam",
    "Oanh",
    "Quý",
    "Tâm",
    "Thủy",
    "Yến",
]


def household(number: int, name: str, **facts: str | int | bool) -> Guest:
    base = Guest(
        number=number, kind="household", name=name, code=new_code("42", number), delegation="ho-gia-dinh"
    )
    return msgspec.structs.replace(base, **facts)


def delegate(number: int, name: str, delegation: str, title: str, organisation: str) -> Guest:
    base = household(number, name, title=title, organisation=organisation, delegation=delegation)
    return msgspec.structs.replace(base, kind="delegate")


def village(size: int) -> list[Guest]:
    chance = random.Random(7)
    return [
        household(
            number,
            f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVENS)}",
            hamlet=f"Xóm {chance.randint(1, 12)}",
            phone=f"0900{chance.randint(0, 999_999):06d}",
            nickname=chance.choice(("", "", f"Tư {chance.choice(GIVENS)}")),
        )
        for number in range(1, size + 1)
    ]


GUESTS = [
    household(1, "Nguyễn Văn Đức", hamlet="Xóm 3", phone="0900 000 123", birth_year=1965),
    household(2, "Nguyễn Văn Đức", hamlet="Xóm 5", phone="0900000456 / 0900000789", nickname="Tư Còi"),
    household(3, "Trần Thị An", hamlet="Xóm 1"),
    household(4, "Lê Xuân An", hamlet="Xóm 3"),
    household(34, "Phạm Thị Hoà", hamlet="Xóm 2"),
    household(35, "Phạm Thị Hòa", hamlet="Xóm 12"),
    household(36, "=1+1"),
    household(37, "[/b]"),
    household(38, "[VIP] Bích"),
    household(39, "Lý Văn Ty", hamlet="Đông"),
    delegate(101, "Hoàng Lan", "bao-dai", "Phóng viên", "Báo Thái Bình"),
    delegate(102, "Vũ Quang Long", "cong-an", "Phó Trưởng Công an huyện", "Công an huyện"),
]
DELEGATIONS = [
    Delegation(
        id="bao-dai", name="Phóng viên Báo Thái Bình, Đài truyền thanh huyện", short="Báo đài", rank=6
    ),
    Delegation(id="cong-an", name="Lãnh đạo Công an huyện", short="Công an huyện", rank=2),
]
INDEX = GuestIndex(GUESTS, DELEGATIONS)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("nguyễn văn đức", [1, 2]),
        ("duc nguyen", [1, 2]),
        ("ng du", [1, 2]),
        ("NVD", [1, 2]),
        ("an xom 3", [4]),
        ("xóm 3 an", [4]),
        ("an x3", [4]),
        ("ty xom dong", [39]),
        ("xom 1", [3]),
        ("hòa", [34, 35, 101]),
        ("hoà", [34, 35, 101]),
        ("hoa xom 12", [35]),
        ("123", [1]),
        ("000 123", [1]),
        ("0900000789", [2]),
        ("034", [34]),
        ("duc 1965", [1]),
        ("tư còi", [2]),
        ("=1+1", [36]),
        ("[/b]", [37]),
        ("[vip]", [38]),
        ("vip", [38]),
        ("báo thái bình", [101]),
        ("bao dai lan", [101]),
        ("pho truong", [102]),
        ("lanh dao", [102]),
    ],
)
def test_exactly_the_fitting_guests_are_found(query: str, found: list[int]) -> None:
    assert sorted(INDEX.find(query)) == found


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("34", 34),
        ("3", 3),
        ("an", 3),
        ("hoa", 34),
        ("long", 102),
        ("tran thi an", 3),
        ("nguyne van duc xom 5", 2),
        ("nguyen van dux xom 3", 1),
        ("trann thi an", 3),
        ("li van ty", 39),
        ("nguyenvanduc", 1),
        ("phamthihoa", 34),
        ("quagn long", 102),
    ],
)
def test_the_likeliest_guest_comes_first(query: str, first: int) -> None:
    assert INDEX.find(query)[0] == first


@pytest.mark.parametrize("query", ["an xom 5", "an x5", "xom 12 tran thi an"])
def test_a_guest_in_another_hamlet_than_said_is_offered_when_nobody_else_fits(query: str) -> None:
    assert 3 in INDEX.find(query)


def test_a_guest_with_another_year_of_birth_than_said_is_offered_when_nobody_else_fits() -> None:
    assert INDEX.find("duc 1965") == [1]
    assert sorted(INDEX.find("duc 1966")) == [1, 2]


def test_marks_that_were_typed_put_the_name_with_these_marks_first() -> None:
    index = GuestIndex(
        [household(1, "Lê Thị Hường"), household(2, "Lê Thị Hưởng"), household(3, "Lê Thị Hương")]
    )
    assert [index.find(typed)[0] for typed in ("hường", "hưởng", "hương", "Lê Thị Hưởng")] == [1, 2, 3, 2]
    assert sorted(index.find("hương")) == [1, 2, 3]


def test_misspelling_is_forgiven_only_when_nothing_fits_exactly() -> None:
    index = GuestIndex([household(1, "Lê Hưng"), household(2, "Lê Hùng"), household(3, "Lê Hung Hăng")])
    assert sorted(index.find("hung")) == [1, 2, 3]
    index.put(household(4, "Lê Hoàng"))
    assert index.find("hoang") == [4]
    assert index.find("hoag") == [4]


@pytest.mark.parametrize("query", ["", "   ", "zzzzzz", "99999999", "|||"])
def test_nothing_and_nonsense_find_nobody(query: str) -> None:
    assert INDEX.find(query) == []


def test_the_same_query_gives_names_in_vietnamese_order() -> None:
    index = GuestIndex([household(1, "Vũ Văn Hà"), household(2, "Bùi Văn Hà"), household(3, "Bùi An Hà")])
    assert index.find("ha") == [3, 2, 1]


def test_a_withdrawn_guest_comes_after_all_others() -> None:
    index = GuestIndex([household(1, "Bùi An", withdrawn=True), household(2, "Vũ Thị Ánh")])
    assert index.find("an") == [2, 1]


def test_a_guest_put_again_is_found_by_its_new_facts_only() -> None:
    index = GuestIndex(GUESTS, DELEGATIONS)
    index.put(household(1, "Đỗ Quỳnh Giao", hamlet="Xóm 9", phone="0900000999"))
    assert index.find("quynh giao") == index.find("999") == index.find("xom 9") == [1]
    assert index.find("duc") == [2]
    assert 1 not in index.find("xom 3")
    assert index.find("0123") == []


def test_no_more_than_the_limit_are_given() -> None:
    index = GuestIndex(village(500))
    assert len(index.find("n", limit=7)) == 7
    assert len(set(index.find("a", limit=50))) == 50


def test_the_best_are_not_lost_among_thousands() -> None:
    index = GuestIndex(
        [*village(5000), household(9001, "Nguyễn Nguyên"), household(9002, "Nguyễn Văn Vượng")]
    )
    assert index.find("nguyen")[0] == 9001
    assert index.find("nguyen van vuong")[0] == 9002
    assert index.find("9002")[0] == 9002


names = st.builds(" ".join, st.tuples(*map(st.sampled_from, (FAMILIES, MIDDLES, GIVENS))))
people = st.lists(st.tuples(names, st.integers(1, 15), st.integers(0, 999_999)), min_size=1, max_size=30)


@given(people, st.data())
def test_every_guest_is_found_by_each_thing_people_say(
    rows: list[tuple[str, int, int]], data: st.DataObject
) -> None:
    guests = [
        household(number, name, hamlet=f"Xóm {hamlet}", phone=f"0900{phone:06d}")
        for number, (name, hamlet, phone) in enumerate(rows, start=1)
    ]
    index = GuestIndex(guests)
    guest = data.draw(st.sampled_from(guests))
    words = guest.name.split()
    said = [
        " ".join(data.draw(st.permutations(words))),
        " ".join(word[: data.draw(st.integers(1, len(word)))] for word in words),
        "".join(word[0] for word in words).lower(),
        f"{words[-1]} {guest.hamlet}",
        guest.phone[-data.draw(st.integers(3, 10)) :],
        str(guest.number),
    ]
    for query in said:
        assert guest.number in index.find(query, limit=len(guests)), query


@given(st.lists(st.text(max_size=15), max_size=8), st.text(max_size=12), st.integers(0, 5))
def test_no_name_and_no_query_breaks_the_search(hostile: list[str], query: str, limit: int) -> None:
    index = GuestIndex(
        household(n, name, hamlet=name, phone=name, nickname=name) for n, name in enumerate(hostile, 1)
    )
    found = index.find(query, limit)
    assert len(found) == len(set(found)) <= limit
    assert set(found) <= set(range(1, len(hostile) + 1))


@given(st.lists(st.tuples(st.integers(1, 4), names), max_size=12), names)
def test_an_index_kept_up_to_date_answers_as_one_built_anew(puts: list[tuple[int, str]], query: str) -> None:
    kept = GuestIndex()
    for number, name in puts:
        kept.put(household(number, name))
    latest = dict(puts)
    anew = GuestIndex(household(number, name) for number, name in latest.items())
    for part in (query, query.split()[-1], query[:3]):
        assert kept.find(part) == anew.find(part)
