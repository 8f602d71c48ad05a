import json
from pathlib import Path

import jsonschema

from data.export.files import export_event
from data.export.schema import SCHEMA
from data.queries.status import status
from tests.data.export.played import play


def test_an_export_is_as_the_schema_documents_it(tmp_path: Path) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    with play(tmp_path / "e") as session:
        for phones in (False, True):
            *_others, path = export_event(session, phones=phones)
            written = json.loads(path.read_text(encoding="utf-8"))
            jsonschema.Draft202012Validator(schema).validate(written)
            assert written["figures"] == json.loads(json.dumps(status(session.state, session.now())))
            assert written["phones"] is phones
            assert len(written["steps"]) == len(session.state.steps)
            came = [row for row in written["attendance"] if "came" in row]
            assert {row["guest"] for row in came} == set(session.state.present)
