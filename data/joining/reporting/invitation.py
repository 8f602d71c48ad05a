"""The file that a district gives to a village: where to report, with which password, to which server.

It is made for one village, travels on a stick or by message, and is kept in the event's folder on the
village's laptop.
"""

import json
import tomllib
from pathlib import Path

import msgspec
from msgspec import Struct

from data.errors import Refused
from data.language import _

DISTRICT_CERTIFICATE = "district.pem"
"""The district's certificate, beside the files of the village's server."""


class Invitation(Struct, frozen=True, forbid_unknown_fields=True):
    """``certificate`` (PEM) is the one that the district's server must show; ``entries`` says that the
    district would take whole entries."""

    district: str
    village: str
    address: str
    port: int
    password: str
    certificate: str
    entries: bool = False


def invitation_text(one: Invitation) -> str:
    """The invitation as the text of its TOML file."""
    rows = msgspec.to_builtins(one)
    return "".join(f"{name} = {_as_toml(value)}\n" for name, value in rows.items())


def read_invitation(path: Path) -> Invitation:
    """The invitation in a file. Refused where it is none."""
    try:
        return msgspec.convert(tomllib.loads(path.expanduser().read_text(encoding="utf-8")), Invitation)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Refused(
            _("{path} is no invitation of a district. Ask the district for this village's file.").format(
                path=path
            )
        ) from error


def leaf_configuration(one: Invitation, folder: Path) -> str:
    """What is added to the configuration of a village's server so that it reaches the district's.

    The steps of the event, and who is there, never go over it by themselves.
    """
    certificate = folder / DISTRICT_CERTIFICATE
    url = f"tls://{one.village}:{one.password}@{one.address}:{one.port}"
    denied = json.dumps(["leramat.>"])
    return f"""leafnodes {{ remotes: [ {{
  url: {json.dumps(url)}
  tls: {{ ca_file: {json.dumps(certificate.resolve().as_posix(), ensure_ascii=False)}, timeout: 20 }}
  deny_exports: {denied}
  deny_imports: {denied}
}} ] }}
"""


def subject_of(village: str, what: str) -> str:
    """The subject of ``what`` (``counts``, ``entries.…``) of a village."""
    return f"district.{village}.{what}"


def entries_stream(village: str) -> str:
    """The name of the stream that holds a village's entries, where it may send them."""
    return f"ENTRIES-{village}"


def entries_subject(village: str, event: str = "*", laptop: str = ">") -> str:
    """Where ``laptop`` of a village publishes the entries of an event; else all of its laptops, all events.

    A village may rehearse before its day: the entries of each event keep to themselves.
    """
    return subject_of(village, f"entries.{event}.{laptop}")


def _as_toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool | int) else json.dumps(value, ensure_ascii=False)
