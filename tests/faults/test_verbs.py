"""A kill in the middle of a verb leaves no half file under a final name, and the next run clears the rest."""

from pathlib import Path

from tests.faults import verbs, whole_files


def test_no_verb_leaves_half_a_file_behind_a_kill() -> None:
    counters = verbs.run(1, 1, ("export", "restore", "purge"))
    assert not [what for what in counters if what.startswith("FAULT")], counters


def test_half_a_file_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK half")
    (tmp_path / "b.csv").touch()
    (tmp_path / ".c.xlsx.1.tmp").touch()
    assert sorted(whole_files.faults(tmp_path)) == ["a.xlsx", "b.csv"]
    assert whole_files.left(tmp_path) == [".c.xlsx.1.tmp"]
