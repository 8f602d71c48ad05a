"""Every file, folder and module that the documentation names is there, and every room is named."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tui.command_line.verbs import VERBS

ROOT = Path(__file__).parents[2]
PAGES = (
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "assets/papers/README.md"),
    *("docs/architecture.md", "docs/recipes.md", "docs/district.md"),
)
TOPS = ("data", "tui", "tests", "assets", "docs", ".ci")
TO_BE_MADE = {
    *("assets/papers/giay-cam-on.docx", "assets/plans/tong-ket.toml"),
    *("tui/notes/__init__.py", "assets/locale/fr/LC_MESSAGES/ceremony.po"),
    *("assets/companion/seats/seats.html", "data/companion/views/seats.py", "tui/companion/pages/seats.py"),
}
"""What a recipe makes, in an example: it stands in no tree."""
_VERB = re.compile(r"(?:`|python )main\.py (?:--lang (?:vi|en) )?([a-z]+)(?=[ `\n])")
_QUOTED = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)+/?|[\w-]+\.(?:py|toml|tcss|docx)")
_MODULE = re.compile(r"\b(?:data|tui|tests)(?:\.[a-z_]\w*)+")
_PLACE_OF_MODULES = re.compile(r"python -m (tests\.\w+)\.")


@cache
def places() -> frozenset[str]:
    """Every file and folder of the project, with slashes before and behind, modules also without ``.py``."""
    files = [path for top in TOPS for path in (ROOT / top).rglob("*") if "__pycache__" not in path.parts]
    names = [*(path.relative_to(ROOT).as_posix() for path in files), *(path.name for path in ROOT.iterdir())]
    return frozenset(f"/{name}/" for name in (*names, *(name.removesuffix(".py") for name in names)))


def stands(path: str) -> bool:
    """Whether ``path`` is there: from the root where it begins with a room, else behind any folder."""
    wanted = f"/{path.strip('/')}/"
    if path.split("/")[0] in TOPS:
        return wanted in places()
    return any(place.endswith(wanted) for place in places())


def named(page: str) -> Iterator[str]:
    """The paths that a page names in its code; modules as paths, too."""
    for line in (ROOT / page).read_text(encoding="utf-8").splitlines():
        package = _PLACE_OF_MODULES.search(line)
        for quoted in _QUOTED.findall(line):
            path = re.sub(r"\.[A-Z_]+$", "", quoted)  # A constant of that module.
            if _PATH.fullmatch(path) and (path.split("/")[0] in TOPS or path.endswith((".py", ".tcss"))):
                yield path
            elif package is not None and re.fullmatch(r"\.[a-z_]+", quoted):
                yield package[1].replace(".", "/") + quoted.replace(".", "/")
            for module in _MODULE.findall(quoted):
                yield module.replace(".", "/")


def test_paths_are_found_in_the_documentation_and_a_wrong_one_would_be_seen() -> None:
    assert len(set(named("docs/architecture.md"))) > 40
    assert {"data/commands", "data/state/state.py"} <= set(named("docs/architecture.md"))
    assert not stands("data/utils") and not stands("state/readings/newer_version.py")


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_names_is_there(page: str) -> None:
    assert not sorted({path for path in named(page) if not stands(path)} - TO_BE_MADE)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_a_page_names_can_be_typed(page: str) -> None:
    named = set(_VERB.findall((ROOT / page).read_text(encoding="utf-8")))
    assert not named - {verb.name for verb in VERBS}
    assert named or page != "README.md"


def test_what_the_recipes_make_is_named_there_and_in_no_tree() -> None:
    assert set(named("docs/recipes.md")) >= TO_BE_MADE
    assert not [path for path in TO_BE_MADE if stands(path)]


@pytest.mark.parametrize("house", ["data", "tui"])
def test_every_room_is_named_by_the_architecture(house: str) -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    table = " ".join(line for line in text.splitlines() if line.startswith("| `"))
    rooms = [folder.name for folder in (ROOT / house).iterdir() if (folder / "__init__.py").exists()]
    assert not [room for room in rooms if not re.search(rf"`(?:{house}/)?{room}`", table)]


def test_every_figure_that_is_measured_stands_in_the_table_of_benches() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    _before, _head, table = text.partition("| `python -m tests.bench.…`")
    rows = [line.split("|")[1] for line in table.partition("\n\n")[0].splitlines()[2:]]
    told = {name for row in rows for name in _QUOTED.findall(row)}
    assert told
    runs = {
        path.stem
        for path in (ROOT / "tests/bench").glob("*.py")
        if "__main__" in path.read_text(encoding="utf-8")
        and path.stem != "all"
        and not path.stem.endswith("_app")
    }
    assert told <= {path.stem for path in (ROOT / "tests/bench").glob("*.py")}
    assert runs <= told
