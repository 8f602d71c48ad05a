"""One step of the day: a ledger entry with the guests and event facts that came in its line."""

import re
from collections.abc import Mapping
from itertools import chain
from operator import is_
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from data.ledger.lines.line import ENTRIES, EVENT, GUESTS
from data.model.entries import gifts
from data.model.entry import Entry
from data.model.event import Event
from data.model.guest import Guest
from data.text.cleaning.harmless import harmless
from data.text.cleaning.lengths import too_long

PARTS = "parts"
"""Under this a version of the event says which of its parts it changes."""


class Step(Struct, frozen=True, omit_defaults=True, gc=False):
    """An entry and what it brought: new versions of guests, a new version of the event.

    ``parts`` are those in which that version differs from the one before it; empty where it is new as a
    whole. ``rows`` are its documents by table as they came, where a newer version of the program wrote what
    this one does not know: they are stored and sent on so.
    """

    entry: Entry
    guests: tuple[Guest, ...] = ()
    event: Event | None = None
    parts: tuple[str, ...] = ()
    rows: dict[str, list[dict[str, Any]]] | None = None

    @property
    def stands(self) -> str:
        """What puts the step in order among all steps of the event: smaller texts come first."""
        return self.entry.stands


def documents(step: Step) -> dict[str, list[dict[str, Any]]]:
    """``step`` as the documents of one ledger line, by table name."""
    if step.rows is not None:
        return _placed(step.rows, step.entry.place)
    rows = {ENTRIES: [msgspec.to_builtins(step.entry)]}
    if step.guests:
        rows[GUESTS] = [{"entry": step.entry.id, **msgspec.to_builtins(guest)} for guest in step.guests]
    if step.event is not None:
        parts = {PARTS: list(step.parts)} if step.parts else {}
        rows[EVENT] = [{"entry": step.entry.id, **parts, **msgspec.to_builtins(step.event)}]
    return rows


def _placed(rows: dict[str, list[dict[str, Any]]], place: str) -> dict[str, list[dict[str, Any]]]:
    """``rows`` as they came, with the place that their entry has."""
    entries = [{**row, "place": place} if place else row for row in rows[ENTRIES]]
    return {**rows, ENTRIES: entries}


_SURELY_SHORT = 60
_UNSURE = re.compile(rf"[^ -~À-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ]|\\|[^\"]{{{_SURELY_SHORT + 1}}}")
"""In JSON: more than printing signs of ASCII and whole letters of Vietnamese, or a text longer than the
shortest field has room for."""

_PIECE = 500
"""So many guests are looked at in one go: nobody else is answered while the expression is at work."""

_Texts = TypeVar("_Texts")


def cleaned(step: Step) -> Step:
    """``step`` with every text as it may be kept: nothing in it acts on a terminal or a file.

    The same object where there was nothing to clean. Raises ValueError, with a sentence's beginning,
    for a text that is too long for its field.
    """
    many = step.guests
    if len(many) <= _PIECE:
        return _clean(step, Step)
    alone = replace(step, guests=())
    pieces = [many[begin : begin + _PIECE] for begin in range(0, len(many), _PIECE)]
    kept, others = [_clean(piece, tuple[Guest, ...]) for piece in pieces], _clean(alone, Step)
    if others is alone and all(map(is_, kept, pieces)):
        return step
    return replace(others, guests=tuple(chain.from_iterable(kept)))


def _clean(texts: _Texts, kind: type[_Texts]) -> _Texts:
    text = msgspec.json.encode(texts)
    if _is_plain(text) or not _UNSURE.search(text.decode()):
        return texts
    document = msgspec.to_builtins(texts)
    kept = harmless(document)
    long = too_long(document)
    if long:
        raise ValueError(long)
    return texts if kept is document else msgspec.convert(kept, kind)


def _is_plain(text: bytes) -> bool:
    """Whether there are but signs of ASCII, in which ``_UNSURE`` would find nothing in four times as long."""
    if not text.isascii() or b"\\" in text or b"\x7f" in text:
        return False
    return max(map(len, text.split(b'"'))) <= _SURELY_SHORT


def as_written_today(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """An entry's document as this version writes it, where an older one wrote it otherwise."""
    what = row.get("what")
    today = gifts.as_written_today(what) if isinstance(what, dict) else what
    return row if today is what else {**row, "what": today}
