from pathlib import Path
from tempfile import gettempdir

import pytest

from data.errors import EventMissing, LedgerDamaged
from data.queries.people.counts import counts
from data.rehearsal.rehearse import Rehearsal, rehearse
from data.scanning.codes import new_code
from data.session.folders.event_folder import LEDGER_NAME
from tests.data.export.played import play

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    assert gettempdir() == str(tmp_path / "temporary")
    return tmp_path / "temporary"


def failed(rehearsal: Rehearsal) -> list[str]:
    return [sentence for sentence, held in rehearsal.checks if not held]


def test_the_sample_village_passes_and_leaves_nothing_behind(temporary: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    done = rehearse(progress=lambda *news: heard.append(news))
    assert failed(done) == []
    assert done.passed
    assert done.households > 90 and done.people > done.households
    assert done.delegates > 30 and done.items == 8 and done.files > 138
    assert done.entries > 138
    assert done.seconds < 60
    assert all(0 <= part <= whole for _what, part, whole in heard)
    assert len({what for what, _part, _whole in heard}) >= 5
    assert list(temporary.iterdir()) == []


def test_an_open_event_that_was_already_played_is_rehearsed_and_not_touched(
    tmp_path: Path, temporary: Path
) -> None:
    with play(tmp_path / "kha-tan") as session:
        path = session.folder / LEDGER_NAME
        before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(session.folder.iterdir()))
        was = counts(session.state)
        done = rehearse(session.folder)
        assert failed(done) == []
        # The rehearsal lets a household in at the door that is on no list, beside those of the day.
        assert done.households == was.households_listed + was.households_walk_ins + 1
        assert done.delegates == was.delegates_listed + was.delegates_walk_ins
        assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(session.folder.iterdir())) == before
    assert list(temporary.iterdir()) == []


def test_cards_that_cannot_be_read_fail_the_check(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = "00" + new_code("99", 1)
    monkeypatch.setattr("data.rehearsal.acts.door.decode_picture", lambda _picture: [wrong])
    play(tmp_path / "kha-tan").close()
    done = rehearse(tmp_path / "kha-tan")
    assert not done.passed
    assert any("read back (0 of" in sentence for sentence in failed(done))


def test_what_is_wrong_with_the_source_is_said_of_the_source(tmp_path: Path, temporary: Path) -> None:
    with pytest.raises(EventMissing, match="nowhere"):
        rehearse(tmp_path / "nowhere")
    play(tmp_path / "spoilt").close()
    path = tmp_path / "spoilt" / LEDGER_NAME
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([lines[0], *lines[2:]]))
    with pytest.raises(LedgerDamaged, match="spoilt"):
        rehearse(tmp_path / "spoilt")
    assert list(temporary.iterdir()) == []
