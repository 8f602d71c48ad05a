from pathlib import Path

from tinydb.table import Document

from data.ledger.table import GUESTS, LedgerDB


def test_after_an_id_of_its_own_was_removed_the_next_is_the_one_after_the_highest_left(
    tmp_path: Path,
) -> None:
    with LedgerDB(tmp_path / "ledger.jsonl") as db:
        guests = db.table(GUESTS)
        assert guests.insert({}) == 1
        assert guests.insert(Document({}, 52)) == 52
        guests.remove(doc_ids=[52])
        assert guests.insert({}) == 2
