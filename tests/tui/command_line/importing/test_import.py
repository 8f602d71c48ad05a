"""``import`` on the command line can say what the screen can, and prints every doubt with its option."""

import json
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from data.errors import CeremonyError
from tests.conftest import found
from tui.command_line.verbs import run_verb

COUPLES = "STT,Tên vợ,Tên chồng\n1,Trần Thị Bình,Nguyễn Văn An\n"
USELESS = "Họ tên,Năm sinh\nNguyễn Văn An,3000\n"
UNNAMED = "Mã,Quý danh\nA01,Nguyễn Văn An\n"


class Told(NamedTuple):
    """What a command printed, and its exit status."""

    stdout: str
    stderr: str
    returncode: int


def run(event: Path, text: str, *words: str) -> Told:
    """Import this list with these options; a refusal is printed and is status 1, as main.py has it."""
    path = event.parent / "ds.csv"
    path.write_text(text, encoding="utf-8")
    out, errors = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(errors):
        try:
            status = run_verb(["import", str(event), str(path), *words])
        except CeremonyError as refused:
            errors.write(refused.sentence)
            status = 1
    return Told(out.getvalue(), errors.getvalue(), status)


@pytest.fixture
def event_folder(tmp_path: Path) -> Path:
    return found(tmp_path / "event")


def test_a_doubt_names_the_option_that_settles_it(event_folder: Path) -> None:
    asked = run(event_folder, COUPLES, "--dry-run")
    assert asked.returncode == 0
    assert "[--column C=name]" in asked.stderr and "Trần Thị Bình" in asked.stdout
    told = run(event_folder, COUPLES, "--dry-run", "--column", "C=name")
    assert "Nguyễn Văn An" in told.stdout and "--column" not in told.stderr


def test_a_refusal_names_the_option_that_it_asks_for(event_folder: Path) -> None:
    refused = run(event_folder, UNNAMED)
    assert refused.returncode == 1 and "--column B=name" in refused.stderr
    assert run(event_folder, UNNAMED, "--column", "B=name").returncode == 0


def test_a_look_ends_as_the_import_itself(event_folder: Path) -> None:
    assert [
        run(event_folder, USELESS, *words).returncode
        for words in (("--dry-run",), (), ("--dry-run", "--json"))
    ] == [
        1,
        1,
        1,
    ]


def test_the_json_says_how_sure_every_row_is(event_folder: Path) -> None:
    told = json.loads(run(event_folder, "Họ tên\nNGUYỄN VĂN AN\nLê Văn Tám\n", "--dry-run", "--json").stdout)
    assert [row["sure"] for row in told["added"]] == [False, True]
    assert told["added"][0]["doubts"] == ["capitals"]
    assert told["doubts"] == [{"kind": "capitals", "count": 1, "remedy": "proper"}]


def test_a_hamlet_with_a_slip_is_read_as_the_command_says(event_folder: Path) -> None:
    a_list = "Họ tên,Xóm\nNguyễn Văn An,Nà Pản\nLê Văn Tám,Nà Pản\nVũ Thị Lan,Nà Pán\n"
    asked = run(event_folder, a_list, "--dry-run")
    assert '[--hamlet "Nà Pán=Nà Pản"]' in asked.stderr and "Nà Pán" in asked.stdout
    told = run(event_folder, a_list, "--dry-run", "--hamlet", "Nà Pán=Nà Pản")
    assert "Pán" not in told.stdout + told.stderr


def test_what_is_not_used_is_said_before_and_when_it_is_written(event_folder: Path) -> None:
    a_list = "Họ tên,Số nhân khẩu\nNguyễn Văn An,4\n"
    looked, written = run(event_folder, a_list, "--dry-run"), run(event_folder, a_list)
    assert "không dùng: B “Số nhân khẩu”" in looked.stdout
    assert "không dùng: B “Số nhân khẩu”" in written.stderr


@pytest.mark.parametrize("words", [("--column", "B"), ("--hamlet", "B"), ("--encoding", "koi8")])
def test_wrong_options_are_wrong_usage(words: tuple[str, str], event_folder: Path) -> None:
    done = run(event_folder, COUPLES, *words)
    assert done.returncode == 2 and words[0] in done.stderr


def test_what_is_worth_a_look_is_said_in_its_language_and_as_json(event_folder: Path) -> None:
    a_list = "Họ tên,Xóm\nNguyễn Văn An,Xóm Đình\nNguyễn Văn An,Xóm Chùa\nLê Văn Tám,XÓM CHÙA\n"
    looked = run(event_folder, a_list, "--dry-run")
    assert "coi là một: Xóm Chùa: 2 cách viết" in looked.stderr
    assert "Cùng họ tên ở các xóm khác nhau (dòng): Nguyễn Văn An (2, 3)" in looked.stderr
    told = json.loads(run(event_folder, a_list, "--dry-run", "--json").stdout)
    assert [remark["kind"] for remark in told["remarks"]] == ["hamlet letters", "namesakes elsewhere"]
