"""The strings of the code that people read: those that ``_``, ``N_`` or ``ngettext`` mark."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import TypeGuard

from babel.messages.extract import extract_from_dir, extract_from_file

ROOT = Path(__file__).resolve().parents[2]
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}

Forms = tuple[str, ...]
"""One string, or the forms for one and for many."""


def forms(text: str | Iterable[str] | None) -> Forms:
    """Every form of a string of the catalogue."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def source_strings() -> set[str]:
    """Each form of the strings that the code marks, by itself."""
    return {form for text in marked() for form in text}


def marked() -> frozenset[Forms]:
    """The strings that the code marks, read from its syntax."""
    return frozenset(text for _place, text in _read() if text)


def marked_for_babel() -> frozenset[Forms]:
    """The same as Babel finds them when it fills the catalogue; takes some seconds."""
    found = [
        forms(row[2]) for part in ("data", "tui") for row in extract_from_dir(ROOT / part, keywords=_KEYWORDS)
    ]
    found += [forms(row[1]) for row in extract_from_file("python", ROOT / "main.py", keywords=_KEYWORDS)]
    return frozenset(found)


def hidden_strings() -> list[str]:
    """Strings that Babel does not find, because they stand in an f-string or are one: place and line each."""
    return [place for place, text in _read() if place and not text]


@cache
def _read() -> tuple[tuple[str, Forms], ...]:
    """The marked strings; where Babel does not look, the place instead."""
    files = (ROOT / "main.py", *(ROOT / "data").rglob("*.py"), *(ROOT / "tui").rglob("*.py"))
    return tuple(found for file in files for found in _in_file(file))


def _in_file(file: Path) -> Iterator[tuple[str, Forms]]:
    text = file.read_text("utf-8")
    if not any(f"{name}(" in text for name in _KEYWORDS):
        return
    name = file.relative_to(ROOT)
    for node in ast.walk(ast.parse(text)):
        if _marks(node):
            if any(isinstance(word, ast.JoinedStr | ast.BinOp) for word in node.args):
                yield f"{name}:{node.lineno}", ()
            else:
                yield "", _texts(node)
        elif isinstance(node, ast.JoinedStr) and any(
            _marks(part) and _texts(part) for part in ast.walk(node)
        ):
            yield f"{name}:{node.lineno}", ()


def _marks(node: ast.AST) -> TypeGuard[ast.Call]:
    """Whether ``node`` is a call that marks what is said in it."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _KEYWORDS


def _texts(call: ast.Call) -> Forms:
    """What is said in a call that marks: one string, or of ``ngettext`` two; nothing where it is computed."""
    return tuple(takewhile(bool, map(_text, call.args[: 2 if _name(call) == "ngettext" else 1])))


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _text(word: ast.expr) -> str:
    return word.value if isinstance(word, ast.Constant) and isinstance(word.value, str) else ""
