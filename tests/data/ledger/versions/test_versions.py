"""What parts between the Python versions that the program runs on."""

import ast
import json
import socket
from inspect import cleandoc
from pathlib import Path, PureWindowsPath

import pytest

from data.export.schema import SCHEMA
from data.session.session import Session
from data.text.reserved_names import is_reserved

ROOT = Path(__file__).parents[4]


@pytest.mark.parametrize(
    "name", ["con", "CON.txt", "nul", "Aux.tar.gz", "com1", "LPT9.docx", "CONIN$", "com²", "prn .x"]
)
def test_a_name_of_a_device_is_known_in_every_spelling(name: str) -> None:
    assert is_reserved(name)


@pytest.mark.parametrize(
    "name", ["contest", "com0", "com10", "ledger.jsonl", "xcon", "lpt", "Cón", "a.con", ""]
)
def test_other_names_are_free(name: str) -> None:
    assert not is_reserved(name)


@pytest.mark.filterwarnings("ignore:pathlib.PurePath.is_reserved:DeprecationWarning")
@pytest.mark.skipif(not hasattr(PureWindowsPath, "is_reserved"), reason="gone in Python 3.15")
@pytest.mark.parametrize("ending", ["", ".txt", " .txt"])
def test_the_rule_is_the_one_that_python_had(ending: str) -> None:
    names = ["CON", "prn", "aux", "NUL", "com1", "COM9", "lpt5", "cards", "ledger", "sổ", "com", "lpt0"]
    for name in names:
        assert is_reserved(name + ending) == PureWindowsPath(name + ending).is_reserved()


def test_descriptions_in_the_schema_have_no_indentation_of_their_own() -> None:
    def descriptions(part: object) -> list[str]:
        if isinstance(part, dict):
            own = part.get("description")
            rest = [text for value in part.values() for text in descriptions(value)]
            return [own, *rest] if isinstance(own, str) else rest
        return [text for one in part for text in descriptions(one)] if isinstance(part, list) else []

    found = descriptions(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert len(found) > 20
    assert [text for text in found if text != cleandoc(text)] == []


def test_nothing_asks_windows_for_the_laptops_name_in_the_slow_way(session: Session) -> None:
    assert session.device == socket.gethostname()
    for file in [*ROOT.glob("data/**/*.py"), *ROOT.glob("tui/**/*.py"), ROOT / "main.py"]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert "platform" not in names, f"{file}: platform.node() and its kin may hang on Windows"
