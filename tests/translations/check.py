"""Is every string that people read in the Vietnamese catalogue, translated and compiled?

Run it: ``python -m tests.translations.check``; exit status 1 and the strings that are not.
"""

import ast
import re
import sys
from pathlib import Path
from typing import TypeGuard

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "assets" / "locale" / "vi" / "LC_MESSAGES"
_KEYWORDS = {"_": None, "N_": None}
_PLACEHOLDER = re.compile(r"\{[^}]*\}")


def source_strings() -> set[str]:
    """The strings that the code marks with ``_`` or ``N_``."""
    found: set[str] = set()
    for package in ("data", "tui"):
        for _file, _line, message, _comments, _context in extract_from_dir(
            ROOT / package, keywords=_KEYWORDS
        ):
            found.add(message if isinstance(message, str) else message[0])
    for _line, message, _comments, _context in extract_from_file(
        "python", ROOT / "main.py", keywords=_KEYWORDS
    ):
        found.add(message if isinstance(message, str) else message[0])
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
    """Whether ``node`` is a call of ``_`` or ``N_`` with an argument of the kind ``what``."""
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_")
    return called and any(isinstance(argument, what) for argument in getattr(node, "args", ()))


def catalogue() -> Catalog:
    """The Vietnamese catalogue as people edit it."""
    with (FOLDER / "ceremony.po").open("rb") as file:
        return read_po(file, locale="vi", domain="ceremony")


def compiled() -> dict[str, str]:
    """What the program reads: each string with its translation, without the header that names Babel."""
    with (FOLDER / "ceremony.mo").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_mo(file) if message.id}


def faults() -> list[str]:
    """What is wrong, a line each; empty when all is well."""
    po = catalogue()
    translated = {str(message.id): message for message in po if message.id}
    wrong = [f"not in the catalogue: {text!r}" for text in sorted(source_strings() - translated.keys())]
    wrong += [f"no longer in the code: {text!r}" for text in sorted(translated.keys() - source_strings())]
    wrong += [f"in an f-string, where Babel does not look: {place}" for place in hidden_strings()]
    for text, message in translated.items():
        if not message.string or message.fuzzy:
            wrong.append(f"not translated: {text!r}")
        elif sorted(_PLACEHOLDER.findall(text)) != sorted(_PLACEHOLDER.findall(str(message.string))):
            wrong.append(f"other braces in the translation of {text!r}: {message.string!r}")
    if compiled() != {text: str(message.string) for text, message in translated.items() if message.string}:
        wrong.append("ceremony.mo is older than ceremony.po: compile it (see CONTRIBUTING.md)")
    return wrong


if __name__ == "__main__":
    found = faults()
    print("\n".join(found) or f"{len(source_strings())} strings, all translated")
    sys.exit(bool(found))
