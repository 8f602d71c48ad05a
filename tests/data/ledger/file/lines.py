"""A ledger of a few lines, written and read."""

from pathlib import Path

from data.ledger.table import ENTRIES, GUESTS, LedgerDB

LINES = 6


def documents(db: LedgerDB) -> list[int]:
    return [document["n"] for document in db.table(ENTRIES)]


def written(path: Path, count: int = LINES) -> bytes:
    """What a ledger of ``count`` lines holds; the last line brings documents of two tables."""
    with LedgerDB(path) as db:
        for n in range(count - 1):
            db.table(ENTRIES).insert({"n": n, "name": "Hòa"})
        db.append({ENTRIES: [{"n": count - 1}], GUESTS: [{"name": "Đỗ Thị Ánh"}]})
    return path.read_bytes()
