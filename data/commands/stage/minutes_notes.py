"""Writing down what is said in the hall, while it is said: for the minutes."""

from data.errors import Refused
from data.language import _
from data.model.entries.spoken import Spoken, SpokenCorrected, SpokenPart
from data.model.entry import Entry
from data.session.session import Session
from data.text.cleaning.clean import clean
from data.text.cleaning.lengths import most_letters


def write_down(session: Session, part: SpokenPart, text: str, item: str = "") -> Entry:
    """Keep a note of any length for the minutes; ``item`` is the id of the agenda item it belongs to.

    Refused when it is empty, and when words said to an item name none of the event's.
    """
    words = clean(text, most_letters("text"))
    if not words:
        raise Refused(_("Type what was said."))
    if (item or part == "guidance") and session.state.event.item(item) is None:
        raise Refused(_("Say to which item of the agenda it was said."))
    return session.record(Spoken(part=part, text=words, item=item))


def correct_note(session: Session, note: str, text: str) -> Entry:
    """Let a note, by its id, say ``text``; an empty one strikes it out.

    Refused for a note that is not there, and where nothing changes.
    """
    known = session.state.words.spoken.get(note)
    if known is None:
        raise Refused(_("This note is not there any more."))
    words = clean(text, most_letters("text"))
    if words == known.text:
        raise Refused(_("Nothing was changed."))
    return session.record(SpokenCorrected(note=note, text=words))
