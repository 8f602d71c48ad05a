"""A day that was played, and the language of the workbook."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data import language
from data.session.session import Session
from tests.data.export.played import play


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    language.choose("en")
    yield
    language.choose("vi")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with play(tmp_path / "kha-tan") as played:
        yield played
