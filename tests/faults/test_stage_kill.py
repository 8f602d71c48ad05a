"""The stage comes back from a kill -9 as it was, to the second."""

import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import found
from tests.faults.kill import ROOT

STEPS = ("go", "more", "go", "pause", "back", "undo")


def one_life(folder: Path, step: str) -> tuple[str, str, float]:
    """Start, look, do a step, be killed: what was seen before it and after it, and how long that took."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.stage_child", str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(f"look\n{step}\n")
        process.stdin.flush()
        before = process.stdout.readline().strip()
        after = process.stdout.readline().strip()
        process.kill()
        process.wait()
        return before, after, time.monotonic()


def parts(seen: str) -> list[list[str]]:
    return [item.split(":") for item in seen.split()]


def test_after_each_step_and_kill_the_stage_is_as_it_was(tmp_path: Path) -> None:
    folder = found(tmp_path / "event")
    last, at = "", time.monotonic()
    for step in (*STEPS, "look"):
        before, after, now = one_life(folder, step)
        was, is_ = parts(last), parts(before)
        assert [item[:3] for item in was] == [item[:3] for item in is_]
        passed = now - at
        for (_id, state, _minutes, ran), (*_rest, runs) in zip(was, is_, strict=True):
            more = float(runs) - float(ran)
            # Only what runs goes on, and by no more than the time that went by.
            assert 0 <= more <= passed + 0.1 if state == "running" else more == 0
        last, at = after, now
