"""Laptops together, over the real server: all of it comes over, goes both ways, and waits where it must."""

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest
from msgspec.structs import replace

from data.archive.contents import event_files
from data.commands.door import door
from data.errors import CeremonyError, Refused
from data.joining.link.connecting import Away, Wrong
from data.joining.pairing.code import Place, read_code
from data.joining.sharing import codes, resume, share, switch_off
from data.joining.taking.take_over import take_over
from data.joining.together import Together
from data.purge.purge import OWN_FOLDERS
from data.queries.laptops.digest import digest
from data.session.folders.event_folder import LEDGER_NAME
from data.session.folders.several import SEVERAL, is_switched_on
from data.session.session import Session
from tests.conftest import found, list_guests, many_households
from tests.data.joining.laptops import is_level, joined, settle, sharing


@pytest.fixture
def host(event_folder: Path) -> Iterator[Together]:
    """The event, shared."""
    with sharing(event_folder) as together:
        yield together


@pytest.fixture
def guest(host: Together, tmp_path: Path) -> Iterator[Together]:
    """Another laptop that joined it."""
    with joined(host, tmp_path / "other") as together:
        yield together


def test_a_joined_laptop_has_the_whole_event_and_each_sees_what_the_other_does(
    host: Together, guest: Together
) -> None:
    assert guest.session.state.guests == host.session.state.guests
    door.admit(guest.session, 1, "number")
    door.admit(host.session, 2, "number")
    settle(host, guest, until=lambda: all({1, 2} <= set(one.session.state.present) for one in (host, guest)))
    assert digest(host.session.state) == digest(guest.session.state)


def test_a_door_goes_on_while_the_server_is_dead_and_what_was_missed_comes_later(
    host: Together, guest: Together
) -> None:
    assert host.server is not None
    os.kill(host.server.pid, signal.SIGKILL)
    begun = monotonic()
    for number in (1, 2, 3):
        door.admit(guest.session, number, "number")
    assert monotonic() - begun < 5
    door.admit(host.session, 4, "number")
    settle(
        host,
        guest,
        until=lambda: all({1, 2, 3, 4} <= set(one.session.state.present) for one in (host, guest)),
    )


def test_a_laptop_that_was_away_sends_what_it_did_and_gets_what_it_missed(
    host: Together, guest: Together, tmp_path: Path
) -> None:
    folder = guest.session.folder
    guest.end()
    door.admit(guest.session, 1, "number")
    door.admit(host.session, 2, "number")
    guest.session.close()
    with Session(folder, laptop="bbbbbbbb") as session:
        again = resume(session)
        assert again is not None
        settle(host, again, until=lambda: 1 in host.session.state.present and 2 in session.state.present)
        again.end()
    guest.session.heard.append(guest._recorded)


def test_a_list_of_20000_guests_comes_over(host: Together, guest: Together) -> None:
    list_guests(host.session, many_households(host.session.state.event.number, 20_000))
    settle(host, guest, until=lambda: len(guest.session.state.guests) >= 20_000)


def test_what_came_by_another_way_is_sent_on(host: Together, guest: Together, tmp_path: Path) -> None:
    from data.convergence.take_in import take_in

    third = take_over(read_code(codes(host)[0]), tmp_path / "stick").folder
    with Session(third, laptop="cccccccc") as session:
        door.admit(session, 5, "number")
        take_in(guest.session, session.state.steps, event=session.state.event.id)
    settle(host, guest, until=lambda: 5 in host.session.state.present)


def test_a_server_that_lost_everything_gets_it_back(event_folder: Path) -> None:
    import shutil

    with sharing(event_folder):
        pass
    shutil.rmtree(event_folder / SEVERAL / "stream")
    with sharing(event_folder) as host:
        assert len(host.known) == len(host.session.state.steps)


def test_sharing_again_keeps_the_code(event_folder: Path) -> None:
    with sharing(event_folder) as host:
        first = codes(host)
    with sharing(event_folder) as host:
        assert codes(host) == first


def test_what_is_switched_on_stays_on_until_it_is_switched_off(event_folder: Path) -> None:
    assert not is_switched_on(event_folder)
    with sharing(event_folder):
        pass
    assert is_switched_on(event_folder)
    with Session(event_folder, laptop="aaaaaaaa") as session:
        together = resume(session)
        assert together is not None
        switch_off(together)
    assert not is_switched_on(event_folder)


