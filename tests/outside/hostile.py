"""Hostile text, and finding it again in whatever the program wrote or showed."""

import csv
import io
import json
import re
import unicodedata
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import msgspec
from hypothesis import strategies as st

from data.ledger.lines.record import Step, documents
from data.ledger.table import LedgerDB
from data.model.entry import Entry
from data.state.state import State

ACTING = (
    "\x1b[5m\x1b]0;owned\x07",
    "\x9b31m\x90q\x9c",
    "\u202egnp.exe\u2066",
    "a\u200bb\u2060c\ufeff\u00ad",
    "\x00\x08\x7f\x0b",
    "\u061c\u200e\u200f\u180e",
    "\ue000\U000f0000\ufdd0\uffff\u0378",
    "\u3164\u115f\u2800",
    "\U000e0041\U000e0101",
    "Z" + "\u0301\u0323\u0308" * 30,
)
EVERYTHING = "".join(ACTING)

hostile_text = st.lists(
    st.sampled_from(ACTING)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    | st.sampled_from(["Nguyễn", "[/b]", "=1+1", " ", "\n", "👨\u200d👩\u200d👧"]),
    min_size=1,
    max_size=6,
).map("".join)

_SEEN = frozenset({"name", "title", "model", "village", "venue", "commune", "district", "short", "line"}) | {
    "text", "notice", "label", "unit", "hamlet", "note", "nickname", "organisation", "honorific", "source",
    "device", "duty", "substitute", "relation", "reason", "issuer", "record", "plan_number", "condition",
}  # fmt: skip


def acts(text: str) -> str:
    """The first character of ``text`` that no terminal, file or reader should be given, or empty."""
    for character in text:
        if character not in "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn", "Co"):
            return repr(character)
    heap = re.search("[\u0300-\u036f]{5}", unicodedata.normalize("NFD", text))
    return "a heap of marks" if heap and not re.search("[\u0300-\u036f]{1,4}", text) else ""


def with_hostile(document: Any, text: str, field: str = "") -> Any:
    """``document`` (of msgspec's builtins) with ``text`` behind every text that people are shown."""
    if isinstance(document, dict):
        return {name: with_hostile(value, text, name) for name, value in document.items()}
    if isinstance(document, list | tuple):
        return [with_hostile(value, text, field) for value in document]
    return document + text if isinstance(document, str) and field in _SEEN else document


def append_raw(ledger: Path, state: State, text: str) -> None:
    """Put into the ledger, past every check, what a version without them would have: hostile facts."""
    event = msgspec.convert(with_hostile(msgspec.to_builtins(state.event), text), type(state.event))
    guests = tuple(
        msgspec.convert(with_hostile(msgspec.to_builtins(guest), text), type(guest))
        for guest in state.guests.values()
    )
    last = msgspec.to_builtins(state.entries[-1])
    what = {"kind": "roster-imported", "source": text, "added": 0, "changed": 0, "refused": 0}
    entry = msgspec.convert(
        last | {"id": f"{last['id'][:-4]}beef", "what": what, "device": text, "duty": text}, Entry
    )
    with LedgerDB(ledger) as db:
        db.append(documents(Step(entry, guests, event)))


def texts_in(path: Path) -> str:
    """All text that a file of the program holds, as its reader gets it."""
    content = path.read_bytes()
    if path.suffix in (".xlsx", ".docx"):
        with ZipFile(io.BytesIO(content)) as archive:
            parts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return "\n".join("\n".join([*fromstring(part).itertext(), *_attributes(part)]) for part in parts)
    text = content.decode("utf-8-sig")
    if path.suffix == ".csv":
        return "\n".join("\n".join(row) for row in csv.reader(io.StringIO(text)))
    return "\n".join(_strings(json.loads(text))) if path.suffix == ".json" else text


def _attributes(part: bytes) -> list[str]:
    return [value for element in fromstring(part).iter() for value in element.attrib.values()]


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(text for inner in value.values() for text in _strings(inner))]
    if isinstance(value, list):
        return [text for inner in value for text in _strings(inner)]
    return [value] if isinstance(value, str) else []
