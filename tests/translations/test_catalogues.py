import pytest

from data.language import _, choose, ngettext
from tests.translations.check import faults
from tests.translations.marked import marked, marked_for_babel


def test_every_string_people_read_is_translated_into_vietnamese_and_compiled() -> None:
    assert faults() == []


@pytest.mark.thorough
def test_babel_finds_the_strings_that_the_check_finds() -> None:
    assert marked_for_babel() == marked()


def test_the_chosen_language_answers_and_english_is_the_source() -> None:
    choose("en")
    assert _("WELCOME") == "WELCOME"
    choose("vi")
    assert _("WELCOME") == "MỜI VÀO"


def test_what_is_counted_has_two_forms_in_english_and_one_in_vietnamese() -> None:
    def rows(count: int) -> str:
        return ngettext("{count} row is hidden", "{count} rows are hidden", count).format(count=count)

    choose("en")
    assert [rows(count) for count in (0, 1, 2)] == [
        "0 rows are hidden",
        "1 row is hidden",
        "2 rows are hidden",
    ]
    choose("vi")
    assert [rows(count) for count in (0, 1, 2)] == ["0 dòng bị ẩn", "1 dòng bị ẩn", "2 dòng bị ẩn"]
