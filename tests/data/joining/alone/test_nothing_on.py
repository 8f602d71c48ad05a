"""One laptop with nothing switched on does not notice that several could be together."""

import json
import subprocess
import sys
from pathlib import Path

from tests.terminal.program import ROOT

PROBE = """
import json, socket, sys
from pathlib import Path
from data.session.session import Session
from data.commands.door import door

listened = []
listen = socket.socket.listen
socket.socket.listen = lambda *a: (listened.append(1), listen(*a))[1]
with Session(Path(sys.argv[1])) as session:
    door.admit(session, 1, "number")
ours = [name for name in sys.modules if name.split(".")[0] == "nats" or name.startswith("data.joining")]
print(json.dumps([ours, listened]))
"""


def test_nothing_is_imported_and_nothing_listens(event_folder: Path) -> None:
    before = sorted(path.name for path in event_folder.iterdir())
    told = subprocess.run(
        [sys.executable, "-c", PROBE, str(event_folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(told.stdout) == [[], []]
    assert sorted(path.name for path in event_folder.iterdir() if not path.name.startswith(".")) == [
        name for name in before if not name.startswith(".")
    ]
    assert not (event_folder / ".several").exists()
