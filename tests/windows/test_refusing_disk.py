"""Every verb that writes, on a disk that refuses as Windows does."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest

from data.archive.verification import verify_event
from data.errors import CeremonyError
from data.files import disk
from data.ledger.lock import PASSING_NAMES
from data.session.folders.home import HOME_VARIABLE
from tests.windows.disk_double import DiskDouble
from tests.windows.verbs import VERBS, Place, make_place

ADVICE_ON_ROOM = "dung lượng"
"""No refusal here is for want of room, so none may send people looking for it."""


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What every test gets a copy of, made once."""
    folder = tmp_path_factory.mktemp("master") / "Documents"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(folder))
        make_place(folder)
    return folder


@pytest.fixture
def place(master: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    folder = tmp_path / "Documents"
    copytree(master, folder)
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return Place(folder / "kha-tan", folder / "beside")


@pytest.fixture
def double(place: Place, monkeypatch: pytest.MonkeyPatch) -> Iterator[DiskDouble]:
    monkeypatch.setattr(disk, "sleep", lambda _seconds: None)
    with monkeypatch.context() as patch:
        yield DiskDouble(place.all, patch)


def whole(place: Place) -> list[str]:
    """What is unfinished, empty or broken in the place."""
    found = []
    for path in place.all.rglob("*"):
        if path.is_file() and path.name not in PASSING_NAMES:
            if path.name.endswith((".tmp", ".part", ".new")) or path.stat().st_size == 0:
                found.append(str(path.relative_to(place.all)))
            elif path.suffix in (".xlsx", ".docx", ".zip"):
                with ZipFile(path) as archive:
                    assert archive.testzip() is None
    return found


@pytest.mark.quick_once("verb")
@pytest.mark.parametrize("number", [5, 32, 33, 3, 21, 123, 206])
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_that_is_refused_says_so_leaves_nothing_and_goes_well_afterwards(
    place: Place, double: DiskDouble, verb: str, number: int
) -> None:
    if verb in ("scan", "import") and number in (123, 206):
        pytest.skip("makes no name")
    double.refuse(number)
    with pytest.raises(CeremonyError) as refusal:
        VERBS[verb](place)
    double.relent()
    assert double.refused
    sentence = refusal.value.sentence
    assert ADVICE_ON_ROOM not in sentence
    assert sentence[-1] in ".!?" and "Errno" not in sentence and "WinError" not in sentence
    assert verify_event(place.event).is_sound
    VERBS[verb](place)
    assert verify_event(place.event).is_sound
    assert whole(place) == []


@pytest.mark.quick_once("verb")
@pytest.mark.parametrize("number", [5, 32, 33])
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_that_is_refused_for_a_moment_goes_well_by_itself(
    place: Place, double: DiskDouble, verb: str, number: int
) -> None:
    double.refuse(number, times=3)
    VERBS[verb](place)
    double.relent()
    assert double.refused == 3
    assert verify_event(place.event).is_sound
    assert whole(place) == []
