"""Which texts of an entry stay when personal data are deleted."""

from typing import Any, Literal, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from data.model.entries.base import GONE
from data.model.entry import AnyHappening
from data.session.purging.texts import scrubbed


def _text_fields() -> set[str]:
    """Every text field that a happening can hold, as ``Struct.field``."""
    return {text for text, _kept in _decided()}


def _kept() -> set[str]:
    return {text for text, is_kept in _decided() if is_kept}


def _decided() -> set[tuple[str, bool]]:
    found: set[tuple[str, bool]] = set()

    def look(kind: Any) -> None:
        for part in get_args(kind) or [kind]:
            if get_args(part):
                look(part)
            elif isinstance(part, type) and issubclass(part, Struct):
                for field in fields(part):
                    if get_origin(field.type) is Literal:
                        continue
                    if "str" in str(field.type):
                        kept: frozenset[str] = getattr(part, "kept_texts", frozenset())
                        found.add((f"{part.__name__}.{field.name}", field.name in kept))
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
    "PhonePaired.name",
    "PhonePaired.key",
    "PairingRefused.address",
    "PaperMade.file",
    "PaperMade.digest",
    "PaperSigned.file",
    "PaperSigned.sha256",
    "NoteForMC.text",
    "NoteForSpeaker.text",
    "Spoken.text",
    "SpokenCorrected.text",
}


def test_for_every_text_of_an_entry_it_was_decided_whether_it_stays() -> None:
    """A new kind of entry belongs in one of the two; until then its texts are taken out."""
    assert _text_fields() - _kept() == TAKEN_OUT


def test_no_kind_keeps_a_text_that_it_does_not_have() -> None:
    assert all(name in kind.__struct_fields__ for kind in get_args(AnyHappening) for name in kind.kept_texts)


def test_what_is_not_known_is_taken_out() -> None:
    class New(Struct, frozen=True):
        text: str
        texts: tuple[str, ...]
        number: int

    assert scrubbed(New("a", ("b", ""), 3)) == New(GONE, (GONE, ""), 3)
