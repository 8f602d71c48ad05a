"""Text goes in and out as UTF-8 through every kind of pipe, whatever code page a console would have."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.scanning.codes import payload
from data.session.session import Session
from tests.faults.kill import ROOT
from tui.command_line.terminal.text_streams import output_is_gone

PYTHON = (sys.executable, str(ROOT / "main.py"))


def run(*arguments: object, text: bytes = b"", code_page: str = "") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | ({"PYTHONIOENCODING": code_page} if code_page else {})
    return subprocess.run(
        [*PYTHON, *map(str, arguments)], input=text, capture_output=True, env=environment, check=False
    )


@pytest.fixture
def code(event_folder: Path) -> str:
    with Session(event_folder, "read") as session:
        return payload(session.state.guests[1].code)


@pytest.mark.quick_once()
@pytest.mark.parametrize("code_page", ["cp850", "cp1252", "cp1258", "ascii:strict", "utf-16"])
def test_a_console_s_code_page_changes_nothing_in_a_pipe(event_folder: Path, code_page: str) -> None:
    told = run("status", event_folder, code_page=code_page)
    assert told.returncode == 0
    assert told.stdout == run("status", event_folder).stdout
    assert "thôn Khả Tân" in told.stdout.decode("utf-8")
    missing = run("status", event_folder.parent / "không có", code_page=code_page)
    assert missing.returncode == 1
    assert "Không có buổi lễ nào trong" in missing.stderr.decode("utf-8")


@pytest.mark.quick_once("encoding")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "ascii"])
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_codes_are_read_from_files_of_every_shell(
    event_folder: Path, code: str, encoding: str, end: str
) -> None:
    told = run("scan", event_folder, "--stdin", text=f"{code}{end}".encode(encoding))
    assert told.returncode == 0, told.stderr.decode()
    assert b'"admitted"' in told.stdout
    assert "Nguyễn Văn Dũng" in told.stdout.decode("utf-8")


@pytest.mark.quick_once()
@pytest.mark.skipif(os.name == "nt", reason="a shell of Windows closes nothing")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_stops_nothing(event_folder: Path, code: str, closed: str) -> None:
    command = f'"{PYTHON[0]}" "{PYTHON[1]}" scan "{event_folder}" --code {code} {closed}'
    assert subprocess.run(["sh", "-c", command], check=False).returncode == 0
    with Session(event_folder, "read") as session:
        assert 1 in session.state.present


def test_who_stops_reading_is_told_nothing_more_and_what_was_scanned_stays(
    event_folder: Path, code: str
) -> None:
    with subprocess.Popen(
        [*PYTHON, "scan", str(event_folder), "--stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdin.write(f"{code}\n".encode())
        program.stdin.flush()
        assert b'"admitted"' in program.stdout.readline()
        program.stdout.close()
        # The first of these meets the closed pipe.
        program.stdin.write(f"{code}\n{code}\n".encode())
        program.stdin.close()
        said = program.stderr.read().decode()
        assert program.wait() == 1
    assert "Traceback" not in said and "Errno" not in said and "lỗi" not in said
    with Session(event_folder, "read") as session:
        assert 1 in session.state.present


class GoneOnWindows(io.StringIO):
    """What a pipe is on Windows after its reader has left."""

    def flush(self) -> None:
        raise OSError(22, "Invalid argument")


def test_a_reader_that_left_is_known_by_what_windows_says_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not output_is_gone()
    monkeypatch.setattr(sys, "stdout", GoneOnWindows())
    assert output_is_gone()
    monkeypatch.setattr(sys, "stdout", None)
    assert not output_is_gone()
