"""The wheel holds all that the program needs, under one name, and runs from anywhere."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from data.assets import ASSETS
from tui.offline_kit.kit import build_own

ROOT = ASSETS.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_own(tmp_path_factory.mktemp("wheels"), isolated=False)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked, as an installer does it."""
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def run(site: Path, cwd: Path, code: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run ``code`` as the console script does, from a folder that is not the project's."""
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


SCRIPT = "import sys; sys.argv[0] = 'le-ra-mat'; from le_ra_mat.main import main; main()"


def test_nothing_of_it_lies_beside_other_projects(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"le_ra_mat"}


def test_every_module_asset_and_style_is_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    folders = [ROOT / name for name in ("data", "tui", "assets")]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    wanted = {path for path in files if "__pycache__" not in path.parts}
    lacking = [path for path in wanted if f"le_ra_mat/{path.relative_to(ROOT).as_posix()}" not in held]
    assert lacking == []


def test_it_makes_an_event_and_papers_from_another_folder(installed: Path, tmp_path: Path) -> None:
    new = ("new", "lễ", "--plan", "ke-hoach-2022", "--site", "kha-tan", "--sample")
    made = run(installed, tmp_path, SCRIPT, *new)
    assert (made.returncode, made.stderr) == (0, "")
    papers = run(installed, tmp_path, SCRIPT, "papers", "lễ", "--paper", "minutes")
    status = run(installed, tmp_path, SCRIPT, "status", "lễ", "--json")
    assert '"listed": 100' in status.stdout
    assert papers.returncode in (0, 1) and "Traceback" not in papers.stderr


def test_what_it_tells_people_to_type_is_the_command_they_have(installed: Path, tmp_path: Path) -> None:
    refused = run(installed, tmp_path, SCRIPT, "status", "không-có")
    assert refused.returncode == 1
    assert "le-ra-mat new" in refused.stderr and "main.py" not in refused.stderr
    helped = run(installed, tmp_path, SCRIPT, "--help")
    assert "le-ra-mat" in helped.stdout and "main.py" not in helped.stdout


def test_its_screens_open_there(installed: Path, tmp_path: Path) -> None:
    code = (
        "import asyncio, le_ra_mat.main\n"
        "from tui.shell.app import CeremonyApp\n"
        "import tui\n"
        "async def look():\n"
        "    async with CeremonyApp().run_test(size=(80, 24)) as pilot:\n"
        "        await pilot.pause()\n"
        "        print(type(pilot.app.screen).__name__, tui.__file__)\n"
        "asyncio.run(look())\n"
    )
    looked = run(installed, tmp_path, code)
    assert looked.stdout.split() == ["WelcomeScreen", str(installed / "le_ra_mat" / "tui" / "__init__.py")]
