"""After a purge nothing in the folder tells who anybody is, and every count is as it was."""

import json
import os
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace

from data.archive.verification import verify_event
from data.archive.write import archive_event
from data.clock import SetClock
from data.commands.door import door
from data.commands.event.checklist import missing_points
from data.commands.event.closing import close_event, reopen_event
from data.commands.gifts import gifts
from data.commands.stage import stage
from data.errors import Refused
from data.export.files import export_event
from data.ledger.lines.record import Step
from data.ledger.lock import PASSING_NAMES
from data.model.entries.base import GONE
from data.model.entries.event import PersonalDataPurged
from data.model.entries.gifts import HandedGift, Person
from data.purge.purge import confirmation, purge, to_purge
from data.queries.people.counts import by_delegation, by_hamlet, counts
from data.queries.status import status
from data.session.folders.event_folder import LEDGER_NAME
from data.session.purging.scrub import scrub
from data.session.session import Session
from tests.conftest import MORNING, found, list_guests
from tests.data.commands.editing.test_undo_of_all import ALL
from tests.data.purge.conftest import PERSONAL, people


def spellings(name: str) -> Iterator[bytes]:
    """Every way in which a text could stand in a file."""
    for cased in (name, name.upper(), name.lower(), name.casefold()):
        for form in ("NFC", "NFD", "NFKC"):
            text = unicodedata.normalize(form, cased)
            yield text.encode()
            yield text.encode("utf-16-le")
            yield text.encode("utf-16-be")
            yield json.dumps(text).strip('"').encode()
            with suppress(UnicodeEncodeError):
                yield text.encode("cp1258")


def every_byte(folder: Path) -> bytes:
    found = b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
    return found + "\n".join(str(path.relative_to(folder)) for path in folder.rglob("*")).encode()


def told(session: Session) -> dict[str, Any]:
    """What counts and times say."""
    state = session.state
    figures = status(state, session.now())
    return {
        **{key: value for key, value in figures.items() if key != "entries"},
        "counts": counts(state),
        "hamlets": by_hamlet(state),
        "delegations": by_delegation(state),
        "came": {number: (one.at, one.people) for number, one in state.present.items()},
        "substitutes": {number for number, one in state.present.items() if one.is_substitute},
        "undone": state.undone,
    }


def test_no_name_and_no_phone_is_in_any_byte_of_the_folder(played: Session) -> None:
    secrets = set(PERSONAL)
    for guest in (guest for step in played.state.steps for guest in step.guests):
        secrets |= {guest.name, guest.phone, guest.nickname, guest.title, guest.organisation, guest.note}
    before = every_byte(played.folder)
    assert all(secret.encode() in before for secret in secrets)
    close_event(played)
    purge(played, confirmation(played.state.event))
    after = every_byte(played.folder)
    assert not [secret for secret in secrets if any(s in after for s in spellings(secret) if s)]
    left = {path.name for path in played.folder.rglob("*")}
    assert left - set(PASSING_NAMES) == {LEDGER_NAME}


def test_counts_times_and_ids_stay_and_the_ledger_is_sound(played: Session) -> None:
    figures = told(played)
    steps = played.state.steps
    close_event(played)
    gone = purge(played, "  THÔN KHẢ TÂN ")
    assert told(played) == figures
    kept = played.state.steps[: len(steps)]
    assert [(s.entry.id, s.entry.at, s.entry.ticks, type(s.entry.what)) for s in kept] == [
        (s.entry.id, s.entry.at, s.entry.ticks, type(s.entry.what)) for s in steps
    ]
    assert gone.guests == len(played.state.guests)
    last = played.state.entries[-1].what
    assert last == PersonalDataPurged(guests=gone.guests, files=len(gone.files))
    assert [path.name for path in gone.foreign] == ["danh-sach.xlsx"]
    assert verify_event(played.folder).is_sound
    assert not to_purge(played).files
    blanks = {blank.id: blank.value for blank in played.state.event.blanks}
    assert (blanks["chair"], blanks["decision_model_number"]) == ("", "12/QĐ-UBND")
    with Session(played.folder, "read", clock=played.clock) as seen:
        assert told(seen) == figures


