"""Whether everything that the program needs at run time comes as a wheel for 64-bit Windows, and how large.

``tests/windows/wheels [PYTHON ...]`` asks pip for Python 3.11 to 3.14 where none is named. Ends with 1 where
something has neither a wheel nor a source that every computer can build.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.windows.laptop import PLATFORM, ROOT, without_wheels

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SOURCE_ONLY = "a source only"


class Wheels(NamedTuple):
    """The wheels of one set of requirements: name and bytes of each; what has none, and why."""

    sizes: dict[str, int]
    lacking: dict[str, str]

    @property
    def megabytes(self) -> float:
        """How much is downloaded."""
        return sum(self.sizes.values()) / 1e6


def fetch(wanted: Iterable[str], python: str, place: Path) -> Wheels:
    """Download the wheels of ``wanted`` and of all they need for ``python`` (as ``3.13``) into ``place``.

    What only has a source is looked for with its neighbours' wheels, so that nothing is hidden behind it.
    """
    lacking = dict.fromkeys(without_wheels(), SOURCE_ONLY)
    # pip names these neither quietly nor at once: a wheel is built of each beforehand.
    _pip("wheel", "--no-deps", "--wheel-dir", place, *lacking)
    for one in wanted:
        said = _download(one, python, place)
        while sources := [name for name in _only_sources(said) if name not in lacking]:
            for source in sources:
                built = not _pip("wheel", "--no-deps", "--wheel-dir", place, source)
                lacking[source] = SOURCE_ONLY if built else "neither wheel nor a source that builds"
            said = _download(one, python, place)
        if said:
            lacking[one] = said.splitlines()[-1]
    sizes = {path.name: path.stat().st_size for path in place.glob("*.whl")}
    return Wheels(sizes, lacking)


def _download(wanted: str, python: str, place: Path) -> str:
    return _pip(
        *("download", "--platform", PLATFORM, "--python-version", python, "--implementation", "cp"),
        *("--only-binary=:all:", "--find-links", place, "--dest", place, wanted),
    )


def _only_sources(said: str) -> list[str]:
    """The projects that pip may have found no wheel of, from what it said."""
    return re.findall(r"(?:No matching distribution found for|depends on) ([A-Za-z0-9._-]+)", said)


def _pip(*arguments: object) -> str:
    """Run pip; what it said when it fails, else nothing."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
    return (done.stderr.strip() or "pip failed") if done.returncode else ""


def main(pythons: list[str]) -> int:
    """Print sizes and what is lacking; 1 when something cannot be had at all."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    failed = False
    for python in pythons or PYTHONS:
        with tempfile.TemporaryDirectory() as temporary:
            place = Path(temporary)
            plain = fetch(project["dependencies"], python, place)
            alone = set(plain.sizes)
            camera = fetch(project["optional-dependencies"]["camera"], python, place)
            more = sum(size for name, size in camera.sizes.items() if name not in alone)
            print(f"Python {python}, {PLATFORM}: {len(alone)} wheels, {plain.megabytes:.1f} MB; ", end="")
            print(f"the camera's extra {more / 1e6:.1f} MB more")
            for name, size in sorted(camera.sizes.items(), key=lambda one: -one[1]):
                print(f"  {size / 1e6:8.2f} MB  {name}{'' if name in alone else '  [camera]'}")
            for name, why in (plain.lacking | camera.lacking).items():
                print(f"  no wheel: {name} ({why})")
                failed = failed or why != SOURCE_ONLY
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
