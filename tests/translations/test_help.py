"""The command line's help speaks the language that was asked for, also where typer speaks."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.quick_once()
@pytest.mark.parametrize("command", ["", "cards", "new", "scan"])
def test_help_is_vietnamese_throughout(command: str) -> None:
    words = [sys.executable, "main.py", *command.split(), "--help"]
    wide = {**os.environ, "COLUMNS": "100"}
    told = subprocess.run(words, cwd=ROOT, env=wide, capture_output=True, encoding="utf-8", check=True).stdout
    assert "Cách dùng" in told and "Tùy chọn" in told
    assert not re.search(r"Usage|Options|Arguments|Commands|Show this|required|default", told, re.IGNORECASE)


@pytest.mark.quick_once()
@pytest.mark.parametrize("command", ["", "new", "scan", "export"])
def test_help_says_everything_and_nothing_of_pythons_types(command: str) -> None:
    words = [sys.executable, "main.py", "--lang", "en", *command.split(), "--help"]
    wide = {**os.environ, "COLUMNS": "80"}
    told = subprocess.run(words, cwd=ROOT, env=wide, capture_output=True, encoding="utf-8", check=True).stdout
    assert not re.search(
        r"<\w|\{|\[\[|\w\.\.\.$", re.sub(r"EVENT\.\.\.|ARGS\]\.\.\.", "", told), re.MULTILINE
    )
    assert all(len(line) <= 80 for line in told.splitlines())
