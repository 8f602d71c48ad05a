"""The configuration of the server, as its file says it."""

import shutil
from json import dumps
from pathlib import Path

from msgspec import Struct

from data.joining.pairing.keys import Keys

LAPTOP_USER = "laptop"
"""The user as which the laptops come; the token of the pairing code is the password."""
MOST_MEMORY = 64 << 20
MOST_STORED = 4 << 30
_ROOM_LEFT = 256 << 20
"""Bytes of the disk that stay free: the ledger of this laptop is on it too."""
_LOG_BYTES = 1 << 20


class Listening(Struct, frozen=True):
    """Where a server listens: ``host`` is an address of this laptop, or 0.0.0.0 for all."""

    host: str
    port: int


class Additions(Struct, frozen=True, kw_only=True):
    """What one server has beyond the others: ``users`` beside the laptops' own, a ``domain`` for its streams
    where servers are joined, and whatever else stands in ``more``; all in the words of the configuration."""

    users: str = ""
    domain: str = ""
    more: str = ""


NOTHING = Additions()


def configuration(name: str, at: Listening, folder: Path, keys: Keys, additions: Additions = NOTHING) -> str:
    """The text of a configuration. All that the server writes lies in ``folder``.

    Every entry is synced before it is acknowledged. What the disk, or the limit, does not take is refused,
    and nothing old makes way for it.
    """
    return f"""server_name: {dumps(name)}
listen: {dumps(f"{at.host}:{at.port}")}
authorization {{
  timeout: 20
  users: [
    {{ user: {dumps(LAPTOP_USER)}, password: {dumps(keys.token)} }}
{additions.users}
  ]
}}
tls {{
  cert_file: {_path(folder / "certificate.pem")}
  key_file: {_path(folder / "key.pem")}
  handshake_first: true
  timeout: 20
}}
jetstream {{
  store_dir: {_path(folder / "stream")}
  max_memory_store: {MOST_MEMORY}
  max_file_store: {most_stored(folder)}
  sync_interval: always
{_domain(additions)}}}
ping_interval: "10s"
log_file: {_path(folder / "server.log")}
logfile_size_limit: {_LOG_BYTES}
logfile_max_num: 2
{additions.more}"""


def _domain(additions: Additions) -> str:
    return f"  domain: {dumps(additions.domain)}\n" if additions.domain else ""


def most_stored(folder: Path) -> int:
    """How many bytes the streams may take: what the disk has, but for some room."""
    try:
        free = shutil.disk_usage(folder).free - _ROOM_LEFT
    except OSError:
        free = MOST_STORED
    return max(min(MOST_STORED, free), 16 << 20)


def _path(path: Path) -> str:
    # Forward slashes, which Windows takes too: a backslash begins an escape in this file.
    return dumps(path.resolve().as_posix(), ensure_ascii=False)
