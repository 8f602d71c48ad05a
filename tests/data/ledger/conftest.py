"""What the tests of the ledger begin with."""

from pathlib import Path

import pytest

from data.session.folders.event_folder import LEDGER_NAME


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / LEDGER_NAME
