"""After personal data were deleted, and after an event was left, nothing in the program still says a name."""

from collections.abc import Iterator

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from data import language
from data.commands.door.door import admit
from data.commands.event.closing import close_event
from data.commands.paper_status import mark_paper_printed, record_made
from data.commands.stage import stage
from data.documents.papers.files import make_papers
from data.documents.papers.pending import to_make, to_sign
from data.session.session import Session
from tests.conftest import DELEGATES, HOUSEHOLDS
from tui.shell.app import CeremonyApp
from tui.shell.places import PLACES, event_screens
from tui.widgets.lines.answer_strip import AnswerStrip

PHONE = "0912345678"
SECRETS = [name for name, *_rest in (*HOUSEHOLDS, *DELEGATES)] + [PHONE]


def texts_of(screen: Screen[object]) -> Iterator[str]:
    """Everything that the screen's widgets hold to show, in sight or not."""
    for widget in screen.walk_children(Widget):
        yield str(widget.render())
        if isinstance(widget, Input):
            yield widget.value
    for strip in screen._compositor.render_strips():
        yield strip.text


def held(pilot: Pilot[None]) -> list[tuple[str, str]]:
    """Where in the program a name or telephone number stands still: the screen, and which of them."""
    app = pilot.app
    screens = [*app.screen_stack, *(app.get_screen(name) for name in PLACES if app.is_screen_installed(name))]
    found = [
        (type(screen).__name__, secret)
        for screen in screens
        for text in texts_of(screen)
        for secret in SECRETS
        if secret.casefold() in text.casefold()
    ]
    return (
        found
        + [("clipboard", app.clipboard)] * bool(app.clipboard)
        + [("told", "")] * len(app._notifications)
    )


async def say_names_everywhere(pilot: Pilot[None]) -> None:
    """Every place is shown once; each says a name in its line of answers, and has it in each text field."""
    app = pilot.app
    assert isinstance(app, CeremonyApp)
    admit(app.open_session, 1, "name")
    for name in PLACES:
        app.action_show(name)
        await pilot.pause()
        await pilot.press("ctrl+z")
        app.say(f"✔ {SECRETS[0]}, {PHONE}", "welcome")
        for line in app.screen.query(Input):
            if line.region:
                line.value = SECRETS[1]
        await pilot.pause()
    assert len(list(event_screens(app.get_screen(name) for name in PLACES))) == len(PLACES)
    app.copy_to_clipboard(SECRETS[2])
    app.notify(SECRETS[3])
    app.action_show("report")
    await pilot.pause()
    assert {screen for screen, _text in held(pilot)} >= {
        "DoorScreen",
        "GiftsScreen",
        "GuestsScreen",
        "clipboard",
    }


async def delete_personal_data(pilot: Pilot[None]) -> None:
    await pilot.press("f8")
    await pilot.pause()
    await pilot.press("d")
    await pilot.pause()
    await pilot.press("right", "enter")
    await pilot.pause()
    await pilot.press(*"thôn Khả Tân", "enter")
    await pilot.pause()
    await pilot.pause()


async def test_no_screen_holds_a_name_after_personal_data_were_deleted(session: Session) -> None:
    language.choose("en")
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await say_names_everywhere(pilot)
        close_event(session)
        await delete_personal_data(pilot)
        assert session.state.rest.purged is not None
        assert "deleted" in str(pilot.app.screen.query_one(AnswerStrip).render())
        assert held(pilot) == []
        for name in PLACES:
            pilot.app.action_show(name)  # type: ignore[attr-defined]
            await pilot.pause()
            assert held(pilot) == []
            await pilot.press("ctrl+z")
            await pilot.pause()
            assert held(pilot) == []


async def test_no_screen_holds_a_name_after_the_event_was_left(session: Session) -> None:
    language.choose("en")
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, CeremonyApp)
        await say_names_everywhere(pilot)
        places = [app.get_screen(name) for name in PLACES]
        await app.leave_event()
        await pilot.pause()
        assert held(pilot) == []
        assert not [place for place in places if place.is_running], "the places are gone, not put aside"
        assert app._finder is None


async def test_papers_that_went_with_personal_data_are_told_as_gone_and_wait_for_nobody(
    session: Session,
) -> None:
    language.choose("en")
    while session.state.agenda_progress.closed is None:
        stage.go(session)
    record_made(session, make_papers(session, to_make(session.state)))
    mark_paper_printed(session, to_sign(session.state)[0].id)
    assert to_sign(session.state)
    close_event(session)
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        await pilot.pause()
        await delete_personal_data(pilot)
        assert to_sign(session.state) == to_make(session.state) == []
        assert "^G" not in str(pilot.app.screen.query_one("#todo").render())
        pilot.app.action_show("papers")  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        seen = "\n".join(texts_of(pilot.app.screen))
        assert "deleted with personal data" in seen and "figures changed" not in seen
