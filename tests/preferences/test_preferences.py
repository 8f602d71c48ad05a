from pathlib import Path

from data.preferences import FILE_NAME, prefer, preference


def test_what_was_chosen_is_known_again_and_the_rest_is_as_it_was() -> None:
    prefer("camera", 2)
    prefer("sound", False)
    assert preference("camera", 0) == 2
    assert preference("sound", True) is False
    assert preference("colour", "red") == "red"


def test_a_spoilt_file_or_another_kind_of_value_counts_as_never_chosen(own_home: Path) -> None:
    for spoilt in ("", "[1]", '{"camera": "two"}', "\0"):
        (own_home / FILE_NAME).write_text(spoilt)
        assert preference("camera", 0) == 0
    prefer("camera", 1)
    assert preference("camera", 0) == 1


def test_a_home_that_cannot_be_written_only_forgets(own_home: Path) -> None:
    own_home.rmdir()
    own_home.write_text("a file where the folder should be")
    prefer("camera", 2)
    assert preference("camera", 0) == 0
