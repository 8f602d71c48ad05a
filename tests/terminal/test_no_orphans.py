"""A program in a test's terminal ends with the test, however that ended."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals of this kind")

from tests.terminal.program import ROOT

_TEST = """
import sys, time
from pathlib import Path
from tests.terminal.program import Program
program = Program(script=Path("tests/bench/empty_app.py"))
assert program.shows("EMPTY")
print(program.process.pid, flush=True)
time.sleep(60)
"""


def test_a_program_whose_test_was_killed_ends_as_well() -> None:
    with subprocess.Popen([sys.executable, "-c", _TEST], cwd=ROOT, stdout=subprocess.PIPE) as test:
        assert test.stdout is not None
        child = int(test.stdout.readline())
        test.kill()
    end = time.monotonic() + 10
    while lives(child) and time.monotonic() < end:
        time.sleep(0.05)
    assert not lives(child)


def lives(process: int) -> bool:
    """Whether it still runs; one that ended and was not asked for does not."""
    try:
        os.kill(process, 0)
        return ") Z" not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
