from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageDraw

from data import language
from data.model.event import Event
from data.plans.load import load_plan
from tests.data.documents.cards.samples import an_event


@pytest.fixture(autouse=True)
def english(vietnamese: None) -> None:
    """The source strings, whatever the catalogues say."""
    language.choose("en")


@pytest.fixture
def event() -> Event:
    return replace(an_event(date(2022, 6, 5)), backdrop=load_plan("ke-hoach-2022").backdrop)


@pytest.fixture
def emblem(tmp_path: Path) -> Path:
    """A blue disc on nothing."""
    picture = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((0, 0, 299, 299), fill=(0, 0, 255))
    path = tmp_path / "bieu-trung.png"
    picture.save(path)
    return path
