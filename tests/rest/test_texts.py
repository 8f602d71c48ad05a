"""Which texts of an entry stay when personal data are deleted."""

from typing import Any, Literal, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from data.model.entry import AnyHappening
from data.purge.texts import GONE, KEPT, scrubbed


def _text_fields() -> set[str]:
    """Every text field that a happening can hold, as ``Struct.field``."""
    found: set[str] = set()

    def look(kind: Any) -> None:
        for part in get_args(kind) or [kind]:
            if get_args(part):
                look(part)
            elif isinstance(part, type) and issubclass(part, Struct):
                for field in fields(part):
                    if get_origin(field.type) is Literal:
                        continue
                    if "str" in str(field.type):
                        found.add(f"{part.__name__}.{field.name}")
                    else:
                        look(field.type)

    look(AnyHappening)
    return found


TAKEN_OUT = {
    "EventChanged.what",
    "RosterImported.source",
    "GuestWithdrawn.reason",
    "CheckedIn.substitute",
    "PartyChanged.substitute",
    "HandedOver.note",
    "Person.name",
    "Person.title",
    "Person.organisation",
    "Piece.note",
    "HandoverVoided.reason",
    "PhotoAttached.file",
    "PhotoAttached.sha256",
    "PaperMade.file",
    "PaperMade.digest",
    "PaperSigned.file",
    "PaperSigned.sha256",
    "NoteForMC.text",
    "Spoken.text",
    "SpokenCorrected.text",
}


def test_for_every_text_of_an_entry_it_was_decided_whether_it_stays() -> None:
    """A new kind of entry belongs in one of the two; until then its texts are taken out."""
    assert _text_fields() - KEPT == TAKEN_OUT
    assert _text_fields() >= KEPT


def test_what_is_not_known_is_taken_out() -> None:
    class New(Struct, frozen=True):
        text: str
        texts: tuple[str, ...]
        number: int

    assert scrubbed(New("a", ("b", ""), 3)) == New(GONE, (GONE, ""), 3)
