"""The JSON Schema of the event's file, made from the very types that write and read it.

``python -m data.export.schema`` writes ``assets/schema/event.schema.json``.
"""

import json
from inspect import cleandoc
from typing import Any

import msgspec

from data.assets import ASSETS
from data.export.event_json import EventFile

SCHEMA = ASSETS / "schema" / "event.schema.json"


def _evenly(part: Any) -> Any:
    """``part`` with its descriptions as Python 3.13 and later keep docstrings: without their indentation."""
    if isinstance(part, dict):
        return {
            key: cleandoc(value) if key == "description" and isinstance(value, str) else _evenly(value)
            for key, value in part.items()
        }
    return [_evenly(one) for one in part] if isinstance(part, list) else part


def schema_text() -> str:
    """The schema as it stands in ``assets``."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A whole event of the launch ceremony",
        **_evenly(msgspec.json.schema(EventFile)),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    SCHEMA.parent.mkdir(exist_ok=True)
    SCHEMA.write_text(schema_text(), encoding="utf-8")
