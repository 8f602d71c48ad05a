"""Is every string that people read in the Vietnamese catalogue, translated and compiled?

Run it: ``python -m tests.translations.check``; exit status 1 and the strings that are not.
"""

import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import write_mo
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


def catalogue() -> Catalog:
    """The Vietnamese catalogue as people edit it."""
    with (FOLDER / "ceremony.po").open("rb") as file:
        return read_po(file, locale="vi", domain="ceremony")


def faults() -> list[str]:
    """What is wrong, a line each; empty when all is well."""
    po = catalogue()
    translated = {str(message.id): message for message in po if message.id}
    wrong = [f"not in the catalogue: {text!r}" for text in sorted(source_strings() - translated.keys())]
    wrong += [f"no longer in the code: {text!r}" for text in sorted(translated.keys() - source_strings())]
    for text, message in translated.items():
        if not message.string or message.fuzzy:
            wrong.append(f"not translated: {text!r}")
        elif sorted(_PLACEHOLDER.findall(text)) != sorted(_PLACEHOLDER.findall(str(message.string))):
            wrong.append(f"other braces in the translation of {text!r}: {message.string!r}")
    compiled = io.BytesIO()
    write_mo(compiled, po)
    if (FOLDER / "ceremony.mo").read_bytes() != compiled.getvalue():
        wrong.append("ceremony.mo is older than ceremony.po: compile it (see CONTRIBUTING.md)")
    return wrong


if __name__ == "__main__":
    found = faults()
    print("\n".join(found) or f"{len(source_strings())} strings, all translated")
    sys.exit(bool(found))
