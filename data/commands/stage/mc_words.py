"""The MC's side of the stage: introducing, ticking checks off, notes, a word to the speaker."""

from collections.abc import Iterable

from data.errors import Refused
from data.language import _
from data.model.entries.spoken import (
    CheckTicked,
    CheckUnticked,
    Introduced,
    IntroductionMoved,
    NoteForMC,
    NoteForSpeaker,
    NoteSeen,
)
from data.model.entry import Entry
from data.queries.stage.checks import checks
from data.queries.stage.spoken.introduction import introduced
from data.queries.stage.spoken.speaker_note import speaker_note
from data.session.session import Session
from data.text.cleaning.clean import clean

MOST_LETTERS = 200
"""The longest note: what the MC can take in at one glance."""
MOST_LETTERS_TO_SPEAKER = 60
"""What is read from a lectern, in large letters, without losing the thread."""


def introduce(session: Session, numbers: Iterable[int]) -> Entry:
    """Note that these delegates were read out, by guest number; those already read are left as they are.

    Refused when none of them is left: unknown, not here, or read out before.
    """
    here = {guest.number for guest in introduced(session.state)}
    read = session.state.words.introduced
    fresh = tuple(number for number in dict.fromkeys(numbers) if number in here and number not in read)
    if not fresh:
        raise Refused(_("Everyone who is here has been introduced."))
    return session.record(Introduced(guests=fresh))


def move_introduction(session: Session, number: int, by: int) -> Entry:
    """Let a delegate who is here be read out ``by`` places later (negative: earlier) among those here.

    Refused for who is not here, and past the first and the last.
    """
    here = [guest.number for guest in introduced(session.state)]
    if number not in here:
        raise Refused(_("Only delegates who are here can be moved in the introduction."))
    place = here.index(number)
    target = max(0, min(place + by, len(here) - 1))
    if target == place:
        raise Refused(_("It cannot move any further."))
    others = [other for other in here if other != number]
    before = others[target] if target < len(others) else 0
    return session.record(IntroductionMoved(guest=number, before=before))


def tick(session: Session, item: str, check: str) -> Entry:
    """Tick a check of an item off, or open it again. ``check`` is its wording.

    Refused for a check that the item does not have, and for a gift: its handover ticks it.
    """
    found = session.state.event.item(item)
    known = {known.text: known for known in checks(found, session.state)} if found else {}
    if check not in known:
        raise Refused(_("This item has no check “{check}”.").format(check=check))
    if known[check].gift:
        raise Refused(_("“{gift}” is ticked off when its handover is logged (F4).").format(gift=check))
    if known[check].is_done:
        return session.record(CheckUnticked(item=item, check=check))
    return session.record(CheckTicked(item=item, check=check))


def leave_note(session: Session, text: str) -> Entry:
    """Put a note before the MC. Refused when it is empty or longer than ``MOST_LETTERS``."""
    words = clean(text)
    if not words:
        raise Refused(_("Type what the MC should know."))
    if len(words) > MOST_LETTERS:
        raise Refused(_("The MC reads at a glance: at most {most} letters.").format(most=MOST_LETTERS))
    return session.record(NoteForMC(text=words))


def see_note(session: Session, note: str) -> Entry:
    """The MC has read a note, by its id: it leaves the screen. Refused when it does not wait any more."""
    if note not in session.state.words.notes:
        raise Refused(_("There is no note that waits."))
    return session.record(NoteSeen(note=note))


def tell_speaker(session: Session, text: str) -> Entry:
    """Put a message before whoever speaks, in place of the last one; an empty ``text`` takes that away.

    It leaves by itself with the running item. Refused when it is longer than ``MOST_LETTERS_TO_SPEAKER``,
    and when there is nothing to take away.
    """
    words = clean(text)
    if len(words) > MOST_LETTERS_TO_SPEAKER:
        most = MOST_LETTERS_TO_SPEAKER
        raise Refused(_("The speaker reads at a glance: at most {most} letters.").format(most=most))
    if not words and speaker_note(session.state) is None:
        raise Refused(_("Type what the speaker should know."))
    return session.record(NoteForSpeaker(text=words, item=session.state.agenda_progress.current))
