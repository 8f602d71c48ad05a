import io
import os
import re
from pathlib import Path

import pytest
from PIL import Image

from data.documents.banner.files import backdrop_pdf, write_backdrop, write_whole
from data.errors import CeremonyError
from data.model.event import Event


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty folder."""
    (tmp_path / "place").mkdir()
    return tmp_path / "place"


def page_cm(path: Path) -> list[float]:
    """Width and height of the one page of a PDF, in centimetres."""
    (box,) = re.findall(rb"/MediaBox \[([^]]*)\]", path.read_bytes())
    left, bottom, right, top = map(float, box.split())
    return [(right - left) / 72 * 2.54, (top - bottom) / 72 * 2.54]


def picture_in(path: Path) -> Image.Image:
    content = path.read_bytes()
    start = content.index(b"\xff\xd8")
    with Image.open(io.BytesIO(content[start:])) as picture:
        picture.load()
        return picture


def test_both_files_go_to_the_papers(event: Event, tmp_path: Path, emblem: Path) -> None:
    folder = tmp_path / "event"
    written = write_backdrop(event, None, folder, emblem, (40, 22.5))
    assert written == [folder / "papers" / "tit-chu.png", folder / "papers" / "tit-chu.pdf"]
    assert sorted(path.name for path in (folder / "papers").iterdir()) == ["tit-chu.pdf", "tit-chu.png"]
    with Image.open(written[0]) as picture:
        assert picture.size == (3840, 2160)
    assert page_cm(written[1]) == pytest.approx([40, 22.5], abs=0.01)


@pytest.mark.parametrize("name", ["x.png", "x.PDF"])
def test_out_names_the_one_file(name: str, event: Event, tmp_path: Path) -> None:
    out = tmp_path / "elsewhere" / name
    assert write_backdrop(event, out, tmp_path, size_cm=(20, 10)) == [out]
    assert [path.name for path in out.parent.iterdir()] == [name]
    assert not (tmp_path / "papers").exists()


@pytest.mark.parametrize("name", ["x", "x.jpg", ".png"])
def test_another_kind_of_file_is_refused(name: str, event: Event, place: Path) -> None:
    with pytest.raises(CeremonyError, match=r"as \.png or \.pdf"):
        write_backdrop(event, place / name, place)
    assert list(place.iterdir()) == []


@pytest.mark.quick_once()
@pytest.mark.parametrize(("width", "height"), [(400, 225), (500, 100), (29.7, 21), (101.3, 77.7)])
def test_the_page_has_the_size_that_was_asked_for(
    width: float, height: float, event: Event, place: Path
) -> None:
    out = place / "x.pdf"
    out.write_bytes(backdrop_pdf(event, (width, height)))
    assert page_cm(out) == pytest.approx([width, height], abs=0.01)
    size = picture_in(out).size
    assert max(size) == min(8000, round(width / 2.54 * 200))
    assert size[0] / size[1] == pytest.approx(width / height, rel=0.002)


@pytest.mark.parametrize("size", [(600, 300), (9, 9), (400, 40), (0, 0), (-100, 50), (float("nan"), 90)])
def test_a_size_that_no_page_can_have_is_refused(
    size: tuple[float, float], event: Event, place: Path
) -> None:
    with pytest.raises(CeremonyError, match="200 %"):
        backdrop_pdf(event, size)
    assert list(place.iterdir()) == []


def test_a_bad_emblem_leaves_no_file(event: Event, place: Path) -> None:
    with pytest.raises(CeremonyError, match="no picture"):
        write_backdrop(event, None, place, place / "missing.png")
    assert list(place.iterdir()) == []


def test_a_full_disk_leaves_the_old_file_and_no_half_one(
    event: Event, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = place / "x.png"
    out.write_bytes(b"old")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CeremonyError, match="No space left"):
        write_backdrop(event, out, place)
    assert [(path.name, path.read_bytes()) for path in place.iterdir()] == [("x.png", b"old")]


def test_a_folder_that_cannot_be_made_is_refused(place: Path) -> None:
    (place / "papers").write_text("a file")
    with pytest.raises(CeremonyError, match="cannot be written"):
        write_whole(place / "papers" / "x.pdf", b"")
