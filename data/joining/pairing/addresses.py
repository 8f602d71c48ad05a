"""Under which addresses the other laptops can reach this one."""

import socket
from ipaddress import IPv4Address

LOOPBACK = "127.0.0.1"
_SOMEWHERE = ("192.168.0.1", "10.0.0.1", "172.16.0.1", "192.0.2.1")
"""No packet goes there: the system is only asked by which of its addresses it would send one."""


def own_addresses() -> list[str]:
    """The laptop's IPv4 addresses, the likeliest first; loopback where it has no other."""
    found = [address for target in _SOMEWHERE if (address := _towards(target))]
    try:
        listed = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        found += [str(one[4][0]) for one in listed]
    except OSError:
        pass
    usable = [one for one in dict.fromkeys(found) if _is_usable(one)]
    return sorted(usable, key=_rank) or [LOOPBACK]


def _towards(target: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect((target, 9))
            return str(asked.getsockname()[0])
        except OSError:
            return ""


def _is_usable(address: str) -> bool:
    one = IPv4Address(address)
    return not (one.is_loopback or one.is_unspecified or one.is_multicast)


def _rank(address: str) -> int:
    """Home routers and hotspots first; addresses that a laptop gave itself, for want of any, last."""
    one = IPv4Address(address)
    if one.is_link_local:
        return 3
    return 0 if address.startswith("192.168.") else 1 if one.is_private else 2
