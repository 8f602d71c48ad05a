"""The sample's ceremony at chosen moments, with its real texts; or with texts that nobody would wish for."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from msgspec.structs import replace

from data.clock import SetClock
from data.commands.door import door
from data.commands.stage import mc_words, stage
from data.model.entries.event import EventChanged
from data.model.entries.guests import RosterImported
from data.queries.stage.spoken.introduction import introduced
from data.rehearsal.sample import found_sample
from data.session.session import Session

HOSTILE = "</script><img src=x onerror=alert(1)> [/b] {model} $n \"'&amp;"
ENDLESS = "Nguyễn" * 60
OPENING = datetime(2022, 6, 15, 0, 15, tzinfo=UTC)


def sample(folder: Path) -> Session:
    """The sample of Khả Tân, open, at 07:15 in the village."""
    clock = SetClock(OPENING)
    found_sample(folder, clock=clock)
    return Session(folder, clock=clock, duty="Mai")


def clock_of(session: Session) -> SetClock:
    assert isinstance(session.clock, SetClock)
    return session.clock


def pass_minutes(session: Session, minutes: float) -> None:
    clock_of(session).pass_time(60 * minutes)


def let_in(session: Session, households: int, delegates: int) -> None:
    guests = session.state.guests.values()
    for guest in islice((one for one in guests if one.is_household), households):
        door.admit(session, guest.number, "number")
    # From the second of each rank on: somebody of every rank is missing.
    for guest in islice((one for one in guests if not one.is_household), 3, 3 + delegates):
        door.admit(session, guest.number, "number")


def before(session: Session) -> None:
    let_in(session, 62, 14)
    pass_minutes(session, 38)


def introducing(session: Session) -> None:
    before(session)
    pass_minutes(session, 9)
    stage.go(session)
    pass_minutes(session, 4)
    for guest in introduced(session.state)[:5]:
        mc_words.introduce(session, [guest.number])


def talking(session: Session) -> None:
    """The long talk: latecomers, notes from the desk, a message to the speaker, four minutes left."""
    introducing(session)
    while session.state.agenda_progress.current != "chuyen-de":
        pass_minutes(session, 7)
        stage.go(session)
    late = next(one for one in session.state.guests.values() if not one.is_household)
    door.admit(session, late.number, "number")
    mc_words.leave_note(session, "Công an huyện đến muộn 10 phút; xin chuyển mục tặng hoa xuống sau.")
    mc_words.leave_note(session, "Có một cháu bé lạc mẹ, đang ở cửa trước.")
    mc_words.tell_speaker(session, "Còn 5 phút, xin mời kết luận")
    pass_minutes(session, 71.2)


def over(session: Session) -> None:
    talking(session)
    pass_minutes(session, 16.4)


def last(session: Session) -> None:
    talking(session)
    pass_minutes(session, 3.3)


def paused(session: Session) -> None:
    talking(session)
    stage.pause_or_resume(session)
    pass_minutes(session, 3)


def closed(session: Session) -> None:
    talking(session)
    while session.state.agenda_progress.closed is None:
        pass_minutes(session, 5)
        stage.go(session)


def hostile(session: Session) -> None:
    """Names, titles, notes and the sign's words as nobody would wish for them."""
    event = session.state.event
    agenda = tuple(
        replace(item, title=f"{HOSTILE} {item.title}", line=item.line + ENDLESS) for item in event.agenda
    )
    lines = list(event.backdrop)
    lines[3] = replace(lines[3], text=f"“{ENDLESS}”")
    lines[1] = replace(lines[1], text=HOSTILE)
    session.record(
        EventChanged(what="x"), event=replace(event, agenda=agenda, backdrop=tuple(lines), title=HOSTILE)
    )
    some = [one for one in session.state.guests.values() if not one.is_household][3:6]
    changed = [
        replace(some[0], name=ENDLESS),
        replace(some[1], name=HOSTILE),
        replace(some[2], title=ENDLESS),
    ]
    session.record(RosterImported(source="x", added=0, changed=3, refused=0), guests=changed)
    talking(session)
    mc_words.leave_note(session, ENDLESS[:200])
    mc_words.tell_speaker(session, ENDLESS[:60])


MOMENTS: dict[str, Callable[[Session], None]] = {
    "before": before,
    "introducing": introducing,
    "talking": talking,
    "last": last,
    "over": over,
    "paused": paused,
    "closed": closed,
    "hostile": hostile,
}
"""By name, what leads to them."""
