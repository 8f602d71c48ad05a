"""A bad morning at scanner speed, on every screen: every answer is the right one and nothing is lost."""

from pathlib import Path
from random import Random

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals of this kind")

from data.scanning.codes import payload
from tests.data.scanning.camera.film import film
from tests.terminal.mixture import Mixture
from tests.terminal.morning import ESCAPE, F6, F7, F9, PLACES, TAB, morning, recorded, state
from tests.terminal.program import Program


@pytest.mark.quick_once()
@pytest.mark.parametrize("scans", [24, 500])
def test_scans_on_every_screen_are_answered_rightly_and_none_is_lost(
    program: Program, sample: Path, scans: int
) -> None:
    guests = len(state(sample).guests)
    for place, expected, got in morning(program, sample, scans // len(PLACES) + 1, Random()):
        assert got == expected, place
    after = state(sample)
    assert after.agenda_progress.runs == {}
    assert after.handovers.by_id == {}
    assert len(after.guests) == guests


def test_scans_are_answered_while_the_window_changes_an_export_runs_and_a_film_is_watched(
    program: Program, sample: Path, tmp_path: Path
) -> None:
    before = state(sample)
    filmed = list(before.guests)[-2:]
    codes = [payload(before.guests[number].code) for number in filmed]
    file = film(tmp_path / "film.avi", [(1.0, codes[:1]), (0.5, []), (1.0, codes[1:])] * 2)
    program.send(F9)
    assert program.shows("File or folder"), program.text
    program.press(TAB, f"\x1b[200~{file}\x1b[201~", "\r")
    assert program.shows("film.avi"), program.text
    program.send(ESCAPE)
    assert program.until(lambda: "File or folder" not in program.text), program.text
    mixture = Mixture(before, Random(), [])
    for scan in mixture.scans(30):
        program.send(scan)
    program.resize(120, 40)
    for scan in mixture.scans(30):
        program.send(scan)
    program.press(F6, F7, "\r")
    for scan in mixture.scans(30):
        program.send(scan)
    program.resize(80, 24)
    assert recorded(program, sample, mixture.expected) == mixture.expected
    assert program.until(lambda: set(filmed) <= set(state(sample).present), 20.0), program.text
