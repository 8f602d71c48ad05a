"""Whole documents made harmless: every text in them, at any depth, cleaned and no longer than its field."""

from typing import Any

from data.text.cleaning.clean import cut, safe
from data.text.cleaning.lengths import most_letters


def harmless(document: Any, field: str = "") -> Any:
    """``document`` with every text as ``safe`` leaves it, cut where it is too long for its field.

    Texts, mappings and lists of them, as JSON and TOML are read. The same object where there is nothing
    to clean, which is nearly always.
    """
    if isinstance(document, str):
        if document.isascii() and document.isprintable() and len(document) <= 60:
            return document
        text = safe(document)
        return document if text == document and len(text) <= most_letters(field) else _short(text, field)
    if isinstance(document, dict):
        fresh = {safe(name): harmless(value, name) for name, value in document.items()}
        return document if _same(document, fresh) else fresh
    if isinstance(document, list | tuple):
        inner = [harmless(value, field) for value in document]
        return document if all(map(_is, document, inner)) else inner
    return document


def _same(before: dict[str, Any], after: dict[str, Any]) -> bool:
    return len(before) == len(after) and all(
        name in after and after[name] is value for name, value in before.items()
    )


def _is(one: object, other: object) -> bool:
    return one is other


def _short(text: str, field: str) -> str:
    return cut(text, most_letters(field))
