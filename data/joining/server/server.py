"""A server of our own: started in a folder, found again, started anew when it died, ended."""

import os
import signal
import socket
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import msgspec
from msgspec import Struct

from data.errors import CeremonyError, Refused
from data.files.disk import cause, make_folder
from data.files.private import keep_private, write_private
from data.joining.pairing.addresses import LOOPBACK
from data.joining.pairing.code import FIRST_PORT, PORTS, Place, new_secret
from data.joining.pairing.keys import Keys, certificate_pem, keys_of, private_pem
from data.joining.pairing.server_certificate import shows_key
from data.joining.server.child_process import TiedProcess
from data.joining.server.configuration import NOTHING, Additions, Listening, configuration
from data.joining.server.program import server_program
from data.language import _

ALL_ADDRESSES = "0.0.0.0"
_KEPT = "server.json"
_START_SECONDS = 20.0
_LOOK_SECONDS = 0.05


class _Kept(Struct, frozen=True):
    """What is remembered of a server: its secret, so that a code stays the same, its port, its process."""

    secret: int
    port: int
    pid: int = 0


class Server:
    """A server in ``folder``, listening at ``host`` (0.0.0.0 for all of this laptop's addresses).

    ``names`` are the hosts its certificate is for, where servers connect to it; ``additions`` go into its
    configuration, and ``ports`` are those to choose from. One that was left over from before is ended first.
    Raises CeremonyError when it cannot be started.
    """

    def __init__(
        self,
        folder: Path,
        host: str,
        *,
        names: tuple[str, ...] = (),
        additions: Additions = NOTHING,
        ports: range = range(FIRST_PORT, FIRST_PORT + PORTS),
    ) -> None:
        self.host = host
        self._folder, self._names, self._additions = folder, names, additions
        self._program = server_program()
        self._make_folder()
        kept = self._read()
        self._secret = kept.secret if kept else new_secret()
        self.keys: Keys = keys_of(self._secret)
        if kept:
            self._end_left_over(kept)
        self._process, self.port = self._start([kept.port] if kept and kept.port in ports else [], ports)

    def place(self, host: str) -> Place:
        """The server under one of this laptop's addresses."""
        return Place(host, self.port, self._secret)

    @property
    def own_place(self) -> Place:
        """The server as this laptop itself reaches it."""
        return self.place(self._here)

    @property
    def is_running(self) -> bool:
        """Whether its process lives."""
        return self._process.is_running

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    def keep(self) -> None:
        """Start it anew, at the same port, where it died. Raises CeremonyError when it cannot be."""
        if not self.is_running:
            self._process.end()
            self._process, self.port = self._start([], range(self.port, self.port + 1))

    def end(self) -> None:
        """End it. What it stored stays, with its secret."""
        self._process.end()

    @property
    def _here(self) -> str:
        """Where this laptop reaches its own server."""
        return LOOPBACK if self.host == ALL_ADDRESSES else self.host

    def _make_folder(self) -> None:
        try:
            make_folder(self._folder)
            keep_private(self._folder)
        except OSError as error:
            raise _not_started(cause(error)) from error

    def _start(self, first: list[int], ports: range) -> tuple[TiedProcess, int]:
        trouble = _("no port is free")
        for port in filter(self._is_free, dict.fromkeys([*first, *ports])):
            process = self._begin(port)
            if self._answers(process, port):
                self._write(_Kept(self._secret, port, process.pid))
                return process, port
            trouble = self._last_words()
            process.end()
            if "address already in use" not in trouble:
                break
        raise _not_started(trouble)

    def _is_free(self, port: int) -> bool:
        return _is_free(self.host, port)

    def _begin(self, port: int) -> TiedProcess:
        files = {
            "certificate.pem": certificate_pem(self.keys, self._names),
            "key.pem": private_pem(self.keys),
            "server.conf": configuration(
                f"le-ra-mat-{port}", Listening(self.host, port), self._folder, self.keys, self._additions
            ).encode(),
        }
        try:
            for name, content in files.items():
                write_private(self._folder / name, content)
            command = [self._program, "-c", str(self._folder / "server.conf")]
            return TiedProcess(command, self._folder / "start.log")
        except OSError as error:
            raise _not_started(cause(error)) from error

    def _answers(self, process: TiedProcess, port: int) -> bool:
        until = monotonic() + _START_SECONDS
        while process.is_running and monotonic() < until:
            if shows_key(self._here, port, self.keys):
                return True
            sleep(_LOOK_SECONDS)
        return False

    def _last_words(self) -> str:
        """What the server said before it gave up."""
        said = ""
        for name in ("start.log", "server.log"):
            with suppress(OSError):
                said += (self._folder / name).read_text(encoding="utf-8", errors="replace")[-2000:]
        faults = [line for line in said.splitlines() if "[FTL]" in line or "nats-server:" in line]
        return faults[-1].split("] ")[-1].removeprefix("nats-server: ") if faults else _("it does not answer")

    def _end_left_over(self, kept: _Kept) -> None:
        """End a server of before that outlived its program: two of them would write the same files."""
        if not kept.pid or not shows_key(self._here, kept.port, self.keys):
            return
        with suppress(OSError):
            os.kill(kept.pid, signal.SIGTERM)
        until = monotonic() + _START_SECONDS
        while shows_key(self._here, kept.port, self.keys):
            if monotonic() > until:
                raise Refused(_("A server of before does not end. Restart the laptop, then share again."))
            sleep(_LOOK_SECONDS)

    def _read(self) -> _Kept | None:
        try:
            return msgspec.json.decode((self._folder / _KEPT).read_bytes(), type=_Kept)
        except (OSError, msgspec.DecodeError):
            return None

    def _write(self, kept: _Kept) -> None:
        try:
            write_private(self._folder / _KEPT, msgspec.json.encode(kept))
        except OSError as error:
            raise _not_started(cause(error)) from error


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
        if os.name != "nt":
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError:
            return False
    return True


def _not_started(reason: str) -> CeremonyError:
    return CeremonyError(
        _("The server for several laptops could not be started ({reason}).").format(reason=reason)
    )
