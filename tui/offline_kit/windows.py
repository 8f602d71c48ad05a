"""Wheels for a Windows laptop, gathered on a computer that may be another.

pip reads a requirement's conditions ("only on Windows") with the computer it runs on, whatever platform
it downloads for. So what is needed there is worked out here, from the wheels' own metadata.
"""

import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import Refused
from data.language import _
from tui.offline_kit.pip import pip

if TYPE_CHECKING:
    from packaging.requirements import Requirement

PLATFORM = "win_amd64"


def download_for_windows(wheels: Path, own: Path, version: str, *, camera: bool) -> None:
    """Download into ``wheels`` what ``own``, the program's wheel, needs on Windows under ``version``.

    Versions are those that were chosen for this computer, which fit each other. Raises Refused where a
    wheel cannot be had.
    """
    pinned = {name_of(path): version_of(path) for path in wheels.glob("*.whl")}
    here: dict[str, Path] = {name_of(path): path for path in wheels.glob("*-none-any.whl")}
    asked: set[tuple[str, frozenset[str]]] = set()
    waiting = list(requirements(own, version, {"camera", "several"} if camera else {"several"}))
    while waiting:
        lacking = {_name(one): one for one in waiting if _name(one) not in here}
        if lacking:
            _download(wheels, version, [_pinned(one, pinned) for one in lacking.values()])
            here |= {name: _wheel_for(wheels, name, version) for name in lacking}
        fresh = [one for one in waiting if (_name(one), frozenset(one.extras)) not in asked]
        asked |= {(_name(one), frozenset(one.extras)) for one in fresh}
        waiting = [need for one in fresh for need in requirements(here[_name(one)], version, one.extras)]


def requirements(wheel: Path, version: str, extras: set[str]) -> "Iterator[Requirement]":
    """What a wheel needs on Windows under Python ``version`` when it is installed with ``extras``."""
    from packaging.requirements import Requirement

    with zipfile.ZipFile(wheel) as archive:
        metadata = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        headers = HeaderParser().parsestr(archive.read(metadata).decode("utf-8"))
    for line in headers.get_all("Requires-Dist") or []:
        requirement = Requirement(line)
        condition = requirement.marker
        environments = [_windows(version, extra) for extra in ("", *extras)]
        if condition is None or any(condition.evaluate(one) for one in environments):
            yield requirement


def name_of(wheel: Path) -> str:
    """The project of a wheel, as registries compare names."""
    from packaging.utils import parse_wheel_filename

    return str(parse_wheel_filename(wheel.name)[0])


def version_of(wheel: Path) -> str:
    """The version of a wheel."""
    from packaging.utils import parse_wheel_filename

    return str(parse_wheel_filename(wheel.name)[1])


def _windows(version: str, extra: str) -> dict[str, str]:
    return {
        "implementation_name": "cpython",
        "implementation_version": f"{version}.0",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_release": "10",
        "platform_system": "Windows",
        "platform_version": "10.0",
        "python_full_version": f"{version}.0",
        "python_version": version,
        "sys_platform": "win32",
        "extra": extra,
    }


def _name(requirement: "Requirement") -> str:
    from packaging.utils import canonicalize_name

    return str(canonicalize_name(requirement.name))


def _pinned(requirement: "Requirement", pinned: dict[str, str]) -> str:
    name = _name(requirement)
    return f"{name}=={pinned[name]}" if name in pinned else f"{name}{requirement.specifier}"


def _download(wheels: Path, version: str, wanted: list[str]) -> None:
    place = ("--platform", PLATFORM, "--python-version", version, "--implementation", "cp")
    pip("download", "--no-deps", "--only-binary=:all:", *place, "--dest", wheels, *wanted)


def _wheel_for(wheels: Path, name: str, version: str) -> Path:
    from packaging.tags import compatible_tags, cpython_tags
    from packaging.utils import parse_wheel_filename

    major, minor = map(int, version.split("."))
    platforms = [PLATFORM]
    fitting = {*cpython_tags((major, minor), platforms=platforms)}
    fitting |= {*compatible_tags((major, minor), f"cp{major}{minor}", platforms)}
    for path in wheels.glob("*.whl"):
        if name_of(path) == name and not fitting.isdisjoint(parse_wheel_filename(path.name)[3]):
            return path
    raise Refused(
        _("There is no wheel of {name} for Windows, Python {version}.").format(name=name, version=version)
    )
