"""Paths as people give them, with the addresses that file managers copy."""

from pathlib import Path

import pytest

from data.files.typed_path import of_address, typed_path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("file:///C:/Users/Mai/%E1%BA%A2nh%20l%E1%BB%85.jpg", "C:/Users/Mai/Ảnh lễ.jpg"),
        ("file://may-xa/anh/le.jpg", "//may-xa/anh/le.jpg"),
        ("file://localhost/D:/le.jpg", "D:/le.jpg"),
    ],
)
def test_an_address_on_windows_has_drives_and_shares(address: str, path: str) -> None:
    assert of_address(address, windows=True) == path


@pytest.mark.parametrize("address", ["file:///home/mai/l%E1%BB%85.jpg", "file://localhost/home/mai/lễ.jpg"])
def test_an_address_elsewhere_is_the_path_behind_it(address: str) -> None:
    assert of_address(address, windows=False) == "/home/mai/lễ.jpg"


def test_quotes_of_every_shell_are_taken_off(tmp_path: Path) -> None:
    picture = tmp_path / "Ảnh lễ.jpg"
    picture.touch()
    for given in (f"'{picture}'", f' "{picture}" ', f"& '{picture}'", str(picture), picture.as_uri()):
        assert typed_path(given) == picture
