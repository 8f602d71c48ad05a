"""The district's configuration, a TOML file that the office writes.

name = "Huyện Vũ Thư"
address = "192.168.1.10"      # the name or address under which the villages reach this laptop
port = 7422
silent_after = 90             # seconds until a village counts as not heard of

[[village]]
id = "kha-tan"
name = "Thôn Khả Tân"
entries = false               # true: the village may send whole entries, names included
"""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from data.errors import Refused
from data.language import _
from data.text.cleaning.harmless import harmless

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
_MOST_BYTES = 1 << 20
MOST_VILLAGES = 5000


class Village(Struct, frozen=True, forbid_unknown_fields=True):
    """A village that may report: ``entries`` says that it may send whole entries too."""

    id: str
    name: str
    entries: bool = False


class District(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the file says."""

    name: str
    address: str
    village: tuple[Village, ...]
    port: int = 7422
    silent_after: float = 90.0


def read_district(path: Path) -> District:
    """The district that a file describes. Refused, saying what is wrong in it, where it is none."""
    try:
        text = path.expanduser().read_bytes()
        if len(text) > _MOST_BYTES:
            raise ValueError(_("it is too large"))
        rows: dict[str, Any] = harmless(tomllib.loads(text.decode("utf-8-sig")))
        district = msgspec.convert(rows, District)
    except OSError as error:
        raise Refused(_("The file {path} cannot be read.").format(path=path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError, ValueError) as error:
        raise _wrong(path, str(error)) from error
    _check(path, district)
    return district


def _check(path: Path, district: District) -> None:
    if not _HOST.fullmatch(district.address):
        raise _wrong(path, _("address is neither a name nor an address of a computer"))
    if not 1024 <= district.port <= 65535:
        raise _wrong(path, _("port must lie between 1024 and 65535"))
    if not 10 <= district.silent_after <= 3600:
        raise _wrong(path, _("silent_after must lie between 10 and 3600 seconds"))
    if not district.village or len(district.village) > MOST_VILLAGES:
        raise _wrong(path, _("there must be 1 to {most} villages").format(most=MOST_VILLAGES))
    for village in district.village:
        if not _ID.fullmatch(village.id) or len(village.id) > 60:
            raise _wrong(
                path, _("“{id}” is no id: small letters, digits and single dashes").format(id=village.id)
            )
    twice = [id for id, count in Counter(one.id for one in district.village).items() if count > 1]
    if twice:
        raise _wrong(path, _("the id “{id}” stands twice").format(id=twice[0]))


def _wrong(path: Path, problem: str) -> Refused:
    return Refused(_("The file {path} is not right: {problem}.").format(path=path, problem=problem))
