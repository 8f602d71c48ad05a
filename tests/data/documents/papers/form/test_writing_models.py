"""What ``python -m data.documents.papers.models`` writes."""

import sys
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from data.documents.papers.models import __main__ as writing
from data.documents.papers.models.all import MODELS

NAME = "bien-ten.docx"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(writing, "MODELS", {NAME: MODELS[NAME]})
    monkeypatch.setattr(sys, "argv", ["models", str(tmp_path)])
    writing.main()
    return tmp_path


def pack_again(path: Path, *, without: str = "") -> bytes:
    """The same parts, packed on another day."""
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist() if name != without}
    with ZipFile(path, "w") as package:
        for name, part in parts.items():
            package.writestr(ZipInfo(name, (2001, 1, 1, 0, 0, 0)), part)
    return path.read_bytes()


def test_a_model_that_says_the_same_is_left_as_it_stands(folder: Path) -> None:
    before = pack_again(folder / NAME)
    writing.main()
    assert (folder / NAME).read_bytes() == before


def test_a_model_that_says_something_else_is_written(folder: Path) -> None:
    before = pack_again(folder / NAME, without="docProps/core.xml")
    writing.main()
    assert (folder / NAME).read_bytes() != before
    with ZipFile(folder / NAME) as package:
        assert "docProps/core.xml" in package.namelist()
