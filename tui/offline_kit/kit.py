"""The kit as a whole: wheels, installer, and the files that a person opens."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from data.assets import ASSETS
from data.errors import Refused
from data.language import _
from tui.offline_kit.pip import pip
from tui.offline_kit.windows import download_for_windows

PROJECT = "le-ra-mat"
SOURCES = ("data", "tui", "assets", "main.py", "pyproject.toml", "README.md", "LICENSE")
STARTERS = ("cai-dat.bat", "cai-dat.sh", "DOC-TRUOC.txt")
WHEELS = "wheels"
THIS_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


class Kit(NamedTuple):
    """How many wheels a kit holds and how large it is in all."""

    wheels: int
    megabytes: int


def make_kit(
    folder: Path,
    pythons: Iterable[str],
    *,
    camera: bool = True,
    installer: Path | None = None,
    tell: Callable[[str], None] = lambda line: None,
) -> Kit:
    """Make the kit in ``folder`` for Windows laptops with one of ``pythons`` (as ``3.13``), and for this one.

    An older kit there is replaced. Raises Refused when the folder holds something else, the project's
    sources are not around this file, or a wheel can be neither downloaded nor built.
    """
    versions = list(dict.fromkeys(pythons))
    _clear(folder)
    wheels = folder / WHEELS
    wheels.mkdir(parents=True)
    if installer is not None:
        shutil.copy2(installer, folder)
    tell("Building the program's own wheel")
    own = build_own(wheels)
    extra = "[camera,several]" if camera else "[several]"
    tell("Fetching and building wheels for this computer")
    # By its file, so that nobody's project of this name is taken from a registry.
    pip("wheel", "--wheel-dir", wheels, f"{PROJECT}{extra} @ {own.as_uri()}")
    for version in versions:
        tell(f"Fetching wheels for Windows, Python {version}")
        download_for_windows(wheels, own, version, camera=camera)
    for name in STARTERS:
        # The wheels for this computer's kind fit the Python they were chosen with.
        of_name = [THIS_PYTHON] if name.endswith(".sh") else versions
        _write_starter(folder, name, of_name, extra)
    files = [path for path in folder.rglob("*") if path.is_file()]
    return Kit(len(list(wheels.glob("*.whl"))), round(sum(path.stat().st_size for path in files) / 1e6))


def build_own(wheels: Path, *, isolated: bool = True) -> Path:
    """Build the project's wheel into ``wheels``, from a copy without what older builds left behind.

    Where it is not ``isolated``, with the setuptools that is installed here instead of a fresh one.
    """
    root = ASSETS.parent
    if not (root / "pyproject.toml").is_file():
        raise Refused(_("The kit is made in the folder of the program's source."))
    with tempfile.TemporaryDirectory(prefix="le-ra-mat-") as temporary:
        for name in SOURCES:
            source, copy = root / name, Path(temporary) / name
            if source.is_dir():
                shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy2(source, copy)
        how = () if isolated else ("--no-build-isolation",)
        pip("wheel", "--no-deps", *how, "--wheel-dir", wheels, temporary)
    return next(wheels.glob("le_ra_mat-*.whl")).resolve()


def _clear(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir() or (any(folder.iterdir()) and not (folder / STARTERS[0]).is_file()):
        raise Refused(_("{path} holds something else. Choose another folder.").format(path=folder))
    shutil.rmtree(folder / WHEELS, ignore_errors=True)


def _write_starter(folder: Path, name: str, versions: list[str], extra: str) -> None:
    text = (ASSETS / "kit" / name).read_text(encoding="utf-8")
    text = text.replace("@@VERSIONS@@", " ".join(versions)).replace("@@EXTRA@@", extra)
    # Notepad and cmd of older Windows read no other ends of lines.
    ends = "\n" if name.endswith(".sh") else "\r\n"
    (folder / name).write_text(text, encoding="utf-8", newline=ends)