@pytest.mark.parametrize("seed", range(6))
def test_a_random_event_keeps_its_figures(tmp_path: Path, seed: int) -> None:
    random, clock = Random(seed), SetClock(MORNING)
    folder = found(tmp_path / "le", clock)
    with Session(folder, clock=clock, duty="Mai Thanh Huyền") as session:
        list_guests(session, people(session.state.event.number, random))
        for _step in range(60):
            clock.pass_time(random.randrange(1, 90))
            with suppress(Refused):
                random.choice(ALL)(session, random.randrange(100))
        while session.state.agenda_progress.current:
            stage.go(session)
        names = {guest.name for step in session.state.steps for guest in step.guests}
        figures = told(session)
        close_event(session)
        purge(session, confirmation(session.state.event))
        now = told(session)
        for row in (*figures["agenda"], *figures["gifts"], *now["agenda"], *now["gifts"]):
            row.pop("title", row.pop("name", None))
        assert now == figures
        after = every_byte(folder).decode().casefold()
        assert not [name for name in names if " " in name and name.casefold() in after]


def test_readers_go_on_with_the_new_ledger(played: Session) -> None:
    with Session(played.folder, "read", clock=played.clock) as hall:
        figures = told(hall)
        close_event(played)
        purge(played, confirmation(played.state.event))
        assert hall.refresh()
        assert told(hall) == figures
        assert {guest.name for guest in hall.state.guests.values()} == {GONE}
        reopen_event(played)
        door.admit(played, 20, "name")
        assert hall.refresh()
        assert 20 in hall.state.present
        assert not hall.refresh()


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace a file that is open")
def test_a_ledger_of_the_same_length_in_the_same_place_is_noticed(played: Session) -> None:
    with Session(played.folder, "read") as hall:
        path = played.folder / LEDGER_NAME
        text = path.read_bytes()
        path.with_name("copy").write_bytes(text)
        path.with_name("copy").replace(path)
        assert hall.refresh()
        assert hall.state.steps == played.state.steps


def test_a_second_purge_takes_what_came_after_the_first(played: Session) -> None:
    close_event(played)
    word = confirmation(played.state.event)
    purge(played, word)
    reopen_event(played)
    door.walk_in(played, kind="household", name="Lê Quang Khải", hamlet="xóm 2")
    close_event(played)
    assert to_purge(played).guests == 1
    purge(played, word)
    assert "Khải".encode() not in every_byte(played.folder)
    export_event(played)
    assert purge(played, word).guests == 0


def test_a_purged_event_can_be_archived(played: Session) -> None:
    close_event(played)
    purge(played, confirmation(played.state.event))
    assert archive_event(played).exists()


def test_words_of_the_plan_stay_where_a_body_gave_and_a_head_received(played: Session) -> None:
    gifts.hand_over(
        played,
        [HandedGift("hoa-cong-an", 1)],
        giver=Person("Công an huyện", "Bí thư Chi bộ", "Công an huyện"),
        receiver=Person("Đoàn Văn Hậu", "Trưởng thôn", "thôn Khả Tân"),
    )
    before = {gift.id: gift.name for gift in played.state.event.gifts}
    titles = [item.title for item in played.state.event.agenda]
    site = played.state.event.site
    close_event(played)
    purge(played, confirmation(played.state.event))
    event = played.state.event
    assert {gift.id: gift.name for gift in event.gifts} == before
    assert ([item.title for item in event.agenda], event.site) == (titles, site)
    assert "Đoàn Văn Hậu".encode() not in every_byte(played.folder)


def test_a_person_whom_the_plan_itself_names_goes_though_the_family_is_called_as_a_body(
    played: Session,
) -> None:
    first, *others = played.state.steps
    assert first.event is not None
    gift = replace(first.event.gifts[0], name="Hoa của Đoàn Thị Xã, Công an huyện")
    named = replace(first.event, gifts=(gift,))
    step = replace(others[-1].entry, duty="Đoàn Thị Xã")
    cleaned = scrub([replace(first, event=named), Step(step)])
    assert cleaned[0].event is not None
    assert cleaned[0].event.gifts[0].name == f"Hoa của {GONE}, Công an huyện"


def test_nothing_is_missing_of_an_event_at_rest(played: Session) -> None:
    assert missing_points(played.state, played.folder)
    close_event(played)
    assert missing_points(played.state, played.folder) == []
    purge(played, confirmation(played.state.event))
    assert missing_points(played.state, played.folder) == []
