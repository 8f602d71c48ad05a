"""What a person chose once and need not choose again, on this laptop: which camera, for one."""

import json
from typing import Any

from data.home import home

FILE_NAME = "preferences.json"


def preference(name: str, otherwise: Any) -> Any:
    """What was chosen for ``name``, or ``otherwise`` when nothing was, or nothing of that kind."""
    chosen = _read().get(name, otherwise)
    return chosen if isinstance(chosen, type(otherwise)) else otherwise


def prefer(name: str, value: Any) -> None:
    """Keep ``value`` (what JSON can hold). A disk that refuses costs only the memory of it."""
    chosen = _read() | {name: value}
    file = home() / FILE_NAME
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps(chosen, ensure_ascii=False, indent=1), encoding="utf-8")
        fresh.replace(file)
    except OSError:
        return


def _read() -> dict[str, Any]:
    try:
        chosen = json.loads((home() / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return chosen if isinstance(chosen, dict) else {}
