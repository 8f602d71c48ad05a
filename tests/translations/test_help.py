"""The command line's help speaks the language that was asked for, also where typer speaks."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("command", ["", "cards"])
def test_help_is_vietnamese_throughout(command: str) -> None:
    words = [sys.executable, "main.py", *command.split(), "--help"]
    wide = {**os.environ, "COLUMNS": "100"}
    told = subprocess.run(words, cwd=ROOT, env=wide, capture_output=True, encoding="utf-8", check=True).stdout
    assert "Cách dùng" in told and "Tùy chọn" in told
    assert not re.search(r"Usage|Options|Arguments|Commands|Show this|required|default", told, re.IGNORECASE)
