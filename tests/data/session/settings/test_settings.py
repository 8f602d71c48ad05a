from pathlib import Path

from data.session.laptop.settings import SETTINGS_NAME, Settings, load_settings, save_settings


def test_what_was_chosen_is_found_again(own_home: Path) -> None:
    assert load_settings() == Settings()
    assert save_settings(Settings(duty="Mai", sound=False))
    assert load_settings() == Settings(duty="Mai", sound=False)


def test_a_spoilt_file_means_the_defaults_and_stops_nobody(own_home: Path) -> None:
    (own_home / SETTINGS_NAME).write_bytes(b"{]")
    assert load_settings() == Settings()
    assert save_settings(Settings(duty="Lan"))
    assert load_settings().duty == "Lan"


def test_a_home_that_cannot_be_written_is_told(own_home: Path) -> None:
    (own_home / SETTINGS_NAME).mkdir()
    assert not save_settings(Settings(duty="Mai"))
