"""Some laptops in one village network, of network namespaces: each cable can be pulled and put back.

Needs Linux, root and ``ip``. Nothing outside of the namespaces is reached or changed.
"""

import os
import shutil
import subprocess
from types import TracebackType

_NET = "10.77.0"


def why_not() -> str:
    """Why no namespaces can be made here; empty where they can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "network namespaces need Linux and root"
    if shutil.which("ip") is None:
        return "network namespaces need the program ip"
    name = f"lrm{os.getpid()}try"
    made = subprocess.run(["ip", "netns", "add", name], capture_output=True)
    if made.returncode:
        return f"network namespaces cannot be made here: {made.stderr.decode().strip()}"
    bridge = subprocess.run(
        ["ip", "-n", name, "link", "add", "bridge0", "type", "bridge"], capture_output=True
    )
    subprocess.run(["ip", "netns", "del", name], capture_output=True)
    return f"no bridge can be made here: {bridge.stderr.decode().strip()}" if bridge.returncode else ""


class Network:
    """``count`` laptops, numbered from 0, all cables in; a context manager that leaves nothing behind."""

    def __init__(self, count: int) -> None:
        self._name = f"lrm{os.getpid()}"
        self.count = count

    def __enter__(self) -> "Network":
        try:
            self._make()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for space in (self._hub, *map(self.space, range(self.count))):
            subprocess.run(["ip", "netns", "del", space], capture_output=True)

    def space(self, laptop: int) -> str:
        """The name of a laptop's namespace."""
        return f"{self._name}-{laptop}"

    def address(self, laptop: int) -> str:
        """A laptop's address."""
        return f"{_NET}.{laptop + 1}"

    def inside(self, laptop: int) -> list[str]:
        """What to put before a command so that it runs on a laptop."""
        return ["ip", "netns", "exec", self.space(laptop)]

    def pull(self, laptop: int) -> None:
        """Pull a laptop's cable: nothing is said to anybody, packets only stop."""
        _ip("-n", self._hub, "link", "set", f"p{laptop}", "down")

    def plug(self, laptop: int) -> None:
        """Put it back."""
        _ip("-n", self._hub, "link", "set", f"p{laptop}", "up")

    @property
    def _hub(self) -> str:
        return f"{self._name}-hub"

    def _make(self) -> None:
        _ip("netns", "add", self._hub)
        _ip("-n", self._hub, "link", "add", "bridge0", "type", "bridge")
        _ip("-n", self._hub, "link", "set", "bridge0", "up")
        for laptop in range(self.count):
            space = self.space(laptop)
            _ip("netns", "add", space)
            _ip("-n", space, "link", "set", "lo", "up")
            _ip(
                *("-n", self._hub, "link", "add", f"p{laptop}", "type", "veth"),
                *("peer", "name", "eth0", "netns", space),
            )
            _ip("-n", self._hub, "link", "set", f"p{laptop}", "master", "bridge0", "up")
            _ip("-n", space, "addr", "add", f"{self.address(laptop)}/24", "dev", "eth0")
            _ip("-n", space, "link", "set", "eth0", "up")


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
