from data.language import _, choose
from tests.translations.check import faults


def test_every_string_people_read_is_translated_into_vietnamese_and_compiled() -> None:
    assert faults() == []


def test_the_chosen_language_answers_and_english_is_the_source() -> None:
    choose("en")
    assert _("WELCOME") == "WELCOME"
    choose("vi")
    assert _("WELCOME") == "MỜI VÀO"
