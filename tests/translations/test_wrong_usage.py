import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words], capture_output=True, text=True, encoding="utf-8"
    )


def test_a_mistyped_command_is_refused_in_vietnamese_as_wrong_usage() -> None:
    done = run("stauts", "kha-tan")
    assert done.returncode == 2
    assert "Không có lệnh hay buổi lễ nào tên “stauts”" in done.stderr
    assert done.stdout == ""


@pytest.mark.quick_once()
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("import", "kha-tan"), "Thiếu ROSTER."),
        (("new", "kha-tan"), "Thiếu --plan."),
        (("status", "kha-tan", "--nhanh"), "Không có tùy chọn --nhanh."),
        (("new", "x", "--plan", "ke-hoach-2022", "--date", "bao giờ"), "Không dùng được giá trị của --date."),
        (("status", "a", "b"), "Dòng lệnh thừa: b"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese_with_status_2(words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert done.stderr.startswith(told)
    assert "--help" in done.stderr and len(done.stderr.splitlines()) == 1


def test_what_is_refused_still_exits_1_and_help_0(tmp_path: Path) -> None:
    assert run("status", str(tmp_path / "nope")).returncode == 1
    assert "nope" in run(str(tmp_path / "nope")).stderr
    assert run("scan", "--help").returncode == 0


def test_a_dry_run_tells_what_would_be_read_row_by_row(tmp_path: Path) -> None:
    event, roster = tmp_path / "le", tmp_path / "ds.csv"
    made = run("new", str(event), "--plan", "ke-hoach-2022", "--site", "kha-tan", "--date", "15/06/2022")
    assert made.returncode == 0, made.stderr
    roster.write_text("STT,Họ và tên,Năm sinh,Xóm\n1,Nguyễn Văn An,1960,Xóm 1\n", encoding="utf-8")
    told = run("import", str(event), str(roster), "--dry-run").stdout
    assert "     2  thêm  Nguyễn Văn An · 1960 · Xóm 1" in told
    assert "B họ và tên" in told, "what each column was taken for"
