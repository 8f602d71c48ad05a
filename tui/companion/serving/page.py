"""Pages: HTML files of ``assets/companion`` with their words in the language of the program."""

import html
import json
import re
from collections.abc import Mapping
from typing import NamedTuple

from data.assets import ASSETS
from data.companion.roles import Right
from data.language import _, chosen

PAGES = ASSETS / "companion"
_KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
}
_BLANK = re.compile(r"\{\{([a-z_]+)\}\}")


class Page(NamedTuple):
    """A page at ``path`` (``/quet``), made from ``file`` in ``assets/companion``.

    ``right`` is what a phone must be paired for to see it; None for what anybody on the network may see.
    ``open_here`` lets a browser on this laptop see it without pairing. ``words`` are its texts by name, in
    English (``N_``); in the file ``{{name}}`` stands for one, ``{{lang}}`` for the language's code and
    ``{{words}}`` for all of them as JSON, for the script.
    """

    path: str
    file: str
    right: Right | None
    words: Mapping[str, str]
    open_here: bool = False


def filled(page: Page, values: Mapping[str, str]) -> str:
    """The page's HTML in the language of the program, with ``values`` beside its words. All is escaped."""
    words = {name: _(text) for name, text in page.words.items()}

    def word(found: re.Match[str]) -> str:
        if found[1] == "lang":
            return chosen()
        if found[1] == "words":
            return json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
        return html.escape(values[found[1]] if found[1] in values else words[found[1]])

    return _BLANK.sub(word, (PAGES / page.file).read_text("utf-8"))


def static_files() -> dict[str, tuple[bytes, str]]:
    """What pages load beside their HTML: by name, which is one for all folders, the bytes and their kind.

    There is nothing else to get.
    """
    files: dict[str, tuple[bytes, str]] = {}
    for path in sorted(PAGES.rglob("*")):
        if path.suffix in _KINDS:
            files[path.name] = path.read_bytes(), _KINDS[path.suffix]
    return files
