"""What people do at the door: show a card, press keys."""

from textual import events

from data.scanning.codes import payload
from data.session.session import Session
from tui.shell.app import CeremonyApp


def card(session: Session, number: int) -> str:
    return payload(session.state.guests[number].code) + "\r"


def hand(app: CeremonyApp, *keys: str) -> None:
    """Keys as a hand presses them, 120 ms apart, that reach a busy program all at once."""
    for place, key in enumerate(keys):
        name = {" ": "space", ",": "comma"}.get(key, key)
        event = events.Key(name, key if len(key) == 1 else None)
        event.time += 0.12 * (place - len(keys))
        app.post_message(event)
