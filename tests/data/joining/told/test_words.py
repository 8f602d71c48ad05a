"""The one line on the screen."""

from datetime import UTC, datetime

from msgspec.structs import replace

from data.joining.link.standing import Peer, Standing
from data.joining.words import together_line
from data.model.entries.event import FORMAT

HEARD = datetime(2026, 6, 15, 1, 41, tzinfo=UTC)
DOOR = Peer(id="b", name="CUA-2", heard=HEARD, entries=7, digest="aa", format=FORMAT)
FINE = Standing(is_together=True, is_level=True, peers=(DOOR,), since=HEARD)


def test_it_says_how_many_are_together() -> None:
    line = together_line(FINE, "aa", 7)
    assert "2" in line.text
    assert line.tone == "quiet"


def test_it_says_who_was_not_heard_of_since_when_in_the_villages_time() -> None:
    line = together_line(replace(FINE, peers=(replace(DOOR, is_here=False),)))
    assert "CUA-2" in line.text
    assert "08:41" in line.text
    assert line.tone == "again"


def test_alone_it_says_since_when_and_that_nothing_is_lost() -> None:
    line = together_line(replace(FINE, is_together=False))
    assert "08:41" in line.text
    assert line.tone == "again"


def test_another_result_from_the_same_entries_is_said_loudly() -> None:
    line = together_line(FINE, "bb", 7)
    assert "verify" in line.text
    assert line.tone == "refused"


def test_another_number_of_entries_is_no_other_result() -> None:
    assert together_line(FINE, "bb", 8).tone == "quiet"


def test_a_clock_that_is_an_hour_off_is_said() -> None:
    assert "61" in together_line(replace(FINE, peers=(replace(DOOR, ahead=3660.0),))).text
    assert together_line(replace(FINE, peers=(replace(DOOR, ahead=-3660.0),))).tone == "refused"


def test_a_newer_version_on_another_laptop_is_said() -> None:
    assert together_line(replace(FINE, peers=(replace(DOOR, format=FORMAT + 1),))).tone == "refused"


def test_every_line_of_the_usual_kind_fits_80_columns() -> None:
    away = replace(FINE, peers=(DOOR, replace(DOOR, id="c", name="MAY-THU-KY", is_here=False)))
    alone = replace(FINE, is_together=False)
    for standing in (FINE, away, alone, replace(alone, since=None)):
        assert len(together_line(standing).text) <= 78
