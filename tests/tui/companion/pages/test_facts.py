"""What each page says, at every moment of the ceremony."""

from collections.abc import Iterator
from datetime import timedelta
from math import ceil
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.commands.event.event import set_blank
from data.commands.event.paperwork import set_member
from data.commands.stage import mc_words, stage
from data.companion.views.clock import clock_page, stage_time
from data.companion.views.figures import figures_page
from data.companion.views.hall import hall_page
from data.companion.views.mc import mc_page
from data.errors import Refused
from data.messages.hall import hall_words
from data.queries.people.counts import counts
from data.queries.stage.countdown import whole_seconds
from data.queries.stage.hall import hall_view
from data.queries.stage.pace import warning
from data.queries.stage.spoken.introduction import introduced, latecomers
from data.session.session import Session
from data.state.stage.agenda_progress import table
from tests.tui.companion.pages import ceremony
from tests.tui.companion.pages.ceremony import MOMENTS, pass_minutes, sample


def at(moment: str, folder: Path) -> Session:
    session = sample(folder / "event")
    MOMENTS[moment](session)
    return session


@pytest.fixture(scope="module", params=MOMENTS)
def moment(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The event at each moment, to be looked at only."""
    with at(request.param, tmp_path_factory.mktemp("moment")) as session:
        yield session


def test_the_hall_sees_what_the_halls_screen_says_and_nobodys_name(moment: Session) -> None:
    page, view = hall_page(moment.state), hall_view(moment.state)
    assert (page.head, page.main, page.foot) == hall_words(view)
    assert [(line.part, line.text) for line in page.sign] == list(view.sign)
    told = msgspec.json.encode(page).decode()
    for guest in moment.state.guests.values():
        # A guest who is called as the sign is (in the hostile sample) is no name in the hall.
        assert guest.name not in told or guest.name in (ceremony.ENDLESS, ceremony.HOSTILE)
        assert not guest.phone or guest.phone not in told


def test_no_page_tells_a_telephone_or_a_households_name(moment: Session) -> None:
    state, now = moment.state, moment.now()
    for page in (mc_page(state, now), figures_page(state, now), clock_page(state, now)):
        told = msgspec.json.encode(page).decode()
        for guest in state.guests.values():
            assert not guest.phone or guest.phone not in told
            assert not guest.is_household or guest.name not in told


@pytest.mark.parametrize("minutes", [1, 8, 10, 11, 15])
def test_the_clock_counts_on_and_warns_as_the_stage_does(minutes: int, tmp_path: Path) -> None:
    with sample(tmp_path / "event") as session:
        stage.go(session)
        if minutes != 15:
            stage.adjust(session, minutes - 15)
        told = stage_time(session.state, session.now())
        assert told.left == 60 * minutes and told.moves
        for ran in range(7, 60 * (minutes + 3), 7):
            pass_minutes(session, 7 / 60)
            row = table(session.state.event, session.state.agenda_progress, session.now())[0]
            left = told.left - ran
            counted = (
                "over" if left < 0 else "last" if left <= told.last else "soon" if left <= told.soon else ""
            )
            assert counted == warning(row), left


def test_the_digits_stand_while_paused_and_go_on_after(tmp_path: Path) -> None:
    with at("paused", tmp_path) as session:
        told = stage_time(session.state, session.now())
        pass_minutes(session, 2)
        assert stage_time(session.state, session.now()).left == told.left and not told.moves
        stage.pause_or_resume(session)
        assert stage_time(session.state, session.now()).moves


def test_between_items_before_and_after_the_clock_says_so(tmp_path: Path) -> None:
    with at("before", tmp_path) as session:
        told = stage_time(session.state, session.now())
        assert (told.face, told.left) == ("before", 7 * 60)
        assert told.today == 7 * 3600 + 53 * 60
        assert not told.soon and not told.last
    with at("closed", tmp_path / "later") as session:
        closed = stage_time(session.state, session.now())
        assert (closed.face, closed.left, closed.at) == ("closed", None, "10:09")


def test_a_message_to_the_speaker_stands_until_its_item_is_over(tmp_path: Path) -> None:
    with at("introducing", tmp_path) as session:
        mc_words.tell_speaker(session, "  Còn 5   phút ")
        first = clock_page(session.state, session.now())
        assert first.message == "Còn 5 phút"
        mc_words.tell_speaker(session, "Còn 5 phút")
        assert clock_page(session.state, session.now()).note != first.note
        stage.go(session)
        assert clock_page(session.state, session.now()).message == ""
        with pytest.raises(Refused):
            mc_words.tell_speaker(session, "")
        stage.back(session)
        assert clock_page(session.state, session.now()).message == "Còn 5 phút"
        mc_words.tell_speaker(session, "")
        assert clock_page(session.state, session.now()).note == ""
        with pytest.raises(Refused):
            mc_words.tell_speaker(session, "x" * (mc_words.MOST_LETTERS_TO_SPEAKER + 1))


def test_the_mc_has_the_words_of_the_running_item_and_the_first_before_it(tmp_path: Path) -> None:
    with at("before", tmp_path) as session:
        page = mc_page(session.state, session.now())
        assert page.introduces and page.go.item == session.state.event.program[0].id
        words = "".join(run.text for paragraph in page.words for run in paragraph.words)
        assert words.startswith("Kính thưa") and "62" in words
        assert all(not paragraph.names for paragraph in page.words)
        assert [one.number for one in page.delegates] == [one.number for one in introduced(session.state)]


def test_the_team_is_named_in_its_own_item(tmp_path: Path) -> None:
    with at("introducing", tmp_path) as session:
        set_member(session, "", name="Trần Văn Nam", duty="Tổ trưởng")
        while session.state.agenda_progress.current != "quyet-dinh-to-tu-quan":
            stage.go(session)
        page = mc_page(session.state, session.now())
        assert not page.introduces
        assert any("Trần Văn Nam" in name for paragraph in page.words for name in paragraph.names)


def test_who_came_late_and_what_the_desk_says_is_before_the_mc(tmp_path: Path) -> None:
    with at("talking", tmp_path) as session:
        set_blank(session, "talk_speaker", "")
        page = mc_page(session.state, session.now())
        assert [one.number for one in page.late] == [one.number for one in latecomers(session.state)]
        assert page.late and page.late[-1].came == "08:48"
        assert [note.who for note in page.notes] == ["Mai", "Mai"]
        mc_words.see_note(session, page.notes[0].id)
        mc_words.introduce(session, [one.number for one in page.late])
        page = mc_page(session.state, session.now())
        assert len(page.notes) == 1 and not page.late
        assert all(one.is_read and not one.is_next for one in page.delegates)


def test_what_nobody_has_filled_in_is_a_gap_and_what_somebody_has_is_a_fact(tmp_path: Path) -> None:
    with at("talking", tmp_path) as session:
        for value, kind, blanks in (("bà Lê Thị An", "fact", ()), ("", "gap", ("Báo cáo viên chuyên đề",))):
            blank = next(one for one in session.state.event.blanks if one.id == "talk_speaker")
            if blank.value != value:
                set_blank(session, blank.id, value)
            page = mc_page(session.state, session.now())
            runs = [run for paragraph in page.words for run in paragraph.words if run.kind]
            assert {run.kind for run in runs} == {kind}
            assert page.blanks == blanks


@pytest.mark.parametrize("when", ["before", "introducing", "paused", "hostile"])
def test_go_says_what_go_would_do(when: str, tmp_path: Path) -> None:
    with at(when, tmp_path) as session:
        go = mc_page(session.state, session.now()).go
        stage.go(session, go.item)
        assert session.state.agenda_progress.current == go.item


def test_after_the_ceremony_go_says_nothing(tmp_path: Path) -> None:
    with at("closed", tmp_path) as session:
        page = mc_page(session.state, session.now())
        assert not page.go.says and not page.words and not page.late
        assert page.delegates and not any(one.is_next for one in page.delegates)


def test_the_chairmans_numbers_add_up_and_name_every_delegate_who_is_missing(moment: Session) -> None:
    page, n = figures_page(moment.state, moment.now()), counts(moment.state)
    assert (page.households, page.target, page.households_more) == n.households
    assert (page.delegates, page.listed, page.delegates_more) == n.delegates
    assert page.people == n.people
    assert sum(one.came for one in page.hamlets) == page.households
    assert sum(one.came for one in page.delegations) == page.delegates
    assert sum(len(one.missing) for one in page.delegations) == n.delegates_missing
    assert all(len(one.missing) == one.listed - one.came for one in page.delegations)
    assert not any(one.missing for one in page.hamlets)


@given(st.floats(-1e4, 1e4))
def test_a_second_that_has_begun_still_counts(seconds: float) -> None:
    left = timedelta(seconds=seconds)
    assert whole_seconds(left) == ceil(left / timedelta(seconds=1))
