import json
from pathlib import Path

import pytest
import typer
from PIL import Image

from data.scanning.codes import payload
from data.session.session import Session
from tests.data.scanning.camera.film import film
from tui.command_line.run import scan


def test_films_and_pictures_are_scanned_in_order_and_a_broken_file_stops_none_of_them(
    event_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Session(event_folder, "read") as session:
        cards = [payload(session.state.guests[number].code) for number in (1, 2)]
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8 no picture")
    (tmp_path / "broken.mp4").write_bytes(b"no film")
    Image.new("L", (200, 200), 255).save(tmp_path / "empty.png")
    door = film(tmp_path / "door.avi", [(0.4, cards[:1]), (0.2, []), (0.4, cards[1:])])
    with pytest.raises(typer.Exit) as left:
        scan(event_folder, [tmp_path / "broken.jpg", tmp_path / "broken.mp4", tmp_path / "empty.png", door])
    assert left.value.exit_code == 1
    said = capsys.readouterr()
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert [answer["status"] for answer in answers] == ["misread", "admitted", "admitted"]
    assert [line for name in ("broken.jpg", "broken.mp4") for line in said.err.splitlines() if name in line]
    with Session(event_folder, "read") as session:
        channels = [entry.what.channel for entry in session.state.entries[-3:]]  # type: ignore[union-attr]
    assert channels == ["image", "camera", "camera"]
