"""Under which addresses other machines on the same network reach this laptop."""

import socket
import sys
from ipaddress import IPv4Address

_ELSEWHERE = ("192.168.1.1", "192.168.43.1", "10.0.0.1", "172.20.10.1", "8.8.8.8")
"""Whom the way is asked to; nothing is sent. The likeliest is where the system itself would go."""
_INTERFACE_ADDRESS = 0x8915


def laptop_addresses() -> list[str]:
    """The laptop's IPv4 addresses on its networks, the likely one first; empty without any network."""
    found = [*_on_the_way(), *_of_interfaces(), *_of_name()]
    usable = [one for one in dict.fromkeys(found) if _is_usable(one)]
    return sorted(usable, key=lambda one: not IPv4Address(one).is_private)


def _on_the_way() -> list[str]:
    found = []
    # The default way first: the network that the laptop itself uses.
    for target in reversed(_ELSEWHERE):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((target, 9))
                found.append(str(probe.getsockname()[0]))
            except OSError:
                continue
    return found


def _of_interfaces() -> list[str]:
    if sys.platform != "linux":
        return []
    import fcntl
    import struct

    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        for _number, name in socket.if_nameindex():
            wanted = struct.pack("256s", name.encode()[:15])
            try:
                told = fcntl.ioctl(asked.fileno(), _INTERFACE_ADDRESS, wanted)
            except OSError:
                continue
            found.append(socket.inet_ntoa(told[20:24]))
    return found


def _of_name() -> list[str]:
    try:
        return [str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    except OSError:
        return []


def _is_usable(address: str) -> bool:
    one = IPv4Address(address)
    return not (one.is_loopback or one.is_unspecified or one.is_link_local)
