"""The JSON Schema of the event's file, made from the very types that write and read it.

``python -m data.export.schema`` writes ``assets/schema/event.schema.json``.
"""

import json

import msgspec

from data.assets import ASSETS
from data.export.event_json import EventFile

SCHEMA = ASSETS / "schema" / "event.schema.json"


def schema_text() -> str:
    """The schema as it stands in ``assets``."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A whole event of the launch ceremony",
        **msgspec.json.schema(EventFile),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    SCHEMA.parent.mkdir(exist_ok=True)
    SCHEMA.write_text(schema_text(), encoding="utf-8")
