"""Is every string that people read in the Vietnamese catalogue, translated and compiled?

Run it: ``python -m tests.translations.check``; exit status 1 and the strings that are not.
"""

import re
import sys

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from tests.translations.marked import ROOT, Forms, forms, hidden_strings, marked, source_strings

FOLDER = ROOT / "assets" / "locale" / "vi" / "LC_MESSAGES"
_PLACEHOLDER = re.compile(r"\{[^}]*\}")


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
    po, found = catalogue(), marked()
    translated = {forms(message.id): message for message in po if message.id}
    wrong = [f"not in the catalogue: {text}" for text in sorted(found - translated.keys())]
    wrong += [f"no longer in the code: {text}" for text in sorted(translated.keys() - found)]
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
