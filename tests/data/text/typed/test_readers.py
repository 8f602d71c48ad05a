"""What people write is read as they mean it; what means nothing is not guessed at."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text.typed.book_list import Books, NoSuchCount, read_books
from data.text.typed.days import read_day
from data.text.typed.hours import read_hour
from data.text.typed.numbers.amount import MOST as MOST_PIECES
from data.text.typed.numbers.amount import figures, read_amount
from data.text.typed.numbers.money import MOST, money_figures, money_words, read_money, read_number_words
from data.text.typed.numbers.number_ranges import NotUnderstood, read_ranges
from data.text.typed.numbers.number_words import number_words

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("12h00", "12:00"),
        ("12h", "12:00"),
        ("12:00", "12:00"),
        ("12 giờ 30", "12:30"),
        ("12 gio 30", "12:30"),
        ("7h15p", "07:15"),
        ("7H15", "07:15"),
        ("13.30", "13:30"),
        ("7 giờ 15 phút", "07:15"),
        ("7 giờ rưỡi", "07:30"),
        ("8 giờ kém 15", "07:45"),
        ("1 giờ chiều", "13:00"),
        ("8h sáng", "08:00"),
        ("12 giờ đêm", "00:00"),
        ("8", "08:00"),
        ("lúc 13h30", "13:30"),
        ("7g42", "07:42"),
    ],
)
def test_hours(text: str, hour: str) -> None:
    assert read_hour(text) == hour


@pytest.mark.parametrize(
    "text", ["", "25h", "12:60", "742", "7:5", "7.5", "@", "sau cơm trưa", "13h sáng", "-8h"]
)
def test_what_is_no_hour_is_none(text: str) -> None:
    assert read_hour(text) is None


@given(st.times(), st.sampled_from([":", ".", "h", " h ", "g", " giờ "]))
def test_every_minute_of_the_day_is_read_with_every_sign(time: object, sign: str) -> None:
    hours, minutes = f"{time:%H}", f"{time:%M}"
    assert read_hour(f"{hours}{sign}{minutes}") == f"{hours}:{minutes}"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("26/11", date(2026, 11, 26)),
        ("30/11", date(2026, 11, 30)),
        ("1/10", date(2026, 10, 1)),
        ("15/6", date(2027, 6, 15)),
        ("29/2", date(2028, 2, 29)),
        ("26-11-2026", date(2026, 11, 26)),
        ("26.11.26", date(2026, 11, 26)),
        ("ngày 26 tháng 11", date(2026, 11, 26)),
        ("ngay 26 thang 11 nam 2026", date(2026, 11, 26)),
        ("thứ Năm, ngày 26/11/2026", date(2026, 11, 26)),
        ("2026-11-26", date(2026, 11, 26)),
        ("hôm nay", TODAY),
        ("Today", TODAY),
        ("ngày mai", date(2026, 11, 27)),
        ("hôm qua", date(2026, 11, 25)),
    ],
)
def test_days(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "31/2", "26/13", "2026", "26", "mai", "1/2/3/4", "31/06/2022"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, TODAY) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    forms = (f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", f"{day:%d.%m.%y}", day.isoformat())
    words = f"ngày {day.day:02} tháng {day.month} năm {day.year}"
    assert {read_day(form, TODAY) for form in (*forms, words)} == {day}


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.integers(-60, 300))
def test_a_day_without_its_year_is_the_nearest_to_come_or_lately_past(today: date, away: int) -> None:
    day = today + timedelta(days=away)
    assert read_day(f"{day.day}/{day.month}", today) == day


def test_numbers_and_ranges_in_their_order() -> None:
    assert read_ranges("3, 7 12-20; 5 – 8 từ 9 đến 10 007") == [
        range(3, 4),
        range(7, 8),
        range(12, 21),
        range(5, 9),
        range(9, 11),
        range(7, 8),
    ]
    assert read_ranges(" ") == []


@pytest.mark.parametrize(
    ("text", "word"), [("3 x", "x"), ("8-5", "8-5"), ("1--2", "1--2"), ("1234567", "1234567")]
)
def test_a_word_that_is_no_number_is_named(text: str, word: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_ranges(text)
    assert caught.value.word == word


@given(
    st.lists(st.tuples(st.integers(0, 999), st.integers(0, 99)), max_size=8),
    st.sampled_from([" ", ",", "; "]),
)
def test_ranges_come_back_as_they_were_written(pairs: list[tuple[int, int]], between: str) -> None:
    spans = [range(first, first + more + 1) for first, more in pairs]
    text = between.join(f"{one[0]}-{one[-1]}" for one in spans)
    assert read_ranges(text) == spans


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("5 triệu", 5_000_000),
        ("5 trieu dong", 5_000_000),
        ("3.500.000 đ", 3_500_000),
        ("3,500,000", 3_500_000),
        ("1,5 triệu", 1_500_000),
        ("1.5tr", 1_500_000),
        ("1.500 triệu", 1_500_000_000),
        ("500k", 500_000),
        ("2tr5", 2_500_000),
        ("1 triệu rưỡi", 1_500_000),
        ("2 triệu 500 nghìn", 2_500_000),
        ("năm triệu đồng", 5_000_000),
        ("ba triệu năm trăm nghìn đồng chẵn", 3_500_000),
        ("5.000.000 đồng (năm triệu đồng)", 5_000_000),
        ("10 triệu đồng./.", 10_000_000),
        ("12.000.000 VNĐ", 12_000_000),
    ],
)
def test_money(text: str, sum_: int) -> None:
    assert read_money(text) == sum_


@pytest.mark.parametrize(
    "text",
    ["", "0", "-5", "khoảng 5 triệu", "5.00.000", "5,5", "2tr50", "2 nghìn 3 triệu", "đồng", "chưa rõ", "1e6",
     "5.000.000 đồng (sáu triệu đồng)", "1000000000000000"],
)  # fmt: skip
def test_what_is_no_sum_is_none(text: str) -> None:
    assert read_money(text) is None


@given(st.integers(1, MOST - 1))
def test_every_sum_is_read_in_figures_and_in_words(number: int) -> None:
    forms = (str(number), money_figures(number), money_words(number), f"{number:,}đ")
    assert {read_money(form) for form in forms} == {number}
    assert read_number_words(number_words(number)) == number


@given(st.text(max_size=40))
def test_no_text_breaks_a_reader(text: str) -> None:
    read_hour(text)
    read_day(text, TODAY)
    found = read_money(text)
    assert found is None or 0 < found < MOST


def test_books_with_how_many_of_each() -> None:
    first = "Luật Đất đai 2024 (3 cuốn); Luật Cư trú x2"
    second = "1. Bộ luật Hình sự (2015); 4 cuốn Sổ tay; Hỏi đáp: 5 quyển"
    assert read_books(f"{first}\n{second}") == (
        Books("Luật Đất đai 2024", 3, "cuốn"),
        Books("Luật Cư trú", 2),
        Books("Bộ luật Hình sự (2015)"),
        Books("Sổ tay", 4, "cuốn"),
        Books("Hỏi đáp", 5, "quyển"),
    )


@pytest.mark.parametrize("text", ["Luật Cư trú x0", "Luật A; Luật B (100000 cuốn)"])
def test_a_number_of_books_that_cannot_be_is_named(text: str) -> None:
    with pytest.raises(NoSuchCount) as caught:
        read_books(text)
    assert caught.value.entry == text.split("; ")[-1]


TITLES = st.sampled_from(["Luật Đất đai 2024", "Bộ luật Hình sự (2015)", "Sổ tay 101 câu hỏi", "Luật"])


@given(
    st.lists(st.builds(Books, TITLES, st.integers(1, 999), st.sampled_from(["", "cuốn", "bộ"])), max_size=6)
)
def test_a_list_that_is_kept_is_read_back_as_it_was(books: list[Books]) -> None:
    assert list(read_books("; ".join(book.text for book in books))) == books


@pytest.mark.parametrize(
    ("text", "unit", "meant"),
    [
        ("3", "bó", (3, "bó")),
        ("ba", "bó", (3, "bó")),
        ("2.000", "cuốn", (2000, "cuốn")),
        ("5 thùng", "", (5, "thùng")),
        ("5 thùng", "thùng", (5, "thùng")),
        ("5 triệu", "", (5_000_000, "đồng")),
        ("5 triệu đồng", "đồng", (5_000_000, "đồng")),
        ("năm triệu", "", (5_000_000, "đồng")),
        ("5000000", "", (5_000_000, "đồng")),
        ("500k", "đồng", (500_000, "đồng")),
        ("5 triệu", "bó", None),
        ("5 thùng", "bộ", None),
        ("nhiều", "", None),
        ("0", "", None),
        ("-3", "bó", None),
        ("", "", None),
    ],
)
def test_amounts_are_pieces_or_money(text: str, unit: str, meant: tuple[int, str] | None) -> None:
    assert read_amount(text, unit) == meant


@given(st.integers(1, MOST_PIECES))
def test_every_number_of_pieces_is_read_from_figures_and_words(number: int) -> None:
    assert read_amount(str(number), "bó") == read_amount(number_words(number), "bó") == (number, "bó")


@given(st.integers(1, 10**12 - 1))
def test_every_sum_is_read_from_its_figures(number: int) -> None:
    assert read_amount(figures(number, "đồng"), "đồng") == (number, "đồng")
