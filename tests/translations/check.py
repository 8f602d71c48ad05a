"""Is every string that people read in the Vietnamese catalogue, translated and compiled?

Run it: ``python -m tests.translations.check``; exit status 1 and the strings that are not.
"""

import ast
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypeGuard

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "assets" / "locale" / "vi" / "LC_MESSAGES"
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
_PLACEHOLDER = re.compile(r"\{[^}]*\}")

Forms = tuple[str, ...]
"""One string, or the forms for one and for many."""


def source_strings() -> set[str]:
    """The strings that the code marks with ``_``, ``N_`` or ``ngettext``, each form by itself."""
    return {form for text in _marked() for form in text}


def forms(text: str | Iterable[str] | None) -> Forms:
    """Every form of a string of the catalogue."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def _marked() -> set[Forms]:
    found: set[Forms] = set()
    for package in ("data", "tui"):
        for _file, _line, message, _comments, _context in extract_from_dir(
            ROOT / package, keywords=_KEYWORDS
        ):
            found.add(forms(message))
    for _line, message, _comments, _context in extract_from_file(
        "python", ROOT / "main.py", keywords=_KEYWORDS
    ):
        found.add(forms(message))
    return found


def hidden_strings() -> list[str]:
    """Strings that Babel does not find, because they stand in an f-string or are one: place and line each."""
    found = []
    for file in (ROOT / "main.py", *(ROOT / "data").rglob("*.py"), *(ROOT / "tui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            parts = ast.walk(node) if isinstance(node, ast.JoinedStr) else ()
            inside = any(_says(part, ast.Constant) for part in parts)
            if inside or _says(node, ast.JoinedStr):
                found.append(f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}")
    return found


def _says(node: ast.AST, what: type[ast.expr]) -> TypeGuard[ast.Call]:
    """Whether ``node`` is a call that marks a string, with an argument of the kind ``what``."""
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _KEYWORDS
    return called and any(isinstance(argument, what) for argument in getattr(node, "args", ()))


def catalogue() -> Catalog:
    """The Vietnamese catalogue as people edit it."""
    with (FOLDER / "ceremony.po").open("rb") as file:
        return read_po(file, locale="vi", domain="ceremony")


def compiled() -> dict[Forms, Forms]:
    """What the program reads: each string with its translation, without the header that names Babel."""
    with (FOLDER / "ceremony.mo").open("rb") as file:
        return {forms(message.id): forms(message.string) for message in read_mo(file) if message.id}


def faults() -> list[str]:
    """What is wrong, a line each; empty when all is well."""
    po, marked = catalogue(), _marked()
    translated = {forms(message.id): message for message in po if message.id}
    wrong = [f"not in the catalogue: {text}" for text in sorted(marked - translated.keys())]
    wrong += [f"no longer in the code: {text}" for text in sorted(translated.keys() - marked)]
    wrong += [f"in an f-string, where Babel does not look: {place}" for place in hidden_strings()]
    for text, message in translated.items():
        told = forms(message.string)
        if not all(told) or message.fuzzy:
            wrong.append(f"not translated: {text}")
        elif len({_braces(form) for form in (*text, *told)}) > 1:
            wrong.append(f"other braces in the translation of {text}: {told}")
        elif len(told) != (1 if len(text) == 1 else po.num_plurals):
            wrong.append(f"not as many forms as Vietnamese has: {text}: {told}")
    done = {text: forms(message.string) for text, message in translated.items() if all(forms(message.string))}
    if compiled() != done:
        wrong.append("ceremony.mo is older than ceremony.po: compile it (see CONTRIBUTING.md)")
    return wrong


def _braces(text: str) -> tuple[str, ...]:
    return tuple(sorted(_PLACEHOLDER.findall(text)))


if __name__ == "__main__":
    found = faults()
    print("\n".join(found) or f"{len(source_strings())} strings, all translated")
    sys.exit(bool(found))
