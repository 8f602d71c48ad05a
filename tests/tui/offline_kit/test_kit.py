"""The kit for laptops without network: what it holds, worked out on a computer of another kind."""

import zipfile
from pathlib import Path

import pytest

from data.assets import ASSETS
from data.errors import Refused
from tui.offline_kit import kit, windows
from tui.offline_kit.kit import STARTERS, THIS_PYTHON, make_kit
from tui.offline_kit.windows import download_for_windows, requirements


def put_wheel(
    folder: Path, name: str, version: str = "1.0", tag: str = "py3-none-any", needs: str = ""
) -> Path:
    """A wheel with nothing in it but what it needs."""
    stem = name.replace("-", "_")
    path = folder / f"{stem}-{version}-{tag}.whl"
    lines = [f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}"]
    lines += [f"Requires-Dist: {need}" for need in needs.split("|") if need]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{stem}-{version}.dist-info/METADATA", "\n".join(lines) + "\n\n")
    return path


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What pip was asked for; it has a Windows wheel of everything, and colorama needs nothing."""
    asked: list[str] = []

    def pip(verb: str, *arguments: object) -> None:
        words = list(map(str, arguments))
        place = Path(words[words.index("--dest") + 1])
        for wanted in words[words.index("--dest") + 2 :]:
            asked.append(wanted)
            name, _equals, version = wanted.partition("==")
            put_wheel(place, name.split(">")[0].split("<")[0], version or "2.0", "cp313-cp313-win_amd64")

    monkeypatch.setattr(windows, "pip", pip)
    return asked


def test_what_is_needed_on_windows_alone_is_fetched_too(tmp_path: Path, registry: list[str]) -> None:
    own = put_wheel(tmp_path, "le-ra-mat", needs="typer>=0.15|msgspec>=0.19|uvloop; sys_platform != 'win32'")
    put_wheel(tmp_path, "typer", "0.20", needs="click>=8")
    put_wheel(tmp_path, "click", "8.2", needs="colorama; platform_system == 'Windows'")
    put_wheel(tmp_path, "msgspec", "0.19", "cp311-cp311-manylinux_2_17_x86_64")
    download_for_windows(tmp_path, own, "3.13", camera=False)
    assert sorted(registry) == ["colorama", "msgspec==0.19"]


def test_the_camera_is_fetched_only_where_it_is_wanted(tmp_path: Path) -> None:
    own = put_wheel(tmp_path, "le-ra-mat", needs="rich|opencv-python-headless>=4; extra == 'camera'")
    assert [need.name for need in requirements(own, "3.13", set())] == ["rich"]
    assert [need.name for need in requirements(own, "3.13", {"camera"})] == ["rich", "opencv-python-headless"]


def test_a_condition_on_python_is_read_for_the_laptops_version(tmp_path: Path) -> None:
    own = put_wheel(tmp_path, "le-ra-mat", needs="tomli; python_version < '3.12'")
    assert [need.name for need in requirements(own, "3.11", set())] == ["tomli"]
    assert list(requirements(own, "3.13", set())) == []


@pytest.fixture
def without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kit, "build_own", lambda wheels: put_wheel(wheels, "le-ra-mat"))
    monkeypatch.setattr(kit, "pip", lambda *_arguments: None)
    monkeypatch.setattr(kit, "download_for_windows", lambda *_arguments, **_more: None)


@pytest.mark.usefixtures("without_network")
def test_the_files_to_open_know_their_versions_and_windows_can_read_them(tmp_path: Path) -> None:
    folder = tmp_path / "bộ cài"
    made = make_kit(folder, ["3.13", "3.12", "3.13"])
    assert made.wheels == 1
    for name in STARTERS:
        content = (folder / name).read_bytes()
        text = content.decode("utf-8")
        assert "@@" not in text and (THIS_PYTHON if name.endswith(".sh") else "3.13 3.12") in text
        assert (b"\r\n" in content) is not name.endswith(".sh")
        assert not content.startswith(b"\xef\xbb\xbf"), "cmd takes a mark of order for a command"
    assert "le-ra-mat[camera,several]" in (folder / "cai-dat.bat").read_text(encoding="utf-8")


@pytest.mark.usefixtures("without_network")
def test_an_older_kit_is_replaced_and_anything_else_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "kit"
    make_kit(folder, ["3.13"])
    put_wheel(folder / "wheels", "old")
    make_kit(folder, ["3.13"], camera=False)
    assert [path.name for path in (folder / "wheels").iterdir()] == ["le_ra_mat-1.0-py3-none-any.whl"]
    assert "camera" not in (folder / "cai-dat.bat").read_text(encoding="utf-8")
    other = tmp_path / "ảnh cưới"
    other.mkdir()
    (other / "1.jpg").write_bytes(b"x")
    with pytest.raises(Refused):
        make_kit(other, ["3.13"])
    assert [path.name for path in other.iterdir()] == ["1.jpg"]


def test_what_the_rehearsal_finds_does_not_undo_the_installation() -> None:
    """A laptop whose firewall keeps phones away still gets the program, and its way to it."""
    script = (ASSETS / "kit" / "cai-dat.sh").read_text(encoding="utf-8")
    rehearsed, linked = script.index("rehearse ||"), script.index("ln -sf")
    assert rehearsed < linked
    batch = (ASSETS / "kit" / "cai-dat.bat").read_text(encoding="utf-8")
    after = batch[batch.index('le-ra-mat.exe" rehearse') :]
    assert "goto failed" not in after[: after.index("CreateShortcut")]
