"""The district's server: the villages' servers connect to it as leaves, each with a password of its own."""

from json import dumps
from pathlib import Path
from secrets import token_hex

import msgspec

from data.errors import CeremonyError, Refused
from data.files.disk import cause, make_folder
from data.files.private import keep_private, write_private
from data.joining.district.config import District
from data.joining.extra_installed import need_extra
from data.joining.link.upward import DISTRICT_DOMAIN
from data.joining.pairing.code import Place
from data.joining.pairing.keys import certificate_pem
from data.joining.reporting.invitation import Invitation, entries_stream, invitation_text, subject_of
from data.joining.server.configuration import Additions
from data.joining.server.server import Server
from data.language import _

COUNTS = "COUNTS"
INVITATIONS = "invitations"
_PASSWORDS = "passwords.json"
_CLIENT_PORTS = range(14600, 14700)


class Hub:
    """The running server of ``district``, with its files in ``folder``. Ends with ``end``.

    Raises Refused where the extra is not installed, CeremonyError where it cannot be started.
    """

    def __init__(self, district: District, folder: Path) -> None:
        need_extra()
        self.district, self.folder = district, folder
        try:
            make_folder(folder)
            keep_private(folder)
            self._passwords = self._read_passwords()
        except OSError as error:
            raise _unwritable(folder, error) from error
        self.server = Server(
            folder / "server",
            "127.0.0.1",
            names=(district.address,),
            additions=Additions(users=self._users(), domain=DISTRICT_DOMAIN, more=self._leaves()),
            ports=_CLIENT_PORTS,
        )

    @property
    def place(self) -> Place:
        """Where the district's own program reaches it."""
        return self.server.own_place

    def end(self) -> None:
        """End the server."""
        self.server.end()

    def write_invitations(self) -> list[Path]:
        """Write each village's invitation; returns the files, in the villages' order."""
        folder = self.folder / INVITATIONS
        certificate = certificate_pem(self.server.keys, (self.district.address,)).decode()
        written = []
        try:
            make_folder(folder)
            for village in self.district.village:
                path = folder / f"{village.id}.toml"
                one = Invitation(
                    district=self.district.name,
                    village=village.id,
                    address=self.district.address,
                    port=self.district.port,
                    password=self._passwords[village.id],
                    certificate=certificate,
                    entries=village.entries,
                )
                write_private(path, invitation_text(one).encode())
                written.append(path)
        except OSError as error:
            raise _unwritable(folder, error) from error
        return written

    def _read_passwords(self) -> dict[str, str]:
        """A password for each village: those that were drawn before stay."""
        path = self.folder / _PASSWORDS
        try:
            kept = msgspec.json.decode(path.read_bytes(), type=dict[str, str])
        except FileNotFoundError:
            kept = {}
        except msgspec.DecodeError as error:
            raise Refused(
                _("{path} cannot be read. Delete it, and give every village a new invitation.").format(
                    path=path
                )
            ) from error
        drawn = {one.id: kept.get(one.id) or token_hex(16) for one in self.district.village}
        if drawn != kept:
            write_private(path, msgspec.json.encode(drawn))
        return drawn

    def _users(self) -> str:
        """A user for each village, who may tell what is its own and be answered, and nothing else."""
        return "\n".join(
            f"    {{ user: {dumps(one.id)}, password: {dumps(self._passwords[one.id])}, permissions: {{ "
            f"publish: {dumps(_may_publish(one.id))}, subscribe: {dumps([f'_INBOX_{one.id}.>'])} }} }}"
            for one in self.district.village
        )

    def _leaves(self) -> str:
        files = self.folder / "server"
        certificate, key = (dumps((files / name).resolve().as_posix(), ensure_ascii=False) for name in _FILES)
        return f"""leafnodes {{
  listen: {dumps(f"0.0.0.0:{self.district.port}")}
  # No village needs to know what another listens to; with a thousand of them that would be a million.
  isolate_leafnode_interest: true
  tls: {{ cert_file: {certificate}, key_file: {key}, timeout: 20 }}
}}
max_connections: {len(self.district.village) + 64}
"""


_FILES = ("certificate.pem", "key.pem")


def _may_publish(village: str) -> list[str]:
    api = f"$JS.{DISTRICT_DOMAIN}.API"
    stream = entries_stream(village)
    return [
        subject_of(village, ">"),
        f"{api}.STREAM.INFO.{stream}",
        f"{api}.STREAM.MSG.GET.{stream}",
        f"{api}.CONSUMER.CREATE.{stream}.>",
        f"{api}.CONSUMER.CREATE.{stream}",
        f"$JS.FC.{stream}.>",
    ]


def _unwritable(path: Path, error: OSError) -> CeremonyError:
    return CeremonyError(
        _("The folder {path} cannot be written ({reason}).").format(path=path, reason=cause(error))
    )