def test_a_copy_of_the_folder_on_another_laptop_shares_nothing_by_itself(
    event_folder: Path, tmp_path: Path
) -> None:
    import shutil

    with sharing(event_folder):
        pass
    shutil.copytree(event_folder, tmp_path / "stick" / "copy")
    with Session(tmp_path / "stick" / "copy", laptop="dddddddd") as session:
        assert resume(session) is None


def test_a_wrong_secret_is_told_from_a_laptop_that_is_away(host: Together, tmp_path: Path) -> None:
    place = read_code(codes(host)[0])
    with pytest.raises(Wrong, match=place.host):
        take_over(replace(place, secret=place.secret ^ 1), tmp_path / "x")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(Away):
        take_over(replace(place, port=port), tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_a_server_that_is_not_ours_gets_a_sentence_and_no_password(tmp_path: Path) -> None:
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            talk, _address = listening.accept()
            with talk:
                heard.append(talk.recv(4096))
                talk.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = Thread(target=answer, daemon=True)
        thread.start()
        with pytest.raises(Wrong):
            take_over(Place("127.0.0.1", listening.getsockname()[1], 5), tmp_path / "x")
        thread.join(5)
    assert all(b"laptop" not in one for one in heard)


def test_another_event_in_the_folder_is_left_alone(host: Together, tmp_path: Path) -> None:
    other = found(tmp_path / "other-event")
    before = (other / LEDGER_NAME).read_bytes()
    with pytest.raises(Refused, match="--to"):
        take_over(read_code(codes(host)[0]), other)
    assert (other / LEDGER_NAME).read_bytes() == before


def test_the_same_event_is_found_where_it_lies_instead_of_made_again(host: Together, guest: Together) -> None:
    found_again = take_over(read_code(codes(host)[0]), parent=guest.session.folder.parent)
    assert found_again.folder == guest.session.folder
    assert not found_again.is_new


def test_a_port_that_is_taken_is_not_waited_for(event_folder: Path) -> None:
    with sharing(event_folder) as host:
        first = host.server.port if host.server else 0
    with socket.create_server(("127.0.0.1", first)), sharing(event_folder) as host:
        assert host.server is not None
        assert host.server.port != first


def test_what_was_left_over_from_a_crash_is_ended(event_folder: Path) -> None:
    from data.joining.server.server import Server
    from data.session.folders.several import several_folder

    left_over = Server(several_folder(event_folder), "127.0.0.1")
    with sharing(event_folder) as host:
        assert not left_over.is_running
        assert host.server is not None
        assert host.server.port == left_over.port
    left_over.end()


def test_without_the_extra_a_sentence_says_how_to_install_it(
    event_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.joining.extra_installed.find_spec", lambda name: None)
    with Session(event_folder) as session, pytest.raises(Refused, match=r"\[several\]"):
        share(session)


def test_what_lies_on_the_server_is_no_part_of_an_archive_and_goes_with_a_purge(event_folder: Path) -> None:
    with sharing(event_folder):
        pass
    assert (event_folder / SEVERAL).is_dir()
    assert all(SEVERAL not in path.parts for path in event_files(event_folder))
    assert SEVERAL in OWN_FOLDERS


def test_a_server_that_keeps_nothing_more_is_told_and_nothing_is_lost(
    host: Together, guest: Together, monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    from data.joining.link.connecting import connect
    from data.joining.link.streams import stream_name

    async def fill() -> None:
        client = await connect(host.place, "test", lambda: None)
        js = client.jetstream()
        info = await js.stream_info(stream_name(host.session.state.event.id))
        info.config.max_bytes = info.state.bytes + 1
        await js.update_stream(info.config)
        await client.close()

    settle(host, guest, until=lambda: not guest.standing.waiting)
    asyncio.run(fill())
    waiting = guest.standing.waiting
    door.admit(guest.session, 6, "number")
    settle(host, guest, until=lambda: bool(guest.standing.trouble))
    assert 6 in guest.session.state.present and 6 not in host.session.state.present
    assert guest.standing.waiting > waiting


def test_errors_of_a_server_that_cannot_start_are_one_sentence(
    event_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.joining.server.server.server_program", lambda: "/bin/false")
    with Session(event_folder) as session, pytest.raises(CeremonyError):
        share(session, host="127.0.0.1")


def test_is_level_means_that_nothing_waits(host: Together) -> None:
    assert is_level(host)
