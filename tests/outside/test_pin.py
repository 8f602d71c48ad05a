"""A laptop left alone takes scans and nothing else until somebody types its PIN."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from data.clock import SetClock
from data.errors import Refused
from data.scanning.codes import payload
from data.session.laptop.pin import LOCK_SECONDS, MOST_TRIES, PAUSE_SECONDS, PinTries, hash_pin, is_pin
from data.session.laptop.settings import SETTINGS_NAME, load_settings, save_settings
from data.session.session import Session
from tests.bursts import burst
from tui.command_line.closing import pin as pin_verb
from tui.shell.app import CeremonyApp
from tui.shell.dialogs.lock import LockScreen

PIN = "2468"


def set_pin() -> None:
    save_settings(replace(load_settings(), pin=hash_pin(PIN)))


def seen(app: CeremonyApp) -> str:
    return "\n".join("".join(s.text for s in row) for row in app.screen._compositor.render_strips())


async def scan(pilot: Pilot[None], code: str) -> None:
    await burst(pilot, payload(code) + "\r")


async def unlock(pilot: Pilot[None]) -> None:
    await pilot.press(*PIN, "enter")
    await pilot.pause()


def test_only_a_salted_hash_is_kept_and_it_knows_the_pin(own_home: Path) -> None:
    # Four digits may stand in a hash by chance.
    save_settings(replace(load_settings(), pin=hash_pin("24682468")))
    assert b"24682468" not in (own_home / SETTINGS_NAME).read_bytes()
    set_pin()
    kept = load_settings().pin
    assert kept != hash_pin(PIN)
    assert is_pin(PIN, kept) and not is_pin("2469", kept) and not is_pin("", kept)
    assert not is_pin(PIN, "spoilt") and not is_pin(PIN, "scrypt$zz$zz")
    for bad in ("", "123", "123456789", "12a4", "１２３４"):
        with pytest.raises(Refused):
            hash_pin(bad)


def test_guessing_is_slowed_down() -> None:
    tries = PinTries(hash_pin(PIN))
    assert not any(tries.try_pin("0000", 0.0) for _try in range(MOST_TRIES))
    with pytest.raises(Refused):
        tries.try_pin(PIN, PAUSE_SECONDS - 1)
    assert tries.try_pin(PIN, PAUSE_SECONDS)


async def test_without_a_pin_nothing_locks(session: Session, clock: SetClock) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        clock.pass_time(10 * LOCK_SECONDS)
        app.keyboard.look()
        await pilot.pause()
        assert not isinstance(app.screen, LockScreen)


async def test_left_alone_it_locks_and_shows_no_name_and_takes_no_key(
    session: Session, clock: SetClock
) -> None:
    set_pin()
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LockScreen), "a start asks as well"
        await unlock(pilot)
        await pilot.press("f5")
        await pilot.pause()
        assert "Nguyễn Văn Dũng" in seen(app)
        clock.pass_time(LOCK_SECONDS - 1)
        await pilot.press("down")
        clock.pass_time(LOCK_SECONDS - 1)
        app.keyboard.look()
        assert not app.keyboard.locked, "a key was pressed less than a minute ago"
        clock.pass_time(1)
        app.keyboard.look()
        await pilot.pause()
        assert isinstance(app.screen, LockScreen)
        assert "Nguyễn" not in seen(app)
        steps = len(session.state.steps)
        for key in (
            "escape",
            "f2",
            "f5",
            "ctrl+z",
            "ctrl+z",
            "ctrl+p",
            "ctrl+q",
            "ctrl+q",
            "ctrl+o",
            "f1",
            "ctrl+a",
            "ctrl+k",
            "D",
        ):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, LockScreen), key
        assert len(session.state.steps) == steps and app.is_running


async def test_locked_it_admits_by_scan_and_the_pin_opens_it(session: Session, clock: SetClock) -> None:
    set_pin()
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for number in (1, 2, 7):
            await scan(pilot, session.state.guests[number].code)
            assert isinstance(app.screen, LockScreen)
        assert list(session.state.present) == [1, 2, 7]
        await pilot.press(*"0000", "enter")
        await pilot.pause()
        assert isinstance(app.screen, LockScreen)
        await unlock(pilot)
        assert not isinstance(app.screen, LockScreen)
        await pilot.press("f5")
        await pilot.pause()
        assert app.screen.NAME == "guests"


async def test_scans_do_not_keep_it_open(session: Session, clock: SetClock) -> None:
    set_pin()
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await unlock(pilot)
        clock.pass_time(LOCK_SECONDS - 5)
        await scan(pilot, session.state.guests[3].code)
        clock.pass_time(5)
        app.keyboard.look()
        await pilot.pause()
        assert isinstance(app.screen, LockScreen)


async def test_it_is_set_changed_and_taken_away_with_keys(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f12")
        await pilot.pause()
        await pilot.press(*PIN, "enter", *"2469", "enter")
        await pilot.pause()
        assert not load_settings().pin, "not typed twice in the same way"
        await pilot.press("backspace", "8", "enter")
        await pilot.pause()
        assert is_pin(PIN, load_settings().pin)
        assert PIN not in seen(app)
        await pilot.press("f12")
        await pilot.pause()
        assert isinstance(app.screen, LockScreen)
        await unlock(pilot)
        await pilot.press("ctrl+x")
        await pilot.pause()
        await pilot.press(*"1111", "enter", "enter", "enter")
        await pilot.pause()
        assert load_settings().pin, "a passer-by cannot take it away"
        await pilot.press("escape", "ctrl+x")
        await pilot.pause()
        await pilot.press(*PIN, "enter", "enter", "enter")
        await pilot.pause()
        assert not load_settings().pin


def test_a_forgotten_pin_is_taken_away_by_who_owns_the_laptop() -> None:
    set_pin()
    pin_verb(forget=False)
    assert load_settings().pin
    pin_verb(forget=True)
    assert not load_settings().pin
