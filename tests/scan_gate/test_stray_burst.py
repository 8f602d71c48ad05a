"""A foreign code with letters in it, scanned where letters are commands."""

import pytest
from textual import events
from tui.stray_burst import StrayBurst

from data.commands.stage import stage
from data.session.session import Session
from tui.shell.app import CeremonyApp

ADDRESS = "https://zalo.me/p/pbgxa"


def swallowed(text: str, gap: float, *, is_text: bool = False) -> str:
    burst = StrayBurst()
    return "".join(
        letter
        for place, letter in enumerate(text)
        if burst.swallows(letter, letter, place * gap, is_text=is_text)
    )


def test_all_but_the_first_letter_of_a_burst_is_swallowed() -> None:
    assert swallowed(ADDRESS, 0.004) == ADDRESS[1:]


def test_what_fingers_type_and_what_goes_into_a_line_passes() -> None:
    assert swallowed(ADDRESS, 0.06) == ""
    assert swallowed(ADDRESS, 0.004, is_text=True) == ""


def test_digits_are_left_to_the_gate() -> None:
    assert swallowed("0042000112345678", 0.004) == ""


def test_the_line_end_of_a_burst_is_swallowed_and_a_later_space_is_not() -> None:
    burst = StrayBurst()
    for place, letter in enumerate("abc"):
        burst.swallows(letter, letter, place * 0.004, is_text=False)
    assert burst.swallows("enter", "\r", 0.02, is_text=False)
    assert not burst.swallows("space", " ", 2.0, is_text=False)


@pytest.mark.parametrize("text", [ADDRESS, "BEGIN:VCARD p b x a", "vnptpay pxgibo"])
async def test_somebodys_other_code_changes_nothing_on_the_stage(session: Session, text: str) -> None:
    stage.go(session)
    stage.go(session)
    app = CeremonyApp(session)
    async with app.run_test() as pilot:
        app.action_show("stage")
        await pilot.pause()
        await pilot.pause()
        before = len(session.state.entries)
        for letter in text:
            key = "space" if letter == " " else letter
            app.post_message(events.Key(key, letter))
        app.post_message(events.Key("enter", "\r"))
        await pilot.pause()
        await pilot.pause()
        assert len(session.state.entries) == before
        assert len(app.screen_stack) == 2
